// SPDX-License-Identifier: Apache-2.0
// Diagnoses: their form in HI, and whether they support the drug.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/container/small_vector.hpp>
#include <boost/container/static_vector.hpp>
#include <charconv>
#include <string>

#include "edi/elements.hpp"
#include "rules/diagnosis_form.hpp"
#include "rules/families.hpp"
#include "rules/line_facts.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

using namespace std::chrono_literals;
using claims::CodeList;
using claims::Diagnosis;

bool is_icd10(Diagnosis const &diagnosis) {
  return diagnosis.list == CodeList::icd10;
}
bool is_icd9(Diagnosis const &diagnosis) {
  return diagnosis.list == CodeList::icd9;
}

/// The code as HI wants it: capitals, no dot, no blanks.
std::string bare(Diagnosis const &diagnosis) {
  std::string code = folded(diagnosis.code.code);
  std::erase_if(code, [](char c) { return c == '.' || c == ' '; });
  return code;
}

/// "HI02-2".
std::string hi_component(Diagnosis const &diagnosis, int component) {
  return (diagnosis.element < 10 ? "HI0" : "HI") + std::to_string(diagnosis.element) + "-" +
         std::to_string(component);
}

Draft at_code(Report &report, Diagnosis const &diagnosis) {
  return report.at(diagnosis.at, "2300", hi_component(diagnosis, 2))
      .before(diagnosis.code.code.view());
}

/// True where a dot or blank stands where codes are printed with a dot: after the category.
bool dot_in_place(Diagnosis const &diagnosis) {
  std::string const code = folded(diagnosis.code.code);
  auto const at = code.find_first_of(". ");
  if (at == std::string_view::npos) return true;
  bool const external_icd9 = is_icd9(diagnosis) && code[0] == 'E';
  if (at != 3 && !(at == 4 && external_icd9)) return false;
  auto const next = code.find_first_not_of(". ", at);
  return next == std::string_view::npos ||
         (next - at <= 2 && code.find_first_of(". ", next) == std::string_view::npos);
}

void dotted(ClaimCase const &c, Report &report) {
  for (auto const &diagnosis : c.claim.diagnoses) {
    if (diagnosis.list == CodeList::other || is_bare(diagnosis.code.code.view())) continue;
    std::string const code = bare(diagnosis);
    if (diagnosis.code.code == code) continue;
    auto draft = at_code(report, diagnosis);
    // A dot elsewhere may stand for a character that is missing.
    if (code.empty() || !dot_in_place(diagnosis)) continue;
    draft.set_component(diagnosis.element, 2, code);
  }
}

/// The diagnosis that pointer 1 to 12 of an 837P line names; null when there is none.
Diagnosis const *pointed_at(claims::Claim const &claim, std::size_t pointer) {
  for (auto const &diagnosis : claim.diagnoses) {
    if (diagnosis.element == pointer && diagnosis.supports && !diagnosis.code.code.empty()) {
      return &diagnosis;
    }
  }
  return nullptr;
}

/// 0 for what is no pointer.
std::size_t read_pointer(std::string_view text) {
  text = edi::trim(text);
  std::size_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const whole = error == std::errc() && end == text.data() + text.size();
  return whole && value <= 12 ? value : 0;
}

using Pointers = boost::container::static_vector<std::string_view, 4>;

/// The pointers of a line: the first, which has to be there, and the other three where they are.
Pointers pointers(LineCase const &c) {
  Pointers out;
  std::string_view left = c.service.pointers.view();
  for (std::size_t i = 1; i <= 4; ++i) {
    auto const pointer = left.substr(0, left.find(c.claim.delimiters.component));
    if (i == 1 || !pointer.empty()) out.push_back(pointer);
    if (pointer.size() == left.size()) break;
    left.remove_prefix(pointer.size() + 1);
  }
  return out;
}

void pointer_missing(LineCase const &c, Report &report) {
  if (c.service.institutional) return;  // SV2 has no pointers; STR01 tells
  std::size_t component = 0;
  for (auto const pointer : pointers(c)) {
    ++component;
    if (pointed_at(c.claim, read_pointer(pointer)) != nullptr) continue;
    report.at(*c.service.service, "2400", "SV107-" + std::to_string(component))
        .before(pointer)
        .message(pointer.empty() ? "the line points to no diagnosis"
                                 : "the pointer names no diagnosis of the claim")
        .suggest("the place in HI of the diagnosis that the drug treats");
  }
}

bool monitoring_only(Diagnosis const &diagnosis) {
  if (chapter_of(diagnosis.code.code.view()) != 'Z') return false;
  std::string const code = bare(diagnosis);
  return code.starts_with("Z79") || code == "Z5181";
}

using Supporting = boost::container::small_vector<Diagnosis const *, 12>;

/// The diagnoses behind a line: those it points to, or all of an 837I claim.
Supporting supporting(LineCase const &c) {
  Supporting out;
  if (c.claim.professional()) {
    for (auto const pointer : pointers(c)) {
      auto const *diagnosis = pointed_at(c.claim, read_pointer(pointer));
      if (diagnosis != nullptr) out.push_back(diagnosis);
    }
    return out;
  }
  for (auto const &diagnosis : c.claim.diagnoses) {
    if (diagnosis.supports && !diagnosis.code.code.empty()) out.push_back(&diagnosis);
  }
  return out;
}

void no_indication(LineCase const &c, Report &report) {
  auto const behind = supporting(c);
  if (behind.empty()) return;  // DX02 tells
  for (auto const *diagnosis : behind) {
    if (!monitoring_only(*diagnosis)) return;
  }
  report
      .at(c.claim.professional() ? *c.service.service : behind.front()->at,
          c.claim.professional() ? "2400" : "2300", c.claim.professional() ? "SV107" : "HI01-2")
      .before(c.claim.professional() ? c.service.pointers.view() : behind.front()->code.code.view())
      .suggest("the diagnosis that the drug treats");
}

/// T36 to T50 with 5 for adverse effect: T50905A, T3695XA.
bool is_adverse_effect(std::string const &code) {
  if (code.size() < 5 || code[0] != 'T') return false;
  std::string_view const category = std::string_view(code).substr(1, 2);
  if (category < "36" || category > "50") return false;
  if (code.size() > 5 && code[5] == '5') return true;
  return code[4] == '5' && (code.size() == 5 || code[5] == 'X');
}

void effect_first(ClaimCase const &c, Report &report) {
  for (auto const &diagnosis : c.claim.diagnoses) {
    if (!diagnosis.principal || !is_icd10(diagnosis)) continue;
    if (chapter_of(diagnosis.code.code.view()) == 'T' && is_adverse_effect(bare(diagnosis))) {
      at_code(report, diagnosis).suggest("the effect first, this code after it");
    }
    return;
  }
}

/// T codes have a seventh character, but for burns by extent, complications of transplants and of
/// reattached limbs.
bool wants_seventh(std::string const &code) {
  if (code.size() < 3 || code[0] != 'T' || code.size() >= 7) return false;
  return !one_of(std::string_view(code).substr(1, 2), {"30", "31", "32", "86", "87"});
}

void seventh_missing(ClaimCase const &c, Report &report) {
  for (auto const &diagnosis : c.claim.diagnoses) {
    if (!is_icd10(diagnosis) || chapter_of(diagnosis.code.code.view()) != 'T') continue;
    std::string code = bare(diagnosis);
    if (!wants_seventh(code)) continue;
    code.resize(6, 'X');
    at_code(report, diagnosis)
        .suggest(fmt::format("{0}A first time, {0}D later, {0}S after-effect", code));
  }
}

/// First service date that is known: of a drug line, else of the statement.
std::optional<grammar::Date> claim_date(claims::Claim const &claim) {
  for (auto const &line : claim.drug_lines) {
    if (auto const day = service_start(claim, line)) return day;
  }
  auto const statement = statement_period(claim);
  return statement ? std::optional(statement->first) : std::nullopt;
}

void old_codes(ClaimCase const &c, Report &report) {
  if (std::none_of(c.claim.diagnoses.begin(), c.claim.diagnoses.end(), is_icd9)) return;
  auto const day = claim_date(c.claim);
  if (!day || *day < grammar::Date(2015y / 10 / 1)) return;
  std::optional<claims::Index> told;
  for (auto const &diagnosis : c.claim.diagnoses) {
    if (!is_icd9(diagnosis) || told == diagnosis.at) continue;
    told = diagnosis.at;
    report.at(diagnosis.at, "2300", hi_component(diagnosis, 1))
        .before(diagnosis.code.qualifier.view())
        .suggest("an ICD-10 code under A" + folded(diagnosis.code.qualifier));
  }
}

void monitoring_pair(ClaimCase const &c, Report &report) {
  Diagnosis const *monitoring = nullptr;
  for (auto const &diagnosis : c.claim.diagnoses) {
    if (!diagnosis.supports || chapter_of(diagnosis.code.code.view()) != 'Z') continue;
    std::string const code = bare(diagnosis);
    if (code.starts_with("Z79")) return;
    if (code == "Z5181" && monitoring == nullptr) monitoring = &diagnosis;
  }
  if (monitoring != nullptr) at_code(report, *monitoring).suggest("add Z79.- for the drug");
}

constexpr std::array rules = {
    Rule{.id = "DX01",
         .name = "diagnosis-dotted",
         .family = "diagnosis",
         .severity = Severity::error,
         .fix = Fix::safe,
         .stc = "A7:255",
         .summary = "the diagnosis has a dot, a blank or small letters",
         .explanation =
             "Electronic claims carry diagnosis codes in capitals without the dot that books print "
             "after the third character. With it the payer finds no such code. Dots, blanks and "
             "case are put right for you, as long as the dot stands where it is printed; anywhere "
             "else a character may be missing.",
         .source = "005010X222A1 and 005010X223A2, 2300 HI01-2 and on",
         .before = "HI*ABK:Z79.899~",
         .after = "HI*ABK:Z79899~",
         .given = Given::odd_diagnosis,
         .check_claim = dotted},
    Rule{.id = "DX02",
         .name = "diagnosis-pointer",
         .family = "diagnosis",
         .severity = Severity::error,
         .scope = Scope::professional,
         .stc = "A7:477",
         .summary = "the line points to no diagnosis of the claim",
         .explanation =
             "Each professional line says with a number from 1 to 12 which diagnosis of the claim "
             "it is for. Without one, with a letter from the paper form, or with a number beyond "
             "the diagnoses in HI, the payer cannot tell why the drug was given. Type the place "
             "of the right diagnosis; choosing it is yours.",
         .source = "005010X222A1 2400 SV107-1 to SV107-4 and 2300 HI",
         .before = "HI*ABK:M545~ ... SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***3~",
         .after = "HI*ABK:M545~ ... SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .check_line = pointer_missing},
    Rule{.id = "DX03",
         .name = "diagnosis-no-indication",
         .family = "diagnosis",
         .severity = Severity::warning,
         .stc = "A7:488",
         .summary = "only monitoring codes support the drug",
         .explanation =
             "Z79.- says that a patient takes a drug for long and Z51.81 that its level is "
             "watched; neither says what the drug is for. Reviewers of unclassified drugs look "
             "for the illness. Add it, and point the line to it. That such codes alone are not "
             "enough is common practice.",
         .source = "common practice",
         .before = "HI*ABK:Z79899~ ... SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .after = "HI*ABK:M545*ABF:Z79899~ ... SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~",
         .given = Given::z_diagnosis,
         .check_line = no_indication},
    Rule{.id = "DX04",
         .name = "adverse-effect-first",
         .family = "diagnosis",
         .severity = Severity::warning,
         .stc = "A7:254",
         .summary = "an adverse effect of a drug is the principal diagnosis",
         .explanation =
             "A code such as T50.905A tells that a drug taken as prescribed did harm. The coding "
             "guidelines want the harm itself first, such as a rash, and the T code behind it. As "
             "the principal diagnosis it is often returned. The order decides payment, so it is "
             "not changed for you.",
         .source = "ICD-10-CM guideline I.C.19.e.5.a, by https://icdcode.net/T50.5X5/"
                   "adverse-effect-appetite-depressants",
         .before = "HI*ABK:T50905A*ABF:L270~",
         .after = "HI*ABK:L270*ABF:T50905A~",
         .given = Given::t_diagnosis,
         .check_claim = effect_first},
    Rule{.id = "DX05",
         .name = "diagnosis-seventh-character",
         .family = "diagnosis",
         .severity = Severity::error,
         .stc = "A7:255+A7:772",
         .summary = "a T code lacks its seventh character",
         .explanation =
             "Codes for injuries, poisonings and adverse effects end in a seventh character: A for "
             "the time of treatment, D afterwards, S for what remains. Shorter codes are filled "
             "with X up to it. Without it the code is not valid. Only the record says which "
             "letter it is, so it is left for you.",
         .source = "ICD-10-CM, chapter 19, by https://icdcode.net/T50.5X5/"
                   "adverse-effect-appetite-depressants",
         .before = "HI*ABK:L270*ABF:T50905~",
         .after = "HI*ABK:L270*ABF:T50905A~",
         .given = Given::t_diagnosis,
         .check_claim = seventh_missing},
    Rule{.id = "DX06",
         .name = "diagnosis-icd-9",
         .family = "diagnosis",
         .severity = Severity::error,
         .extended = true,
         .stc = "A7:255+A7:508",
         .summary = "ICD-9 codes for a service from 2015-10-01 on",
         .explanation =
             "BK and BF announce ICD-9 codes, which ended with September 2015. Later services need "
             "ICD-10 codes under ABK and ABF. If the codes are ICD-10 already, only the "
             "qualifiers are wrong; we cannot know, so both are left for you.",
         .source = "005010X222A1 and 005010X223A2, 2300 HI01-1",
         .before = "HI*BK:7245~",
         .after = "HI*ABK:M545~",
         .given = Given::old_diagnosis,
         .check_claim = old_codes},
    Rule{.id = "DX07",
         .name = "monitoring-pair",
         .family = "diagnosis",
         .severity = Severity::info,
         .stc = "A7:488",
         .summary = "Z51.81 without a code for the drug that is monitored",
         .explanation =
             "Z51.81 is for a visit to measure the level of a drug, and is usually followed by a "
             "Z79.- code that says which kind of drug the patient takes, such as Z79.899. Add it "
             "when it applies. This is common practice and only a hint.",
         .source = "common practice",
         .before = "HI*ABK:M545*ABF:Z5181~",
         .after = "HI*ABK:M545*ABF:Z5181*ABF:Z79899~",
         .given = Given::z_diagnosis,
         .check_claim = monitoring_pair},
};

}  // namespace

std::span<Rule const> diagnosis_rules() {
  return rules;
}

}  // namespace noc837::rules
