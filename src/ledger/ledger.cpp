// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <filesystem>
#include <limits>
#include <utility>

#include "base/printable.hpp"
#include "io/digest.hpp"
#include "ledger/schema.hpp"

namespace noc837::ledger {
namespace {

namespace fs = std::filesystem;
using sqlite::Statement;

// What the input at hand had so far. It may be large: SQLite keeps it in a file without a name
// once it is.
constexpr char const *pending_tables = R"sql(
CREATE TEMP TABLE pending (hash INTEGER NOT NULL, claim INTEGER NOT NULL, account INTEGER NOT NULL,
  PRIMARY KEY (hash, claim)) WITHOUT ROWID;
CREATE TEMP TABLE pending_amended (account INTEGER NOT NULL, claim INTEGER NOT NULL,
  PRIMARY KEY (account, claim)) WITHOUT ROWID;
CREATE TEMP TABLE pending_interchange (claim INTEGER PRIMARY KEY, control TEXT NOT NULL,
  sent TEXT NOT NULL);
)sql";

constexpr char const *find_pending = R"sql(
SELECT claim FROM temp.pending p WHERE hash = ?1 AND NOT EXISTS (
  SELECT 1 FROM temp.pending_amended a WHERE a.account = p.account AND a.claim > p.claim)
ORDER BY claim DESC LIMIT 1)sql";

constexpr char const *find_billed = R"sql(
SELECT place FROM main.billed b WHERE hash = ?1 AND place < ?2
  AND NOT EXISTS (SELECT 1 FROM temp.pending_amended a WHERE a.account = b.account)
  AND NOT EXISTS (SELECT 1 FROM main.amended a
    WHERE a.account = b.account AND a.place > b.place AND a.place < ?2)
ORDER BY place DESC LIMIT 1)sql";

constexpr char const *describe_place = R"sql(
SELECT i.file, c.control, c.sent FROM input i, interchange c
WHERE i.id = ?1 AND c.place <= ?2 ORDER BY c.place DESC LIMIT 1)sql";

/// Look-ups in one transaction: beginning one costs more than a look-up. But as long as one goes
/// on, what others write piles up in the write-ahead log.
constexpr std::uint64_t looks_at_a_time = 1000;

/// Prepares and binds in one breath.
template <class... Values>
Result<Statement> prepared(sqlite::Database &database, char const *text, Values const &...values) {
  auto statement = database.prepare(text);
  if (!statement) return statement;
  int parameter = 1;
  (statement->bind(parameter++, values), ...);
  return statement;
}

template <class... Values>
Result<void> run(sqlite::Database &database, char const *text, Values const &...values) {
  auto statement = prepared(database, text, values...);
  return statement ? statement->run() : Result<void>(tl::unexpected(statement.error()));
}

/// The first column of the first row; nothing where there is none.
template <class... Values>
Result<std::optional<std::int64_t>> number(sqlite::Database &database, char const *text,
                                           Values const &...values) {
  auto statement = prepared(database, text, values...);
  if (!statement) return tl::unexpected(statement.error());
  auto const row = statement->step();
  if (!row) return tl::unexpected(row.error());
  return *row ? std::optional(statement->number(0)) : std::nullopt;
}

Result<void> check_key(sqlite::Database &database, std::string const &file, std::int64_t mark) {
  auto const known = number(database, "SELECT mark FROM key");
  if (!known) return tl::unexpected(known.error());
  if (*known == mark) return {};
  if (!*known) {
    // Of several that come at once the first one leaves its mark.
    auto done =
        run(database, "INSERT INTO key SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM key)", mark);
    return done ? check_key(database, file, mark) : done;
  }
  return with_file(
      fail(Fault::usage, "was kept with another key", "the key that it was begun with").value(),
      file);
}

}  // namespace

Ledger::Ledger(sqlite::Database database) : database_(std::move(database)) {}

Result<std::unique_ptr<Ledger>> Ledger::open(std::string const &file, std::int64_t key_mark) {
  auto database = open_database(file);
  if (!database) return tl::unexpected(database.error());
  if (auto done = check_key(*database, file, key_mark); !done) return tl::unexpected(done.error());
  std::unique_ptr<Ledger> ledger(new Ledger(std::move(*database)));
  if (auto done = ledger->prepare(); !done) return tl::unexpected(done.error());
  return ledger;
}

Result<void> Ledger::prepare() {
  if (auto done = database_.run(pending_tables); !done) return done;
  auto const make = [&](std::optional<Statement> &statement, char const *text) -> Result<void> {
    auto made = database_.prepare(text);
    if (!made) return tl::unexpected(made.error());
    statement.emplace(std::move(*made));
    return {};
  };
  if (auto done = make(find_here_, find_pending); !done) return done;
  if (auto done = make(find_, find_billed); !done) return done;
  if (auto done = make(describe_, describe_place); !done) return done;
  return make(add_, "INSERT OR IGNORE INTO temp.pending VALUES (?1, ?2, ?3)");
}

Result<void> Ledger::begin(std::string const &path, std::string const &label) {
  label_ = printable_utf8(label);
  if (auto done = database_.run("BEGIN"); !done) return done;
  reading_ = true;
  auto const newest = number(database_, "SELECT max(id) FROM input");
  if (!newest) return tl::unexpected(newest.error());
  newest_ = newest->value_or(0);
  before_ = std::numeric_limits<std::int64_t>::max();
  // Only a file of the size of one that is known can be that one: others are not read twice.
  std::error_code error;
  repeatable_ = path != "-" && fs::is_regular_file(path, error);
  if (!repeatable_) return {};
  auto const bytes = static_cast<std::int64_t>(fs::file_size(path, error));
  auto const candidate = number(database_, "SELECT 1 FROM input WHERE bytes = ?1", bytes);
  if (!candidate) return tl::unexpected(candidate.error());
  if (error || !*candidate) return {};
  auto const sha256 = io::sha256_of(path);
  if (!sha256) return tl::unexpected(sha256.error());
  auto const id = number(database_, "SELECT id FROM input WHERE sha256 = ?1", *sha256);
  if (!id) return tl::unexpected(id.error());
  if (*id) before_ = place_of(**id, 0);
  return {};
}

Result<void> Ledger::renew() {
  return database_.run("COMMIT; BEGIN");
}

Result<void> Ledger::enter(std::uint64_t claim, std::string_view interchange,
                           std::string_view sent) {
  return run(database_, "INSERT OR IGNORE INTO temp.pending_interchange VALUES (?1, ?2, ?3)",
             static_cast<std::int64_t>(claim), std::string_view(printable_utf8(interchange)), sent);
}

Result<std::optional<Earlier>> Ledger::find(std::int64_t hash) {
  if (++looks_ % looks_at_a_time == 0) {
    if (auto done = renew(); !done) return tl::unexpected(done.error());
  }
  if (auto here = find_here(hash); !here || *here) return here;
  find_->reset();
  auto const row = find_->bind(1, hash).bind(2, before_).step();
  if (!row) return tl::unexpected(row.error());
  if (!*row) return std::nullopt;
  auto const place = find_->number(0);
  find_->reset();
  auto earlier = describe(place);
  if (!earlier) return tl::unexpected(earlier.error());
  return std::move(*earlier);
}

/// In the input at hand.
Result<std::optional<Earlier>> Ledger::find_here(std::int64_t hash) {
  if (!anything_here_) return std::nullopt;
  find_here_->reset();
  auto const row = find_here_->bind(1, hash).step();
  if (!row) return tl::unexpected(row.error());
  if (!*row) return std::nullopt;
  Earlier earlier;
  earlier.claim = static_cast<std::uint64_t>(find_here_->number(0));
  find_here_->reset();
  return earlier;
}

Result<Earlier> Ledger::describe(std::int64_t place) {
  auto const input = place >> claim_bits;
  describe_->reset();
  auto const row = describe_->bind(1, input).bind(2, place).step();
  if (!row) return tl::unexpected(row.error());
  Earlier earlier;
  if (*row) earlier = {describe_->text(0), describe_->text(1), describe_->text(2)};
  describe_->reset();
  earlier.claim = static_cast<std::uint64_t>(place - place_of(input, 0));
  return earlier;
}

Result<void> Ledger::add(std::int64_t hash, std::uint64_t claim, std::int64_t account) {
  anything_here_ = true;
  return add_->bind(1, hash).bind(2, static_cast<std::int64_t>(claim)).bind(3, account).run();
}

Result<void> Ledger::amend(std::int64_t account, std::uint64_t claim) {
  return run(database_, "INSERT OR IGNORE INTO temp.pending_amended VALUES (?1, ?2)", account,
             static_cast<std::int64_t>(claim));
}

Result<bool> Ledger::write(std::string const &sha256, std::uint64_t bytes) {
  if (std::exchange(reading_, false)) {
    if (auto done = database_.run("COMMIT"); !done) return tl::unexpected(done.error());
  }
  auto transaction = sqlite::Transaction::begin(database_);
  if (!transaction) return tl::unexpected(transaction.error());
  if (auto meanwhile = billed_meanwhile(); !meanwhile || *meanwhile) {
    if (!meanwhile) return meanwhile;
    return false;
  }
  auto const id = take_id(sha256, bytes);
  if (!id) return tl::unexpected(id.error());
  for (auto const *text :
       {"INSERT OR IGNORE INTO interchange"
        " SELECT ?1 << 32 | claim, control, sent FROM temp.pending_interchange",
        "INSERT OR IGNORE INTO amended"
        " SELECT account, ?1 << 32 | claim FROM temp.pending_amended ORDER BY account",
        "INSERT OR IGNORE INTO billed"
        " SELECT hash, ?1 << 32 | claim, account FROM temp.pending ORDER BY hash"}) {
    if (auto done = run(database_, text, *id); !done) return tl::unexpected(done.error());
  }
  transaction_.emplace(std::move(*transaction));
  return true;
}

/// True where an input that was committed since this one was begun bills some of the same.
Result<bool> Ledger::billed_meanwhile() {
  if (!repeatable_) return false;
  auto const newest = number(database_, "SELECT max(id) FROM input");
  if (!newest) return tl::unexpected(newest.error());
  if (newest->value_or(0) <= newest_) return false;
  auto const same = number(database_,
                           "SELECT 1 FROM temp.pending p CROSS JOIN main.billed b"
                           " ON b.hash = p.hash WHERE b.place >= ?1 AND b.place < ?2 LIMIT 1",
                           place_of(newest_ + 1, 0), before_);
  if (!same) return tl::unexpected(same.error());
  return same->has_value();
}

/// The number of the input: its own where it comes again.
Result<std::int64_t> Ledger::take_id(std::string const &sha256, std::uint64_t bytes) {
  auto const day = fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)));
  auto done = run(database_,
                  "INSERT INTO input (sha256, bytes, file, day) VALUES (?1, ?2, ?3, ?4)"
                  " ON CONFLICT DO NOTHING",
                  sha256, static_cast<std::int64_t>(bytes), label_, day);
  if (!done) return tl::unexpected(done.error());
  auto const id = number(database_, "SELECT id FROM input WHERE sha256 = ?1", sha256);
  if (!id) return tl::unexpected(id.error());
  return id->value();
}

Result<void> Ledger::commit() {
  auto done = transaction_->commit();
  transaction_.reset();
  return done;
}

}  // namespace noc837::ledger
