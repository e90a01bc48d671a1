// SPDX-License-Identifier: Apache-2.0
// A split keeps each claim under its levels, with numbers and counts that are right.
#include "edits/split.hpp"

#include <string>

#include "splitting.hpp"
#include "support/catch.hpp"

using namespace noc837;
using edits::Recount;
using test::claim;
using test::claims_of;
using test::faults_of;
using test::group;
using test::interchange;
using test::many;
using test::split;
using test::subset;
using test::transaction_set;

TEST_CASE("every way to split ten claims gives two sound files with each claim once", "[split]") {
  auto const whole = claims_of(many());
  REQUIRE(whole.size() == 10);
  REQUIRE(faults_of(many()).empty());
  for (unsigned bits = 0; bits < 1024; ++bits) {
    auto const ids = subset(bits, true);
    std::string const out = split(many(), ids);
    INFO(bits << '\n' << out);
    REQUIRE(faults_of(out) == std::vector<std::string>{});
    auto const claims = claims_of(out);
    REQUIRE(claims.size() == ids.size());
    for (auto const &[id, text] : claims) {
      REQUIRE(ids.count(id) == 1);
      REQUIRE(text == whole.at(id));
    }
  }
}

TEST_CASE("a split that takes every claim is the input, byte for byte", "[split]") {
  std::string const around = "\xEF\xBB\xBF\n" + many() + "\r\n";
  for (auto const mode : {Recount::shift, Recount::count}) {
    CHECK(split(around, subset(1023, true), {mode, mode}) == around);
    CHECK(split(around, {}, {mode, mode}).empty());
  }
  edi::Delimiters const odd{'|', '>', '!', '\n'};
  std::string const other = test::in_delimiters(many().substr(0, many().find("\r\n")), odd);
  CHECK(split(other, subset(1023, true)) == other);
}

TEST_CASE("levels are renumbered and lose what is not theirs", "[split]") {
  auto const set_of = [](std::string const &out) {
    auto const begin = out.find("HL*");
    return out.substr(begin, out.find("GE*") - begin);
  };
  CHECK(set_of(split(many(), {"A"})) ==
        "HL*1**20*1~NM1*85*2*ONE~HL*2*1*22*0~NM1*IL*1*SUB1~" + claim("A") + "SE*10*0001~");
  CHECK(set_of(split(many(), {"B"})) ==
        "HL*1**20*1~NM1*85*2*ONE~HL*2*1*22*1~NM1*IL*1*SUB1~HL*3*2*23*0~NM1*QC*1*PAT1~" +
            claim("B") + "SE*12*0001~");
  CHECK(set_of(split(many(), {"A", "C"})) == "HL*1**20*1~NM1*85*2*ONE~HL*2*1*22*1~NM1*IL*1*SUB1~" +
                                                 claim("A") + "HL*3*2*23*0~NM1*QC*1*PAT2~" +
                                                 claim("C") + "SE*15*0001~");
  CHECK(set_of(split(many(), {"F"})) ==
        "HL*1**20*1~NM1*85*2*TWO~HL*2*1*22*0~NM1*IL*1*SUB4~" + claim("F") + "SE*10*0001~");
}

TEST_CASE("numbers that were wrong stay until a level is left out, then count places", "[split]") {
  std::string const text = interchange(
      group(transaction_set("HL*11**20*1~HL*12*11*22*0~" + claim("A") + "HL*X*11*22*0~" +
                            claim("B") + "HL*14*99*22*1~" + claim("C"))));
  auto const out = split(text, {"C"});
  CHECK(out.find("HL*11**20*1~HL*2*99*22*1~" + claim("C")) != std::string::npos);
  CHECK(split(text, {"B"}).find("HL*11**20*1~HL*2*11*22*0~") != std::string::npos);
  CHECK(split(text, {"A", "B", "C"}) == text);
}

TEST_CASE("trailer counts are shifted, or counted anew where that is asked for", "[split]") {
  std::string text =
      interchange(group(transaction_set("HL*1**20*1~HL*2*1*22*0~" + claim("A") + claim("B")) +
                        transaction_set(claim("C"), "0002")));
  auto const replace = [&](std::string const &from, std::string const &to) {
    auto const at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
  };
  replace("SE*11*0001", "SE*13*0001");  // two too many
  replace("GE*2*1", "GE*0005*1");       // three too many
  replace("IEA*1*", "IEA*3*");
  auto const shifted = split(text, {"A"});
  CHECK(shifted.find("~SE*10*0001~GE*0004*1~IEA*3*000000001~") != std::string::npos);
  auto const counted = split(text, {"A"}, {Recount::count, Recount::count});
  CHECK(counted.find("~SE*8*0001~GE*0001*1~IEA*1*000000001~") != std::string::npos);
  CHECK(split(text, {"A", "B", "C"}) == text);
}

TEST_CASE("passed sets go to one output whole, with the envelope around them", "[split]") {
  std::string const passed = transaction_set("LX*1~CLM*P*1~HL*1~", "0009", "005010X224A2");
  std::string const mixed = interchange(group(passed + transaction_set(claim("A")))) + "\n";
  CHECK(split(mixed, {"A"}, {}, true) == mixed);
  CHECK(split(mixed, {}, {}, true) == interchange(group(passed)) + "\n");
  CHECK(split(mixed, {"A"}) == interchange(group(transaction_set(claim("A")))) + "\n");
  CHECK(split(mixed, {}).empty());
}

TEST_CASE("bytes around an interchange stay with it", "[split]") {
  std::string const one = interchange(group(transaction_set(claim("A"))));
  std::string const two = interchange(group(transaction_set(claim("B"))));
  std::string const text = "\n" + one + "\r\n1\r\n" + two + "\n2";
  CHECK(split(text, {"A"}) == "\n" + one + "\r\n1\r\n");
  CHECK(split(text, {"B"}) == "\n" + two + "\n2");
}

TEST_CASE("HL04 of a billing provider with claims of its own follows the subscribers", "[split]") {
  std::string const text = interchange(group(transaction_set(
      "HL*1**20*1~NM1*85*2*ONE~" + claim("A") + claim("B") + "HL*2*1*22*1~NM1*IL*1*SUB1~" +
      claim("C") + "HL*3*2*23*0~NM1*QC*1*PAT1~" + claim("D") + "HL*4*1*22*0~NM1*IL*1*SUB2~" +
      claim("E") + "HL*5**20*1~NM1*85*2*TWO~" + claim("F") + "HL*6*5*22*0~NM1*IL*1*SUB3~" +
      claim("G") + "HL*7**20*0~NM1*85*2*THREE~" + claim("H"))));
  auto const whole = claims_of(text);
  REQUIRE(whole.size() == 8);
  REQUIRE(faults_of(text).empty());
  for (unsigned bits = 0; bits < 256; ++bits) {
    auto const ids = subset(bits, true);
    for (std::size_t const held : {0U, 60U, 1000U}) {
      auto const out = split(text, ids, {}, false, held);
      INFO(bits << ", " << held << " held\n" << out);
      REQUIRE(faults_of(out) == std::vector<std::string>{});
      auto const claims = claims_of(out);
      REQUIRE(claims.size() == ids.size());
      for (auto const &[id, bytes] : claims) REQUIRE(whole.at(id) == bytes);
    }
  }
  CHECK(split(text, subset(255, true)) == text);
}

TEST_CASE("a subscriber is written again with his patients when too much is held", "[split]") {
  std::string body = "HL*1**20*1~HL*2*1*22*1~NM1*IL*1*SUB~";
  std::set<std::string> ids;
  for (int i = 0; i < 8; ++i) {
    ids.insert("S" + std::to_string(i));
    body += claim("S" + std::to_string(i));
  }
  body += "HL*3*2*23*0~NM1*QC*1*PAT~" + claim("P") + "HL*4*1*22*0~NM1*IL*1*NEXT~" + claim("N");
  std::string const text = interchange(group(transaction_set(body)));
  auto const whole = claims_of(text);
  for (bool const patient : {true, false}) {
    patient ? ids.insert("P") : ids.insert("N");
    for (std::size_t held = 0; held < 400; held += 10) {
      auto const out = split(text, ids, {}, false, held);
      INFO(held << '\n' << out);
      CHECK(faults_of(out) == std::vector<std::string>{});
      auto const claims = claims_of(out);
      CHECK(claims.size() == ids.size());
      for (auto const &[id, bytes] : claims) CHECK(whole.at(id) == bytes);
    }
    ids.erase("P");
  }
  // With room for all of them the subscriber stands there once.
  auto const once = split(text, ids, {}, false, 1000);
  CHECK(once.find("NM1*IL*1*SUB") == once.rfind("NM1*IL*1*SUB"));
  auto const again = split(text, ids, {}, false, 100);
  CHECK(again.find("NM1*IL*1*SUB") != again.rfind("NM1*IL*1*SUB"));
}

TEST_CASE("an output that cannot be opened or written ends the split", "[split]") {
  class Full final : public io::Sink {
   public:
    Result<void> write(std::string_view) override { return fail(Fault::output, "disk full"); }
    Result<void> finish() override { return {}; }
  };
  Full full;
  for (bool const opens : {false, true}) {
    edits::SplitOutput output(
        [&]() -> Result<io::Sink *> {
          if (opens) return &full;
          return fail(Fault::output, "not opened");
        },
        {});
    test::each_unit(many(), [&](claims::Unit const &unit, claims::Hierarchy &hierarchy) {
      hierarchy.enter(unit);
      if (unit.kind != claims::UnitKind::claim) return;
      auto const done = output.claim(unit, nullptr, hierarchy);
      REQUIRE_FALSE(done);
      CHECK(done.error().what == (opens ? "disk full" : "not opened"));
    });
  }
}
