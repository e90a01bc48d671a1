// SPDX-License-Identifier: Apache-2.0
// Input that ends too early leaves no output that looks whole.
#include <string>

#include "property/inputs.hpp"
#include "property/run.hpp"
#include "property/x12.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::test;

namespace {

/// The lengths at which `bytes` may end: behind the terminator of an IEA and the blanks after it.
bool may_end_at(std::string_view bytes, std::size_t size) {
  for (auto const &interchange : interchanges_of(bytes)) {
    auto const last = segments_of(bytes, interchange).back();
    auto const end = static_cast<std::size_t>(last.text.data() + last.text.size() - bytes.data());
    if (size > end && size <= interchange.end) return true;
  }
  return false;
}

/// Two inputs that are short enough to be cut everywhere: one of each guide.
std::vector<std::string> cuttable() {
  std::vector<std::string> out;
  for (auto const *name : {"professional.edi", "two-interchanges.edi"}) {
    for (auto const &input : fixture_inputs()) {
      if (input.name.ends_with(std::string("/property/") + name)) out.push_back(input.bytes);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("input cut at any byte is refused and nothing is written", "[truncation]") {
  REQUIRE(cuttable().size() == 2);
  for (auto const &bytes : cuttable()) {
    REQUIRE(run(bytes, pipeline::Mode::split).ok);
    std::size_t complete = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      INFO("cut to " << size << " of " << bytes.size());
      auto const split = run(bytes.substr(0, size), pipeline::Mode::split);
      if (may_end_at(bytes, size)) {
        ++complete;
        CHECK(split.ok);
        continue;
      }
      CHECK_FALSE(split.ok);
      CHECK(split.error.fault == Fault::input);
      CHECK_FALSE(split.error.what.empty());
      CHECK(split.error.offset.value_or(0) <= size);
      CHECK(split.files.empty());
      CHECK(run(bytes.substr(0, size), pipeline::Mode::annotate).files.empty());
    }
    // The line end behind each IEA but the last, and the place behind the last.
    CHECK(complete < 8);
  }
}

TEST_CASE("input that cannot be read leaves no file", "[truncation]") {
  for (auto const &input : all_inputs()) {
    auto const ran = run(input.bytes, pipeline::Mode::split);
    if (ran.ok) continue;
    INFO(input.name << ": " << ran.error.message());
    CHECK(ran.error.fault == Fault::input);
    CHECK(ran.error.offset.has_value());
    CHECK_FALSE(ran.error.expected.empty());
    CHECK(ran.error.file == "input");
    CHECK(ran.files.empty());
  }
}
