// SPDX-License-Identifier: Apache-2.0
// The hierarchy knows which envelope and levels are open, and what they say.
#include "claims/hierarchy.hpp"

#include <functional>
#include <string>
#include <vector>

#include "reading.hpp"
#include "support/catch.hpp"

using namespace noc837;
using claims::Place;
using claims::UnitKind;
using test::group;
using test::interchange;
using test::transaction_set;

namespace {

/// Enters every unit of `text` and calls `at` after each.
void follow(std::string const &text,
            std::function<void(claims::Unit const &, claims::Hierarchy &)> const &at) {
  grammar::Watch const watch;
  auto const source = io::memory_source(text);
  claims::Reader reader(*source, watch, {.block = 50});
  claims::Hierarchy hierarchy;
  for (;;) {
    auto const unit = reader.next();
    REQUIRE(unit);
    if (*unit == nullptr) return;
    hierarchy.enter(**unit);
    at(**unit, hierarchy);
  }
}

std::string level(std::string_view id, std::string_view parent, std::string_view code) {
  std::string text = "HL*";
  return text.append(id).append("*").append(parent).append("*").append(code).append("*1~");
}

/// The places that are open, as letters: I G T B S P.
std::string open_places(claims::Hierarchy const &hierarchy) {
  std::string out;
  for (std::size_t i = 0; i < claims::places; ++i) {
    if (hierarchy.at(static_cast<Place>(i)).present) out += "IGTBSP"[i];
  }
  return out;
}

}  // namespace

TEST_CASE("places open and close as the units come", "[hierarchy]") {
  std::string const text = interchange(
      group(transaction_set(level("1", "", "20") + level("2", "1", "22") + "CLM*1~" +
                            level("3", "2", "23") + "CLM*2~" + level("4", "2", "23") + "CLM*3~" +
                            level("5", "1", "22") + "CLM*4~" + level("6", "", "20") + "CLM*5~") +
            transaction_set("CLM*6~", "0002")));
  std::vector<std::string> seen;
  follow(text, [&](claims::Unit const &, claims::Hierarchy &hierarchy) {
    seen.push_back(open_places(hierarchy));
    auto const innermost = hierarchy.innermost();
    if (!seen.back().empty()) {
      CHECK("IGTBSP"[static_cast<std::size_t>(innermost)] == seen.back().back());
    }
  });
  CHECK(seen ==
        std::vector<std::string>{"I",      "IG",     "IGT",    "IGTB",
                                 "IGTBS",  "IGTBS",  // set, billing, subscriber, claim
                                 "IGTBSP", "IGTBSP", "IGTBSP", "IGTBSP",  // two patients
                                 "IGTBS",  "IGTBS",  "IGTB",   "IGTB",    // subscriber, billing
                                 "IG",     "IGT",    "IGT",    "IG",
                                 "I",      ""});
}

TEST_CASE("levels are numbered in their set, patients under their subscriber", "[hierarchy]") {
  std::string const text = interchange(
      group(transaction_set(level("7", "", "20") + level("9", "1", "22") + level("3", "2", "23") +
                            level("4", "2", "23") + "CLM*1~" + level("5", "1", "22") + "CLM*2~") +
            transaction_set(level("1", "", "20") + "CLM*3~", "0002")));
  std::vector<std::uint64_t> numbers;
  std::vector<std::uint64_t> children;
  std::vector<std::uint64_t> serials;
  follow(text, [&](claims::Unit const &unit, claims::Hierarchy &hierarchy) {
    if (unit.kind == UnitKind::level) {
      auto const &here = hierarchy.at(hierarchy.innermost());
      numbers.push_back(here.number);
      serials.push_back(here.serial);
      CHECK(here.bytes == unit.bytes);
      CHECK(here.segments == unit.segments);
    }
    if (unit.kind == UnitKind::claim) {
      children.push_back(
          hierarchy.at(Place::subscriber).present ? hierarchy.at(Place::subscriber).children : 99);
    }
  });
  CHECK(numbers == std::vector<std::uint64_t>{1, 2, 3, 4, 5, 1});
  CHECK(children == std::vector<std::uint64_t>{2, 0, 99});
  std::sort(serials.begin(), serials.end());
  CHECK(std::adjacent_find(serials.begin(), serials.end()) == serials.end());
}

TEST_CASE("a level's place follows from HL03", "[hierarchy]") {
  struct Row {
    char const *text;
    Place place;
  };
  for (Row const &row : {Row{"HL*1**20*1~", Place::billing},
                         {"HL*1**22*1~NM1*20~", Place::subscriber},
                         {"HL*1** 22 *1~", Place::subscriber},
                         {"HL*1*2*23*0~", Place::patient},
                         {"HL*1*2*19*0~", Place::patient},
                         {"HL~", Place::patient}}) {
    int levels = 0;
    follow(interchange(group(transaction_set(row.text))),
           [&](claims::Unit const &unit, claims::Hierarchy &) {
             if (unit.kind != UnitKind::level) return;
             ++levels;
             CHECK(claims::level_place(unit) == row.place);
           });
    CHECK(levels == 1);
  }
}

TEST_CASE("the levels of a claim say who bills whom", "[hierarchy]") {
  edi::Delimiters const odd{'|', '>', '!', '\n'};
  for (auto const &delimiters : {edi::Delimiters{}, odd}) {
    std::string body(test::billing_level);
    body += "NM1*87*2*PAY TO~N4*ELSEWHERE*TX*75001~";  // 2010AB is another address
    body.append(test::subscriber_level).append("CLM*1~");
    body += "HL*3*2*22*0~SBR*S********CI~NM1*PR*2*OTHER*****PI*999~CLM*2~";
    body += "HL*4**20*1~CLM*3~";
    std::string const text = interchange(group(transaction_set(body)), delimiters);
    std::size_t claim = 0;
    follow(text, [&](claims::Unit const &unit, claims::Hierarchy &hierarchy) {
      if (unit.kind != UnitKind::claim) return;
      auto const &levels = hierarchy.levels();
      CHECK(hierarchy.delimiters() == delimiters);
      CHECK(hierarchy.guide() == edi::Guide::professional);
      CHECK(levels.interchange == "000000001");
      CHECK(levels.group == "1");
      CHECK(levels.set == "0001");
      switch (++claim) {
        case 1:
          CHECK(levels.billing_npi == "1234567893");
          CHECK(levels.billing_name == "TEST CLINIC");
          CHECK(levels.billing_state == "IL");
          CHECK(levels.payer_responsibility == "P");
          CHECK(levels.filing_indicator == "MB");
          CHECK(levels.payer_name == "TEST PAYER");
          CHECK(levels.payer_id == "12345");
          break;
        case 2:
          CHECK(levels.billing_npi == "1234567893");
          CHECK(levels.payer_responsibility == "S");
          CHECK(levels.filing_indicator == "CI");
          CHECK(levels.payer_id == "999");
          break;
        default:  // nothing is left of the provider and subscriber before
          CHECK(levels.billing_npi.empty());
          CHECK(levels.payer_id.empty());
          CHECK(levels.filing_indicator.empty());
      }
    });
    CHECK(claim == 3);
  }
}

TEST_CASE("the day a set was sent is BHT04, else GS04", "[hierarchy]") {
  using namespace std::chrono;
  struct Row {
    char const *gs04;
    char const *bht04;
    std::optional<grammar::Date> sent;
  };
  for (Row const &row : {Row{"20260914", "20260913", 2026y / 9 / 13},
                         {"20260914", "", 2026y / 9 / 14},
                         {"20260914", "20261399", 2026y / 9 / 14},
                         {"260914", "", std::nullopt}}) {
    std::string const text = interchange(
        std::string("GS*HC*S*R*").append(row.gs04) + "*1530*1*X*005010X222A1~ST*837*0001*" +
        "005010X222A1~BHT*0019*00*1*" + row.bht04 + "*1530*CH~CLM*1~SE*4*0001~GE*1*1~");
    follow(text, [&](claims::Unit const &unit, claims::Hierarchy &hierarchy) {
      if (unit.kind == UnitKind::claim) CHECK(hierarchy.levels().sent == row.sent);
    });
  }
}
