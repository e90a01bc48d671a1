// SPDX-License-Identifier: Apache-2.0
// Validation has short ways: a first look that most segments pass, and steps that are remembered.
// On the fixtures, and on fixtures with random damage, they say what the long ways say.
#include <algorithm>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "claims/reader.hpp"
#include "io/source.hpp"
#include "snip/first_look.hpp"
#include "snip/segment_check.hpp"
#include "snip/validator.hpp"
#include "support/catch.hpp"

using namespace noc837;

namespace {

/// A unit with bytes of its own.
struct OwnUnit {
  claims::Unit unit;
  std::string bytes;
};

std::vector<OwnUnit> units_of(std::filesystem::path const &path) {
  std::vector<OwnUnit> out;
  auto source = io::open_source(path.string());
  REQUIRE(source);
  grammar::Watch const watch;
  claims::Reader reader(**source, watch);
  for (;;) {
    auto const unit = reader.next();
    if (!unit || *unit == nullptr) return out;  // some fixtures are broken: what came before counts
    out.push_back({**unit, std::string((*unit)->bytes)});
  }
}

std::vector<std::filesystem::path> fixtures() {
  std::vector<std::filesystem::path> out;
  for (auto const &entry :
       std::filesystem::recursive_directory_iterator(NOC837_SOURCE_DIR "/fixtures")) {
    if (entry.path().extension() == ".edi" && entry.file_size() < 100'000) {
      out.push_back(entry.path());
    }
  }
  std::sort(out.begin(), out.end());
  REQUIRE(out.size() > 50);
  return out;
}

class Damage {
 public:
  /// One to three bytes changed, taken out or put in, before the last terminator.
  std::string to(std::string text) {
    auto const last = text.find_last_of('~');
    if (last == std::string::npos || last < 4) return text;
    for (auto times = upto(3) + 1; times > 0; --times) {
      constexpr std::string_view pool = "*:~^ *:~. -AZ09D8\n\x01\xe9";
      auto const at = upto(last - 1);
      char const c = pool[upto(pool.size() - 1)];
      switch (upto(3)) {
        case 0:
          text.erase(at, 1);
          return text;
        case 1:
          text.insert(at, 1, c);
          break;
        case 2:
          text.insert(at, text.substr(at, upto(std::min<std::size_t>(12, last - at))));
          break;
        default:
          text[at] = c;
          break;
      }
    }
    return text;
  }

 private:
  std::size_t upto(std::size_t most) {
    return std::uniform_int_distribution<std::size_t>(0, most)(random_);
  }

  std::mt19937 random_{837};
};

class Count final : public snip::ElementFaults {
 public:
  void element_fault(snip::Fault, snip::Position, grammar::ElementUse const *,
                     std::string_view) override {
    ++faults;
  }
  int faults = 0;
};

/// Looks at a segment as every use of its id: what the first look passes has no fault, and the
/// other way round. Behind an id that no element follows it passes nothing. `text` ends with the
/// terminator or blanks after it.
std::size_t compare_looks(grammar::Guide const &guide, std::string const &text,
                          edi::Delimiters const &delimiters, snip::FirstLook &look) {
  auto const end = text.find(delimiters.terminator);
  grammar::StructureIndex index;
  index.build(text, delimiters);
  char const *const id_end = index.place_of(*index.begin());
  auto const id =
      edi::tag(std::string_view(text.data(), static_cast<std::size_t>(id_end - text.data())));
  look.start(guide, delimiters, text, index);
  std::size_t sound = 0;
  for (std::size_t use = 0; use < guide.segments.size(); ++use) {
    if (guide.tags[guide.segments[use].tag].tag != id) continue;
    auto const seen = look.look(use, index.begin());
    Count careful;
    snip::explain(guide, guide.segments[use], std::string_view(text).substr(0, end), delimiters,
                  careful);
    bool const plain = *id_end == delimiters.element || *id_end == delimiters.terminator;
    if (seen.sound != (plain && careful.faults == 0)) FAIL_CHECK(text << " as use " << use);
    if (index.place_of(*seen.end) != text.data() + end) FAIL_CHECK(text << " ends elsewhere");
    auto const again = look.look(use, index.begin());  // by what was kept of the first look, if any
    if (again.sound != seen.sound || again.end != seen.end) FAIL_CHECK(text << " again");
    sound += seen.sound ? 1U : 0U;
  }
  return sound;
}

/// With other delimiters, of which one stands in values too.
std::string turned(std::string text) {
  for (char &c : text) c = c == '*' ? '|' : c == ':' ? '*' : c;
  return text;
}

bool same(snip::Issues const &a, snip::Issues const &b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](auto const &x, auto const &y) {
    return x.check == y.check && x.segment == y.segment && x.position == y.position &&
           x.loop == y.loop && x.line == y.line && x.message == y.message && x.value == y.value;
  });
}

}  // namespace

TEST_CASE("the first look at a segment agrees with the careful one", "[mutation]") {
  snip::FirstLook professional;
  snip::FirstLook institutional;
  snip::FirstLook either;
  Damage damage;
  std::size_t sound = 0;
  for (auto const &path : fixtures()) {
    for (auto const &[unit, bytes] : units_of(path)) {
      auto const *guide = snip::guide_of(unit.guide);
      if (guide == nullptr || unit.delimiters.terminator != '~') continue;
      auto &look = unit.guide == edi::Guide::professional ? professional : institutional;
      for (std::size_t at = 0, end = 0; end = bytes.find('~', at), end != std::string::npos;
           at = end + 1) {
        auto const text = bytes.substr(at, end - at + 1);
        if (text.size() < 4 || text[0] < ' ') continue;
        // What was kept of values is compared where as many bytes follow them.
        std::string const blanks(16, ' ');
        sound += compare_looks(*guide, text, unit.delimiters, look);
        sound += compare_looks(*guide, text + blanks, unit.delimiters, look);
        for (int i = 0; i < 10; ++i) {
          auto const damaged = damage.to(text);
          sound += compare_looks(*guide, damaged, unit.delimiters, look);
          sound += compare_looks(*guide, damaged + blanks, unit.delimiters, look);
        }
        auto delimiters = unit.delimiters;
        compare_looks(*guide, text, delimiters, either);
        delimiters.element = '|';
        delimiters.component = '*';
        compare_looks(*guide, turned(text), delimiters, either);
      }
    }
  }
  CHECK(sound > 10'000);
}

TEST_CASE("remembered steps lead where a walk without memory leads", "[mutation]") {
  Damage damage;
  snip::Options const options{snip::Level::balance};
  snip::Validator warm(options);
  std::size_t units = 0;
  std::size_t issues = 0;
  for (auto const &path : fixtures()) {
    for (auto const &[like, bytes] : units_of(path)) {
      if (snip::guide_of(like.guide) == nullptr || like.delimiters.terminator != '~') continue;
      for (int i = 0; i < 20; ++i) {
        auto const text = i == 0 ? bytes : damage.to(bytes);
        if (text.substr(0, 2) != bytes.substr(0, 2)) continue;  // no unit of this kind any more
        auto unit = like;
        unit.bytes = text;
        snip::Issues remembered;
        snip::Issues fresh;
        warm.check(unit, remembered);
        snip::Validator(options).check(unit, fresh);
        if (!same(remembered, fresh)) FAIL_CHECK(path << ": " << text);
        ++units;
        issues += fresh.size();
      }
    }
  }
  CHECK(units > 10'000);
  CHECK(issues > 10'000);
}
