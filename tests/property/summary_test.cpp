// SPDX-License-Identifier: Apache-2.0
// Summaries of parts add up to that of the whole.
#include <optional>
#include <string>
#include <vector>

#include "property/inputs.hpp"
#include "property/run.hpp"
#include "property/x12.hpp"
#include "rules/table.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::test;

namespace {

/// The interchanges of an input as inputs of their own, each with the control number of its place
/// so that no two share one.
std::vector<std::string> parts_of(std::string const &bytes, std::size_t first_number) {
  std::vector<std::string> out;
  for (auto const &interchange : interchanges_of(bytes)) {
    std::string part = bytes.substr(interchange.begin, interchange.end - interchange.begin);
    char const separator = interchange.delimiters.element;
    auto const have = std::string(element_of(part, 13, separator));
    if (have.size() != 9) return {};
    auto number = std::to_string(first_number + out.size());
    number.insert(0, 9 - number.size(), '0');
    for (auto const at : {part.find(have), part.rfind(have)}) part.replace(at, 9, number);
    out.push_back(std::move(part));
  }
  return out;
}

/// The summary without what names files.
std::string numbers(output::Summary summary) {
  summary.files = 1;
  summary.inputs.clear();
  summary.outputs.clear();
  return output::summary_json(summary, false);
}

/// A claim that stands in two parts is a duplicate in the whole only.
pipeline::Settings settings_by_part() {
  auto settings = usual_settings();
  settings.policy.set_severity(*rules::find_rule("DUP01"), std::nullopt);
  return settings;
}

}  // namespace

TEST_CASE("summaries of parts add up to that of the whole, in any order", "[summary]") {
  auto const settings = settings_by_part();
  std::vector<std::string> parts;
  std::string whole;
  // Every generated file and fixture, and the interchanges of each.
  for (auto const *inputs : {&fixture_inputs(), &generated_inputs(), &sample_inputs()}) {
    for (auto const &input : *inputs) {
      if (parts.size() > 150 || input.bytes.size() > 60'000) continue;
      for (auto &part : parts_of(input.bytes, 100'000'000 + parts.size())) {
        if (!run(part, pipeline::Mode::annotate).ok) continue;
        whole += part;
        parts.push_back(std::move(part));
      }
    }
  }
  REQUIRE(parts.size() > 1);
  auto const expected = run(whole, pipeline::Mode::split, settings);
  REQUIRE(expected.ok);

  output::Summary forward;
  output::Summary backward;
  output::Summary pairs;
  output::Summary pair;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const ran = run(parts[i], pipeline::Mode::split, settings);
    REQUIRE(ran.ok);
    forward.add(ran.summary);
    pair.add(ran.summary);
    if (i % 2 == 1 || i + 1 == parts.size()) {
      pairs.add(pair);
      pair = {};
    }
    output::Summary front = ran.summary;
    front.add(backward);
    backward = front;
  }
  CHECK(forward.files == parts.size());
  CHECK(forward.standing == expected.summary.standing);
  CHECK(difference(numbers(expected.summary), numbers(forward)) == "");
  CHECK(difference(numbers(expected.summary), numbers(backward)) == "");
  CHECK(difference(numbers(expected.summary), numbers(pairs)) == "");
}
