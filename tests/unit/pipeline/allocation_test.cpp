// SPDX-License-Identifier: Apache-2.0
// A line that is no drug line costs no allocation, however many there are.
#include <string>

#include "io/source.hpp"
#include "pipeline/counting.hpp"
#include "pipeline/walk.hpp"
#include "support/catch.hpp"
#include "support/counting_new.hpp"
#include "support/edi_text.hpp"

using namespace noc837;

namespace {

std::string claims_text(std::size_t claims, std::string_view code) {
  std::string body(test::billing_level);
  body.append(test::subscriber_level);
  for (std::size_t i = 0; i < claims; ++i) {
    body.append("CLM*A" + std::to_string(i) + "*40***11:B:1*Y*A*Y*Y~HI*ABK:I10~");
    for (auto const *line : {"1", "2", "3", "4"}) {
      body.append("LX*")
          .append(line)
          .append("~SV1*HC:")
          .append(code)
          .append("*10*UN*1***1~DTP*472*D8*20260914~REF*6R*1~");
    }
  }
  return test::interchange(test::group(test::transaction_set(body)));
}

/// Allocations of a run over this many claims of four lines.
std::uint64_t allocations_for(std::size_t claims, std::string_view code) {
  auto const text = claims_text(claims, code);
  pipeline::Settings settings;
  settings.watch.add("J3490");
  auto const source = io::memory_source(text);
  pipeline::Counting counting("input");
  auto const before = test::allocations();
  REQUIRE(pipeline::walk(*source, "input", settings, counting));
  auto const after = test::allocations();
  CHECK(counting.summary().claims == claims);
  return after - before;
}

}  // namespace

TEST_CASE("lines that are not watched cost no allocation", "[allocation]") {
  auto const few = allocations_for(20'000, "99213");
  auto const many = allocations_for(60'000, "99213");
  // Blocks and their tables reach their size once; after that nothing is allocated.
  CHECK(few < 400);
  CHECK(many < few + 50);
}

TEST_CASE("watched lines do allocate, so the counter counts", "[allocation]") {
  CHECK(allocations_for(1000, "J3490") > 1000);
}
