// SPDX-License-Identifier: Apache-2.0
#include "base/iso_date.hpp"

#include "support/catch.hpp"

using namespace noc837;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

TEST_CASE("a day is written with all its zeros", "[iso_date]") {
  CHECK(iso_date(year(2026) / month(9) / day(14)) == "2026-09-14");
  CHECK(iso_date(year(2030) / month(10) / day(30)) == "2030-10-30");
  CHECK(iso_date(year(9999) / month(12) / day(31)) == "9999-12-31");
  CHECK(iso_date(year(7) / month(1) / day(1)) == "0007-01-01");
}
