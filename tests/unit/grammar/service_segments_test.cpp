// SPDX-License-Identifier: Apache-2.0
// The segments of a service line: real ones, short ones, long ones, odd delimiters.
#include <string>

#include "grammar/service_line.hpp"
#include "support/catch.hpp"

using namespace noc837;

namespace {

edi::Delimiters const usual;
edi::Delimiters const odd{'|', '>', '\0', '\n'};

std::string in(edi::Delimiters const &delimiters, std::string text) {
  for (char &c : text) {
    if (c == '*') c = delimiters.element;
    if (c == ':') c = delimiters.component;
  }
  return text;
}

std::string joined(std::initializer_list<grammar::Slice> values) {
  std::string out;
  for (auto const value : values) out.append(value.view()).append(";");
  return out;
}

std::string shown(grammar::Procedure const &p) {
  return joined({p.qualifier, p.code, p.modifier1, p.modifier2, p.modifier3, p.modifier4,
                 p.description, p.extra});
}

struct Row {
  char const *text;
  char const *values;
};

template <class Read>
void check(std::initializer_list<Row> rows, Read const &read) {
  for (auto const &delimiters : {usual, odd}) {
    for (auto const &row : rows) {
      INFO(row.text);
      CHECK(read(in(delimiters, row.text), delimiters) == in(delimiters, row.values));
    }
  }
}

}  // namespace

TEST_CASE("SV1 gives its elements and the components of its procedure", "[service_line]") {
  check({{"SV1*HC:J3490:JW:59:::KETOROLAC 15MG IV*150.25*UN*1*11**1:2",
          "HC;J3490;JW;59;;;KETOROLAC 15MG IV;;150.25;UN;1;11;;1:2;"},
         {"SV1*HC:J3490*150*UN*1", "HC;J3490;;;;;;;150;UN;1;;;;"},
         {"SV1*HC:J3490:1:2:3:4:D:E:F*1", "HC;J3490;1;2;3;4;D;:E:F;1;;;;;;"},
         {"SV1*HC", "HC;;;;;;;;;;;;;;"},
         {"SV1**150", ";;;;;;;;150;;;;;;"},
         {"SV1", ";;;;;;;;;;;;;;"},
         {"SV1*HC:J3490*1*2*3*4*5*6*7*8*9*10*11*12*13*14*15*16*17*18*19*20*21*22",
          "HC;J3490;;;;;;;1;2;3;4;5;6;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const v = grammar::read_sv1(text, delimiters);
          return shown(v.procedure) +
                 joined({v.charge, v.basis, v.units, v.place, v.not_used, v.pointers});
        });
}

TEST_CASE("SV2 gives its elements and the components of its procedure", "[service_line]") {
  check({{"SV2*0636*HC:J3490:JW::::DRUG*150*UN*1**25", "0636;HC;J3490;JW;;;;DRUG;;150;UN;1;;25;"},
         {"SV2*0636**150*UN*1", "0636;;;;;;;;;150;UN;1;;;"},
         {"SV2*0636", "0636;;;;;;;;;;;;;;"},
         {"SV2", ";;;;;;;;;;;;;;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const v = grammar::read_sv2(text, delimiters);
          return joined({v.revenue}) + shown(v.procedure) +
                 joined({v.charge, v.basis, v.units, v.rate, v.noncovered});
        });
}

TEST_CASE("modifiers are found by number", "[service_line]") {
  auto const sv1 = grammar::read_sv1("SV1*HC:J3490:A1:A2:A3:A4", usual);
  for (int number = 1; number <= 4; ++number) {
    CHECK(sv1.procedure.modifier(number) == "A" + std::to_string(number));
  }
}

TEST_CASE("LIN and CTP give their elements and what does not belong in them", "[service_line]") {
  check({{"LIN**N4*00409379501", ";N4;00409379501;;"},
         {"LIN*1*N4*00409379501*XX*2", "1;N4;00409379501;*XX*2;"},
         {"LIN", ";;;;"},
         {"LIN**N4", ";N4;;;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const v = grammar::read_lin(text, delimiters);
          return joined({v.assigned, v.qualifier, v.id, v.extra});
        });
  check({{"CTP****1.5*ML", ";;;1.5;ML;;;"},
         {"CTP*RS*UCP*12.5*1*UN:2:3*X*Y", "RS;UCP;12.5;1;UN;:2:3;*X*Y;"},
         {"CTP****1", ";;;1;;;;"},
         {"CTP*****ML", ";;;;ML;;;"},
         {"CTP", ";;;;;;;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const v = grammar::read_ctp(text, delimiters);
          return joined(
              {v.class_of_trade, v.price_id, v.price, v.quantity, v.unit, v.unit_extra, v.extra});
        });
}

TEST_CASE("free text is kept whole, separators included", "[service_line]") {
  check({{"NTE*ADD*KETOROLAC 15MG", "ADD;KETOROLAC 15MG;"},
         {"NTE*TPO*A*B:C*", "TPO;A*B:C*;"},
         {"NTE*ADD", "ADD;;"},
         {"NTE*ADD*", "ADD;;"},
         {"NTE", ";;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const v = grammar::read_nte(text, delimiters);
          return joined({v.code, v.text});
        });
  check({{"K3*A*B:C", "A*B:C;"}, {"K3", ";"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          return joined({grammar::read_k3(text, delimiters).text});
        });
}

TEST_CASE("LX, REF, DTP, PWK and SVD give their elements", "[service_line]") {
  check({{"LX*12", "12;"}, {"LX", ";"}, {"LX*1*2", "1;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          return joined({grammar::read_lx(text, delimiters).number});
        });
  check({{"REF*XZ*RX123", "XZ;RX123;"}, {"REF*G1", "G1;;"}, {"REF*F8*1**:2", "F8;1;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const v = grammar::read_ref(text, delimiters);
          return joined({v.qualifier, v.id});
        });
  check({{"DTP*472*RD8*20260914-20260915", "472;RD8;20260914-20260915;"}, {"DTP*472", "472;;;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const v = grammar::read_dtp(text, delimiters);
          return joined({v.qualifier, v.format, v.period});
        });
  check({{"PWK*OZ*EL***AC*CTRL-1", "OZ;EL;CTRL-1;"}, {"PWK*OZ*AA", "OZ;AA;;"}},
        [](std::string const &text, edi::Delimiters const &delimiters) {
          auto const v = grammar::read_pwk(text, delimiters);
          return joined({v.report, v.transmission, v.control_number});
        });
  check(
      {{"SVD*PAYER1*100*HC:J3490:JW**1", "PAYER1;100;HC;J3490;JW;;;;;;"}, {"SVD*P", "P;;;;;;;;;;"}},
      [](std::string const &text, edi::Delimiters const &delimiters) {
        auto const v = grammar::read_svd(text, delimiters);
        return joined({v.payer, v.paid}) + shown(v.procedure);
      });
}
