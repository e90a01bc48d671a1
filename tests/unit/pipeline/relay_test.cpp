// SPDX-License-Identifier: Apache-2.0
// The relay keeps the order, whatever each stage takes, and ends where it has to.
#include "pipeline/relay.hpp"

#include <atomic>
#include <chrono>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;
using pipeline::Stretch;

namespace {

/// Counts stretches through; each carries its number as the failure's offset.
class Counting : public pipeline::Stages {
 public:
  explicit Counting(std::uint64_t count) : count_(count) {}

  void read(Stretch &stretch) override {
    stretch.block.reset(1, {});
    stretch.block.failure = Error{};
    stretch.block.failure->offset = read_++;
    stretch.block.last = read_ == count_;
    dawdle();
  }
  void prepare(Stretch &) override { dawdle(); }
  void join(Stretch &stretch) override {
    stretch.last = stretch.block.last;
    joined.push_back(number_of(stretch));
  }
  void judge(Stretch &, pipeline::Turn const &) override {
    auto const now = ++judging_;
    if (now > most_judging) most_judging = now;
    dawdle();
    --judging_;
  }
  Result<void> hand_on(Stretch &stretch) override {
    handed_on.push_back(number_of(stretch));
    dawdle();
    return {};
  }

  static std::uint64_t number_of(Stretch const &stretch) { return *stretch.block.failure->offset; }

  std::vector<std::uint64_t> joined;
  std::vector<std::uint64_t> handed_on;
  std::atomic<int> most_judging{0};

 private:
  static void dawdle() {
    thread_local std::mt19937 random(std::random_device{}());
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 200));
  }

  std::uint64_t count_;
  std::uint64_t read_ = 0;
  std::atomic<int> judging_{0};
};

std::vector<std::uint64_t> first_numbers(std::uint64_t count) {
  std::vector<std::uint64_t> out;
  for (std::uint64_t i = 0; i < count; ++i) out.push_back(i);
  return out;
}

}  // namespace

TEST_CASE("stretches are joined and handed on in order", "[relay]") {
  for (unsigned const threads : {1U, 2U, 3U, 16U}) {
    for (std::uint64_t const count : {1U, 2U, 5U, 100U}) {
      Counting stages(count);
      REQUIRE(pipeline::run_stages(stages, threads));
      CHECK(stages.joined == first_numbers(count));
      CHECK(stages.handed_on == first_numbers(count));
      CHECK(stages.most_judging <= static_cast<int>(threads));
    }
  }
}

TEST_CASE("nothing is handed on behind a stretch that cannot be read", "[relay]") {
  class Failing final : public Counting {
   public:
    Failing() : Counting(1000) {}
    void join(Stretch &stretch) override {
      Counting::join(stretch);
      if (number_of(stretch) == 20) stretch.last = true;
    }
  };
  for (unsigned const threads : {1U, 2U, 16U}) {
    Failing stages;
    CHECK(pipeline::run_stages(stages, threads));
    CHECK(stages.handed_on == first_numbers(21));
  }
}

TEST_CASE("the first failure to hand on ends the run", "[relay]") {
  class Failing final : public Counting {
   public:
    Failing() : Counting(1000) {}
    Result<void> hand_on(Stretch &stretch) override {
      if (auto done = Counting::hand_on(stretch); !done) return done;
      if (number_of(stretch) < 20) return {};
      return fail(Fault::output, "full " + std::to_string(number_of(stretch)));
    }
  };
  for (unsigned const threads : {1U, 2U, 16U}) {
    Failing stages;
    auto const done = pipeline::run_stages(stages, threads);
    REQUIRE_FALSE(done);
    CHECK(done.error().what == "full 20");
    CHECK(stages.handed_on == first_numbers(21));
  }
}

TEST_CASE("an exception ends the run and comes out of it", "[relay]") {
  class Throwing final : public Counting {
   public:
    Throwing() : Counting(1000) {}
    void judge(Stretch &stretch, pipeline::Turn const &turn) override {
      Counting::judge(stretch, turn);
      if (number_of(stretch) >= 20) throw std::runtime_error("no more memory");
    }
  };
  for (unsigned const threads : {1U, 2U, 16U}) {
    Throwing stages;
    CHECK_THROWS_WITH(pipeline::run_stages(stages, threads), "no more memory");
    CHECK(stages.handed_on.size() <= 20);
  }
}
