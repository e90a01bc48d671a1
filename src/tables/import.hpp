// SPDX-License-Identifier: Apache-2.0
// The published files as rows: what `tables build` compiles.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "tables/format.hpp"

namespace noc837::tables {

/// A published file that was read.
struct Source {
  std::string path;
  std::string kind;  ///< "NDC packages", "CMS crosswalk 2026Q3"
  std::size_t rows = 0;
  std::vector<std::string> left_out;  ///< rows without use, each with its line and the reason
};

/// A product of the NDC directory. Texts as published.
struct ProductRow {
  std::string id;  ///< PRODUCTID
  std::string proprietary;
  std::string suffix;
  std::string nonproprietary;
  std::string substance;
  std::string form;
  std::string route;
  std::string strength;  ///< ACTIVE_NUMERATOR_STRENGTH: "5; 10"
  std::string unit;      ///< ACTIVE_INGRED_UNIT: "mg/mL; mg/mL"
  std::string labeler;
  std::string category;  ///< MARKETINGCATEGORYNAME
  Day first_day = no_first_day;
  Day last_day = no_last_day;
  bool excluded = false;
};

/// A package of the NDC directory. Its dates are no_first_day and no_last_day where it has none.
struct PackageRow {
  std::uint64_t ndc = 0;
  std::string product_id;
  std::string text;  ///< PACKAGEDESCRIPTION
  Day first_day = no_first_day;
  Day last_day = no_last_day;
  bool excluded = false;
  bool sample = false;
};

/// A row of the CMS crosswalk.
struct CrosswalkRow {
  std::uint64_t ndc = 0;
  std::string code;
  std::string dosage;
  std::string description;
  std::string drug;
  std::string labeler;
  std::array<StoredDecimal, 4> numbers{};  ///< PKG SIZE, PKG QTY, BILLUNITS, BILLUNITSPKG
  Quarter quarter;
};

template <class Row>
struct Imported {
  Source source;
  std::vector<Row> rows;
};

/// Reads product.txt of the NDC directory. Failures name file and line.
[[nodiscard]] Result<Imported<ProductRow>> import_products(std::string const &path);
/// Reads package.txt. Codes that are no NDC are left out.
[[nodiscard]] Result<Imported<PackageRow>> import_packages(std::string const &path);

/// Reads a crosswalk. `argument` is its path, or "2026Q3=PATH"; without the quarter, the file's
/// name or the lines above its header have to tell it: "July 2026". Rows whose product number is
/// no NDC are left out.
[[nodiscard]] Result<Imported<CrosswalkRow>> import_crosswalk(std::string const &argument);

/// The quarter that "2026Q3" or a title such as "July 2026 ASP NDC-HCPCS Crosswalk" speaks of.
[[nodiscard]] std::optional<Quarter> read_quarter(std::string_view text);
/// "2026Q3".
[[nodiscard]] std::string quarter_name(Quarter const &quarter);

}  // namespace noc837::tables
