// SPDX-License-Identifier: Apache-2.0
#include "ledger/identity.hpp"

#include "support/catch.hpp"
#include "support/claim_text.hpp"
#include "support/rule_cases.hpp"

using namespace noc837;
using test::ClaimText;
using test::replaced;

namespace {

edi::Slice slice(std::string_view text) {
  return {text.data(), text.size()};
}

/// A claim of a known member, payer and provider.
struct Known {
  explicit Known(std::string text, edi::Guide guide = test::professional)
      : claim(std::move(text), guide) {
    claim.levels.billing_npi = slice("1234567893");
    claim.levels.payer_id = slice("99901");
    claim.levels.payer_responsibility = slice("P");
    claim.levels.subscriber = slice("NM1*IL*1*SAMPLE*ALEX****MI*TEST0001");
    claim.read();
  }
  [[nodiscard]] std::string whole() const { return ledger::claim_text(claim.claim()); }
  [[nodiscard]] std::string dose() const {
    return ledger::dose_text(claim.claim(), claim.claim().drug_lines.at(0));
  }

  ClaimText claim;
};

std::string const plain = test::professional_claim("SV1*HC:J3490:JZ::::KETOROLAC 15MG*150*UN*1***1~",
                                                   "", "LIN**N4*00409379501~CTP****1*ML~");

}  // namespace

TEST_CASE("The same claim in another spelling is the same claim", "[ledger]") {
  auto const same = [](std::string const &from, std::string const &to) {
    INFO(from << " -> " << to);
    CHECK(Known(replaced(plain, from, to)).whole() == Known(plain).whole());
  };
  same("*250*", "*250.00*");
  same("PCN1001", " pcn1001 ");
  same("11:B:1", "11:B:7");
  same("11:B:1*Y*A*Y*Y~", "11:B:1*Y*A*Y*Y~REF*F8*123~");
  same("00409379501", "00409-3795-01");
}

TEST_CASE("Another number, charge, code or date is another claim", "[ledger]") {
  auto const other = [](std::string const &from, std::string const &to) {
    INFO(from << " -> " << to);
    CHECK(Known(replaced(plain, from, to)).whole() != Known(plain).whole());
  };
  other("PCN1001", "PCN1002");
  other("*250*", "*251*");
  other("96372", "96374");
  other("20260914", "20260915");
  other("LX*1~SV1*HC:96372*100*UN*1***1~DTP*472*D8*20260914~", "");
  Known moved(plain);
  moved.claim.levels.payer_id = slice("99902");
  moved.claim.read();
  CHECK(moved.whole() != Known(plain).whole());
}

TEST_CASE("A replacement shares its account with the claim that it replaces", "[ledger]") {
  auto const account = [](std::string const &text) {
    return ledger::account_text(Known(text).claim.claim());
  };
  CHECK(account(replaced(replaced(plain, "11:B:1", "11:B:7"), "*250*", "*300*")) == account(plain));
  CHECK(account(replaced(plain, "PCN1001", "PCN1002")) != account(plain));
}

TEST_CASE("A dose is the same whatever its claim, number spelling and attestations", "[ledger]") {
  auto const same = [](std::string const &from, std::string const &to) {
    INFO(from << " -> " << to);
    CHECK(Known(replaced(plain, from, to)).dose() == Known(plain).dose());
  };
  REQUIRE_FALSE(Known(plain).dose().empty());
  same("PCN1001", "PCN9");
  same("00409379501", "0409-3795-01");
  same("CTP****1*", "CTP****1.00*");
  same("J3490:JZ:", "J3490::");
  same("*150*", "*170*");
  same("KETOROLAC", "TORADOL");
}

TEST_CASE("Another day, drug, quantity, modifier or patient is another dose", "[ledger]") {
  auto const other = [](std::string const &from, std::string const &to) {
    INFO(from << " -> " << to);
    CHECK(Known(replaced(plain, from, to)).dose() != Known(plain).dose());
  };
  other("UN*1***1~DTP*472*D8*20260914~LIN", "UN*1***1~DTP*472*D8*20260915~LIN");
  other("00409379501", "00409379502");
  other("CTP****1*", "CTP****2*");
  other("J3490:JZ:", "J3490:76:");
  other("J3490:JZ:", "J3490:JW:");
  Known child(plain);
  child.claim.levels.patient = slice("NM1*QC*1*SAMPLE*DANA");
  child.claim.read();
  CHECK(child.dose() != Known(plain).dose());
}

TEST_CASE("Without an NDC code and narrative tell the drug", "[ledger]") {
  auto const without = [](std::string const &description) {
    return Known(test::professional_claim("SV1*HC:J3490:::::" + description + "*150*UN*1***1~"))
        .dose();
  };
  CHECK(without("KETOROLAC 15MG IV") == without("ketorolac  15mg iv"));
  CHECK(without("KETOROLAC 15MG IV") != without("KETOROLAC 30MG IV"));
  CHECK(without("").empty());
}

TEST_CASE("Without a member or a day nothing tells whose dose it is", "[ledger]") {
  Known nobody(plain);
  nobody.claim.levels.subscriber = {};
  nobody.claim.read();
  CHECK(nobody.dose().empty());
  auto const undated = plain.substr(0, plain.rfind("DTP")) + "LIN**N4*00409379501~CTP****1*ML~";
  CHECK(Known(undated).dose().empty());
}
