// SPDX-License-Identifier: Apache-2.0
// What the review page holds: which lines, in which order, and nothing that could become markup.
#include "output/report/report.hpp"

#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "io/sink.hpp"
#include "output/report/line.hpp"
#include "output/report/page.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"
#include "support/claim_text.hpp"

using namespace noc837;
using namespace noc837::output;

namespace {

/// A reviewed claim with one drug line, of this charge, on which `rule` was found.
class Reviewed {
 public:
  Reviewed(std::string const &charge, std::string_view rule, Status status)
      : text_(
            test::professional_claim("SV1*HC:J3490:::::KETOROLAC 15MG IV*" + charge + "*UN*1***1~",
                                     "", "LIN**N4*0409-3795-01~CTP****1*ML~")) {
    review_.claim = text_.claim();
    review_.profile = &profiles::generic_profile();
    review_.segments = *review_.claim.segments;
    review_.flagged = status == Status::flagged;
    if (rule.empty()) return;
    auto const &loop = review_.claim.drug_lines.front().loops.front();
    rules::Finding finding;
    finding.rule = rules::find_rule(rule);
    finding.status = status;
    finding.line_index = review_.claim.drug_lines.front().line;
    finding.element = "LIN03";
    finding.offset = review_.claim.segment(loop.lin.at).offset;
    review_.findings.push_back(finding);
  }

  [[nodiscard]] edits::Review &review() { return review_; }
  [[nodiscard]] Context context() const { return context_of("in.edi", review_.claim, "default"); }
  void add_to(Report &report) const { report.add(review_, context()); }

 private:
  test::ClaimText text_;
  edits::Review review_;
};

std::vector<std::string> charges(Report &report) {
  std::vector<std::string> out;
  for (auto const &line : report.lines()) out.push_back(line.rank.charge.to_money());
  return out;
}

std::string page(Report &report) {
  std::string out;
  io::StringSink sink(out);
  REQUIRE(write_page(report, {}, {"1.2.3", "", {"in.edi"}}, sink));
  return out;
}

}  // namespace

TEST_CASE("lines to fix come first, then warnings, corrections and clean ones; by charge",
          "[report]") {
  Report report;
  Reviewed("100", "", Status::reported).add_to(report);
  Reviewed("20", "NDC06", Status::flagged).add_to(report);
  Reviewed("300", "NDC04", Status::corrected).add_to(report);
  Reviewed("50", "NDC06", Status::flagged).add_to(report);
  Reviewed("70", "NDC02", Status::reported).add_to(report);
  CHECK(charges(report) == std::vector<std::string>{"50.00", "20.00", "70.00", "300.00", "100.00"});
  CHECK(report.charges_corrected().to_money() == "300.00");
  CHECK(report.lines_seen() == 5);
}

TEST_CASE("of too many lines those that matter most are kept, however they were gathered",
          "[report]") {
  ReportOptions options;
  options.most_lines = 4;
  Report whole(options);
  Report first(options);
  Report second(options);
  for (int i = 0; i < 40; ++i) {
    bool const bad = i % 10 == 3;
    Reviewed const reviewed(std::to_string(10 + (i * 7) % 40), bad ? "NDC06" : "",
                            bad ? Status::flagged : Status::reported);
    reviewed.add_to(whole);
    reviewed.add_to(i < 23 ? first : second);
  }
  auto const kept = charges(whole);
  CHECK(kept == std::vector<std::string>{"41.00", "31.00", "21.00", "11.00"});
  first.add(std::move(second));
  CHECK(charges(first) == kept);
  CHECK(first.lines_seen() == 40);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    CHECK(first.lines()[i].rank.sequence == whole.lines()[i].rank.sequence);
  }
}

TEST_CASE("a table without lines still counts", "[report]") {
  ReportOptions options;
  options.most_lines = 0;
  Report report(options);
  for (int i = 0; i < 3; ++i) Reviewed("10", "NDC06", Status::flagged).add_to(report);
  CHECK(report.lines().empty());
  CHECK(report.lines_seen() == 3);
}

TEST_CASE("a line shows its segments with the element at fault marked", "[report]") {
  Reviewed reviewed("10", "NDC06", Status::flagged);
  Report report;
  reviewed.add_to(report);
  auto const &line = report.lines().front();
  REQUIRE(line.segments.size() == 5);
  auto const &lin = line.segments[3];
  REQUIRE(lin.pieces.size() == 2);
  CHECK(lin.pieces[0].text == "LIN**N4*");
  CHECK(lin.pieces[1].text == "0409-3795-01");
  CHECK(lin.pieces[1].finding == 0);
  CHECK(line.drug == "KETOROLAC 15MG IV");
  CHECK(line.quantity == "1 ML");
}

TEST_CASE("a finding on the claim stands with each of its drug lines, or alone", "[report]") {
  Reviewed reviewed("10", "CHG05", Status::flagged);
  reviewed.review().findings.front().line_index.reset();
  auto const subjects = line_subjects(reviewed.review());
  REQUIRE(subjects.size() == 1);
  CHECK(subjects.front().drug != nullptr);
  CHECK(subjects.front().state() == LineState::flagged);
  reviewed.review().claim.drug_lines.clear();
  auto const alone = line_subjects(reviewed.review());
  REQUIRE(alone.size() == 1);
  CHECK(!alone.front().line);
}

TEST_CASE("the page's data can be read as JSON and ends where it should", "[report]") {
  Reviewed reviewed("10", "NDC06", Status::flagged);
  auto &finding = reviewed.review().findings.front();
  finding.before = "</script><!-- <script> & \xE2\x80\xA8 \x01 \xFF {{script}}";
  finding.message = "</ScRiPt >";
  Report report;
  reviewed.add_to(report);
  auto const html = page(report);
  std::string const opening = "<script id=\"data\" type=\"application/json\">";
  auto const begin = html.find(opening) + opening.size();
  auto const end = html.find("</script>", begin);
  auto const data = html.substr(begin, end - begin);
  CHECK(data.find('<') == std::string::npos);
  CHECK(data.find('&') == std::string::npos);
  auto const json = nlohmann::json::parse(data);
  CHECK(json["lines"].size() == 1);
  CHECK(json["lines"][0]["findings"][0]["before"] ==
        "</script><!-- <script> & \xE2\x80\xA8 \\x01 \xC3\xBF {{script}}");
  CHECK(json["version"] == "1.2.3");
  CHECK(html.find("{{") == html.find("{{script}}"));
}

TEST_CASE("the page loads nothing and lets only its own script run", "[report]") {
  Report report;
  auto const html = page(report);
  CHECK(html.find("default-src 'none'") != std::string::npos);
  CHECK(html.find("script-src 'sha256-") != std::string::npos);
  CHECK(html.find("unsafe") == std::string::npos);
  for (auto const *loads : {"src=", "@import", "url(", "fetch(", "XMLHttpRequest", "innerHTML",
                            "document.write", "eval("}) {
    INFO(loads);
    CHECK(html.find(loads) == std::string::npos);
  }
}
