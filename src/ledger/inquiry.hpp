// SPDX-License-Identifier: Apache-2.0
// DUP01 and DUP02 across runs: asks the ledger about the claims of one input.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "claims/claim.hpp"
#include "ledger/key.hpp"
#include "ledger/ledger.hpp"
#include "rules/rule.hpp"

namespace noc837::ledger {

/// A ledger and its key.
struct Access {
  std::string file;
  Key key;
};

/// Takes the claims with drug lines of an input in their order. Nothing stays in the ledger before
/// commit().
class Inquiry {
 public:
  /// `path` is the input's, "-" for standard input; `label` is how its user named it.
  [[nodiscard]] static Result<std::unique_ptr<Inquiry>> open(Access const &access,
                                                             std::string const &path,
                                                             std::string const &label);

  /// What of claim `number` of the input, from 1, was billed before: the claim as a whole, or else
  /// single doses. A replacement or void (frequency 7, 8) bills nothing twice.
  [[nodiscard]] Result<rules::Findings> look(claims::Claim const &claim, std::uint64_t number);
  /// The claim looked at last goes out: it is billed from now on.
  [[nodiscard]] Result<void> bill();

  /// Writes what was billed to the ledger, for commit() to make it last. False where another input
  /// did the same meanwhile: then the ledger is unchanged and the input has to be read again.
  [[nodiscard]] Result<bool> write(std::string const &sha256, std::uint64_t bytes) {
    return ledger_->write(sha256, bytes);
  }
  [[nodiscard]] Result<void> commit() { return ledger_->commit(); }

 private:
  Inquiry(Key const &key, std::unique_ptr<Ledger> ledger) : key_(key), ledger_(std::move(ledger)) {}
  [[nodiscard]] Result<void> note_interchange(claims::Levels const &levels);
  void take(claims::Claim const &claim, std::uint64_t number);

  Key key_;
  std::unique_ptr<Ledger> ledger_;
  std::string interchange_;  ///< ISA13, then the day that it was sent
  std::string sent_;

  // Of the claim looked at last.
  std::uint64_t number_ = 0;
  bool amends_ = false;
  bool voids_ = false;
  std::int64_t account_ = 0;
  std::int64_t claim_ = 0;
  struct Dose {
    std::int64_t hash;
    claims::DrugLine const *line;
  };
  std::vector<Dose> doses_;
};

}  // namespace noc837::ledger
