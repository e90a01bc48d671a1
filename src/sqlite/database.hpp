// SPDX-License-Identifier: Apache-2.0
// SQLite behind values and results: no handle to free, no code to compare.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace noc837::sqlite {

/// A prepared statement. Parameters and columns count from 1 and 0, as SQLite has it.
class Statement {
 public:
  Statement(sqlite3_stmt *statement, std::string const &file);

  /// The text must live until the next step().
  Statement &bind(int parameter, std::string_view text);
  Statement &bind(int parameter, std::int64_t value);

  /// True where there is a row to read, false at the end.
  [[nodiscard]] Result<bool> step();
  /// Runs a statement that gives no rows, and makes it ready for new parameters.
  [[nodiscard]] Result<void> run();
  /// Makes the statement ready to run again; its parameters stay.
  void reset();

  [[nodiscard]] std::int64_t number(int column) const;
  [[nodiscard]] std::string text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt *statement) const;
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::string file_;
};

/// What tells whose a database is, and which schema it has.
struct Stamp {
  std::int64_t application = 0;  ///< PRAGMA application_id
  std::int64_t version = 0;      ///< PRAGMA user_version
  bool operator==(Stamp const &) const = default;
};

/// A database file. All failures are Fault::output and name the file.
class Database {
 public:
  /// Opens the file, or creates it readable by its owner only. Waits up to `patience` milliseconds
  /// where another process holds it. The first file's folder takes the temporary files of all.
  [[nodiscard]] static Result<Database> open(std::string const &file, int patience = 30'000);

  /// Runs statements without parameters, separated by semicolons.
  [[nodiscard]] Result<void> run(std::string const &statements);
  [[nodiscard]] Result<Statement> prepare(std::string const &statement);
  /// The first column of the first row, or `otherwise` where there is none.
  [[nodiscard]] Result<std::int64_t> number(std::string const &query, std::int64_t otherwise = 0);
  [[nodiscard]] std::int64_t last_row() const;

  /// True where there is no table yet.
  [[nodiscard]] Result<bool> empty();
  [[nodiscard]] Result<Stamp> stamp();
  [[nodiscard]] Result<void> set_stamp(Stamp const &stamp);

 private:
  struct Close {
    void operator()(sqlite3 *database) const;
  };
  Database(sqlite3 *database, std::string file);

  std::unique_ptr<sqlite3, Close> database_;
  std::string file_;
};

/// What was done since begin() is undone unless commit() was reached.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(Database &database);
  ~Transaction();
  Transaction(Transaction &&other) noexcept;
  Transaction(Transaction const &) = delete;
  Transaction &operator=(Transaction const &) = delete;
  Transaction &operator=(Transaction &&) = delete;

  [[nodiscard]] Result<void> commit();

 private:
  explicit Transaction(Database &database) : database_(&database) {}
  Database *database_;
};

}  // namespace noc837::sqlite
