// SPDX-License-Identifier: Apache-2.0
// What was billed before, across runs, in a SQLite file; docs/ledger.md tells its schema.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "sqlite/database.hpp"

namespace noc837::ledger {

/// Where something was billed before.
struct Earlier {
  std::string file;         ///< as its user named it; empty: the input at hand
  std::string interchange;  ///< ISA13
  std::string sent;         ///< CCYY-MM-DD, by BHT04 or GS04; empty where neither tells
  std::uint64_t claim = 0;  ///< which claim of the file, from 1
};

/// A connection for one input. Looks at the ledger and at what the input itself has had; changes
/// the ledger in one transaction, once the input is through. Any number of connections and
/// processes may work on one file.
class Ledger {
 public:
  /// Opens `file`, made where it is missing and its schema brought up to date where it is old.
  /// Fails with Fault::usage where it is no ledger, one of a later version, or where `key_mark` is
  /// not that of its key.
  [[nodiscard]] static Result<std::unique_ptr<Ledger>> open(std::string const &file,
                                                            std::int64_t key_mark);
  /// An input. What the ledger has of the same content, and all that came after it, is not before
  /// it: an input that comes again finds what it found the first time. Standard input is never
  /// known again.
  [[nodiscard]] Result<void> begin(std::string const &path, std::string const &label);

  /// What follows is of this interchange; `claim` is its first claim.
  [[nodiscard]] Result<void> enter(std::uint64_t claim, std::string_view interchange,
                                   std::string_view sent);
  /// Where the hash was billed last, unless that was replaced or voided since.
  [[nodiscard]] Result<std::optional<Earlier>> find(std::int64_t hash);
  /// Claim `claim` of the input, which belongs to `account`, bills this.
  [[nodiscard]] Result<void> add(std::int64_t hash, std::uint64_t claim, std::int64_t account);
  /// Claim `claim` of the input replaces or voids what `account` had billed.
  [[nodiscard]] Result<void> amend(std::int64_t account, std::uint64_t claim);

  /// Writes what was added, for commit() to make it last. False where another input was committed
  /// since begin() that bills some of the same: then this one has to be read again, unless it
  /// cannot be.
  [[nodiscard]] Result<bool> write(std::string const &sha256, std::uint64_t bytes);
  [[nodiscard]] Result<void> commit();

 private:
  explicit Ledger(sqlite::Database database);
  [[nodiscard]] Result<void> prepare();
  [[nodiscard]] Result<void> renew();
  [[nodiscard]] Result<std::optional<Earlier>> find_here(std::int64_t hash);
  [[nodiscard]] Result<Earlier> describe(std::int64_t place);
  [[nodiscard]] Result<bool> billed_meanwhile();
  [[nodiscard]] Result<std::int64_t> take_id(std::string const &sha256, std::uint64_t bytes);

  sqlite::Database database_;
  std::string label_;
  std::int64_t newest_ = 0;  ///< the last input when this one was begun
  std::int64_t before_ = 0;  ///< what is before this place was billed before
  bool anything_here_ = false;
  bool repeatable_ = false;  ///< a file, which can be read again
  std::uint64_t looks_ = 0;
  bool reading_ = false;  ///< in a transaction that reads
  std::optional<sqlite::Transaction> transaction_;
  std::optional<sqlite::Statement> find_here_;
  std::optional<sqlite::Statement> find_;
  std::optional<sqlite::Statement> describe_;
  std::optional<sqlite::Statement> add_;
};

}  // namespace noc837::ledger
