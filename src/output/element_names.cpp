// SPDX-License-Identifier: Apache-2.0
#include "output/element_names.hpp"

#include <algorithm>
#include <array>

namespace noc837::output {
namespace {

struct Name {
  std::string_view element;
  std::string_view text;
};

// In the order of their elements, so that they are found by halves.
constexpr std::array names = {
    Name{"CLM01", "Claim number (patient control number)"},
    Name{"CLM02", "Total charge"},
    Name{"CLM05-1", "Place of service or type of bill"},
    Name{"CLM05-2", "What CLM05-1 is"},
    Name{"CLM05-3", "Frequency"},
    Name{"CLM06", "Provider's signature on file"},
    Name{"CLM07", "Assignment"},
    Name{"CLM08", "Benefits assigned to the provider"},
    Name{"CLM09", "Release of information"},
    Name{"CTP04", "NDC quantity"},
    Name{"CTP05-1", "NDC unit of measure"},
    Name{"DMG02", "Date of birth"},
    Name{"DMG03", "Gender"},
    Name{"DTP01", "Which date"},
    Name{"DTP02", "Format of the date"},
    Name{"DTP03", "Date"},
    Name{"HL01", "Number of this level"},
    Name{"HL02", "Number of the level above"},
    Name{"HL03", "Kind of level"},
    Name{"HL04", "Levels below"},
    Name{"K301", "Fixed format information"},
    Name{"LIN02", "What LIN03 is"},
    Name{"LIN03", "NDC"},
    Name{"LX01", "Line number"},
    Name{"N301", "Address"},
    Name{"N302", "Address, second line"},
    Name{"N401", "City"},
    Name{"N402", "State"},
    Name{"N403", "Postal code"},
    Name{"NM101", "Who this is"},
    Name{"NM102", "Person or organization"},
    Name{"NM103", "Last name or organization"},
    Name{"NM104", "First name"},
    Name{"NM105", "Middle name"},
    Name{"NM107", "Suffix"},
    Name{"NM108", "What NM109 is"},
    Name{"NM109", "Id"},
    Name{"NTE01", "Kind of note"},
    Name{"NTE02", "Note"},
    Name{"PRV01", "Role of the provider"},
    Name{"PRV03", "Taxonomy code"},
    Name{"REF01", "What REF02 is"},
    Name{"REF02", "Reference"},
    Name{"SBR01", "Place in the order of payers"},
    Name{"SBR02", "Patient's relationship to the subscriber"},
    Name{"SBR03", "Group or policy number"},
    Name{"SBR04", "Group name"},
    Name{"SBR09", "Kind of payer"},
    Name{"SV101-1", "Code set"},
    Name{"SV101-2", "Procedure code"},
    Name{"SV101-3", "First modifier"},
    Name{"SV101-4", "Second modifier"},
    Name{"SV101-5", "Third modifier"},
    Name{"SV101-6", "Fourth modifier"},
    Name{"SV101-7", "Description"},
    Name{"SV102", "Line charge"},
    Name{"SV103", "What SV104 counts"},
    Name{"SV104", "Units"},
    Name{"SV105", "Place of service"},
    Name{"SV107-1", "First diagnosis pointer"},
    Name{"SV107-2", "Second diagnosis pointer"},
    Name{"SV107-3", "Third diagnosis pointer"},
    Name{"SV107-4", "Fourth diagnosis pointer"},
    Name{"SV201", "Revenue code"},
    Name{"SV202-1", "Code set"},
    Name{"SV202-2", "Procedure code"},
    Name{"SV202-3", "First modifier"},
    Name{"SV202-4", "Second modifier"},
    Name{"SV202-5", "Third modifier"},
    Name{"SV202-6", "Fourth modifier"},
    Name{"SV202-7", "Description"},
    Name{"SV203", "Line charge"},
    Name{"SV204", "What SV205 counts"},
    Name{"SV205", "Units"},
    Name{"SV207", "Charge not covered"},
    Name{"SVD01", "Payer that decided"},
    Name{"SVD02", "Paid"},
    Name{"SVD05", "Units paid"},
};
static_assert(std::is_sorted(names.begin(), names.end(),
                             [](Name const &a, Name const &b) { return a.element < b.element; }));

}  // namespace

std::string_view element_name(std::string_view element) {
  // HI01 to HI12 are alike.
  if (element.starts_with("HI")) {
    if (element.ends_with("-1")) return "What kind of code";
    if (element.ends_with("-2")) return "Code";
  }
  auto const at = std::lower_bound(
      names.begin(), names.end(), element,
      [](Name const &name, std::string_view wanted) { return name.element < wanted; });
  return at != names.end() && at->element == element ? at->text : std::string_view();
}

}  // namespace noc837::output
