// SPDX-License-Identifier: Apache-2.0
#include "io/spill.hpp"

#include <filesystem>
#include <string>

#include "support/catch.hpp"

using namespace noc837;

TEST_CASE("bytes come back in order, from memory and from a file", "[io]") {
  auto const folder = std::filesystem::temp_directory_path().string();
  auto const most_held = GENERATE(std::size_t{4}, std::size_t{7}, std::size_t{1000});
  io::Spill spill(folder, most_held);
  for (int round = 0; round < 2; ++round) {
    std::string const all = "first part, second part, " + std::to_string(round);
    for (char const c : all) REQUIRE(spill.write({&c, 1}));
    REQUIRE(spill.rewind());
    std::string got;
    io::StringSink sink(got);
    REQUIRE(spill.copy(5, sink));
    CHECK(got == "first");
    REQUIRE(spill.copy(all.size() - 5, sink));
    CHECK(got == all);
    REQUIRE(spill.clear());
  }
}

TEST_CASE("a spill that can have no file fails as an output", "[io]") {
  io::Spill spill("/nowhere/at/all", 4);
  REQUIRE(spill.write("1234"));
  auto const done = spill.write("5");
  REQUIRE(!done);
  CHECK(done.error().fault == Fault::output);
  CHECK(done.error().file == "/nowhere/at/all");
}
