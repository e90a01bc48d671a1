// SPDX-License-Identifier: Apache-2.0
#include "tables/builder.hpp"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "edi/elements.hpp"
#include "grammar/ndc.hpp"
#include "tables/tables.hpp"
#include "tables/text_column.hpp"

namespace noc837::tables {
namespace {

bool says(std::string const &upper, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return upper.find(word) != std::string::npos; });
}

Form form_of(std::string const &name) {
  std::string const upper = edi::upper(name);
  if (says(upper, {"POWDER", "LYOPHILIZED", "GRANULE", "FOR SOLUTION", "FOR SUSPENSION"})) {
    return Form::powder;
  }
  if (says(upper,
           {"SOLUTION", "SUSPENSION", "EMULSION", "LIQUID", "INJECTION", "SYRUP", "ELIXIR"})) {
    return Form::liquid;
  }
  return Form::other;
}

Licence licence_of(std::string const &category) {
  std::string const upper = edi::upper(category);
  if (upper.starts_with("BLA")) return Licence::biologic;
  if (upper.starts_with("NDA") || upper.starts_with("ANDA")) return Licence::drug;
  return Licence::other;
}

/// "5 mg/mL; 10 mg/mL" of "5; 10" and "mg/mL; mg/mL".
std::string strengths(std::string_view amounts, std::string_view units) {
  std::string out;
  auto const next = [](std::string_view &list) {
    auto const item = list.substr(0, list.find(';'));
    list.remove_prefix(std::min(list.size(), item.size() + 1));
    return edi::trim(item);
  };
  while (!amounts.empty()) {
    auto const amount = next(amounts);
    auto const unit = next(units);
    if (amount.empty()) continue;
    if (!out.empty()) out += "; ";
    out.append(amount);
    if (!unit.empty()) out.append(" ").append(unit);
  }
  return out;
}

std::uint32_t flags_of(PackageRow const &row) {
  std::string const upper = edi::upper(row.text);
  return (row.excluded ? Package::excluded : 0) | (row.sample ? Package::sample : 0) |
         (says(upper, {"SINGLE-DOSE", "SINGLE-USE"}) ? Package::single_dose : 0) |
         (says(upper, {"MULTI-DOSE", "MULTIPLE-DOSE"}) ? Package::multi_dose : 0);
}

/// The NDCs of inner packages, which a package's text has in parentheses.
std::vector<std::uint64_t> inner_ndcs(std::string_view text) {
  std::vector<std::uint64_t> out;
  for (auto open = text.find('('); open != std::string_view::npos;
       open = text.find('(', open + 1)) {
    auto const close = text.find(')', open);
    if (close == std::string_view::npos) break;
    auto const ndc = ndc_number(grammar::read_ndc(text.substr(open + 1, close - open - 1)).eleven);
    if (ndc) out.push_back(*ndc);
  }
  return out;
}

/// The file as it grows behind its header.
class Body {
 public:
  template <class Record>
  void add(SectionId id, std::vector<Record> const &records) {
    add(id, reinterpret_cast<char const *>(records.data()), records.size(), sizeof(Record));
  }
  void add(SectionId id, std::string const &text) { add(id, text.data(), text.size(), 1); }
  void add(SectionId ends, SectionId bytes, TextColumnWriter &column) {
    column.finish();
    add(ends, column.ends());
    add(bytes, column.bytes());
  }

  [[nodiscard]] std::string finish() {
    header_.size = sizeof(Header) + bytes_.size();
    std::string out(reinterpret_cast<char const *>(&header_), sizeof(Header));
    out += bytes_;
    header_.checksum = XXH3_64bits(out.data() + unsummed_bytes, out.size() - unsummed_bytes);
    std::memcpy(out.data(), &header_, sizeof(Header));
    return out;
  }

 private:
  void add(SectionId id, char const *data, std::size_t count, std::size_t size) {
    header_.section(id) = {sizeof(Header) + bytes_.size(), count};
    bytes_.append(data, count * size);
    bytes_.append((alignof(std::uint64_t) - bytes_.size()) % alignof(std::uint64_t), '\0');
  }

  Header header_;
  std::string bytes_;
};

/// Products, their names and texts; tells packages where their product is.
class Products {
 public:
  explicit Products(std::vector<ProductRow> const &rows) {
    for (auto const &row : rows) {
      index_.emplace(row.id, records_.size());
      records_.push_back(record(row));
      texts_.add(fmt::format("{}{}{}\t{}\t{}\t{}\t{}\t{}\t{}", row.proprietary,
                             row.suffix.empty() ? "" : " ", row.suffix, row.nonproprietary,
                             row.form, row.route, strengths(row.strength, row.unit), row.labeler,
                             row.category));
    }
    // What a package without a product points at.
    nameless_ = static_cast<std::uint32_t>(records_.size());
    records_.emplace_back();
  }

  [[nodiscard]] std::uint32_t find(std::string const &id) const {
    auto const at = index_.find(id);
    return at == index_.end() ? nameless_ : static_cast<std::uint32_t>(at->second);
  }
  [[nodiscard]] bool known(std::uint32_t index) const { return index != nameless_; }

  void write(Body &body) {
    body.add(SectionId::products, records_);
    body.add(SectionId::names, names_);
    body.add(SectionId::product_text_ends, SectionId::product_text, texts_);
  }

 private:
  Product record(ProductRow const &row) {
    std::string const all = edi::upper(
        fmt::format("{} {}|{}|{}", row.proprietary, row.suffix, row.nonproprietary, row.substance));
    auto const [at, fresh] = seen_.emplace(all, static_cast<std::uint32_t>(names_.size()));
    if (fresh) names_ += all;
    return {at->second, static_cast<std::uint32_t>(all.size()), form_of(row.form),
            licence_of(row.category), 0};
  }

  std::unordered_map<std::string, std::size_t> index_;
  std::unordered_map<std::string, std::uint32_t> seen_;
  std::vector<Product> records_;
  std::string names_;
  TextColumnWriter texts_;
  std::uint32_t nameless_ = 0;
};

struct PackageEntry {
  Package record;
  std::string text;
};

/// Packages in the order of their NDCs, inner ones that have no row of their own included. What a
/// package leaves open, its product tells.
std::vector<PackageEntry> sorted_packages(std::vector<PackageRow> const &rows,
                                          std::vector<ProductRow> const &product_rows,
                                          Products const &products) {
  std::unordered_set<std::uint64_t> listed;
  for (auto const &row : rows) listed.insert(row.ndc);
  std::vector<PackageEntry> out;
  for (auto const &row : rows) {
    PackageEntry entry{
        {row.ndc, row.first_day, row.last_day, products.find(row.product_id), flags_of(row)},
        row.text};
    if (products.known(entry.record.product)) {
      auto const &product = product_rows[entry.record.product];
      if (row.first_day == no_first_day) entry.record.first_day = product.first_day;
      if (row.last_day == no_last_day) entry.record.last_day = product.last_day;
      if (product.excluded) entry.record.flags |= Package::excluded;
    }
    for (auto const ndc : inner_ndcs(row.text)) {
      if (!listed.insert(ndc).second) continue;
      PackageEntry inner = entry;
      inner.record.ndc = ndc;
      inner.record.flags |= Package::inner;
      out.push_back(std::move(inner));
    }
    out.push_back(std::move(entry));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](auto const &a, auto const &b) { return a.record.ndc < b.record.ndc; });
  return out;
}

void write_packages(std::vector<PackageEntry> const &entries, Body &body) {
  std::vector<Package> records;
  TextColumnWriter texts;
  for (auto const &entry : entries) {
    records.push_back(entry.record);
    texts.add(entry.text);
  }
  body.add(SectionId::packages, records);
  body.add(SectionId::package_text_ends, SectionId::package_text, texts);
}

/// The crosswalk in the order of NDC, code and date. Quarters in a row that say the same are one.
std::vector<CrosswalkRow> merged(std::vector<CrosswalkRow> rows) {
  auto const key = [](CrosswalkRow const &row) {
    return std::tie(row.ndc, row.code, row.quarter.first_day);
  };
  std::stable_sort(rows.begin(), rows.end(),
                   [&](auto const &a, auto const &b) { return key(a) < key(b); });
  std::vector<CrosswalkRow> out;
  for (auto &row : rows) {
    if (!out.empty()) {
      auto &last = out.back();
      bool const same = last.ndc == row.ndc && last.code == row.code && last.dosage == row.dosage &&
                        last.numbers == row.numbers;
      if (same && row.quarter.first_day <= last.quarter.last_day + 1) {
        last.quarter.last_day = std::max(last.quarter.last_day, row.quarter.last_day);
        continue;
      }
    }
    out.push_back(std::move(row));
  }
  return out;
}

void write_crosswalk(std::vector<CrosswalkRow> const &rows, Body &body) {
  std::vector<Assignment> records;
  TextColumnWriter texts;
  for (auto const &row : rows) {
    Assignment record;
    record.ndc = row.ndc;
    record.first_day = row.quarter.first_day;
    record.last_day = row.quarter.last_day;
    std::copy_n(row.code.begin(), std::min<std::size_t>(row.code.size(), 5), record.code.begin());
    record.item_size = row.numbers[0];
    record.items = row.numbers[1];
    record.units_per_item = row.numbers[2];
    record.units_per_package = row.numbers[3];
    records.push_back(record);
    texts.add(fmt::format("{}\t{}\t{}\t{}", row.dosage, row.description, row.drug, row.labeler));
  }
  body.add(SectionId::assignments, records);
  body.add(SectionId::assignment_text_ends, SectionId::assignment_text, texts);
}

std::vector<Quarter> quarters_of(std::vector<CrosswalkRow> const &rows) {
  std::vector<Quarter> out;
  for (auto const &row : rows) {
    bool const known = std::any_of(out.begin(), out.end(), [&](Quarter const &quarter) {
      return quarter.first_day == row.quarter.first_day;
    });
    if (!known) out.push_back(row.quarter);
  }
  std::sort(out.begin(), out.end(),
            [](Quarter const &a, Quarter const &b) { return a.first_day < b.first_day; });
  return out;
}

}  // namespace

std::string compile(Inputs inputs) {
  Body body;
  Products products(inputs.products);
  write_packages(sorted_packages(inputs.packages, inputs.products, products), body);
  products.write(body);
  body.add(SectionId::quarters, quarters_of(inputs.crosswalk));
  write_crosswalk(merged(std::move(inputs.crosswalk)), body);
  TextColumnWriter sources;
  for (auto const &source : inputs.sources) {
    sources.add(fmt::format("{}: {} rows of {}", source.kind, source.rows - source.left_out.size(),
                            std::filesystem::path(source.path).filename().string()));
  }
  body.add(SectionId::source_text_ends, SectionId::source_text, sources);
  return body.finish();
}

}  // namespace noc837::tables
