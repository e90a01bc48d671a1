// SPDX-License-Identifier: Apache-2.0
#include "compare/text_records.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/printable.hpp"

namespace noc837::compare {
namespace {

/// Records that were all made at once, description included.
class ReadyRecords final : public Records {
 public:
  explicit ReadyRecords(std::vector<Record> records) : records_(std::move(records)) {}

  Result<std::optional<Record>> next() override {
    if (at_ == records_.size()) return std::nullopt;
    return std::move(records_[at_++]);
  }
  void describe(Record &) const override {}

 private:
  std::vector<Record> records_;
  std::size_t at_ = 0;
};

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find('\n'));
    out.push_back(line);
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
  return out;
}

std::vector<std::string> csv_fields(std::string_view row) {
  std::vector<std::string> out(1);
  bool quoted = false;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '"') {
      bool const doubled = quoted && i + 1 < row.size() && row[i + 1] == '"';
      if (doubled) out.back() += row[i++];
      if (!doubled) quoted = !quoted;
    } else if (row[i] == ',' && !quoted) {
      out.emplace_back();
    } else {
      out.back() += row[i];
    }
  }
  return out;
}

Record record_of(std::string kind, std::string_view text, std::uint64_t ordinal) {
  Record out;
  out.key = text;
  out.kind = std::move(kind);
  out.ordinal = ordinal;
  out.text = printable_utf8(text);
  return out;
}

}  // namespace

std::unique_ptr<Records> csv_records(std::string_view text) {
  auto const lines = lines_of(text);
  std::vector<Record> records;
  auto const names = lines.empty() ? std::vector<std::string>() : csv_fields(lines.front());
  for (std::size_t row = 0; row < lines.size(); ++row) {
    auto record = record_of(row == 0 ? "header" : "row", lines[row], row);
    auto const values = csv_fields(lines[row]);
    for (std::size_t i = 0; i < values.size(); ++i) {
      auto name = i < names.size() ? names[i] : "column " + std::to_string(i + 1);
      record.fields.push_back({std::move(name), printable_utf8(values[i])});
    }
    records.push_back(std::move(record));
  }
  return std::make_unique<ReadyRecords>(std::move(records));
}

std::unique_ptr<Records> json_records(std::string_view text) {
  auto const json = nlohmann::ordered_json::parse(text, nullptr, false);
  if (json.is_discarded()) return line_records(text);
  std::vector<Record> records;
  auto const flat = json.flatten();
  for (auto const &[path, value] : flat.items()) {
    auto const shown = value.dump();
    auto record = record_of(path, fmt::format("{}: {}", path, shown), 0);
    record.fields.push_back({"value", printable_utf8(shown)});
    records.push_back(std::move(record));
  }
  return std::make_unique<ReadyRecords>(std::move(records));
}

std::unique_ptr<Records> line_records(std::string_view text) {
  std::vector<Record> records;
  for (auto const line : lines_of(text)) {
    auto record = record_of("line", line, records.size() + 1);
    record.fields.push_back({"text", record.text});
    records.push_back(std::move(record));
  }
  return std::make_unique<ReadyRecords>(std::move(records));
}

}  // namespace noc837::compare
