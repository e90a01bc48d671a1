// SPDX-License-Identifier: Apache-2.0
// The FDA's NDC directory: product.txt and package.txt, separated by tabs.
#include <fmt/format.h>

#include "edi/elements.hpp"
#include "grammar/date.hpp"
#include "grammar/ndc.hpp"
#include "tables/delimited.hpp"
#include "tables/import.hpp"
#include "tables/tables.hpp"

namespace noc837::tables {
namespace {

using Column = std::optional<std::size_t>;

/// A marketing date, or `missing` where the field is blank.
Result<Day> read_day(Fields const &fields, Column column, char const *name, std::size_t line,
                     Day missing) {
  auto const text = field(fields, column);
  if (text.empty()) return missing;
  if (auto const date = grammar::read_date(text)) return day_of(*date);
  return tl::unexpected(at_line(line, fmt::format("{} '{}' is no date", name, text), "YYYYMMDD"));
}

struct Dates {
  Column first;
  Column last;

  explicit Dates(Columns const &columns)
      : first(columns.find({"STARTMARKETINGDATE"})), last(columns.find({"ENDMARKETINGDATE"})) {}

  template <class Row>
  Result<void> read(Fields const &fields, std::size_t line, Row &row) const {
    auto const from = read_day(fields, first, "STARTMARKETINGDATE", line, no_first_day);
    if (!from) return tl::unexpected(from.error());
    auto const until = read_day(fields, last, "ENDMARKETINGDATE", line, no_last_day);
    if (!until) return tl::unexpected(until.error());
    row.first_day = *from;
    row.last_day = *until;
    return {};
  }
};

/// The columns of product.txt.
struct ProductColumns {
  explicit ProductColumns(Columns const &c)
      : proprietary(c.find({"PROPRIETARYNAME"})),
        suffix(c.find({"PROPRIETARYNAMESUFFIX"})),
        nonproprietary(c.find({"NONPROPRIETARYNAME"})),
        substance(c.find({"SUBSTANCENAME"})),
        form(c.find({"DOSAGEFORMNAME"})),
        route(c.find({"ROUTENAME"})),
        strength(c.find({"ACTIVE_NUMERATOR_STRENGTH"})),
        unit(c.find({"ACTIVE_INGRED_UNIT"})),
        labeler(c.find({"LABELERNAME"})),
        category(c.find({"MARKETINGCATEGORYNAME"})),
        excluded(c.find({"NDC_EXCLUDE_FLAG"})),
        dates(c) {}

  Result<ProductRow> read(Fields const &fields, std::size_t line) const {
    auto const text = [&](Column column) { return std::string(field(fields, column)); };
    ProductRow row;
    row.proprietary = text(proprietary);
    row.suffix = text(suffix);
    row.nonproprietary = text(nonproprietary);
    row.substance = text(substance);
    row.form = text(form);
    row.route = text(route);
    row.strength = text(strength);
    row.unit = text(unit);
    row.labeler = text(labeler);
    row.category = text(category);
    row.excluded = edi::equal_folded(field(fields, excluded), "E");
    if (auto done = dates.read(fields, line, row); !done) return tl::unexpected(done.error());
    return row;
  }

  Column proprietary, suffix, nonproprietary, substance, form, route, strength, unit, labeler,
      category, excluded;
  Dates dates;
};

/// Reads a file of tabs: `bind` takes its header, `take` each row behind it.
template <class Bind, class Take>
Result<void> read_table(std::string const &path, Bind const &bind, Take const &take) {
  auto const text = read_text(path);
  if (!text) return tl::unexpected(text.error());
  bool bound = false;
  auto done = read_rows(*text, Format::tabs, [&](std::size_t line, Fields const &fields) {
    if (bound) return take(line, fields);
    bound = true;
    return bind(line, fields);
  });
  if (!done) return with_file(done.error(), path);
  if (!bound) return with_file(at_line(1, "the file is empty", "a header row"), path);
  return {};
}

/// A column that the file must have; the failure names the header's line.
Result<std::size_t> need(Columns const &columns, std::size_t line, char const *name) {
  auto column = columns.need({name});
  if (column) return column;
  return tl::unexpected(at_line(line, column.error().what, column.error().expected));
}

}  // namespace

Result<Imported<ProductRow>> import_products(std::string const &path) {
  Imported<ProductRow> out{{path, "NDC products", 0, {}}, {}};
  std::size_t id = 0;
  std::optional<ProductColumns> columns;
  auto const done = read_table(
      path,
      [&](std::size_t line, Fields const &names) -> Result<void> {
        Columns const header(names);
        auto const column = need(header, line, "PRODUCTID");
        if (!column) return tl::unexpected(column.error());
        auto const name = need(header, line, "NONPROPRIETARYNAME");
        if (!name) return tl::unexpected(name.error());
        id = *column;
        columns.emplace(header);
        return {};
      },
      [&](std::size_t line, Fields const &fields) -> Result<void> {
        ++out.source.rows;
        auto row = columns->read(fields, line);
        if (!row) return tl::unexpected(row.error());
        row->id = field(fields, id);
        if (row->id.empty()) return tl::unexpected(at_line(line, "PRODUCTID is empty"));
        out.rows.push_back(std::move(*row));
        return {};
      });
  if (!done) return tl::unexpected(done.error());
  return out;
}

Result<Imported<PackageRow>> import_packages(std::string const &path) {
  Imported<PackageRow> out{{path, "NDC packages", 0, {}}, {}};
  std::size_t id = 0;
  std::size_t code = 0;
  Column text;
  Column excluded;
  Column sample;
  std::optional<Dates> dates;
  auto const done = read_table(
      path,
      [&](std::size_t line, Fields const &names) -> Result<void> {
        Columns const header(names);
        auto const id_column = need(header, line, "PRODUCTID");
        if (!id_column) return tl::unexpected(id_column.error());
        auto const code_column = need(header, line, "NDCPACKAGECODE");
        if (!code_column) return tl::unexpected(code_column.error());
        id = *id_column;
        code = *code_column;
        text = header.find({"PACKAGEDESCRIPTION"});
        excluded = header.find({"NDC_EXCLUDE_FLAG"});
        sample = header.find({"SAMPLE_PACKAGE"});
        dates.emplace(header);
        return {};
      },
      [&](std::size_t line, Fields const &fields) -> Result<void> {
        ++out.source.rows;
        auto const typed = field(fields, code);
        auto const ndc = ndc_number(grammar::read_ndc(typed).eleven);
        if (!ndc) {
          out.source.left_out.push_back(fmt::format("line {}: '{}' is no NDC", line, typed));
          return {};
        }
        PackageRow row;
        row.ndc = *ndc;
        row.product_id = field(fields, id);
        row.text = field(fields, text);
        row.excluded = edi::equal_folded(field(fields, excluded), "E");
        row.sample = edi::equal_folded(field(fields, sample), "Y");
        if (auto read = dates->read(fields, line, row); !read) return read;
        out.rows.push_back(std::move(row));
        return {};
      });
  if (!done) return tl::unexpected(done.error());
  return out;
}

}  // namespace noc837::tables
