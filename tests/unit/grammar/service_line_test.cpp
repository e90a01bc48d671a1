// SPDX-License-Identifier: Apache-2.0
#include "grammar/service_line.hpp"

#include "support/catch.hpp"

using namespace noc837;

TEST_CASE("an empty first component does not move the others", "[service_line]") {
  auto const sv1 = grammar::read_sv1("SV1*:J3490:JW*150*UN*1", edi::Delimiters{});
  CHECK(sv1.procedure.qualifier.empty());
  CHECK(sv1.procedure.code == "J3490");
  CHECK(sv1.procedure.modifier1 == "JW");
  auto const ctp = grammar::read_ctp("CTP****10*:1", edi::Delimiters{});
  CHECK(ctp.quantity == "10");
  CHECK(ctp.unit.empty());
  CHECK(ctp.unit_extra == ":1");
}
