// SPDX-License-Identifier: Apache-2.0
// Buffers are stored in order on a thread of their own, and what fails there is told here.
#include "io/write_behind.hpp"

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

#include "support/catch.hpp"

using namespace noc837;
using io::WriteBehind;

namespace {

WriteBehind::Buffer buffer_of(std::string const &text) {
  return {text.begin(), text.end()};
}

}  // namespace

TEST_CASE("what is written behind is stored in order", "[write_behind]") {
  for (auto const delay : {std::chrono::microseconds(0), std::chrono::microseconds(500)}) {
    std::string stored;
    std::thread::id storer;
    std::string expected;
    WriteBehind behind([&](std::string_view bytes) -> Result<void> {
      std::this_thread::sleep_for(delay);
      storer = std::this_thread::get_id();
      stored += bytes;
      return {};
    });
    WriteBehind::Buffer buffer;
    for (int i = 0; i < 200; ++i) {
      auto const text = std::to_string(i) + ",";
      expected += text;
      buffer.insert(buffer.end(), text.begin(), text.end());
      REQUIRE(behind.store(buffer));
      CHECK(buffer.empty());
    }
    REQUIRE(behind.finish());
    CHECK(stored == expected);
    CHECK(storer != std::this_thread::get_id());
  }
}

TEST_CASE("the first failure is told, and nothing is stored after it", "[write_behind]") {
  int stored = 0;
  WriteBehind behind([&](std::string_view bytes) -> Result<void> {
    ++stored;
    return bytes == "3" ? fail(Fault::output, "full") : Result<void>();
  });
  Result<void> done;
  for (int i = 0; i < 1000 && done; ++i) {
    auto buffer = buffer_of(std::to_string(i));
    done = behind.store(buffer);
  }
  REQUIRE_FALSE(done);
  CHECK(done.error().what == "full");
  done = behind.finish();
  REQUIRE_FALSE(done);
  CHECK(done.error().what == "full");
  CHECK(stored == 4);
}

TEST_CASE("an exception comes out where it is waited for", "[write_behind]") {
  WriteBehind behind(
      [](std::string_view) -> Result<void> { throw std::runtime_error("no memory"); });
  auto buffer = buffer_of("a");
  REQUIRE(behind.store(buffer));
  CHECK_THROWS_WITH(behind.finish(), "no memory");
}

TEST_CASE("what nobody waits for is dropped", "[write_behind]") {
  WriteBehind behind([](std::string_view) -> Result<void> {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return {};
  });
  for (int i = 0; i < 5; ++i) {
    auto buffer = buffer_of("a");
    REQUIRE(behind.store(buffer));
  }
}
