// SPDX-License-Identifier: Apache-2.0
// Breaks the loaded fixtures in every way that a row of the guide tables forbids and looks whether
// validation says so at the right place. Prints how much is found.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "claims/hierarchy.hpp"
#include "claims/reader.hpp"
#include "edi/elements.hpp"
#include "io/source.hpp"
#include "snip/validator.hpp"
#include "snip/values.hpp"
#include "snip/walker.hpp"
#include "support/catch.hpp"

using namespace noc837;
using grammar::Child;
using grammar::ElementUse;
using grammar::Guide;
using grammar::Usage;
using grammar::ValueType;

namespace {

constexpr edi::Delimiters delimiters;

/// A unit of a fixture, as texts of segments.
struct Stretch {
  Guide const *guide;
  std::size_t loop;
  std::vector<std::string> segments;
  std::vector<snip::Placed> placed;  ///< texts point into `bytes`
  std::string bytes;
};

std::string joined(std::vector<std::string> const &segments) {
  std::string out;
  for (auto const &segment : segments) out += segment + "~";
  return out;
}

snip::Issues issues_of(Guide const &guide, std::size_t loop,
                       std::vector<std::string> const &segments) {
  auto const bytes = joined(segments);
  snip::Issues issues;
  snip::Walker walker;
  walker.walk(guide, loop, {bytes, 0, 0, delimiters}, snip::Level::guide, issues);
  return issues;
}

std::string_view loop_name(claims::Unit const &unit) {
  switch (unit.kind) {
    case claims::UnitKind::set:
      return "ST";
    case claims::UnitKind::claim:
      return "2300";
    case claims::UnitKind::level:
      switch (claims::level_place(unit)) {
        case claims::Place::billing:
          return "2000A";
        case claims::Place::subscriber:
          return "2000B";
        default:
          return "2000C";
      }
    default:
      return {};
  }
}

std::vector<Stretch> stretches_of(std::string const &path) {
  auto source = io::open_source(path);
  REQUIRE(source);
  grammar::Watch const watch;
  claims::Reader reader(**source, watch);
  std::vector<Stretch> out;
  for (;;) {
    auto const unit = reader.next();
    REQUIRE(unit);
    if (*unit == nullptr) return out;
    auto const name = loop_name(**unit);
    if (name.empty()) continue;
    Stretch stretch;
    stretch.guide = snip::guide_of((*unit)->guide);
    REQUIRE(stretch.guide != nullptr);
    stretch.loop = stretch.guide->loop_index(name);
    std::string_view rest = (*unit)->bytes;
    while (!edi::trim(rest).empty()) {
      auto const end = rest.find('~');
      stretch.segments.emplace_back(edi::trim(rest.substr(0, end)));
      rest.remove_prefix(end + 1);
    }
    stretch.bytes = joined(stretch.segments);
    out.push_back(std::move(stretch));
  }
}

/// Counts what was found and what not, once for each row and kind of damage.
class Score {
 public:
  void add(std::string const &row, bool found) {
    auto const [at, fresh] = rows_.emplace(row, found);
    if (!fresh) at->second = at->second && found;
  }
  [[nodiscard]] std::size_t total() const { return rows_.size(); }
  [[nodiscard]] std::size_t found() const {
    std::size_t count = 0;
    for (auto const &[row, found] : rows_) count += found ? 1U : 0U;
    return count;
  }
  void print() const {
    std::printf("%zu of %zu mutations found (%.2f%%)\n", found(), total(),
                100.0 * static_cast<double>(found()) / static_cast<double>(total()));
    for (auto const &[row, found] : rows_) {
      if (!found) std::printf("not found: %s\n", row.c_str());
    }
  }

 private:
  std::map<std::string, bool> rows_;
};

/// The damage done to one stretch.
class Mutator {
 public:
  Mutator(Stretch &stretch, Score &score) : s_(stretch), guide_(*stretch.guide), score_(score) {}

  void run() {
    snip::Issues issues;
    snip::Walker walker;
    s_.placed =
        walker.walk(guide_, s_.loop, {s_.bytes, 0, 0, delimiters}, snip::Level::guide, issues);
    for (auto const &issue : issues) {
      FAIL_CHECK(guide_.name << ": " << issue.check->id << ' ' << issue.element_name());
    }
    REQUIRE(s_.placed.size() == s_.segments.size());
    for (auto const &placed : s_.placed) {
      occurrences(placed);
      elements(placed);
      conditions(placed);
    }
  }

 private:
  std::string row(snip::Placed const &placed, std::string const &what) const {
    auto const key = guide_.tags[guide_.segments[placed.use].tag];
    auto const qualifier = key.key_element == 0
                               ? std::string()
                               : std::string(edi::element(placed.text, key.key_element, '*'));
    return std::string(guide_.name) + ' ' + std::string(guide_.loops[placed.loop].id) + ' ' +
           snip::code_text(placed.id) + (qualifier.empty() ? "" : "*") + qualifier + ' ' + what;
  }

  /// The child of its loop that a segment is; of one that begins a loop the loop's own place.
  Child const *child_of(snip::Placed const &placed) const {
    for (auto const &child : guide_.children) {
      if (placed.begins ? child.is_loop && child.target == placed.loop
                        : !child.is_loop && child.target == placed.use) {
        return &child;
      }
    }
    return nullptr;
  }

  /// One past the last segment of the loop that begins at `first`: its own and those inside it.
  std::size_t loop_end(std::size_t first) const {
    std::set<std::size_t> inside = {s_.placed[first].loop};
    for (bool grown = true; grown;) {
      grown = false;
      for (auto const loop : std::set<std::size_t>(inside)) {
        auto const &row = guide_.loops[loop];
        for (std::size_t i = 0; i < row.child_count; ++i) {
          auto const &child = guide_.children[row.children + i];
          if (child.is_loop) grown = inside.insert(child.target).second || grown;
        }
      }
    }
    std::size_t end = first + 1;
    while (end < s_.placed.size() && inside.contains(s_.placed[end].loop) &&
           !(s_.placed[end].begins && s_.placed[end].loop == s_.placed[first].loop)) {
      ++end;
    }
    return end;
  }

  void occurrences(snip::Placed const &placed) {
    std::size_t const at = placed.ordinal;
    if (at == 0) return;  // begins the unit
    Child const *child = child_of(placed);
    REQUIRE(child != nullptr);
    std::size_t const end = placed.begins ? loop_end(at) : at + 1;
    auto const begin_at = s_.segments.begin() + static_cast<std::ptrdiff_t>(at);
    auto const end_at = s_.segments.begin() + static_cast<std::ptrdiff_t>(end);
    auto const loop = guide_.loops[placed.loop].id;
    bool const only = std::count_if(s_.placed.begin(), s_.placed.end(), [&](auto const &other) {
                        return other.use == placed.use && other.loop == placed.loop;
                      }) == 1;
    if (child->usage == Usage::required && only) {
      auto text = s_.segments;
      text.erase(text.begin() + static_cast<std::ptrdiff_t>(at),
                 text.begin() + static_cast<std::ptrdiff_t>(end));
      auto const fault = placed.begins ? snip::Fault::loop_missing : snip::Fault::segment_missing;
      score_.add(row(placed, "dropped"), any(text, [&](snip::Issue const &issue) {
                   return issue.check == &snip::check_of(fault) && issue.loop == loop &&
                          issue.segment_id == snip::code_text(placed.id);
                 }));
    }
    if (placed.begins && end > at + 1) {
      auto text = s_.segments;
      text.erase(text.begin() + static_cast<std::ptrdiff_t>(at));
      score_.add(row(placed, "first segment dropped"), any(text, [&](snip::Issue const &issue) {
                   return issue.segment >= at && issue.segment <= end;
                 }));
    }
    if (child->most != 0) {
      auto text = s_.segments;
      std::vector<std::string> const copy(begin_at, end_at);
      for (int i = 0; i < child->most; ++i) {
        text.insert(text.begin() + static_cast<std::ptrdiff_t>(end), copy.begin(), copy.end());
      }
      auto const fault = placed.begins ? snip::Fault::loop_repeated : snip::Fault::segment_repeated;
      score_.add(row(placed, "repeated"), any(text, [&](snip::Issue const &issue) {
                   return issue.check == &snip::check_of(fault) && issue.loop == loop &&
                          issue.segment_id == snip::code_text(placed.id);
                 }));
    }
    moved(placed);
  }

  /// Behind the next segment of the loop that must follow it.
  void moved(snip::Placed const &placed) {
    std::size_t const at = placed.ordinal;
    if (placed.begins || at + 1 >= s_.placed.size()) return;
    auto const &next = s_.placed[at + 1];
    if (next.begins || next.loop != placed.loop) return;
    if (child_of(next)->position <= child_of(placed)->position) return;
    auto text = s_.segments;
    std::swap(text[at], text[at + 1]);
    score_.add(row(placed, "moved"), any(text, [&](snip::Issue const &issue) {
                 return issue.segment == at || issue.segment == at + 1;
               }));
  }

  void elements(snip::Placed const &placed) {
    auto const uses = guide_.elements_of(guide_.segments[placed.use]);
    for (std::size_t number = 1; number <= uses.size(); ++number) {
      auto const &use = uses[number - 1];
      auto const value = std::string(edi::element(placed.text, number, '*'));
      auto const put = [&](std::string const &text) {
        return edi::with_element(placed.text, number, text, delimiters);
      };
      if (use.type != ValueType::composite) {
        one(placed, use, {static_cast<std::uint8_t>(number), 0, 0}, value, put);
        continue;
      }
      snip::Position const whole{static_cast<std::uint8_t>(number), 0, 0};
      if (use.usage == Usage::not_used) {
        expect(placed, "not used", put("A"), snip::Fault::element_not_used, whole);
        continue;
      }
      if (value.empty()) continue;
      if (use.usage == Usage::required) {
        expect(placed, "emptied", put(""), snip::Fault::element_missing, whole);
      }
      auto const components = guide_.components_of(use);
      std::string many(components.size() + 1, ':');
      expect(placed, "components", put(value + many + "A"), snip::Fault::too_many_components,
             {whole.element, static_cast<std::uint8_t>(components.size() + 1), 0});
      for (std::size_t i = 0; i < components.size(); ++i) {
        auto const put_component = [&](std::string const &text) {
          return edi::with_component(placed.text, number, i + 1, text, delimiters);
        };
        one(placed, components[i], {whole.element, static_cast<std::uint8_t>(i + 1), 0},
            std::string(edi::component(value, i + 1, ':')), put_component);
      }
    }
    auto const after = static_cast<std::uint8_t>(uses.size() + 1);
    expect(placed, "elements", edi::with_element(placed.text, after, "A", delimiters),
           snip::Fault::too_many_elements, {after, 0, 0});
  }

  using Put = std::function<std::string(std::string const &)>;

  /// Damage to one value.
  void one(snip::Placed const &placed, ElementUse const &use, snip::Position position,
           std::string const &value, Put const &put) {
    auto const check = [&](char const *what, std::string const &text, snip::Fault fault) {
      expect(placed, what, put(text), fault, position);
    };
    bool const number = use.type == ValueType::integer || use.type == ValueType::decimal;
    if (use.usage == Usage::not_used) {
      check("not used", number ? "1" : "A", snip::Fault::element_not_used);
      return;
    }
    if (value.empty()) return;
    if (use.usage == Usage::required) check("emptied", "", snip::Fault::element_missing);
    bool const clock = use.type == ValueType::date || use.type == ValueType::time;
    auto const form = use.type == ValueType::date ? snip::Fault::date : snip::Fault::time;
    std::string const longer(use.most + 1U, number || clock ? '1' : 'A');
    check("lengthened", longer, clock ? form : snip::Fault::too_long);
    if (use.least > 1) {
      check("shortened", value.substr(0, use.least - 1U), clock ? form : snip::Fault::too_short);
    }
    if (number) check("no number", std::string(value.size(), 'X'), snip::Fault::number);
    if (clock) check("no date or time", std::string(value.size(), 'X'), form);
    if (use.dated) {
      bool const time = value.size() == 4;
      check("no date", std::string(value.size(), '9'),
            time ? snip::Fault::time : snip::Fault::date);
    }
    if (use.code_count != 0 && !use.code_set) {
      std::string const wrong(use.least == 0 ? 1U : use.least, number ? '9' : '~' - 1);
      std::string code = number ? std::string(use.most, '9') : std::string(use.least, 'Q');
      if (snip::has_code(guide_, use, code)) code = std::string(use.least, '0');
      check("wrong code", code, snip::Fault::code_not_used);
    }
    if (use.type == ValueType::string || use.type == ValueType::identifier) {
      auto text = value;
      text.back() = '\x01';
      check("foreign character", text, snip::Fault::character);
    }
  }

  void conditions(snip::Placed const &placed) {
    auto const &segment = guide_.segments[placed.use];
    auto const uses = guide_.elements_of(segment);
    for (std::size_t i = 0; i < segment.condition_count; ++i) {
      auto const &condition = guide_.conditions[segment.conditions + i];
      for (std::size_t number = 1; number <= uses.size(); ++number) {
        bool const named = (condition.mask >> number & 1U) != 0;
        auto const &use = uses[number - 1];
        bool const filled = !edi::element(placed.text, number, '*').empty();
        if (!named || use.usage != Usage::situational) continue;
        auto const text = edi::with_element(placed.text, number, filled ? "" : "QQ", delimiters);
        std::uint32_t bits = 0;
        for (std::size_t n = 1; n <= uses.size(); ++n) {
          if (!edi::element(text, n, '*').empty()) bits |= std::uint32_t{1} << n;
        }
        if (snip::holds(condition, bits)) continue;
        bool const exclusive = condition.kind == grammar::Condition::Kind::exclusive;
        auto const missing = condition.mask & ~bits;
        bool required = false;  // then the guide's own fault is told instead
        for (std::size_t n = 1; n <= uses.size(); ++n) {
          if ((missing >> n & 1U) != 0 && uses[n - 1].usage == Usage::required) required = true;
        }
        auto const fault = exclusive  ? snip::Fault::condition_exclusive
                           : required ? snip::Fault::element_missing
                                      : snip::Fault::condition_missing;
        auto damaged = s_.segments;
        damaged[placed.ordinal] = text;
        score_.add(row(placed, "condition " + std::to_string(i) + " by " + std::to_string(number)),
                   any(damaged, [&](snip::Issue const &issue) {
                     return issue.segment == placed.ordinal &&
                            issue.check == &snip::check_of(fault);
                   }));
      }
    }
  }

  void expect(snip::Placed const &placed, std::string const &what, std::string const &text,
              snip::Fault fault, snip::Position position) {
    auto damaged = s_.segments;
    damaged[placed.ordinal] = text;
    auto name = what + ' ' + std::to_string(position.element);
    if (position.component != 0) name += '-' + std::to_string(position.component);
    score_.add(row(placed, name), any(damaged, [&](snip::Issue const &issue) {
                 return issue.segment == placed.ordinal && issue.position == position &&
                        issue.check == &snip::check_of(fault);
               }));
  }

  bool any(std::vector<std::string> const &segments,
           std::function<bool(snip::Issue const &)> const &wanted) const {
    auto const issues = issues_of(guide_, s_.loop, segments);
    return std::any_of(issues.begin(), issues.end(), wanted);
  }

  Stretch &s_;
  Guide const &guide_;
  Score &score_;
};

/// How many of a guide's segment rows the fixture reaches.
void print_reach(Guide const &guide, std::vector<Stretch> const &stretches) {
  std::set<std::size_t> reached;
  for (auto const &stretch : stretches) {
    for (auto const &placed : stretch.placed) reached.insert(placed.use);
  }
  std::printf("%s: %zu of %zu segment rows reached\n", std::string(guide.name).c_str(),
              reached.size(), guide.segments.size());
}

void mutate(std::string const &fixture) {
  auto stretches = stretches_of(NOC837_SOURCE_DIR "/fixtures/snip/" + fixture);
  Score score;
  for (auto &stretch : stretches) Mutator(stretch, score).run();
  print_reach(*stretches.front().guide, stretches);
  score.print();
  CHECK(score.total() > 2000);
  CHECK(score.found() * 100 >= score.total() * 98);
}

}  // namespace

TEST_CASE("damage to the loaded 837P is found", "[mutation]") {
  mutate("loaded-professional.edi");
}

TEST_CASE("damage to the loaded 837I is found", "[mutation]") {
  mutate("loaded-institutional.edi");
}
