// SPDX-License-Identifier: Apache-2.0
// The CMS crosswalk of NDCs to HCPCS codes: a quarter's CSV with title lines above its header.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "grammar/ndc.hpp"
#include "grammar/quantity.hpp"
#include "tables/delimited.hpp"
#include "tables/import.hpp"
#include "tables/tables.hpp"

namespace noc837::tables {
namespace {

constexpr std::size_t code_size = 5;
/// The header is looked for no further down; published files have eight or nine lines above it.
constexpr std::size_t most_title_rows = 60;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<int> read_year(std::string_view text) {
  constexpr std::size_t size = 4;
  if (text.size() < size || !std::all_of(text.begin(), text.begin() + size, is_digit) ||
      (text.size() > size && is_digit(text[size]))) {
    return std::nullopt;
  }
  int year = 0;
  std::from_chars(text.data(), text.data() + size, year);
  return year >= 2000 && year < 2100 ? std::optional(year) : std::nullopt;
}

Quarter quarter_of(int year, unsigned number) {
  using namespace std::chrono;
  auto const first = std::chrono::year(year) / month(number * 3 - 2) / 1;
  auto const next = first + months(3);
  return {day_of(first), day_of(next) - 1};
}

/// "_2026_CODE", "HCPCS Code", or a name that begins as the one of 2026 does.
bool is_code_column(std::string const &name) {
  return name == "HCPCSCODE" || name.starts_with("HCPCSLEVELIICODE") ||
         (name.size() == 8 && name.ends_with("CODE") && read_year(name.substr(0, 4)));
}

/// Where the columns of a crosswalk are.
struct CrosswalkColumns {
  std::size_t code = 0;
  std::size_t ndc = 0;
  std::optional<std::size_t> dosage, description, drug, labeler;
  std::array<std::optional<std::size_t>, 4> numbers;

  /// Nothing where this row is no header.
  static std::optional<CrosswalkColumns> of(Fields const &names) {
    Columns const columns(names);
    auto const code = std::find_if(names.begin(), names.end(), [](std::string const &name) {
      return is_code_column(Columns::folded(name));
    });
    auto const ndc = columns.find({"NDC2", "NDC", "NDC or ALTERNATE ID"});
    if (code == names.end() || !ndc) return std::nullopt;
    CrosswalkColumns out;
    out.code = static_cast<std::size_t>(code - names.begin());
    out.ndc = *ndc;
    out.dosage = columns.find({"HCPCS dosage", "HCPCS Code Dosage", "Dosage"});
    out.description = columns.find({"Short Description", "Short Descriptor"});
    out.drug = columns.find({"Drug Name"});
    out.labeler = columns.find({"LABELER NAME"});
    out.numbers = {columns.find({"PKG SIZE", "Package Size"}),
                   columns.find({"PKG QTY", "Package Quantity"}),
                   columns.find({"BILLUNITS", "Billable Units"}),
                   columns.find({"BILLUNITSPKG", "Billable Units Per Package"})};
    return out;
  }
};

/// A number as spreadsheets write it: "1,000", ".5". Nothing where it is none.
std::optional<StoredDecimal> read_number(std::string_view text) {
  if (text.empty()) return StoredDecimal{};
  auto const plain = grammar::plain_number(text);
  auto const value = plain ? grammar::read_decimal(*plain) : std::nullopt;
  if (!value || value->negative()) return std::nullopt;
  std::string digits = value->to_string();
  auto const point = digits.find('.');
  std::int64_t const scale =
      point == std::string::npos ? 0 : static_cast<std::int64_t>(digits.size() - point - 1);
  if (point != std::string::npos) digits.erase(point, 1);
  StoredDecimal out{0, scale};
  std::from_chars(digits.data(), digits.data() + digits.size(), out.mantissa);
  return out;
}

/// The row of one code; the reason where it has no use.
tl::expected<CrosswalkRow, std::string> read_row(Fields const &fields, CrosswalkColumns const &at) {
  CrosswalkRow row;
  row.code = edi::upper(field(fields, at.code));
  auto const typed = field(fields, at.ndc);
  auto const ndc = ndc_number(grammar::read_ndc(typed).eleven);
  if (!ndc) return tl::unexpected(fmt::format("'{}' of {} is no NDC", typed, row.code));
  row.ndc = *ndc;
  row.dosage = field(fields, at.dosage);
  row.description = field(fields, at.description);
  row.drug = field(fields, at.drug);
  row.labeler = field(fields, at.labeler);
  for (std::size_t i = 0; i < row.numbers.size(); ++i) {
    auto const text = field(fields, at.numbers[i]);
    auto const number = read_number(text);
    if (!number) return tl::unexpected(fmt::format("'{}' of {} is no number", text, row.code));
    row.numbers[i] = *number;
  }
  return row;
}

/// Of a code row the first column has a HCPCS code; notes at the end of the file do not.
bool is_code(std::string_view text) {
  return text.size() == code_size && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
         });
}

}  // namespace

std::optional<Quarter> read_quarter(std::string_view text) {
  if (text.size() == 6 && (text[4] == 'Q' || text[4] == 'q') && text[5] >= '1' && text[5] <= '4') {
    auto const year = read_year(text.substr(0, 4));
    if (year) return quarter_of(*year, static_cast<unsigned>(text[5] - '0'));
  }
  constexpr std::array<std::string_view, 4> months = {"JANUARY", "APRIL", "JULY", "OCTOBER"};
  std::string const upper = edi::upper(text);
  for (unsigned number = 1; number <= months.size(); ++number) {
    auto const month = months[number - 1];
    for (auto at = upper.find(month); at != std::string::npos; at = upper.find(month, at + 1)) {
      // "July 2026", "July 1, 2026" and, in file names, "july-2026" or "July_2026".
      std::string_view rest = std::string_view(upper).substr(at + month.size());
      auto const skip = [&rest](std::string_view what) {
        rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of(what)));
      };
      skip(" -_");
      if (rest.starts_with("1,") || rest.starts_with("1 ")) {
        rest.remove_prefix(2);
        skip(" ");
      }
      if (auto const year = read_year(rest)) return quarter_of(*year, number);
    }
  }
  return std::nullopt;
}

std::string quarter_name(Quarter const &quarter) {
  auto const first = date_of(quarter.first_day);
  return fmt::format("{}Q{}", static_cast<int>(first.year()),
                     (static_cast<unsigned>(first.month()) + 2) / 3);
}

Result<Imported<CrosswalkRow>> import_crosswalk(std::string const &argument) {
  auto const sign = argument.find('=');
  auto quarter = read_quarter(argument.substr(0, sign == std::string::npos ? 0 : sign));
  std::string const path = quarter ? argument.substr(sign + 1) : argument;
  if (!quarter) quarter = read_quarter(std::filesystem::path(path).filename().string());

  auto const text = read_text(path);
  if (!text) return tl::unexpected(text.error());
  Imported<CrosswalkRow> out{{path, {}, 0, {}}, {}};
  std::optional<CrosswalkColumns> columns;
  std::size_t titles = 0;
  auto const done =
      read_rows(*text, Format::commas, [&](std::size_t line, Fields const &fields) -> Result<void> {
        if (!columns) {
          columns = CrosswalkColumns::of(fields);
          if (columns) return {};
          for (auto const &title : fields) {
            if (!quarter) quarter = read_quarter(title);
          }
          if (++titles <= most_title_rows) return {};
          return tl::unexpected(at_line(line, "there is no header row above this line",
                                        "a row with _2026_CODE and NDC2"));
        }
        if (!is_code(field(fields, columns->code))) return {};
        ++out.source.rows;
        auto row = read_row(fields, *columns);
        if (row) {
          out.rows.push_back(std::move(*row));
        } else {
          out.source.left_out.push_back(fmt::format("line {}: {}", line, row.error()));
        }
        return {};
      });
  if (!done) return with_file(done.error(), path);
  if (!columns) {
    return with_file(at_line(1, "there is no header row", "a row with _2026_CODE and NDC2"), path);
  }
  if (!quarter) {
    return with_file(fail(Fault::usage, "neither the file's name nor its title tells the quarter",
                          fmt::format("--asp-crosswalk 2026Q3={}", path))
                         .value(),
                     path);
  }
  for (auto &row : out.rows) row.quarter = *quarter;
  out.source.kind = "CMS crosswalk " + quarter_name(*quarter);
  return out;
}

}  // namespace noc837::tables
