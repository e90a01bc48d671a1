// SPDX-License-Identifier: Apache-2.0
#include "claims/narratives.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::claims;

namespace {

/// Every slice of a read narrative as its place in the text, so that readings can be compared.
std::vector<std::string> places(DrugText const &read) {
  std::vector<std::string> out;
  auto const add = [&](edi::Slice slice) {
    if (slice.begin == nullptr) {
      out.emplace_back("none");
    } else {
      out.push_back(std::to_string(slice.begin - read.text.data()) + "+" +
                    std::to_string(slice.size));
    }
  };
  for (auto const &token : read.tokens) {
    for (auto const slice : {token.value, token.unit, token.per_value, token.per_unit}) add(slice);
  }
  for (auto const slice : {read.name, read.strength, read.dose, read.dose_value, read.dose_unit,
                           read.count, read.route, read.date, read.lot, read.price}) {
    add(slice);
  }
  for (auto const &ndc : read.ndcs) {
    for (auto const slice : {ndc.typed, ndc.unit, ndc.quantity}) add(slice);
    out.push_back(ndc.ndc.eleven);
  }
  for (auto const word : read.words) add(word);
  for (auto const route : read.routes) add(route);
  for (bool const flag :
       {read.has_words, read.only_stop_words, read.compound, read.concentration}) {
    out.emplace_back(flag ? "yes" : "no");
  }
  return out;
}

}  // namespace

TEST_CASE("a narrative that was read before is read the same, into the text at hand", "[claims]") {
  std::vector<std::string> typed = {
      "N4 12345678901 ML10 KETAMINE 50MG IV",
      "NDC: 1234-5678-90 KETALAR 10 MG/ML 5ML IM",
      "TESTOPEL PELLET 75MG X10 SUBQ INV $1200 LOT A1234 09/14/2026",
      "CMPD LIDOCAINE 1% + KETAMINE 5MG TOPICAL",
      "UNCLASSIFIED DRUG",
      "NOC837 NDC05",
      "",
      std::string(200, 'A') + " 50MG IV",
  };
  // More than are remembered, so that they push one another out.
  for (int i = 0; i < 500; ++i) typed.push_back("DRUG" + std::to_string(i) + " 5MG IV");
  NarrativeReader reader(shipped_vocabulary());
  for (int round = 0; round < 3; ++round) {
    for (auto const &text : typed) {
      std::string const here = text;  // at another place every time
      INFO(text);
      DrugText read;
      reader.read(here, read);
      auto const fresh = read_drug_text(here);
      CHECK(read.text.data() == fresh.text.data());
      CHECK(read.text == fresh.text);
      CHECK(places(read) == places(fresh));
    }
  }
}

TEST_CASE("a reader of narratives knows the words of its vocabulary", "[claims]") {
  Vocabulary vocabulary;
  vocabulary.add_stop_word("RIVERBEND");
  NarrativeReader own(vocabulary);
  NarrativeReader shipped(shipped_vocabulary());
  for (int round = 0; round < 2; ++round) {
    DrugText read;
    own.read("RIVERBEND KETOROLAC 15MG", read);
    CHECK(read.name == "KETOROLAC");
    DrugText other;
    shipped.read("RIVERBEND KETOROLAC 15MG", other);
    CHECK(other.name == "RIVERBEND KETOROLAC");
  }
}
