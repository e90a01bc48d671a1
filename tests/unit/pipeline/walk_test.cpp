// SPDX-License-Identifier: Apache-2.0
// A read that fails is told, whichever it is and however many threads are at work.
#include "pipeline/walk.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "io/source.hpp"
#include "pipeline/counting.hpp"
#include "support/catch.hpp"
#include "support/edi_text.hpp"

using namespace noc837;

namespace {

/// Gives `most` bytes a read; from read `sound` on, reading fails.
class Failing final : public io::Source {
 public:
  Failing(std::string_view bytes, std::size_t most, std::size_t sound)
      : bytes_(bytes), most_(most), sound_(sound) {}
  Result<std::size_t> read(char *to, std::size_t size) override {
    if (sound_ == 0) return fail(Fault::input, "cannot be read: bad disk");
    --sound_;
    auto const count = bytes_.copy(to, std::min(size, most_));
    bytes_.remove_prefix(count);
    given_ += count;
    return count;
  }
  [[nodiscard]] std::uint64_t stored_bytes() const override { return given_; }
  [[nodiscard]] std::string sha256() override { return {}; }

 private:
  std::string_view bytes_;
  std::size_t most_;
  std::size_t sound_;
  std::uint64_t given_ = 0;
};

/// Notes whether it is told that the input was read to its end.
class Ending final : public pipeline::Counting {
 public:
  Ending() : Counting("input") {}
  void finished(claims::Cutter const &cutter) override {
    Counting::finished(cutter);
    ended = true;
  }
  bool ended = false;
};

std::string input() {
  std::string body(test::billing_level);
  body.append(test::subscriber_level);
  for (int claim = 0; claim < 12; ++claim) {
    body.append("CLM*A*40***11:B:1*Y*A*Y*Y~HI*ABK:I10~LX*1~SV1*HC:J3490*10*UN*1***1~");
  }
  auto const set = test::interchange(test::group(test::transaction_set(body)));
  return set + "\r\n" + set + "\n";
}

}  // namespace

TEST_CASE("a read that fails is told, whichever it is", "[walk]") {
  auto const text = input();
  for (unsigned const threads : {1U, 2U, 5U}) {
    for (std::size_t const block : {64U, 700U, 100'000U}) {
      pipeline::Settings settings;
      settings.watch.add("J3490");
      settings.threads = threads;
      settings.limits.block = block;
      std::size_t const most = block < 100 ? 40 : 250;
      // One read for each `most` bytes at least, and one that finds the end.
      for (std::size_t sound = 0;; ++sound) {
        Failing source(text, most, sound);
        Ending ending;
        auto const done = pipeline::walk(source, "input", settings, ending);
        INFO(threads << " threads, blocks of " << block << ", sound reads: " << sound);
        CHECK(ending.ended == done.has_value());
        if (done) {
          CHECK(sound > text.size() / most);
          CHECK(ending.summary().claims == 24);
          break;
        }
        CHECK(done.error().what == "cannot be read: bad disk");
        CHECK(done.error().fault == Fault::input);
        CHECK(done.error().file == "input");
        CHECK(done.error().offset == source.stored_bytes());
      }
    }
  }
}
