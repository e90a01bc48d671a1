// SPDX-License-Identifier: Apache-2.0
// Neither the number of threads nor where the input is cut into blocks changes what comes out.
#include <string>

#include "io/source.hpp"
#include "pipeline/walk.hpp"
#include "property/inputs.hpp"
#include "property/run.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::test;

namespace {

/// How two runs differ, for a person; empty when they do not.
std::string difference_of(Ran const &a, Ran const &b) {
  if (a.ok != b.ok) return "one failed: " + a.error.message() + b.error.message();
  if (a.error.message() != b.error.message()) return a.error.message() + b.error.message();
  if (a.files.size() != b.files.size()) return "numbers of files";
  for (auto const &[kind, text] : a.files) {
    if (auto const wrong = difference(text, b.file(kind)); !wrong.empty()) return kind + wrong;
  }
  return {};
}

/// What check tells of an input, and how it ends.
std::string checked(std::string_view bytes, pipeline::Settings const &settings) {
  std::string out;
  for (auto const &row : findings_of(bytes, settings)) {
    out += row.rule + " " + row.claim + " " + row.line + " " + row.element + " " + row.status +
           " " + std::to_string(row.segment) + "\n";
  }
  return out;
}

struct Cut {
  unsigned threads;
  std::size_t block;
};
constexpr Cut cuts[] = {{2, 512 * 1024}, {3, 64}, {8, 300}, {2, 1500}, {1, 4096}, {5, 17}};

}  // namespace

TEST_CASE("threads and blocks do not change what process writes", "[threads]") {
  for (auto const &input : all_inputs()) {
    for (auto const mode : {pipeline::Mode::split, pipeline::Mode::annotate}) {
      auto const expected = run(input.bytes, mode);
      for (auto const &[threads, block] : cuts) {
        if (input.bytes.size() / block > 20'000) continue;
        auto settings = usual_settings();
        settings.threads = threads;
        settings.limits.block = block;
        INFO(input.name << " with " << threads << " threads and blocks of " << block);
        CHECK(difference_of(expected, run(input.bytes, mode, settings)) == "");
      }
    }
  }
}

TEST_CASE("threads and blocks do not change what is found before a failure", "[threads]") {
  for (auto const &input : all_inputs()) {
    for (std::size_t part = 1; part <= 7; ++part) {
      auto const cut = input.bytes.substr(0, input.bytes.size() * part / 7);
      auto const expected = checked(cut, usual_settings());
      auto settings = usual_settings();
      settings.threads = static_cast<unsigned>(part % 3 + 1);
      settings.limits.block = 100 * part;
      INFO(input.name << " cut to " << cut.size());
      CHECK(difference(expected, checked(cut, settings)) == "");
    }
  }
}
