// SPDX-License-Identifier: Apache-2.0
#include "snip/code_sets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "edi/elements.hpp"
#include "snip/claim_search.hpp"
#include "snip/values.hpp"

namespace noc837::snip {
namespace {

using edi::tag;
using grammar::ElementUse;

/// The fault of a code that the shipped set of its data element lacks. Only some sets are those
/// that are published; the others lack what is rarely used, or used by one payer.
Fault fault_of_set(Case const &unit, ElementUse const &element) {
  auto const number = unit.guide.data_elements[element.data_element].number;
  if (number == "1339") return Fault::modifier_unknown;
  bool const place_of_service = number == "1331" && unit.guide.name == "837P";
  bool const published = place_of_service || number == "26" || number == "100" || number == "127" ||
                         number == "156" || number == "1032";
  return published ? Fault::code_unknown : Fault::code_unlisted;
}

/// The sets that are shipped: each element that the guide's tables give one.
void check_shipped(Case const &unit, Placed const &segment, Issues &issues) {
  auto const &use = unit.guide.segments[segment.use];
  auto const elements = unit.guide.elements_of(use);
  auto const check = [&](ElementUse const &one, Position position, std::string_view value) {
    if (!one.code_set || value.empty() || has_code(unit.guide, one, value)) return;
    add_issue(unit, check_of(fault_of_set(unit, one)), segment, position, issues);
  };
  for (std::size_t i = 0; i < elements.size(); ++i) {
    check(elements[i], at(i + 1), unit.element(segment, i + 1));
    auto const components = unit.guide.components_of(elements[i]);
    for (std::size_t j = 0; j < components.size(); ++j) {
      check(components[j], at(i + 1, j + 1), unit.component(segment, i + 1, j + 1));
    }
  }
}

/// One code against a list of the user's, where there is one.
void check_listed(Case const &unit, Placed const &segment, Position position, std::string_view code,
                  std::optional<CodeList> const &list, Fault fault, Issues &issues) {
  if (!list || code.empty() || list->has(code)) return;
  add_issue(unit, check_of(fault), segment, position, issues);
}

void check_supplied(Case const &unit, Placed const &segment, CodeFiles const &files,
                    Issues &issues) {
  auto const procedure = [&](std::size_t element) {
    if (unit.component(segment, element, 1) != "HC") return;
    check_listed(unit, segment, at(element, 2), unit.component(segment, element, 2),
                 files.procedures, Fault::procedure_unknown, issues);
  };
  switch (segment.id) {
    case tag("HI"):
      for (std::size_t i = 1; i <= 12; ++i) {
        auto const kind = unit.component(segment, i, 1);
        auto const code = unit.component(segment, i, 2);
        if (kind.starts_with("AB") || kind == "APR") {
          check_listed(unit, segment, at(i, 2), code, files.diagnoses, Fault::diagnosis_unknown,
                       issues);
        } else if (kind == "BBR" || kind == "BBQ") {
          check_listed(unit, segment, at(i, 2), code, files.operations, Fault::procedure_unknown,
                       issues);
        }
      }
      break;
    case tag("SV1"):
      procedure(1);
      break;
    case tag("SV2"):
      procedure(2);
      break;
    case tag("SVD"):
      procedure(3);
      break;
    case tag("PRV"):
      if (unit.element(segment, 2) == "PXC") {
        check_listed(unit, segment, at(3), unit.element(segment, 3), files.taxonomy,
                     Fault::taxonomy_unknown, issues);
      }
      break;
    default:
      break;
  }
}

}  // namespace

CodeList CodeList::read(std::string_view text) {
  CodeList list;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    std::string code;
    for (char const c : edi::trim(line)) {
      if (c == '"' || c == '.') continue;
      if (c == ' ' || c == ',' || c == '\t' || c == ';' || c == '#' || c == '\r') break;
      code += edi::fold(c);
    }
    if (!code.empty()) list.codes_.push_back(grammar::packed_code(code));
  }
  std::sort(list.codes_.begin(), list.codes_.end());
  return list;
}

bool CodeList::has(std::string_view code) const {
  return std::binary_search(codes_.begin(), codes_.end(), grammar::packed_code(edi::upper(code)));
}

Result<void> add_code_file(std::string const &kind_and_path, CodeFiles &files) {
  auto const equals = kind_and_path.find('=');
  auto const kind = kind_and_path.substr(0, equals);
  std::optional<CodeList> *list = kind == "icd10"      ? &files.diagnoses
                                  : kind == "icd10pcs" ? &files.operations
                                  : kind == "hcpcs"    ? &files.procedures
                                  : kind == "taxonomy" ? &files.taxonomy
                                                       : nullptr;
  if (equals == std::string::npos || list == nullptr) {
    return fail(noc837::Fault::usage, fmt::format("--code-set: '{}' is no code set", kind_and_path),
                "icd10=FILE, icd10pcs=FILE, hcpcs=FILE or taxonomy=FILE");
  }
  auto const path = kind_and_path.substr(equals + 1);
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (!file || !(text << file.rdbuf())) {
    auto failed = fail(noc837::Fault::usage, "cannot be read as a code set", "one code a line");
    failed.value().file = path;
    return failed;
  }
  *list = CodeList::read(text.str());
  return {};
}

void check_code_sets(Case const &unit, CodeFiles const *files, Issues &issues) {
  for (auto const &segment : unit.segments) {
    check_shipped(unit, segment, issues);
    if (files != nullptr) check_supplied(unit, segment, *files, issues);
  }
}

}  // namespace noc837::snip
