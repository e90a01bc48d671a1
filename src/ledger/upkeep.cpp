// SPDX-License-Identifier: Apache-2.0
#include "ledger/upkeep.hpp"

#include <filesystem>

#include "ledger/schema.hpp"

namespace noc837::ledger {
namespace {

/// Opens a ledger that is there.
Result<sqlite::Database> open_existing(std::string const &file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return with_file(fail(Fault::usage, "there is no such file", "a ledger").value(), file);
  }
  return open_database(file);
}

Result<Stats> stats_of(sqlite::Database &database) {
  Stats out;
  auto statement = database.prepare(
      "SELECT (SELECT count(*) FROM input), (SELECT count(*) FROM billed),"
      " (SELECT count(*) FROM amended), (SELECT min(day) FROM input),"
      " (SELECT max(day) FROM input)");
  if (!statement) return tl::unexpected(statement.error());
  if (auto const row = statement->step(); !row) return tl::unexpected(row.error());
  out.inputs = statement->number(0);
  out.entries = statement->number(1);
  out.amended = statement->number(2);
  out.first_day = statement->text(3);
  out.last_day = statement->text(4);
  out.version = schema_version();
  return out;
}

/// One transaction of a statement with a day and a range of hashes.
Result<void> forget(sqlite::Database &database, char const *text, std::string const &day,
                    std::int64_t first, std::int64_t last) {
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return tl::unexpected(transaction.error());
  auto statement = database.prepare(text);
  if (!statement) return tl::unexpected(statement.error());
  if (auto done = statement->bind(1, day).bind(2, first).bind(3, last).run(); !done) return done;
  return transaction->commit();
}

/// Deletes rows of old inputs a slice of the hashes at a time, so that others get their turn.
Result<void> forget_rows(sqlite::Database &database, char const *text, std::string const &day) {
  constexpr unsigned slice_bits = 6;
  constexpr unsigned rest_bits = 64 - slice_bits;
  for (std::uint64_t slice = 0; slice < 1U << slice_bits; ++slice) {
    auto const first = slice << rest_bits;
    auto const last = first | ((std::uint64_t{1} << rest_bits) - 1);
    auto done = forget(database, text, day, static_cast<std::int64_t>(first),
                       static_cast<std::int64_t>(last));
    if (!done) return done;
  }
  return {};
}

}  // namespace

Result<Stats> stats(std::string const &file) {
  auto database = open_existing(file);
  if (!database) return tl::unexpected(database.error());
  return stats_of(*database);
}

Result<Stats> prune(std::string const &file, std::string const &day) {
  auto database = open_existing(file);
  if (!database) return tl::unexpected(database.error());
  // Inputs go last: what is stopped on the way is finished by the next run.
  for (auto const *text : {"DELETE FROM billed WHERE hash BETWEEN ?2 AND ?3"
                           " AND place >> 32 IN (SELECT id FROM input WHERE day < ?1)",
                           "DELETE FROM amended WHERE account BETWEEN ?2 AND ?3"
                           " AND place >> 32 IN (SELECT id FROM input WHERE day < ?1)"}) {
    if (auto done = forget_rows(*database, text, day); !done) return tl::unexpected(done.error());
  }
  for (auto const *text :
       {"DELETE FROM interchange WHERE place >> 32 IN (SELECT id FROM input WHERE day < ?1)",
        "DELETE FROM input WHERE day < ?1"}) {
    if (auto done = forget(*database, text, day, 0, 0); !done) return tl::unexpected(done.error());
  }
  return stats_of(*database);
}

}  // namespace noc837::ledger
