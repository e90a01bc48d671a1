// SPDX-License-Identifier: Apache-2.0
// The checker that the properties rely on finds what is wrong.
#include "property/x12.hpp"

#include <string>

#include "property/inputs.hpp"
#include "support/catch.hpp"

using namespace noc837::test;

namespace {

std::string replaced(std::string text, std::string const &what, std::string const &with) {
  auto const at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string sound() {
  return "ISA*00*          *00*          *ZZ*EXAMPLESENDER  *ZZ*EXAMPLERECEIVER*260921*0914*^*"
         "00501*000000001*0*P*:~\nGS*HC*A*B*20260921*0914*1*X*005010X222A1~\n"
         "ST*837*0001*005010X222A1~\nHL*1**20*1~\nHL*2*1*22*1~\nHL*3*2*23*0~\n"
         "CLM*A*1~\nLX*1~\nHL*4*1*22*0~\nCLM*B*1~\nLX*1~\nSE*10*0001~\nGE*1*1~\n"
         "IEA*1*000000001~\n";
}

}  // namespace

TEST_CASE("the checker accepts right counts and levels", "[x12]") {
  CHECK(structure_faults(sound()).empty());
  CHECK(claims_of(sound()) ==
        std::multiset<RawClaim>{{"A", "CLM*A*1~\nLX*1~\n"}, {"B", "CLM*B*1~\nLX*1~\n"}});
}

TEST_CASE("the checker finds wrong counts and levels", "[x12]") {
  struct Row {
    char const *what;
    char const *with;
    char const *fault;
  };
  for (auto const &[what, with, fault] : {
           Row{"SE*10*", "SE*11*", "SE01"},
           Row{"GE*1*", "GE*2*", "GE01"},
           Row{"IEA*1*", "IEA**", "IEA01"},
           Row{"HL*4*1", "HL*5*1", "HL01"},
           Row{"HL*3*2", "HL*3*4", "HL02"},
           Row{"HL*4*1*22", "HL*4**22", "HL02"},
           Row{"HL*2*1*22*1", "HL*2*1*22*0", "HL04"},
           Row{"HL*4*1*22*0", "HL*4*1*22*1", "HL04"},
           Row{"IEA*1*000000001~\n", "", "IEA"},
       }) {
    INFO(what << " as " << with);
    CHECK(structure_faults(replaced(sound(), what, with)).count(fault) == 1);
  }
}

TEST_CASE("delimiters and line ends are replaced and nothing else", "[x12]") {
  auto const other = with_delimiters(sound(), {'|', '>', '!', '\x1c'});
  CHECK(structure_faults(other).empty());
  CHECK(other.find_first_of("*~^:") == std::string::npos);
  CHECK(with_delimiters(other, {'*', ':', '^', '~'}) == sound());
  CHECK(with_delimiters(sound(), {'X', ':', '^', '~'}).empty());
  CHECK(with_newlines(with_newlines(sound(), "\r\n"), "\n") == sound());
  CHECK(with_newlines(sound(), "").find('\n') == std::string::npos);
}

TEST_CASE("there are fixtures to try the properties on", "[x12]") {
  CHECK_FALSE(fixture_inputs().empty());
  CHECK_FALSE(readable_inputs().empty());
#ifdef NOC837_GENERATOR
  CHECK(generated_inputs().size() == 7);
#endif
}
