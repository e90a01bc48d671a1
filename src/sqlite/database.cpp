// SPDX-License-Identifier: Apache-2.0
#include "sqlite/database.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <mutex>
#include <utility>

#include "io/temporaries.hpp"

namespace noc837::sqlite {
namespace {

tl::unexpected<Error> failure(std::string const &file, std::string what) {
  auto failed = fail(Fault::output, "database: " + std::move(what));
  failed.value().file = file;
  return failed;
}

tl::unexpected<Error> failure(std::string const &file, sqlite3 *database) {
  return failure(file, sqlite3_errmsg(database));
}

/// SQLite creates files with the user's mask; claims are for their owner only.
void create_private(std::string const &file) {
  int const descriptor = ::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
}

/// Temporary files of SQLite have a name for a moment, and there is one place for those of all
/// databases: a folder beside the first, which goes with the process.
Result<void> keep_temporaries_beside(std::string const &file) {
  static std::mutex mutex;
  static std::unique_ptr<io::ScratchFolder> folder;
  std::lock_guard const lock(mutex);
  if (folder) return {};
  auto made = io::ScratchFolder::create(std::filesystem::absolute(file).string() + ".parts");
  if (!made) return tl::unexpected(made.error());
  folder = std::move(*made);
  sqlite3_temp_directory = sqlite3_mprintf("%s", folder->path().c_str());
  return {};
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt *statement) const {
  sqlite3_finalize(statement);
}

Statement::Statement(sqlite3_stmt *statement, std::string const &file)
    : statement_(statement), file_(file) {}

Statement &Statement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_STATIC,
                      SQLITE_UTF8);
  return *this;
}

Statement &Statement::bind(int parameter, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), parameter, value);
  return *this;
}

Result<bool> Statement::step() {
  switch (sqlite3_step(statement_.get())) {
    case SQLITE_ROW:
      return true;
    case SQLITE_DONE:
      return false;
    default:
      return failure(file_, sqlite3_db_handle(statement_.get()));
  }
}

Result<void> Statement::run() {
  auto const done = step();
  reset();
  if (!done) return tl::unexpected(done.error());
  return {};
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
  auto const *bytes = reinterpret_cast<char const *>(sqlite3_column_text(statement_.get(), column));
  auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

void Database::Close::operator()(sqlite3 *database) const {
  sqlite3_close(database);
}

Database::Database(sqlite3 *database, std::string file)
    : database_(database), file_(std::move(file)) {}

Result<Database> Database::open(std::string const &file, int patience) {
  create_private(file);
  if (auto done = keep_temporaries_beside(file); !done) return tl::unexpected(done.error());
  sqlite3 *handle = nullptr;
  int const code =
      sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  Database database(handle, file);
  if (code != SQLITE_OK) return failure(file, handle);
  sqlite3_busy_timeout(handle, patience);
  // Tells a file of another kind at once, not at the first insert.
  if (auto done = database.number("PRAGMA schema_version"); !done) {
    return tl::unexpected(done.error());
  }
  return database;
}

Result<void> Database::run(std::string const &statements) {
  if (sqlite3_exec(database_.get(), statements.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return failure(file_, database_.get());
  }
  return {};
}

Result<Statement> Database::prepare(std::string const &statement) {
  sqlite3_stmt *prepared = nullptr;
  if (sqlite3_prepare_v2(database_.get(), statement.c_str(), -1, &prepared, nullptr) != SQLITE_OK) {
    return failure(file_, database_.get());
  }
  return Statement(prepared, file_);
}

Result<std::int64_t> Database::number(std::string const &query, std::int64_t otherwise) {
  auto statement = prepare(query);
  if (!statement) return tl::unexpected(statement.error());
  auto const row = statement->step();
  if (!row) return tl::unexpected(row.error());
  return *row ? statement->number(0) : otherwise;
}

std::int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(database_.get());
}

Result<bool> Database::empty() {
  auto const tables = number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tl::unexpected(tables.error());
  return *tables == 0;
}

Result<Stamp> Database::stamp() {
  auto const application = number("PRAGMA application_id");
  if (!application) return tl::unexpected(application.error());
  auto const version = number("PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  return Stamp{*application, *version};
}

Result<void> Database::set_stamp(Stamp const &stamp) {
  return run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", stamp.application,
                         stamp.version));
}

Result<Transaction> Transaction::begin(Database &database) {
  if (auto done = database.run("BEGIN IMMEDIATE"); !done) return tl::unexpected(done.error());
  return Transaction(database);
}

Transaction::Transaction(Transaction &&other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
  if (database_ != nullptr) static_cast<void>(database_->run("ROLLBACK"));
}

Result<void> Transaction::commit() {
  auto done = database_->run("COMMIT");
  if (done) database_ = nullptr;
  return done;
}

}  // namespace noc837::sqlite
