// SPDX-License-Identifier: Apache-2.0
// How the NDC in LIN03 is written.
#include <algorithm>
#include <array>

#include "edi/elements.hpp"
#include "grammar/ndc.hpp"
#include "rules/line_facts.hpp"
#include "rules/ndc_checks.hpp"

namespace noc837::rules::ndc {
namespace {

using grammar::NdcShape;

constexpr std::array<std::string_view, 6> product_qualifiers = {"EN", "EO", "HI", "ON", "UK", "UP"};

/// True for an NDC that no other numbering could have written: product numbers are bare digits of
/// other lengths, but order numbers may have any.
bool surely_ndc(grammar::Ndc const &ndc, edi::Slice qualifier) {
  switch (ndc.shape) {
    case NdcShape::other:
      return false;
    case NdcShape::eleven:
      return ndc.prefixed || !is(qualifier, "ON");
    case NdcShape::ten:
    case NdcShape::twelve:
      return ndc.prefixed;
    default:
      return true;
  }
}

/// Calls `check(loop, ndc)` for each LIN03 that is to be an NDC and has no prefix any more:
/// NDC07 takes that away first.
template <class Check>
void each_ndc(LineCase const &c, Check const &check) {
  for (auto const &loop : c.line.loops) {
    if (!loop.ndc.prefixed && holds_ndc(loop)) check(loop, loop.ndc);
  }
}

Draft at_id(Report &report, claims::DrugLoop const &loop) {
  Draft draft = report.at(loop.lin.at, "2410", "LIN03");
  draft.before(loop.lin.value.id.view());
  return draft;
}

std::string without_prefix(std::string_view id) {
  id.remove_prefix(id.find_first_not_of(' '));
  // Past the N4, whose 4 is no digit of the code.
  id.remove_prefix(edi::equal_folded(id.substr(0, 2), "N4") ? 2 : 3);
  id.remove_prefix(std::min(id.find_first_of("0123456789*"), id.size()));
  return std::string(id);
}

bool all_same(std::string_view digits) {
  return digits.empty() || digits.find_first_not_of(digits.front()) == std::string_view::npos;
}

bool is_placeholder(grammar::Ndc const &ndc) {
  std::string_view const digits = ndc.digits;
  if (all_same(digits)) return true;
  if (ndc.shape == NdcShape::ten) return digits == "1234567890";
  return digits == "12345678901" || digits == "01234567890" || digits.substr(0, 5) == "00000" ||
         digits.substr(5) == "000000";
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
               [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

bool is_allowed(std::string_view digits, profiles::Profile const &profile) {
  if (digits.empty()) return false;
  return std::any_of(profile.allowed_pseudo_ndcs.begin(), profile.allowed_pseudo_ndcs.end(),
                     [&](std::string const &allowed) { return digits_of(allowed) == digits; });
}

bool is_twelve_digit(grammar::Ndc const &ndc) {
  return ndc.shape == NdcShape::twelve || ndc.shape == NdcShape::six_four_two;
}

/// Those that the NDC directory lists; none without tables.
std::vector<std::string> listed_among(LineCase const &c, std::vector<std::string> const &ndcs) {
  std::vector<std::string> out;
  if (c.tables == nullptr) return out;
  std::copy_if(ndcs.begin(), ndcs.end(), std::back_inserter(out),
               [&](std::string const &one) { return !c.tables->packages(one).empty(); });
  return out;
}

/// A clean LIN03 that is a placeholder: NDC09 speaks of it, and no other rule.
bool is_clean_placeholder(grammar::Ndc const &ndc) {
  return !ndc.padded && (ndc.shape == NdcShape::eleven || ndc.shape == NdcShape::ten) &&
         is_placeholder(ndc);
}

}  // namespace

Loop kind_of(claims::DrugLoop const &loop) {
  auto const qualifier = loop.lin.value.qualifier;
  if (is(qualifier, "N4")) return Loop::ndc;
  if (is_any(qualifier, {"", "ND", "NDC"})) return Loop::unlabelled;
  bool const shaped = is_any(qualifier, product_qualifiers) ? surely_ndc(loop.ndc, qualifier)
                                                            : loop.ndc.shape != NdcShape::other;
  return shaped ? Loop::mislabelled : Loop::other;
}

bool holds_ndc(claims::DrugLoop const &loop) {
  Loop const kind = kind_of(loop);
  return kind == Loop::ndc || kind == Loop::unlabelled;
}

bool names_no_package(claims::DrugLoop const &loop, profiles::Profile const &profile) {
  return is_placeholder(loop.ndc) || is_allowed(loop.ndc.digits, profile);
}

std::vector<std::string> candidates(std::string_view ten) {
  std::vector<std::string> out;
  auto const add = [&](std::size_t at) {
    std::string eleven(ten);
    eleven.insert(at, 1, '0');
    if (std::find(out.begin(), out.end(), eleven) == out.end()) out.push_back(std::move(eleven));
  };
  bool const short_labeler = ten.front() == '0';
  if (short_labeler) add(0);
  add(5);
  add(9);
  add(0);
  return out;
}

std::string alternatives(std::vector<std::string> const &values) {
  std::string out;
  for (std::string const &value : values) out.append(out.empty() ? "" : " or ").append(value);
  return out;
}

void hyphenated(LineCase const &c, Report &report) {
  each_ndc(c, [&](claims::DrugLoop const &loop, grammar::Ndc const &ndc) {
    bool const padded = ndc.shape == NdcShape::eleven && ndc.padded;
    if (ndc.shape != NdcShape::five_four_two && !padded) return;
    at_id(report, loop).set_element(3, ndc.eleven);
  });
}

void ten_digit_hyphenated(LineCase const &c, Report &report) {
  each_ndc(c, [&](claims::DrugLoop const &loop, grammar::Ndc const &ndc) {
    switch (ndc.shape) {
      case NdcShape::four_four_two:
      case NdcShape::five_three_two:
      case NdcShape::five_four_one:
      case NdcShape::starred:
        at_id(report, loop).set_element(3, ndc.eleven);
        break;
      default:
        break;
    }
  });
}

void ten_digit_ambiguous(LineCase const &c, Report &report) {
  each_ndc(c, [&](claims::DrugLoop const &loop, grammar::Ndc const &ndc) {
    if (ndc.shape != NdcShape::ten || is_clean_placeholder(ndc)) return;
    if (is_allowed(ndc.digits, c.profile)) return;
    auto possible = candidates(ndc.digits);
    auto const known = listed_among(c, possible);
    Draft draft = at_id(report, loop);
    // The one that exists is still a guess while the package is not looked at.
    if (known.size() == 1) draft.opt_in().set_element(3, known.front());
    draft.suggest(alternatives(known.empty() ? possible : known));
  });
}

void malformed(LineCase const &c, Report &report) {
  each_ndc(c, [&](claims::DrugLoop const &loop, grammar::Ndc const &ndc) {
    bool const twelve = is_twelve_digit(ndc);
    if (ndc.shape != NdcShape::other && !twelve) return;
    if (is_allowed(ndc.digits, c.profile)) return;
    Draft draft = at_id(report, loop);
    if (edi::trim(loop.lin.value.id.view()).empty()) {
      draft.message("LIN03 is empty");
    } else if (twelve) {
      draft.message("the NDC has 12 digits; claims take 11");
      if (ndc.digits.front() == '0') draft.suggest(ndc.digits.substr(1));
    } else if (ndc.digits.size() == 11) {
      draft.message("the hyphens do not stand where those of an NDC do").suggest(ndc.digits);
    }
  });
}

void prefixed(LineCase const &c, Report &report) {
  for (auto const &loop : c.line.loops) {
    if (!loop.ndc.prefixed || !holds_ndc(loop)) continue;
    at_id(report, loop).set_element(3, without_prefix(loop.lin.value.id.view()));
  }
}

void wrong_qualifier(LineCase const &c, Report &report) {
  for (auto const &loop : c.line.loops) {
    auto const raw = loop.lin.value.qualifier.view();
    if (raw == "N4") continue;
    Loop const kind = kind_of(loop);
    if (kind == Loop::other) continue;
    // LIN03 of an unlabelled loop may be anything; NDC06 speaks of what is no NDC.
    if (kind == Loop::unlabelled && loop.ndc.shape == NdcShape::other) continue;
    Draft draft = report.at(loop.lin.at, "2410", "LIN02");
    draft.before(raw);
    if (kind == Loop::mislabelled) {
      // 837P allows product numbers, and that none of them is a drug's is only common practice.
      bool const allowed =
          c.claim.professional() && is_any(loop.lin.value.qualifier, product_qualifiers);
      bool const needed = ndc_need(c) == profiles::Need::required;
      draft.severity(allowed && !needed ? Severity::warning : Severity::error).suggest("N4");
      continue;
    }
    draft.set_element(2, "N4");
    if (kind == Loop::unlabelled) draft.opt_in().suggest("N4");
  }
}

void placeholder(LineCase const &c, Report &report) {
  each_ndc(c, [&](claims::DrugLoop const &loop, grammar::Ndc const &ndc) {
    if (is_clean_placeholder(ndc) && !is_allowed(ndc.digits, c.profile)) at_id(report, loop);
  });
}

void twelve_digit(LineCase const &c, Report &report) {
  each_ndc(c, [&](claims::DrugLoop const &loop, grammar::Ndc const &ndc) {
    if (is_twelve_digit(ndc) && !is_allowed(ndc.digits, c.profile)) at_id(report, loop);
  });
}

}  // namespace noc837::rules::ndc
