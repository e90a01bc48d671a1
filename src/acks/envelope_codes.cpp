// SPDX-License-Identifier: Apache-2.0
#include "acks/envelope_codes.hpp"

#include <algorithm>
#include <array>

namespace noc837::acks {
namespace {

struct Row {
  std::string_view element;  ///< as findings name it
  std::string_view rule;     ///< of findings of this rule only; empty: of any
  EnvelopeCodes codes;
};

// The first row that fits holds. Sources: TA105 is data element I18, AK905 is 716, IK502 is 618.
constexpr std::array rows = {
    Row{"ISA01", "", {.interchange = "010"}},
    Row{"ISA02", "", {.interchange = "011"}},
    Row{"ISA03", "", {.interchange = "012"}},
    Row{"ISA04", "", {.interchange = "013"}},
    Row{"ISA05", "", {.interchange = "005"}},
    Row{"ISA06", "", {.interchange = "006"}},
    Row{"ISA07", "", {.interchange = "007"}},
    Row{"ISA08", "", {.interchange = "008"}},
    Row{"ISA09", "", {.interchange = "014"}},
    Row{"ISA10", "", {.interchange = "015"}},
    Row{"ISA11", "", {.interchange = "022"}},  // no code of 005010 names the repetition separator
    Row{"ISA12", "", {.interchange = "017"}},
    Row{"ISA13", "ENV06", {.interchange = "025"}},
    Row{"ISA13", "", {.interchange = "018"}},
    Row{"ISA14", "", {.interchange = "019"}},
    Row{"ISA15", "", {.interchange = "020"}},
    Row{"ISA16", "", {.interchange = "027"}},
    Row{"IEA01", "", {.interchange = "021"}},
    Row{"IEA02", "", {.interchange = "001"}},
    Row{"GS01", "", {.group = "1"}},
    Row{"GS06", "ENV06", {.group = "19"}},
    Row{"GS06", "", {.group = "6"}},
    Row{"GS08", "ENV08", {.set = "I6"}},
    Row{"GS08", "", {.group = "2"}},
    Row{"GE01", "", {.group = "5"}},
    Row{"GE02", "", {.group = "4"}},
    Row{"ST01", "", {.set = "6"}},
    Row{"ST02", "ENV06", {.set = "23"}},
    Row{"ST02", "", {.set = "7"}},
    Row{"ST03", "", {.set = "19"}},
    Row{"SE01", "", {.set = "4"}},
    Row{"SE02", "", {.set = "3"}},
};

std::string_view segment_of(rules::Finding const &finding) {
  auto const element = std::string_view(finding.element);
  return element.substr(0, element.find_first_of("0123456789"));
}

bool is_any_of(std::string_view id, std::initializer_list<std::string_view> ids) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

bool in_envelope(rules::Finding const &finding) {
  return is_any_of(segment_of(finding), {"ISA", "IEA", "GS", "GE", "ST", "SE"});
}

EnvelopeCodes envelope_codes(rules::Finding const &finding) {
  for (auto const &row : rows) {
    if (row.element == finding.element && (row.rule.empty() || row.rule == finding.rule->id)) {
      return row.codes;
    }
  }
  auto const segment = segment_of(finding);
  if (is_any_of(segment, {"ISA", "IEA"})) return {.interchange = "022"};
  if (is_any_of(segment, {"GS", "GE"})) return {.interchange = "024"};
  return {.set = "5"};
}

}  // namespace noc837::acks
