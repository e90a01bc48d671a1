// SPDX-License-Identifier: Apache-2.0
// Elements and components by number; segments rewritten in one of them.
#include "edi/elements.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "edi/segment.hpp"
#include "support/catch.hpp"

using namespace noc837;

TEST_CASE("an element's name tells its number in the segment that it is of", "[elements]") {
  using edi::ElementNumber;
  struct Row {
    std::string_view name;
    std::string_view segment;
    std::optional<ElementNumber> number;
  };
  std::vector<Row> const rows = {
      {"LIN03", "LIN", ElementNumber{3, 0}},
      {"SV101-7", "SV1", ElementNumber{1, 7}},
      {"SV202-12", "SV2", ElementNumber{2, 12}},
      {"K301", "K3", ElementNumber{1, 0}},
      {"N403", "N4", ElementNumber{3, 0}},
      {"LIN", "LIN", ElementNumber{0, 0}},
      {"lin03", "LIN", ElementNumber{3, 0}},
      {"LIN03", "CTP", std::nullopt},
      {"NTE02", "", std::nullopt},
      {"LIN3", "LIN", std::nullopt},
      {"LIN00", "LIN", std::nullopt},
      {"LIN0X", "LIN", std::nullopt},
      {"LIN03-", "LIN", std::nullopt},
      {"SV101-7x", "SV1", std::nullopt},
      {"", "LIN", std::nullopt},
  };
  for (auto const &row : rows) {
    INFO(row.name << " in " << row.segment);
    CHECK(edi::element_number(row.name, row.segment) == row.number);
  }
}

TEST_CASE("what an element number stands for lies in the segment, present or not", "[elements]") {
  struct Row {
    edi::ElementNumber number;
    std::size_t at;
    std::string_view part;
  };
  std::string_view const text = "SV1*HC:J3490*85";
  std::vector<Row> const rows = {
      {{0, 0}, 0, "SV1*HC:J3490*85"},
      {{1, 0}, 4, "HC:J3490"},
      {{1, 2}, 7, "J3490"},
      {{1, 7}, 12, ""},
      {{2, 0}, 13, "85"},
      {{2, 1}, 13, "85"},
      {{3, 0}, 15, ""},
      {{9, 4}, 15, ""},
  };
  for (auto const &row : rows) {
    INFO("element " << row.number.element << " component " << row.number.component);
    auto const part = edi::part_of(text, row.number, {});
    CHECK(part == row.part);
    CHECK(part.data() == text.data() + row.at);
  }
}

TEST_CASE("an element is found by its number and empty when absent", "[elements]") {
  struct Row {
    std::string_view text;
    std::size_t number;
    std::string_view value;
  };
  std::vector<Row> const rows = {
      {"SV1*HC:J3490*150**1", 0, "SV1"},
      {"SV1*HC:J3490*150**1", 1, "HC:J3490"},
      {"SV1*HC:J3490*150**1", 3, ""},
      {"SV1*HC:J3490*150**1", 4, "1"},
      {"SV1*HC:J3490*150**1", 5, ""},
      {"SV1*HC:J3490*150**1", 1000, ""},
      {"SV1", 0, "SV1"},
      {"SV1", 1, ""},
      {"SV1*", 1, ""},
      {"", 0, ""},
      {"", 1, ""},
      {"***", 2, ""},
  };
  for (auto const &row : rows) {
    INFO(row.text << " element " << row.number);
    CHECK(edi::element(row.text, row.number, '*') == row.value);
  }
  CHECK(edi::element_count("SV1", '*') == 0);
  CHECK(edi::element_count("SV1*", '*') == 1);
  CHECK(edi::element_count("SV1*A**B", '*') == 3);
}

TEST_CASE("a component is found by its number and empty when absent", "[elements]") {
  CHECK(edi::component("HC:J3490:JW", 1, ':') == "HC");
  CHECK(edi::component("HC:J3490:JW", 3, ':') == "JW");
  CHECK(edi::component("HC:J3490:JW", 4, ':').empty());
  CHECK(edi::component(":J3490", 1, ':').empty());
  CHECK(edi::component(":J3490", 2, ':') == "J3490");
  CHECK(edi::component("", 1, ':').empty());
  CHECK(edi::component("", 2, ':').empty());
}

TEST_CASE("replacing an element keeps every byte outside it", "[elements]") {
  struct Row {
    std::string_view text;
    std::size_t number;
    std::string_view value;
    std::string_view result;
  };
  std::vector<Row> const rows = {
      {"LIN**N4*0409-3795-01", 3, "00409379501", "LIN**N4*00409379501"},
      {"LIN**N4* 1 *\xE9 x ", 3, "2", "LIN**N4*2*\xE9 x "},
      {"LIN**N4*1", 1, "A", "LIN*A*N4*1"},
      {"LIN**N4*1", 2, "", "LIN***1"},
      {"CTP", 4, "1", "CTP****1"},
      {"CTP*", 2, "X", "CTP**X"},
      {"CTP****1*ML", 5, "UN", "CTP****1*UN"},
      {"CTP****1", 5, "ML", "CTP****1*ML"},
      {"HL*1", 0, "ZZ", "ZZ*1"},
  };
  for (auto const &row : rows) {
    INFO(row.text << " element " << row.number);
    CHECK(edi::with_element(row.text, row.number, row.value, {}) == row.result);
  }
}

TEST_CASE("replacing a component keeps every byte outside it", "[elements]") {
  struct Row {
    std::string_view text;
    std::size_t number;
    std::size_t component;
    std::string_view value;
    std::string_view result;
  };
  std::vector<Row> const rows = {
      {"SV1*HC:J3490*150", 1, 7, "DRUG", "SV1*HC:J3490:::::DRUG*150"},
      {"SV1*HC:J3490:::::OLD:X*150", 1, 7, "NEW", "SV1*HC:J3490:::::NEW:X*150"},
      {"SV1*HC:J3490", 1, 2, "J3590", "SV1*HC:J3590"},
      {"SV1*HC:J3490*1", 1, 1, "", "SV1*:J3490*1"},
      {"SV2*0636**1", 2, 2, "J3490", "SV2*0636*:J3490*1"},
      {"SV1", 1, 2, "J3490", "SV1*:J3490"},
      {"SV1*HC", 3, 1, "UN", "SV1*HC**UN"},
  };
  for (auto const &row : rows) {
    INFO(row.text << " component " << row.number << '-' << row.component);
    CHECK(edi::with_component(row.text, row.number, row.component, row.value, {}) == row.result);
  }
}

TEST_CASE("what is written into an element is read back from it", "[elements]") {
  edi::Delimiters const odd{'|', '>', '\0', '\n'};
  for (std::size_t number = 1; number <= 12; ++number) {
    for (std::size_t component = 1; component <= 9; ++component) {
      auto const text = edi::with_component("SV1|A>B||C", number, component, "x*:~^", odd);
      auto const element = edi::element(text, number, '|');
      INFO(text);
      CHECK(edi::component(element, component, '>') == "x*:~^");
      for (std::size_t other = 0; other <= 3; ++other) {
        if (other == number) continue;
        CHECK(edi::element(text, other, '|') == edi::element("SV1|A>B||C", other, '|'));
      }
    }
  }
}

TEST_CASE("blanks at the ends are trimmed and no others", "[elements]") {
  CHECK(edi::trim("  a b\t\r\n").compare("a b") == 0);
  CHECK(edi::trim(" \t\r\n").empty());
  CHECK(edi::trim("").empty());
  CHECK(edi::trim("\xA0x\v") == "\xA0x\v");
}

TEST_CASE("only ASCII letters are folded", "[elements]") {
  CHECK(edi::upper("j3490 az AZ \xE9{`") == "J3490 AZ AZ \xE9{`");
  CHECK(edi::equal_folded("j3490", "J3490"));
  CHECK_FALSE(edi::equal_folded("J3490", "J349"));
  CHECK_FALSE(edi::equal_folded("[", "{"));
  CHECK_FALSE(edi::equal_folded("@", "`"));
  CHECK(edi::equal_folded("", ""));
}

TEST_CASE("segment ids become tags that fold case", "[segment]") {
  CHECK(edi::tag("SV1") == edi::tag("sv1"));
  CHECK(edi::tag("N4") != edi::tag("N3"));
  CHECK(edi::tag("SE") != edi::tag("SV1"));
  CHECK(edi::tag("") == 0);
}

TEST_CASE("a value that holds a delimiter cannot be written", "[delimiters]") {
  edi::Delimiters const usual;
  for (auto const *text : {"a*b", "a:b", "a~b", "a^b"}) CHECK_FALSE(usual.can_hold(text));
  CHECK(usual.can_hold("a|b>c\n"));
  CHECK(usual.can_hold(""));
  edi::Delimiters const without_repetition{'*', ':', '\0', '~'};
  CHECK(without_repetition.can_hold("a^b"));
  CHECK(without_repetition.can_hold({"a\0b", 3}));
}
