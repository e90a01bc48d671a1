// SPDX-License-Identifier: Apache-2.0
#include "edits/reconciliation.hpp"

#include <set>
#include <string>

#include "splitting.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::test;
using edits::Reconciliation;
using edits::Volume;

namespace {

Reconciliation split_account(std::string const &text, std::set<std::string> const &flagged,
                             std::size_t most_held = std::size_t{4} << 20U) {
  std::string a;
  std::string b;
  io::StringSink sink_a(a);
  io::StringSink sink_b(b);
  edits::SplitOutput corrected_out([&]() -> Result<io::Sink *> { return &sink_a; }, {}, most_held);
  edits::SplitOutput flagged_out([&]() -> Result<io::Sink *> { return &sink_b; }, {}, most_held);
  edits::SplitAccount account;
  each_unit(text, [&](claims::Unit const &unit, claims::Hierarchy &hierarchy) {
    if (unit.kind == claims::UnitKind::claim) {
      bool const flag = flagged.count(claim_id(unit)) != 0;
      using To = edits::SplitAccount::To;
      account.claim(unit, nullptr, flag ? To::flagged : To::corrected);
      REQUIRE((flag ? flagged_out : corrected_out).claim(unit, nullptr, hierarchy));
      return;
    }
    account.unit(unit);
    REQUIRE(corrected_out.close(unit, hierarchy));
    REQUIRE(flagged_out.close(unit, hierarchy));
    hierarchy.enter(unit);
    bool const other = unit.kind == claims::UnitKind::set && unit.guide == edi::Guide::other;
    if (other || unit.kind == claims::UnitKind::passed) {
      REQUIRE(corrected_out.pass(unit, hierarchy));
    }
  });
  account.finish();
  auto const done = account.with(corrected_out.written(), flagged_out.written());
  CHECK(done.read.bytes == text.size());
  CHECK(done.written().bytes == a.size() + b.size());
  return done;
}

}  // namespace

TEST_CASE("the account of every way to split ten claims comes out even", "[reconciliation]") {
  for (unsigned bits = 0; bits < 1U << 10U; bits += 7) {
    INFO(bits);
    auto const account = split_account(many(), subset(bits, true));
    auto const done = account.check();
    if (!done) FAIL_CHECK(done.error().message());
    CHECK(account.corrected.claims + account.flagged.claims == 10);
    bool const both = account.corrected.claims != 0 && account.flagged.claims != 0;
    if (!both) CHECK(account.repeated == Volume());
  }
}

TEST_CASE("a subscriber that is written twice counts as repeated", "[reconciliation]") {
  auto const account = split_account(many(), {}, 1);
  CHECK(account.check());
  CHECK(account.repeated.segments == 3);  // HL and NM1 of one, HL of another
}

TEST_CASE("a level that ended early and is not written again does not count", "[reconciliation]") {
  // Too much waits for patients, and they have no claims.
  std::string const text = interchange(group(transaction_set(
      "HL*1**20*1~HL*2*1*22*1~" + claim("A") + "HL*3*2*23*0~HL*4*1*22*0~" + claim("B"))));
  auto const account = split_account(text, {}, 1);
  auto const done = account.check();
  if (!done) FAIL_CHECK(done.error().message());
  CHECK(account.repeated == Volume());
}

TEST_CASE("passed sets, gaps and levels without claims are accounted for", "[reconciliation]") {
  auto const other = transaction_set("NM1*41*2*X~", "0002", "005010X224A2");
  auto const empty = transaction_set("HL*1**20*1~NM1*85*2*NONE~", "0003");
  auto const text =
      "  " +
      interchange(group(transaction_set("HL*1**20*1~HL*2*1*22*0~" + claim("A")) + other + empty)) +
      "\n\n" + interchange(group(empty)) + "\n";
  for (auto const &flagged : {std::set<std::string>{}, std::set<std::string>{"A"}}) {
    auto const account = split_account(text, flagged);
    auto const done = account.check();
    if (!done) FAIL_CHECK(done.error().message());
    CHECK(account.passed == Volume{other.size(), 4, 0, 0});
    CHECK(account.left_out.segments == 5 + 5 + 4);  // two empty sets, one with its envelope
  }
}

TEST_CASE("whatever is lost or doubled, the account says so", "[reconciliation]") {
  auto const even = split_account(many(), {"B", "E"});
  REQUIRE(even.check());
  for (auto const part :
       {&Reconciliation::read, &Reconciliation::inserted, &Reconciliation::removed,
        &Reconciliation::repeated, &Reconciliation::left_out, &Reconciliation::corrected,
        &Reconciliation::flagged, &Reconciliation::annotated, &Reconciliation::passed}) {
    for (auto const of : {&Volume::bytes, &Volume::segments, &Volume::claims, &Volume::lines}) {
      auto wrong = even;
      (wrong.*part).*of += 1;
      auto const done = wrong.check();
      REQUIRE_FALSE(done);
      CHECK(done.error().fault == Fault::internal);
    }
  }
}

TEST_CASE("accounts of parts add up to that of the whole", "[reconciliation]") {
  auto sum = split_account(many(), {"B"});
  auto const other = split_account(many(), {"C", "D"});
  sum += other;
  CHECK(sum.check());
  CHECK(sum.read.claims == 20);
  CHECK(sum.flagged.claims == 3);
}
