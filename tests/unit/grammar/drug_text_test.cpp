// SPDX-License-Identifier: Apache-2.0
#include "grammar/drug_text.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

using noc837::grammar::DrugToken;
using noc837::grammar::DrugTokenKind;

namespace {

constexpr std::string_view kind_names[] = {"ndc",   "date",     "expiry", "price", "lot",
                                           "conc",  "strength", "dose",   "pack",  "count",
                                           "route", "word",     "plus"};

/// Every token as kind=value|unit|per_value|per_unit, empty parts at the end left out.
std::string tokens_of(std::string_view typed) {
  std::string out;
  for (DrugToken const &token : noc837::grammar::read_drug_text(typed)) {
    if (!out.empty()) out += ' ';
    out += kind_names[static_cast<std::size_t>(token.kind)];
    out += '=';
    std::string parts;
    for (auto const part : {token.value, token.unit, token.per_value, token.per_unit}) {
      parts.append(part.view()).append("|");
    }
    out += parts.substr(0, parts.find_last_not_of('|') + 1);
  }
  return out;
}

struct Row {
  std::string_view typed;
  std::string_view tokens;
};

constexpr Row rows[] = {
    {"N412345678901UN1.5", "ndc=12345678901|UN|1.5"},
    {"N4 12345678901 ML 10", "ndc=12345678901|ML|10"},
    {"NDC #: 0409-3795-01", "ndc=0409-3795-01"},
    {"00409-3795-01ML1", "ndc=00409-3795-01|ML|1"},
    {"N412345678901 ML1 L-ASPARAGINASE", "ndc=12345678901|ML|1 word=L-ASPARAGINASE"},
    {"N412345678901 ML15MG", "ndc=12345678901 word=ML dose=15|MG"},
    {"09/14/2026", "date=09/14/2026"},
    {"9.14.26", "date=9.14.26"},
    {"2026-09-14", "date=2026-09-14"},
    {"20260914 EXP: 09/2027", "date=20260914 expiry=09/2027"},
    {"EXP DATE 2027-09", "expiry=2027-09"},
    {"20000000 UNITS", "dose=20000000|UNITS"},
    {"800-555-0100", "word=800-555-0100"},
    {"123-45-6789", "word=123-45-6789"},
    {"INV $1,200.50", "price=1,200.50"},
    {"ACQ COST = 12", "price=12"},
    {"INVOICE 15 MG", "word=INVOICE dose=15|MG"},
    {"LOT NO. A1234", "lot=A1234"},
    {"LOT NUMBER: 7", "lot=7"},
    {"LOT OF TROUBLE", "word=LOT word=OF word=TROUBLE"},
    {"10 MG/ML", "conc=10|MG||ML"},
    {"50MG/2 ML", "conc=50|MG|2|ML"},
    {"30 mg per ml", "conc=30|mg||ml"},
    {"15MG ML1", "dose=15|MG word=ML1"},
    {"5MG/KG", "strength=5|MG||KG"},
    {"100MG/VIAL", "strength=100|MG||VIAL"},
    {"5 MG/HR", "strength=5|MG||HR"},
    {"100MG/50MG", "strength=100|MG|50|MG"},
    {"5/10 MG", "strength=5/10|MG"},
    {"0.9%", "strength=0.9|%"},
    {"1:1,000", "strength=1:1,000"},
    {"U-100", "strength=U-100"},
    {"12:30", "word=12 word=30"},
    {"50MGX10", "dose=50|MG count=10"},
    {"X10 VIALS", "count=10|VIALS"},
    {"X 10 MG", "word=X dose=10|MG"},
    {"X1.5", "word=X1.5"},
    {"2X40MG", "count=2 dose=40|MG"},
    {"QTY: 3", "count=3"},
    {"QTY 3 VIALS", "word=QTY pack=3|VIALS"},
    {"1 million units", "dose=1|million units"},
    {"1GM 1 G 1cc", "dose=1|GM dose=1|G dose=1|cc"},
    {"5 \xc2\xb5g", "dose=5|\xc2\xb5g"},
    {"5 \xb5", "word=5"},
    {"IV/IM", "route=IV route=IM"},
    {"IVIG", "word=IVIG"},
    {"SUB Q", "route=SUB Q"},
    {"IMITREX 6MG", "word=IMITREX dose=6|MG"},
    {"B12 1000MCG", "word=B12 dose=1000|MCG"},
    {"5-FLUOROURACIL", "word=5-FLUOROURACIL"},
    {"BOTOX100U", "word=BOTOX dose=100|U"},
    {"KETOROLAC.", "word=KETOROLAC"},
    {"A + B", "word=A plus=+ word=B"},
    {"", ""},
    {"\x01\x7f\xff", ""},
};

}  // namespace

TEST_CASE("Drug text is read as tokens", "[drug_text]") {
  for (Row const &row : rows) {
    CAPTURE(row.typed);
    CHECK(tokens_of(row.typed) == row.tokens);
  }
}

TEST_CASE("A whole token reaches from its first to its last part", "[drug_text]") {
  auto const whole = [](std::string_view typed) {
    auto const tokens = noc837::grammar::read_drug_text(typed);
    return tokens.size() == 1 ? std::string(tokens[0].whole().view()) : std::string("?");
  };
  CHECK(whole("(50 MG / 2 ML)") == "50 MG / 2 ML");
  CHECK(whole(" 0.9 %") == "0.9 %");
  CHECK(whole("15MG,") == "15MG");
}

TEST_CASE("A token never ends beyond the text", "[drug_text]") {
  std::string const typed =
      "N4 00409-3795-01 ML10 KETOROLAC 30MG/2ML LOT A1 EXP 09/2027 X10 VIALS $1,2";
  for (std::size_t size = 0; size <= typed.size(); ++size) {
    // A buffer of its own, so that a read beyond it is one that the sanitizer sees.
    std::string const cut = typed.substr(0, size);
    for (DrugToken const &token : noc837::grammar::read_drug_text(cut)) {
      CHECK(token.whole().end() <= cut.data() + cut.size());
    }
  }
}
