// SPDX-License-Identifier: Apache-2.0
#include "ledger/schema.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <thread>

namespace noc837::ledger {
namespace {

/// "N83L": tells ledgers from other databases.
constexpr std::int64_t application_id = 0x4E38334C;

/// Each step makes the schema of the next version out of the one before it; the first one out of
/// an empty file. A step that was released is never changed.
constexpr std::array<char const *, 1> steps = {
    // 1: AUTOINCREMENT, because the numbers of inputs tell their order, also after pruning.
    R"sql(
CREATE TABLE key (mark INTEGER NOT NULL);
CREATE TABLE input (id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL, file TEXT NOT NULL, day TEXT NOT NULL);
CREATE INDEX input_bytes ON input (bytes);
CREATE TABLE interchange (place INTEGER PRIMARY KEY, control TEXT NOT NULL, sent TEXT NOT NULL);
CREATE TABLE billed (hash INTEGER NOT NULL, place INTEGER NOT NULL, account INTEGER NOT NULL,
  PRIMARY KEY (hash, place)) WITHOUT ROWID;
CREATE TABLE amended (account INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (account, place)) WITHOUT ROWID;
)sql"};

/// Readers do not wait for writers. Changing to it takes the file for a moment, for which SQLite
/// does not wait where two do it at once.
Result<void> use_write_ahead_log(sqlite::Database &database) {
  constexpr int most_tries = 100;
  for (int tries = 1;; ++tries) {
    auto done = database.run("PRAGMA journal_mode = WAL");
    if (done || tries == most_tries) return done;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
}

tl::unexpected<Error> refused(std::string what, std::string expected) {
  return fail(Fault::usage, std::move(what), std::move(expected));
}

/// Runs the steps that are missing. Nobody else can be at it meanwhile.
Result<void> bring_up_to_date(sqlite::Database &database) {
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return tl::unexpected(transaction.error());
  auto const empty = database.empty();
  if (!empty) return tl::unexpected(empty.error());
  auto const found = database.stamp();
  if (!found) return tl::unexpected(found.error());
  if (!*empty && found->application != application_id) {
    return refused("is a database of another kind", "a ledger, or a new file");
  }
  if (found->version > schema_version()) {
    return refused(fmt::format("is a ledger of version {}", found->version),
                   fmt::format("version {} or earlier", schema_version()));
  }
  for (auto step = static_cast<std::size_t>(found->version); step < steps.size(); ++step) {
    if (auto done = database.run(steps[step]); !done) return done;
  }
  if (auto done = database.set_stamp({application_id, schema_version()}); !done) return done;
  return transaction->commit();
}

}  // namespace

std::int64_t schema_version() {
  return static_cast<std::int64_t>(steps.size());
}

Result<sqlite::Database> open_database(std::string const &file) {
  auto database = sqlite::Database::open(file);
  if (!database) return database;
  auto const found = database->stamp();
  if (!found) return tl::unexpected(found.error());
  if (*found != sqlite::Stamp{application_id, schema_version()}) {
    if (auto done = bring_up_to_date(*database); !done) return with_file(done.error(), file);
  }
  if (auto done = use_write_ahead_log(*database); !done) return tl::unexpected(done.error());
  // The memory that a connection may take for pages of the file and of its own tables.
  if (auto done = database->run("PRAGMA cache_size = -16384; PRAGMA temp.cache_size = -8192");
      !done) {
    return tl::unexpected(done.error());
  }
  return database;
}

}  // namespace noc837::ledger
