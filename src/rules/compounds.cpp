// SPDX-License-Identifier: Apache-2.0
// Drugs that were mixed: their ingredients, and the number that links their lines.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "edi/elements.hpp"
#include "rules/families.hpp"
#include "rules/line_facts.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

/// Words of four letters or more that stand together are one ingredient; what lies between two
/// ingredients is an amount, a plus sign, a comma or a word that names no drug.
void collect_ingredients(claims::DrugText const &text, std::set<std::string> &out) {
  edi::Slice previous;
  for (auto const word : text.words) {
    bool const continued = !previous.empty() &&
                           std::all_of(previous.end(), word.begin, [](char c) { return c == ' '; });
    previous = word;
    auto const letters = std::count_if(
        word.begin, word.end(), [](char c) { return edi::fold(c) >= 'A' && edi::fold(c) <= 'Z'; });
    if (!continued && letters >= 4) out.insert(folded(word));
  }
}

std::size_t ingredients(claims::DrugLine const &line) {
  std::set<std::string> names;
  collect_ingredients(line.description, names);
  for (auto const &text : line.note_texts) collect_ingredients(text, names);
  return names.size();
}

bool has_price(claims::DrugLine const &line) {
  return any_narrative(line, [](claims::DrugText const &text) { return !text.price.empty(); });
}

/// True where both lines have the same prescription or link number.
bool linked(claims::DrugLine const &a, claims::DrugLine const &b) {
  for (auto const &loop : a.loops) {
    for (auto const &ref : loop.refs) {
      std::string const id = folded(ref.value.id);
      for (auto const &other_loop : b.loops) {
        for (auto const &other : other_loop.refs) {
          if (!id.empty() && folded(other.value.id) == id &&
              folded(other.value.qualifier) == folded(ref.value.qualifier)) {
            return true;
          }
        }
      }
    }
  }
  return false;
}

bool linked_to_any(LineCase const &c) {
  if (c.claim.drug_lines.size() > most_lines_compared) return true;
  return std::any_of(c.claim.drug_lines.begin(), c.claim.drug_lines.end(), [&](auto const &other) {
    return other.line != c.line.line && linked(c.line, other);
  });
}

void ingredients_missing(LineCase const &c, Report &report) {
  if (!says_compound(c.line) || ingredients(c.line) >= 2 || has_price(c.line)) return;
  if (!c.line.pwk.empty() || !c.claim.pwk.empty() || linked_to_any(c)) return;
  report.at(*c.service.service, "2400", procedure_component(c.service, 7))
      .suggest("each ingredient with its dose, or INV and what you paid");
}

/// The date and number of a REF*VY on an earlier line that has this number on another day.
bool number_used_before(LineCase const &c, std::string const &number) {
  if (c.claim.drug_lines.size() > most_lines_compared || !c.line.service_date) return false;
  for (auto const &other : c.claim.drug_lines) {
    if (other.line >= c.line.line) return false;
    if (!other.service_date || other.service_date->first == c.line.service_date->first) continue;
    for (auto const &loop : other.loops) {
      for (auto const &ref : loop.refs) {
        if (is(ref.value.qualifier, "VY") && is(ref.value.id, number)) return true;
      }
    }
  }
  return false;
}

void link_numbers(LineCase const &c, Report &report) {
  for (auto const &loop : c.line.loops) {
    for (std::size_t i = 0; i < loop.refs.size(); ++i) {
      auto const &ref = loop.refs[i];
      if (i > 0) {
        report.at(ref.at, "2410", "REF").message("the drug loop has room for one REF only");
        continue;
      }
      if (!is(ref.value.qualifier, "VY")) continue;
      std::string const number = folded(ref.value.id);
      if (number.empty() || !number_used_before(c, number)) continue;
      report.at(ref.at, "2410", "REF02")
          .before(ref.value.id.view())
          .message("another line has this link number on another day")
          .suggest("a number of its own for each day's compound");
    }
  }
}

void not_linked(LineCase const &c, Report &report) {
  if (c.claim.drug_lines.size() > most_lines_compared || !says_compound(c.line)) return;
  for (auto const &other : c.claim.drug_lines) {
    if (other.line + 1 != c.line.line) continue;
    if (!says_compound(other) || !other.service_date || !c.line.service_date) return;
    if (other.service_date->first != c.line.service_date->first || linked(c.line, other)) return;
    report.at(*c.service.service, "2410", "REF02")
        .suggest("the same REF with XZ or VY on each line of the compound");
    return;
  }
}

constexpr std::array rules = {
    Rule{.id = "CMP01",
         .name = "compound-ingredients-missing",
         .family = "compounds",
         .severity = Severity::warning,
         .stc = "A6:217+A6:294",
         .summary = "a compound without its ingredients or an invoice",
         .explanation =
             "A mixed drug has no price of its own, so the payer prices it by what is in it or by "
             "what you paid. Name each ingredient with its dose, or give the price behind INV, or "
             "announce the invoice with PWK. Without any of these the line is returned for more "
             "information. Lines that are linked ingredient by ingredient are left alone.",
         .source = "https://www.palmettogba.com/palmetto/jjb.nsf/DID/AW8MMP6652 and "
                   "http://medicalbillingforyou.blogspot.com/2013/07/hcpcs-code-j3490-and-ndc-"
                   "number.html",
         .before = "SV1*HC:J7999:::::COMPOUND PAIN INJECTION*150*UN*1***1~",
         .after = "SV1*HC:J7999:::::CMPD MORPHINE 20MG + BUPIVACAINE 5MG*150*UN*1***1~",
         .given = Given::compound,
         .check_line = ingredients_missing},
    Rule{.id = "CMP02",
         .name = "compound-link-number",
         .family = "compounds",
         .severity = Severity::error,
         .extended = true,
         .stc = "IK304:5,A7:219",
         .summary = "the number that links a compound's lines is used wrongly",
         .explanation =
             "The drug loop takes one REF: the prescription number (XZ) or, without one, a number "
             "that links the lines of one compound (VY). Two of them break the guide, and a link "
             "number that returns on another day joins lines that do not belong together. Nothing "
             "is removed for you.",
         .source = "005010X222A1 and 005010X223A2, 2410 REF",
         .before = "LIN**N4*00409379501~CTP****1*ML~REF*VY*1~REF*XZ*2530001~",
         .after = "LIN**N4*00409379501~CTP****1*ML~REF*XZ*2530001~",
         .given = Given::prescription,
         .check_line = link_numbers},
    Rule{.id = "CMP03",
         .name = "compound-not-linked",
         .family = "compounds",
         .severity = Severity::warning,
         .extended = true,
         .stc = "A6:219",
         .summary = "neighbouring lines look like one compound but share no number",
         .explanation =
             "Each ingredient of a compound is a line of its own, and all of them carry the same "
             "REF: XZ with the prescription number, else VY with a number of your choice. Without "
             "it the payer prices the lines as if they had nothing to do with each other. Whether "
             "they belong together is for you to say.",
         .source = "005010X222A1 and 005010X223A2, 2410 REF; that XZ comes before VY is common "
                   "practice",
         .before = "LIN**N4*00409379501~CTP****1*ML~LX*2~ ... LIN**N4*00409488810~CTP****7*ML~",
         .after = "LIN**N4*00409379501~CTP****1*ML~REF*XZ*2530001~LX*2~ ... "
                  "LIN**N4*00409488810~CTP****7*ML~REF*XZ*2530001~",
         .given = Given::compound | Given::other_line,
         .check_line = not_linked},
};

}  // namespace

std::span<Rule const> compound_rules() {
  return rules;
}

}  // namespace noc837::rules
