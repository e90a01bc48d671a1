// SPDX-License-Identifier: Apache-2.0
#include "mask/keyed.hpp"

#include <chrono>
#include <string>

#include "edi/npi.hpp"
#include "grammar/date.hpp"
#include "mask/dates.hpp"
#include "mask/drug_words.hpp"
#include "mask/free_text.hpp"
#include "support/catch.hpp"

namespace noc837::mask {
namespace {

Key key() {
  auto made = Key::random();
  REQUIRE(made);
  return *made;
}

std::string masked(Key const &key, Kind kind, std::string value) {
  mask_value(key, kind, value);
  return value;
}

TEST_CASE("a masked value keeps length, case, digits and punctuation where they were") {
  auto const value = masked(key(), Kind::name, "O'Brien-Smith 3rd, PLLC");
  REQUIRE(value.size() == 23);
  CHECK(value[1] == '\'');
  CHECK(value[7] == '-');
  CHECK(value[13] == ' ');
  CHECK((value[14] >= '0' && value[14] <= '9'));
  CHECK((value[0] >= 'A' && value[0] <= 'Z'));
  CHECK((value[3] >= 'a' && value[3] <= 'z'));
  CHECK(value != "O'Brien-Smith 3rd, PLLC");
}

TEST_CASE("case and outer blanks do not change who somebody is") {
  auto const k = key();
  CHECK(masked(k, Kind::id, "CBO01     ") == masked(k, Kind::id, "CBO01") + "     ");
  CHECK(masked(k, Kind::name, "SMITHSON") != masked(k, Kind::id, "SMITHSON"));
}

TEST_CASE("values longer than one block of random bytes are masked to their end") {
  auto const value = masked(key(), Kind::id, std::string(200, 'A'));
  CHECK(value.substr(150).find_first_not_of('A') != std::string::npos);
  CHECK(value.substr(0, 64) != value.substr(64, 64));
}

TEST_CASE("valid NPIs get valid ones, others stay invalid") {
  for (int i = 0; i < 200; ++i) {
    auto const k = key();
    std::string valid = "1487003026";
    mask_npi(k, valid);
    CHECK(edi::is_npi(valid));
    CHECK(valid != "1487003026");
    std::string invalid = "1487003027";
    mask_npi(k, invalid);
    CHECK_FALSE(edi::is_npi(invalid));
  }
}

TEST_CASE("a date of birth becomes another date of its year") {
  for (int i = 0; i < 50; ++i) {
    std::string date = "19701231";
    mask_birth_date(key(), date);
    CHECK(grammar::read_date(date));
    CHECK(date.substr(0, 4) == "1970");
  }
  std::string broken = "19701399";
  mask_birth_date(key(), broken);
  CHECK(broken.size() == 8);
}

TEST_CASE("dates move by the shift, in periods and with times") {
  std::string period = "20260301-20260302";
  shift_dates(std::chrono::days(-1), period);
  CHECK(period == "20260228-20260301");
  std::string time = "202603011530";
  shift_dates(std::chrono::days(-1), time);
  CHECK(time == "202602281530");
  auto const shift = shift_of(key(), "M1");
  CHECK(shift.count() <= -1);
  CHECK(shift.count() >= -364);
}

TEST_CASE("free text keeps what was recognised of the drug") {
  std::string text = "PT MARY JONES 555-123-4567 KETOROLAC 15MG/ML X2 IV NDC 00409-3795-01 LOT A1";
  mask_text(key(), text);
  CHECK(text.find("MARY") == std::string::npos);
  CHECK(text.find("JONES") == std::string::npos);
  CHECK(text.find("555-123") == std::string::npos);
  CHECK(text.ends_with("KETOROLAC 15MG/ML X2 IV NDC 00409-3795-01 LOT A1"));
}

TEST_CASE("eleven digits are an NDC only where the text says so") {
  std::string phone = "CALL 18005551234";
  mask_text(key(), phone);
  CHECK(phone.find("18005551234") == std::string::npos);
  std::string ndc = "N400409379501 ML10";
  mask_text(key(), ndc);
  CHECK(ndc == "N400409379501 ML10");
}

TEST_CASE("drugs are known by name or by stem") {
  CHECK(is_drug_word("ketorolac"));
  CHECK(is_drug_word("TREMELIMUMAB"));
  CHECK_FALSE(is_drug_word("JOHNSON"));
  CHECK_FALSE(is_drug_word("ARISTIDE"));
}

}  // namespace
}  // namespace noc837::mask
