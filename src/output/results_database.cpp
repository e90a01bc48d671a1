// SPDX-License-Identifier: Apache-2.0
#include "output/results_database.hpp"

#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "base/printable.hpp"
#include "output/findings.hpp"
#include "output/lines.hpp"

namespace noc837::output {
namespace {

/// "N837": tells our databases from those of other programs.
constexpr sqlite::Stamp ours{.application = 0x4E383337, .version = 1};
/// Milliseconds to wait for others, who may have millions of rows to copy.
constexpr int patience = 600'000;

/// The columns of a table of records; `file` is in table input.
template <class Record>
std::string column_list(std::span<Column<Record> const> columns, bool with_types) {
  std::string out;
  for (auto const &column : columns) {
    if (column.name == "file") continue;
    out += fmt::format("{}\"{}\"", out.empty() ? "" : ", ", column.name);
    if (with_types) out += column.holds == Holds::position ? " INTEGER" : " TEXT NOT NULL";
  }
  return out;
}

// Charges are text in the tables, exact as they came. Sums are in cents, so that they are exact
// too.
constexpr char const *views = R"sql(
CREATE VIEW worklist AS
  SELECT i.file, f.claim, f.line, f.rule, f.message, f.element, f.before, f.suggestion, f.payer
  FROM finding f JOIN input i ON i.id = f.input
  WHERE f.status = 'flagged' ORDER BY i.file, f.offset;
CREATE VIEW correction AS
  SELECT i.file, f.claim, f.line, f.rule, f.element, f.before, f.after
  FROM finding f JOIN input i ON i.id = f.input
  WHERE f.status = 'corrected' ORDER BY i.file, f.offset;
CREATE VIEW findings_by_rule AS
  SELECT rule, name, sum(status = 'corrected') AS corrected, sum(status = 'flagged') AS flagged,
    sum(status = 'reported') AS reported
  FROM finding GROUP BY rule, name ORDER BY flagged DESC, rule;
CREATE VIEW charge_at_risk AS
  SELECT l.payer_id, l.payer_name, count(*) AS lines,
    sum(CAST(round(l.charge * 100) AS INTEGER)) AS cents
  FROM drug_line l WHERE EXISTS (
    SELECT 1 FROM finding f WHERE f.input = l.input AND f.status = 'flagged'
      AND f."set" = l."set" AND f."group" = l."group" AND f.interchange = l.interchange
      AND f.claim = l.claim AND (f.line = l.line OR f.line = ''))
  GROUP BY l.payer_id, l.payer_name ORDER BY cents DESC;
CREATE VIEW drug AS
  SELECT ndc, upper(text_name) AS name, count(*) AS lines,
    sum(CAST(round(charge * 100) AS INTEGER)) AS cents
  FROM drug_line GROUP BY ndc, upper(text_name) ORDER BY cents DESC;
)sql";

std::string schema() {
  return fmt::format(
             "CREATE TABLE input (id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE,\n"
             "  bytes INTEGER, claims INTEGER, lines INTEGER, drug_lines INTEGER,\n"
             "  claims_corrected INTEGER, claims_flagged INTEGER);\n"
             "CREATE TABLE finding (input INTEGER NOT NULL REFERENCES input ON DELETE CASCADE, "
             "{});\n"
             "CREATE TABLE drug_line (input INTEGER NOT NULL REFERENCES input ON DELETE "
             "CASCADE, {});\n"
             "CREATE INDEX finding_claim ON finding (input, claim);\n"
             "CREATE INDEX finding_rule ON finding (rule, status);\n"
             "CREATE INDEX drug_line_claim ON drug_line (input, claim);\n",
             column_list(finding_columns(), true), column_list(line_columns(), true)) +
         views;
}

/// True for a database of ours, false for an empty one.
Result<bool> has_schema(sqlite::Database &database, std::string const &file) {
  auto empty = database.empty();
  if (!empty) return empty;
  if (*empty) return false;
  auto const found = database.stamp();
  if (!found) return tl::unexpected(found.error());
  if (*found == ours) return true;
  auto failed = fail(Fault::output,
                     found->application == ours.application
                         ? fmt::format("is a results database of version {}", found->version)
                         : "is a database of another program",
                     fmt::format("a new file, or one of version {}", ours.version));
  failed.value().file = file;
  return failed;
}

Result<void> prepare_schema(sqlite::Database &database, std::string const &file) {
  auto found = has_schema(database, file);
  if (!found) return tl::unexpected(found.error());
  if (*found) return {};
  auto transaction = sqlite::Transaction::begin(database);
  if (!transaction) return tl::unexpected(transaction.error());
  found = has_schema(database, file);  // another may have been faster
  if (!found) return tl::unexpected(found.error());
  if (!*found) {
    if (auto done = database.run(schema()); !done) return done;
    if (auto done = database.set_stamp(ours); !done) return done;
  }
  return transaction->commit();
}

/// Tables for the records of one input. They need no journal: nobody misses them after a crash.
std::string waiting_tables() {
  return fmt::format(
      "PRAGMA foreign_keys = ON;\n"
      "PRAGMA temp.journal_mode = OFF;\n"
      "CREATE TEMP TABLE waiting_finding ({});\n"
      "CREATE TEMP TABLE waiting_drug_line ({});\n",
      column_list(finding_columns(), true), column_list(line_columns(), true));
}

}  // namespace

ResultsDatabase::ResultsDatabase(sqlite::Database database) : database_(std::move(database)) {}

Result<std::unique_ptr<ResultsDatabase>> ResultsDatabase::open(std::string const &file) {
  auto database = sqlite::Database::open(file, patience);
  if (!database) return tl::unexpected(database.error());
  if (auto done = prepare_schema(*database, file); !done) return tl::unexpected(done.error());
  if (auto done = database->run(waiting_tables()); !done) return tl::unexpected(done.error());
  return std::unique_ptr<ResultsDatabase>(new ResultsDatabase(std::move(*database)));
}

Result<void> ResultsDatabase::begin(std::string const &input) {
  input_ = printable_utf8(input);
  return database_.run("DELETE FROM waiting_finding; DELETE FROM waiting_drug_line;");
}

template <class Record>
Result<void> ResultsDatabase::insert(std::optional<sqlite::Statement> &statement, char const *table,
                                     std::span<Column<Record> const> columns, Row row) {
  if (!statement) {
    std::string places = "?";
    for (std::size_t i = 2; i < columns.size(); ++i) places += ",?";  // all but `file`
    auto prepared = database_.prepare(fmt::format("INSERT INTO waiting_{} ({}) VALUES ({})", table,
                                                  column_list(columns, false), places));
    if (!prepared) return tl::unexpected(prepared.error());
    statement.emplace(std::move(*prepared));
  }
  std::vector<std::string> values;  // live until the statement has run
  values.reserve(columns.size());
  int parameter = 1;
  auto next = row.begin();
  for (auto const &column : columns) {
    auto const &text = *next++;
    if (column.name == "file") continue;
    auto const value = std::string_view(values.emplace_back(printable_utf8(text)));
    std::int64_t number = 0;
    auto const *end = value.data() + value.size();
    if (column.holds == Holds::position && !value.empty() &&
        std::from_chars(value.data(), end, number).ptr == end) {
      statement->bind(parameter, number);
    } else {
      statement->bind(parameter, value);
    }
    ++parameter;
  }
  return statement->run();
}

Result<void> ResultsDatabase::finding(Row row) {
  return insert(finding_, "finding", finding_columns(), row);
}

Result<void> ResultsDatabase::line(Row row) {
  return insert(line_, "drug_line", line_columns(), row);
}

Result<void> ResultsDatabase::commit(Summary const &summary) {
  auto transaction = sqlite::Transaction::begin(database_);
  if (!transaction) return tl::unexpected(transaction.error());
  auto remove = database_.prepare("DELETE FROM input WHERE file = ?");
  if (!remove) return tl::unexpected(remove.error());
  if (auto done = remove->bind(1, input_).run(); !done) return done;
  auto insert = database_.prepare(
      "INSERT INTO input (file, bytes, claims, lines, drug_lines, claims_corrected, claims_flagged)"
      " VALUES (?, ?, ?, ?, ?, ?, ?)");
  if (!insert) return tl::unexpected(insert.error());
  int parameter = 1;
  insert->bind(parameter++, input_);
  for (auto const value : {summary.bytes, summary.claims, summary.lines, summary.drug_lines,
                           summary.claims_corrected, summary.claims_flagged}) {
    insert->bind(parameter++, static_cast<std::int64_t>(value));
  }
  if (auto done = insert->run(); !done) return done;
  auto const id = database_.last_row();
  auto const copy = [&](char const *table, std::string const &columns) {
    return database_.run(fmt::format(
        "INSERT INTO {0} (input, {1}) SELECT {2}, {1} FROM waiting_{0};", table, columns, id));
  };
  if (auto done = copy("finding", column_list(finding_columns(), false)); !done) return done;
  if (auto done = copy("drug_line", column_list(line_columns(), false)); !done) return done;
  return transaction->commit();
}

}  // namespace noc837::output
