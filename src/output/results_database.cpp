// SPDX-License-Identifier: Apache-2.0
#include "output/results_database.hpp"

#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "base/printable.hpp"

namespace noc837::output {
namespace {

constexpr std::int64_t schema_version = 1;
/// "N837": tells our databases from those of other programs.
constexpr std::int64_t application_id = 0x4E383337;

/// The columns of a table of records; `file` is in table input.
template <class Record>
std::string column_list(std::span<Column<Record> const> columns, bool with_types) {
  std::string out;
  for (auto const &column : columns) {
    if (column.name == "file") continue;
    out += fmt::format(", \"{}\"", column.name);
    if (with_types) out += column.number ? " INTEGER" : " TEXT NOT NULL";
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
             "BEGIN;\n"
             "CREATE TABLE input (id INTEGER PRIMARY KEY, file TEXT NOT NULL UNIQUE,\n"
             "  bytes INTEGER, claims INTEGER, lines INTEGER, drug_lines INTEGER,\n"
             "  claims_corrected INTEGER, claims_flagged INTEGER);\n"
             "CREATE TABLE finding (input INTEGER NOT NULL REFERENCES input ON DELETE CASCADE{});\n"
             "CREATE TABLE drug_line (input INTEGER NOT NULL REFERENCES input ON DELETE "
             "CASCADE{});\n"
             "CREATE INDEX finding_claim ON finding (input, claim);\n"
             "CREATE INDEX finding_rule ON finding (rule, status);\n"
             "CREATE INDEX drug_line_claim ON drug_line (input, claim);\n",
             column_list(finding_columns(), true), column_list(line_columns(), true)) +
         views +
         fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT;",
                     application_id, schema_version);
}

Result<void> prepare_schema(sqlite::Database &database, std::string const &file) {
  auto const tables = database.number("SELECT count(*) FROM sqlite_schema");
  auto const application = database.number("PRAGMA application_id");
  auto const version = database.number("PRAGMA user_version");
  for (auto const *value : {&tables, &application, &version}) {
    if (!*value) return tl::unexpected(value->error());
  }
  if (*tables == 0) return database.run(schema());
  if (*application == application_id && *version == schema_version) return {};
  auto failed = fail(Fault::output,
                     *application == application_id
                         ? fmt::format("is a results database of version {}", *version)
                         : "is a database of another program",
                     fmt::format("a new file, or one of version {}", schema_version));
  failed.value().file = file;
  return failed;
}

}  // namespace

ResultsDatabase::ResultsDatabase(sqlite::Database database) : database_(std::move(database)) {}

Result<std::unique_ptr<ResultsDatabase>> ResultsDatabase::open(std::string const &file) {
  auto database = sqlite::Database::open(file);
  if (!database) return tl::unexpected(database.error());
  if (auto done = prepare_schema(*database, file); !done) return tl::unexpected(done.error());
  if (auto done = database->run("PRAGMA foreign_keys = ON"); !done) {
    return tl::unexpected(done.error());
  }
  return std::unique_ptr<ResultsDatabase>(new ResultsDatabase(std::move(*database)));
}

Result<void> ResultsDatabase::begin(std::string const &input) {
  transaction_.reset();
  auto transaction = sqlite::Transaction::begin(database_);
  if (!transaction) return tl::unexpected(transaction.error());
  transaction_.emplace(std::move(*transaction));
  auto const name = printable_utf8(input);
  for (auto const *text :
       {"DELETE FROM input WHERE file = ?", "INSERT INTO input (file) VALUES (?)"}) {
    auto statement = database_.prepare(text);
    if (!statement) return tl::unexpected(statement.error());
    if (auto done = statement->bind(1, name).run(); !done) return done;
  }
  input_ = database_.last_row();
  return {};
}

template <class Record>
Result<void> ResultsDatabase::insert(std::optional<sqlite::Statement> &statement, char const *table,
                                     std::span<Column<Record> const> columns,
                                     Record const &record) {
  if (!statement) {
    std::string places(2 * (columns.size() - 1), '?');
    for (std::size_t i = 0; i < places.size(); i += 2) places[i] = ',';
    auto prepared = database_.prepare(fmt::format("INSERT INTO {} (input{}) VALUES (?{})", table,
                                                  column_list(columns, false), places));
    if (!prepared) return tl::unexpected(prepared.error());
    statement.emplace(std::move(*prepared));
  }
  statement->bind(1, input_);
  std::vector<std::string> values;  // live until the statement has run
  values.reserve(columns.size());
  int parameter = 2;
  for (auto const &column : columns) {
    if (column.name == "file") continue;
    auto const value = std::string_view(values.emplace_back(printable_utf8(column.value(record))));
    std::int64_t number = 0;
    auto const *end = value.data() + value.size();
    if (column.number && !value.empty() && std::from_chars(value.data(), end, number).ptr == end) {
      statement->bind(parameter, number);
    } else {
      statement->bind(parameter, value);
    }
    ++parameter;
  }
  return statement->run();
}

Result<void> ResultsDatabase::finding(FindingRecord const &record) {
  return insert(finding_, "finding", finding_columns(), record);
}

Result<void> ResultsDatabase::line(LineRecord const &record) {
  return insert(line_, "drug_line", line_columns(), record);
}

Result<void> ResultsDatabase::commit(Summary const &summary) {
  auto statement = database_.prepare(
      "UPDATE input SET bytes = ?, claims = ?, lines = ?, drug_lines = ?, claims_corrected = ?,"
      " claims_flagged = ? WHERE id = ?");
  if (!statement) return tl::unexpected(statement.error());
  int parameter = 1;
  for (auto const value : {summary.bytes, summary.claims, summary.lines, summary.drug_lines,
                           summary.claims_corrected, summary.claims_flagged}) {
    statement->bind(parameter++, static_cast<std::int64_t>(value));
  }
  if (auto done = statement->bind(parameter, input_).run(); !done) return done;
  auto done = transaction_->commit();
  transaction_.reset();
  return done;
}

}  // namespace noc837::output
