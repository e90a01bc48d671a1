// SPDX-License-Identifier: Apache-2.0
#include "claims/vocabulary.hpp"

#include "claims/drug_text.hpp"
#include "support/catch.hpp"

namespace noc837::claims {
namespace {

TEST_CASE("a user's stop word is no part of a drug's name") {
  Vocabulary vocabulary;
  CHECK(read_drug_text("RIVERBEND KETOROLAC 15MG", vocabulary).name == "RIVERBEND KETOROLAC");
  vocabulary.add_stop_word("Riverbend");
  CHECK(read_drug_text("RIVERBEND KETOROLAC 15MG", vocabulary).name == "KETOROLAC");
  CHECK(read_drug_text("riverbend", vocabulary).only_stop_words);
}

TEST_CASE("a user's drug name counts, however short, and where it is a stop word") {
  Vocabulary vocabulary;
  CHECK(read_drug_text("ZQ 15MG IV", vocabulary).name.empty());
  vocabulary.add_drug_name("zq");
  CHECK(read_drug_text("ZQ 15MG IV", vocabulary).name == "ZQ");
  CHECK(vocabulary.is_stop_word("BIOLOGIC"));
  vocabulary.add_drug_name("BIOLOGIC");
  CHECK_FALSE(vocabulary.is_stop_word("BIOLOGIC"));
}

TEST_CASE("what is shipped does not change with a user's words") {
  Vocabulary vocabulary;
  vocabulary.add_stop_word("KETOROLAC");
  CHECK_FALSE(shipped_vocabulary().is_stop_word("KETOROLAC"));
}

}  // namespace
}  // namespace noc837::claims
