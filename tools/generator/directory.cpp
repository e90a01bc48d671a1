// SPDX-License-Identifier: Apache-2.0
// Reference tables that know the drugs of the generator.
#include "tools/generator/directory.hpp"

#include <fmt/format.h>

#include <iterator>

#include "tools/generator/drugs.hpp"
#include "tools/generator/sink.hpp"

namespace noc837::generator {
namespace {

constexpr std::string_view other_liquid = "90999010191";
constexpr std::string_view other_powder = "90999010291";
constexpr std::string_view other_name = "ZOLVEXAR";
/// A code of its own, which a drug has no more than a name here.
constexpr std::string_view own_code = "J9876";

class Tables {
 public:
  explicit Tables(std::string const &folder)
      : packages_(folder + "/package.txt"),
        products_(folder + "/product.txt"),
        crosswalk_(folder + "/crosswalk.csv") {
    packages_.buffer() +=
        "PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\tSTARTMARKETINGDATE\t"
        "ENDMARKETINGDATE\tNDC_EXCLUDE_FLAG\tSAMPLE_PACKAGE\n";
    products_.buffer() +=
        "PRODUCTID\tPRODUCTNDC\tPROPRIETARYNAME\tNONPROPRIETARYNAME\tDOSAGEFORMNAME\t"
        "STARTMARKETINGDATE\tENDMARKETINGDATE\tMARKETINGCATEGORYNAME\tSUBSTANCENAME\n";
    crosswalk_.buffer() +=
        "ASP NDC-HCPCS crosswalk made up for tests\n\n"
        "_2024_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,"
        "BILLUNITS,BILLUNITSPKG\n";
  }

  void add(std::string_view name, bool liquid, std::string_view ndc) {
    product(ndc, "ANDA", name, liquid);
    product(ndc, "BLA", name, liquid);
    package(ndc, ndc, "ANDA", "VIAL, SINGLE-DOSE");
    package(ndc, package_of(ndc, Sold::withdrawn), "ANDA", "VIAL, SINGLE-DOSE", "20190630");
    package(ndc, package_of(ndc, Sold::multi_dose), "ANDA", "VIAL, MULTI-DOSE");
    package(ndc, package_of(ndc, Sold::biologic), "BLA", "VIAL, SINGLE-DOSE");
    auto const coded = package_of(ndc, Sold::under_own_code);
    package(ndc, coded, "ANDA", "VIAL, SINGLE-DOSE");
    fmt::format_to(std::back_inserter(crosswalk_.buffer()),
                   "{},{} injection,MADE UP,{},{},1 MG,1,1,1,1\n", own_code, name,
                   hyphenated(coded), name);
  }

  void finish() {
    for (auto *file : {&packages_, &products_, &crosswalk_}) file->finish();
  }

 private:
  void product(std::string_view ndc, std::string_view licence, std::string_view name, bool liquid) {
    fmt::format_to(std::back_inserter(products_.buffer()),
                   "{0}_{1}\t{2}\t{3}\t{3}\t{4}\t20100101\t\t{1}\t{3}\n", ndc, licence,
                   hyphenated(ndc).substr(0, 10), name,
                   liquid ? "INJECTION, SOLUTION" : "INJECTION, POWDER, LYOPHILIZED, FOR SOLUTION");
  }

  void package(std::string_view product, std::string_view ndc, std::string_view licence,
               std::string_view container, std::string_view last_day = "") {
    fmt::format_to(std::back_inserter(packages_.buffer()),
                   "{}_{}\t{}\t{}\t1 {} in 1 CARTON ({})\t20100101\t{}\tN\tN\n", product, licence,
                   hyphenated(product).substr(0, 10), hyphenated(ndc), container, hyphenated(ndc),
                   last_day);
  }

  Sink packages_;
  Sink products_;
  Sink crosswalk_;
};

}  // namespace

std::string package_of(std::string_view ndc, Sold sold) {
  constexpr std::string_view digits[] = {"81", "82", "83", "84", "85"};
  std::string out{ndc};
  return out.replace(9, 2, digits[static_cast<std::size_t>(sold)]);
}

std::string_view other_product(bool liquid) {
  return liquid ? other_liquid : other_powder;
}

void write_directory(std::string const &folder) {
  Tables tables(folder);
  for (auto const &drug : drugs()) tables.add(drug.name, drug.liquid, drug.ndc);
  for (bool const liquid : {true, false}) tables.add(other_name, liquid, other_product(liquid));
  tables.finish();
}

}  // namespace noc837::generator
