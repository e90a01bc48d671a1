// SPDX-License-Identifier: Apache-2.0
// A claim is corrected until nothing changes, flagged where errors stand, and noted.
#include "edits/review.hpp"

#include <algorithm>
#include <string>

#include "edits/annotate.hpp"
#include "rules/table.hpp"
#include "splitting.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using test::professional_claim;

namespace {

struct Outcome {
  std::string text;
  std::string corrected;  ///< ids of the rules whose corrections were applied
  std::string flagged;    ///< ids of the rules whose errors stand
  std::size_t reported = 0;
  bool changed = false;
  bool is_flagged = false;
  bool is_corrected = false;
  std::uint64_t inserted = 0;
  std::uint64_t removed = 0;
};

/// A professional claim with a watched code; `text` outlives it.
claims::Unit unit_of(std::string const &text) {
  claims::Unit unit;
  unit.kind = claims::UnitKind::claim;
  unit.bytes = text;
  unit.offset = 500;
  unit.ordinal = 20;
  unit.guide = edi::Guide::professional;
  unit.watched = true;
  return unit;
}

Outcome review(std::string const &text, edits::Policy const &policy = {},
               profiles::Profile const &profile = {}, edi::Delimiters const &delimiters = {}) {
  grammar::Watch watch;
  watch.add("J3490");
  auto unit = unit_of(text);
  unit.delimiters = delimiters;
  claims::Hierarchy hierarchy;
  profiles::Payers payers;
  payers.forced = &profile;
  edits::Reviewer reviewer(watch, policy, payers);
  Outcome out;
  // Twice with one reviewer: nothing of the first claim may be left in the second.
  for (int round = 0; round < 2; ++round) {
    auto const &result = reviewer.review(unit, hierarchy);
    out = {};
    for (auto const &segment : result.segments) out.text.append(segment.text).append(segment.tail);
    for (auto const &finding : result.findings) {
      std::string const id = std::string(finding.rule->id) + " ";
      if (finding.status == Status::corrected) out.corrected += id;
      if (finding.status == Status::flagged) out.flagged += id;
      if (finding.status == Status::reported) ++out.reported;
      CHECK(finding.edits.empty());
      CHECK((finding.status == Status::corrected) == !finding.after.empty());
    }
    out.changed = result.changed;
    out.is_flagged = result.flagged;
    out.is_corrected = result.corrected;
    out.inserted = result.inserted.segments;
    out.removed = result.removed.segments;
    CHECK(result.profile == &profile);
    CHECK(result.claim.segments->size() + out.inserted - out.removed == result.segments.size());
  }
  return out;
}

std::string drug_claim(std::string const &lin, std::string const &notes = "",
                       std::string const &ctp = "CTP****1*ML~") {
  return professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~", notes, lin + ctp);
}

/// Flagged by NDC05: ten digits could be any of three NDCs.
std::string const ten_digits = "LIN**N4*0409379501~";

bool has(std::string const &text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a clean claim goes out as it came", "[review]") {
  std::string const text = drug_claim("LIN**N4*00409379501~");
  auto const out = review(text);
  CHECK(out.text == text);
  CHECK_FALSE(out.changed);
  CHECK_FALSE(out.is_flagged);
  CHECK_FALSE(out.is_corrected);
  CHECK(out.corrected.empty());
  CHECK(out.flagged.empty());
}

TEST_CASE("what is missing at a claim's end stands, whatever else is corrected", "[review]") {
  // The last line has no date.
  std::string const text = drug_claim("LIN**N4*0409-3795-01~") + "LX*3~SV1*HC:96372*9*UN*1***1~";
  grammar::Watch watch;
  watch.add("J3490");
  edits::Policy const policy;
  auto const unit = unit_of(text);
  claims::Hierarchy hierarchy;
  profiles::Profile const profile;
  profiles::Payers payers;
  payers.forced = &profile;
  edits::Reviewer reviewer(watch, policy, payers, {snip::Level::guide});
  auto const *result = reviewer.look(unit, hierarchy);
  REQUIRE(result != nullptr);
  CHECK(result->corrected);
  CHECK(result->flagged);
  auto const missing = std::find_if(result->findings.begin(), result->findings.end(),
                                    [](rules::Finding const &finding) {
                                      return has(finding.message, "is missing in loop 2400");
                                    });
  REQUIRE(missing != result->findings.end());
  CHECK(missing->status == Status::flagged);
}

TEST_CASE("corrections uncover one another until nothing is left to correct", "[review]") {
  auto const out = review(drug_claim("LIN**n4*N4 0409-3795-01~", "", "CTP****1,000*cc~"));
  CHECK(has(out.text, "LIN**N4*00409379501~CTP****1000*ML~"));
  CHECK(out.changed);
  CHECK(out.is_corrected);
  CHECK(has(out.corrected, "NDC07"));  // the prefix goes first
  CHECK(has(out.corrected, "NDC04"));  // then the missing zero comes
  CHECK(out.corrected.find("NDC07") < out.corrected.find("NDC04"));
  CHECK(has(out.corrected, "QTY"));
  auto const again = review(out.text);
  CHECK(again.text == out.text);
  CHECK(again.corrected.empty());
  CHECK_FALSE(again.changed);
}

TEST_CASE("corrections that touch one segment are applied one after the other", "[review]") {
  // Qualifier and NDC both stand in LIN, quantity and unit both in CTP.
  auto const out = review(drug_claim("LIN**n4*00409-3795-01~", "", "CTP****1,000*cc~"));
  CHECK(has(out.text, "LIN**N4*00409379501~CTP****1000*ML~"));
  CHECK(out.flagged.empty());
  CHECK(std::count(out.corrected.begin(), out.corrected.end(), ' ') == 4);
}

TEST_CASE("every byte that no correction names is kept", "[review]") {
  edi::Delimiters const odd{'|', '>', '!', '\n'};
  std::string const text =
      test::in_delimiters(drug_claim("LIN**N4*00409-3795-01~", "NTE*ADD*\xE9 x~"), odd, " \r");
  std::string expected = text;
  expected.replace(expected.find("00409-3795-01"), 13, "00409379501");
  CHECK(review(text, {}, {}, odd).text == expected);
}

TEST_CASE("an error that stands flags the claim and is noted on its line", "[review]") {
  std::string const text = drug_claim(ten_digits, "NTE*ADD*GIVEN SLOWLY~");
  auto const out = review(text);
  CHECK(out.is_flagged);
  CHECK_FALSE(out.is_corrected);
  CHECK(out.flagged == "NDC05 ");
  CHECK(out.inserted == 1);
  CHECK(out.removed == 0);
  std::string expected = text;
  expected.insert(expected.find("LIN*"), "NTE*TPO*NOC837 NDC05~");
  CHECK(out.text == expected);
}

TEST_CASE("our notes are brought up to date and nobody else's are touched", "[review]") {
  struct Row {
    std::string what;
    std::string notes;
    std::string lin;
    std::string after;  ///< the notes
  };
  std::string const good = "LIN**N4*00409379501~";
  for (Row const &row : {
           Row{"none yet", "", ten_digits, "NTE*TPO*NOC837 NDC05~"},
           {"there already", "NTE*TPO*NOC837 NDC05~", ten_digits, "NTE*TPO*NOC837 NDC05~"},
           {"of another error", "NTE*TPO*NOC837 QTY01~", ten_digits, "NTE*TPO*NOC837 NDC05~"},
           {"of errors put right", "NTE*TPO*NOC837 NDC05~", good, ""},
           {"the biller's own", "NTE*TPO*CALL FIRST~", ten_digits, "NTE*TPO*CALL FIRST~"},
           {"the biller's, clean", "NTE*TPO*CALL FIRST~", good, "NTE*TPO*CALL FIRST~"},
           {"behind another note", "NTE*ADD*SLOWLY~", ten_digits,
            "NTE*ADD*SLOWLY~NTE*TPO*NOC837 NDC05~"},
           {"no prefix of ours", "NTE*TPO*NOC837NDC05~", good, "NTE*TPO*NOC837NDC05~"},
       }) {
    INFO(row.what);
    auto const out = review(drug_claim(row.lin, row.notes));
    CHECK(out.text == drug_claim(row.lin, row.after));
    CHECK(out.changed == (row.notes != row.after));
    CHECK(review(out.text).text == out.text);
    CHECK_FALSE(review(out.text).changed);
  }
}

TEST_CASE("a note names as many rules as eighty characters hold", "[review]") {
  test::ClaimText const text(drug_claim(ten_digits));
  rules::Findings standing;
  for (auto const *rule : rules::all_rules()) {
    rules::Finding finding;
    finding.rule = rule;
    finding.status = Status::flagged;
    finding.line_index = text.claim().drug_lines.at(0).line;
    standing.push_back(finding);
    standing.push_back(finding);  // named once all the same
  }
  auto const edits = edits::annotations(text.claim(), standing);
  REQUIRE(edits.size() == 1);
  std::string const note = edits[0].text.substr(std::string("NTE*TPO*").size());
  CHECK(edits[0].text.find("NTE*TPO*NOC837 ") == 0);
  CHECK(note.size() <= 80);
  CHECK(note.size() > 70);
  auto const &all = rules::all_rules();
  CHECK(note.substr(7, 11) == std::string(all[0]->id) + " " + std::string(all[1]->id));
}

TEST_CASE("errors of the whole claim are noted on its first drug line only", "[review]") {
  std::string const line = "SV1*HC:J3490:::::KETOROLAC 15MG IV*150*UN*1***1~DTP*472*D8*20260914~";
  test::ClaimText const text("CLM*A*300***11:B:1*Y*A*Y*Y~LX*1~" + line + "LX*2~" + line);
  REQUIRE(text.claim().drug_lines.size() == 2);
  rules::Findings standing(3);
  auto const &all = rules::all_rules();
  for (std::size_t i = 0; i < standing.size(); ++i) {
    standing[i].rule = all[i];
    standing[i].status = Status::flagged;
  }
  standing[1].line_index = 1;
  standing[2].line_index = 0;
  standing[2].status = Status::reported;
  auto const edits = edits::annotations(text.claim(), standing);
  REQUIRE(edits.size() == 2);
  CHECK(edits[0].text == "NTE*TPO*NOC837 " + std::string(all[0]->id));
  CHECK(edits[1].text == "NTE*TPO*NOC837 " + std::string(all[1]->id));
}

TEST_CASE("a void claim is reported on and left untouched", "[review]") {
  for (std::string const notes : {"", "NTE*TPO*NOC837 NDC05~"}) {
    for (std::string const lin : {"LIN**N4*00409-3795-01~", ten_digits.c_str()}) {
      std::string text = drug_claim(lin, notes);
      text.replace(text.find("11:B:1"), 6, "11:B:8");
      auto const out = review(text);
      INFO(text);
      CHECK(out.text == text);
      CHECK_FALSE(out.changed);
      CHECK_FALSE(out.is_flagged);
      CHECK(out.corrected.empty());
      CHECK(out.flagged.empty());
      CHECK(out.reported > 0);
    }
  }
}

TEST_CASE("a correction that is switched off leaves its finding standing", "[review]") {
  std::string const text = drug_claim("LIN**N4*00409-3795-01~");
  edits::Policy policy;
  policy.set_correction(*rules::find_rule("NDC03"), false);
  auto const out = review(text, policy);
  CHECK(has(out.text, "LIN**N4*00409-3795-01~"));
  CHECK(has(out.text, "NTE*TPO*NOC837 NDC03~"));
  CHECK(out.is_flagged);

  profiles::Profile quiet;
  quiet.overrides = {{"NDC03", Severity::warning}};
  auto const warned = review(text, policy, quiet);
  CHECK(warned.text == text);
  CHECK_FALSE(warned.is_flagged);
  CHECK(warned.reported > 0);

  quiet.overrides = {{"NDC03", std::nullopt}};
  CHECK(review(text, {}, quiet).text == text);  // off: neither found nor corrected
}

TEST_CASE("corrected and flagged may both hold for one claim", "[review]") {
  auto const out = review(drug_claim(ten_digits, "", "CTP****1*cc~"));
  CHECK(out.is_corrected);
  CHECK(out.is_flagged);
  CHECK(has(out.text, "CTP****1*ML~"));
  CHECK(has(out.text, "NTE*TPO*NOC837 NDC05~"));
}
