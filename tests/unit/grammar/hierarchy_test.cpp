// SPDX-License-Identifier: Apache-2.0
// The segments of levels and claims: real ones, short ones, long ones, odd delimiters.
#include "grammar/hierarchy.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;

namespace {

edi::Delimiters const usual;
edi::Delimiters const odd{'\x1D', '\x1F', '\0', '\n'};

/// `text` as it stands under the odd delimiters.
std::string in_odd(std::string text) {
  for (char &c : text) {
    if (c == '*') c = odd.element;
    if (c == ':') c = odd.component;
  }
  return text;
}

std::string joined(std::initializer_list<grammar::Slice> values) {
  std::string out;
  for (auto const value : values) out.append(value.view()).append("|");
  return out;
}

struct Row {
  char const *text;
  char const *values;
};

/// Each row reads the same under both sets of delimiters.
template <class Read>
void check(std::initializer_list<Row> rows, Read const &read) {
  for (auto const &row : rows) {
    INFO(row.text);
    CHECK(read(row.text, usual) == row.values);
    CHECK(read(in_odd(row.text), odd) == row.values);
  }
}

}  // namespace

TEST_CASE("HL, NM1, SBR and N4 give their elements", "[hierarchy]") {
  check({{"HL*2*1*22*0", "2|1|22|0|"},
         {"HL*1**20*1", "1||20|1|"},
         {"HL", "||||"},
         {"HL*", "||||"},
         {"hl*2*1*22*0*extra*more", "2|1|22|0|"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const hl = grammar::read_hl(text, delimiters);
          return joined({hl.id, hl.parent, hl.level, hl.child_code});
        });
  check({{"NM1*85*2*TEST CLINIC*****XX*1234567893", "85|2|TEST CLINIC|XX|1234567893|"},
         {"NM1*IL*1*DOE*JANE", "IL|1|DOE|||"},
         {"NM1", "|||||"},
         {"NM1*PR*2*PAYER*****PI*12345*25*22*X*Y*Z", "PR|2|PAYER|PI|12345|"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const nm1 = grammar::read_nm1(text, delimiters);
          return joined({nm1.entity, nm1.type, nm1.name, nm1.id_qualifier, nm1.id});
        });
  check({{"SBR*P*18*GRP******MB", "P|MB|"}, {"SBR*S*18", "S||"}, {"SBR", "||"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const sbr = grammar::read_sbr(text, delimiters);
          return joined({sbr.sequence, sbr.filing});
        });
  check({{"N4*SPRINGFIELD*IL*627010000", "SPRINGFIELD|IL|627010000|"}, {"N4*X", "X|||"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const n4 = grammar::read_n4(text, delimiters);
          return joined({n4.city, n4.state, n4.zip});
        });
}

TEST_CASE("CLM gives its elements and the components of CLM05", "[hierarchy]") {
  check({{"CLM*PCN-1*250.5***11:B:1*Y*A*Y*Y", "PCN-1|250.5|11|B|1|"},
         {"CLM*PCN-1*250***13:A:7**A*Y*Y", "PCN-1|250|13|A|7|"},
         {"CLM*PCN-1*250***11", "PCN-1|250|11|||"},
         {"CLM*PCN-1*250***:B:1", "PCN-1|250||B|1|"},
         {"CLM*PCN-1*250***11:B:1:9:9", "PCN-1|250|11|B|1|"},
         {"CLM*PCN-1*250***", "PCN-1|250||||"},
         {"CLM*PCN-1", "PCN-1|||||"},
         {"CLM", "|||||"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const clm = grammar::read_clm(text, delimiters);
          return joined({clm.id, clm.charge, clm.facility, clm.qualifier, clm.frequency});
        });
}

TEST_CASE("HI gives each of its composites", "[hierarchy]") {
  check({{"HI*ABK:G8918*ABF:M545", "ABK|G8918|;ABF|M545|;"},
         {"HI*ABK:G8918", "ABK|G8918|;"},
         {"HI*BG:01*BH:11:D8:20260914", "BG|01|;BH|11|:D8:20260914;"},
         {"HI*ABK", "ABK||;"},
         {"HI*:G8918", "|G8918|;"},
         {"HI**ABF:M545", "||;ABF|M545|;"},
         {"HI*ABK:G8918*", "ABK|G8918|;||;"},
         {"HI*A:1*A:2*A:3*A:4*A:5*A:6*A:7*A:8*A:9*A:10*A:11*A:12*A:13",
          "A|1|;A|2|;A|3|;A|4|;A|5|;A|6|;A|7|;A|8|;A|9|;A|10|;A|11|;A|12|;A|13|;"},
         {"HI", ""}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          grammar::HealthCodes codes;
          grammar::read_hi(text, delimiters, codes);
          std::string out;
          for (auto const &code : codes) {
            std::string extra(code.extra.view());
            for (char &c : extra) c = c == delimiters.component ? ':' : c;
            out += joined({code.qualifier, code.code}) + extra + ";";
          }
          return out;
        });
}

TEST_CASE("HI codes are added behind those that are there", "[hierarchy]") {
  grammar::HealthCodes codes;
  grammar::read_hi("HI*ABK:A", usual, codes);
  grammar::read_hi("HI*ABF:B", usual, codes);
  REQUIRE(codes.size() == 2);
  CHECK(codes[0].code == "A");
  CHECK(codes[1].code == "B");
}
