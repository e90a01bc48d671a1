// SPDX-License-Identifier: Apache-2.0
// The ISA with its fixed widths and delimiters, every way it can be wrong, and the other
// control segments.
#include "grammar/envelope.hpp"

#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace noc837;

namespace {

constexpr int widths[] = {2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1};

/// An ISA of these elements.
std::string isa(std::vector<std::string> const &elements, char separator = '*',
                char terminator = '~') {
  std::string text = "ISA";
  for (auto const &element : elements) text.append(1, separator).append(element);
  return text + terminator;
}

std::vector<std::string> elements() {
  return {"00",        "          ",
          "00",        "          ",
          "ZZ",        "SENDER         ",
          "30",        "RECEIVER 7     ",
          "260914",    "1530",
          "^",         "00501",
          "000000901", "1",
          "T",         ":"};
}

std::size_t offset_of(std::size_t element) {
  std::size_t offset = 4;
  for (std::size_t i = 1; i < element; ++i) offset += static_cast<std::size_t>(widths[i - 1]) + 1;
  return offset;
}

grammar::IsaFault fault_of(std::string const &text) {
  grammar::IsaFault fault;
  CHECK_FALSE(grammar::read_isa(text, fault));
  return fault;
}

}  // namespace

TEST_CASE("an ISA gives its elements with their padding and its delimiters", "[isa]") {
  std::string const text = isa(elements()) + "GS*HC";
  REQUIRE(text.find("GS") == grammar::isa_size);
  grammar::IsaFault fault;
  auto const header = grammar::read_isa(text, fault);
  REQUIRE(header);
  CHECK(header->sender_qualifier == "ZZ");
  CHECK(header->sender == "SENDER         ");
  CHECK(header->receiver_qualifier == "30");
  CHECK(header->receiver == "RECEIVER 7     ");
  CHECK(header->date == "260914");
  CHECK(header->time == "1530");
  CHECK(header->repetition == "^");
  CHECK(header->version == "00501");
  CHECK(header->control_number == "000000901");
  CHECK(header->acknowledgment == "1");
  CHECK(header->usage == "T");
  CHECK(header->delimiters == edi::Delimiters{'*', ':', '^', '~'});
}

TEST_CASE("any byte that is no data can be a delimiter", "[isa]") {
  auto const is_data = [](unsigned byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || byte == ' ';
  };
  for (unsigned byte = 0; byte < 256; ++byte) {
    char const c = static_cast<char>(byte);
    INFO(byte);
    grammar::IsaFault fault;
    bool const distinct_terminator = c != '*' && c != ':' && c != '^';
    auto const by_terminator = grammar::read_isa(isa(elements(), '*', c), fault);
    CHECK(by_terminator.has_value() == (!is_data(byte) && distinct_terminator));
    if (by_terminator) CHECK(by_terminator->delimiters.terminator == c);

    auto values = elements();
    values[15] = std::string(1, c);
    auto const by_component = grammar::read_isa(isa(values), fault);
    CHECK(by_component.has_value() == (!is_data(byte) && c != '*' && c != '~' && c != '^'));
    if (by_component) CHECK(by_component->delimiters.component == c);

    values = elements();
    bool const used = c == ':' || c == '^' || c == '~';
    auto const by_separator = grammar::read_isa(isa(values, c), fault);
    CHECK(by_separator.has_value() == (!is_data(byte) && !used));
    if (by_separator) CHECK(by_separator->delimiters.element == c);
  }
}

TEST_CASE("an element of the wrong width is named with its place", "[isa]") {
  for (std::size_t number = 1; number <= 16; ++number) {
    for (int const change : {-1, 1}) {
      auto values = elements();
      auto &value = values[number - 1];
      if (number == 16 && change > 0) continue;  // its second byte is the terminator
      change < 0 ? value.erase(0, 1) : value.insert(0, 1, '0');
      auto const fault = fault_of(isa(values) + std::string(100, 'x'));
      INFO("ISA" << number << " " << change << ": " << fault.what);
      int const width = widths[number - 1];
      std::string const name = (number < 10 ? "ISA0" : "ISA") + std::to_string(number);
      if (number == 16) {  // the terminator is taken for ISA16, the next byte for the terminator
        CHECK(fault.offset == 105);
        continue;
      }
      CHECK(fault.offset == offset_of(number));
      CHECK(fault.what == name + " is " + std::to_string(width + change) +
                              (width + change == 1 ? " byte wide" : " bytes wide"));
      CHECK(fault.expected == std::to_string(width) + (width == 1 ? " byte" : " bytes"));
    }
  }
}

TEST_CASE("an ISA cut short anywhere is not read and says where the file ends", "[isa]") {
  std::string const text = isa(elements());
  for (std::size_t size = 4; size < text.size(); ++size) {
    auto const fault = fault_of(text.substr(0, size));
    INFO(size << ": " << fault.what);
    CHECK(fault.offset == size);
    CHECK(fault.what.find("the file ends") == 0);
    CHECK(fault.expected == "106 bytes of ISA");
  }
  for (std::size_t size = 0; size < 4; ++size) {
    auto const fault = fault_of(text.substr(0, size));
    CHECK(fault.offset == 0);
    CHECK(fault.what == "no ISA segment here");
  }
  CHECK(fault_of("isa" + text.substr(3)).what == "no ISA segment here");
}

TEST_CASE("delimiters that cannot be told apart or stand for data are refused", "[isa]") {
  struct Row {
    char element;
    char component;
    char repetition;
    char terminator;
    std::size_t offset;
    char const *what;
  };
  std::vector<Row> const rows = {
      {'A', ':', '^', '~', 3, "the element separator is 'A'"},
      {'*', 'z', '^', '~', 104, "the component separator is 'z'"},
      {'*', ' ', '^', '~', 104, "the component separator is ' '"},
      {'*', ':', '^', '0', 105, "the segment terminator is '0'"},
      {'*', ':', '^', 'G', 105, "the segment terminator is 'G'"},
      {'*', ':', '^', '*', 105, "segment terminator and element separator are both '*'"},
      {'*', ':', '^', ':', 105, "segment terminator and component separator are both ':'"},
      {'*', ':', ':', '~', 82, "repetition separator and component separator are both ':'"},
      {'*', ':', '~', '~', 82, "repetition separator and segment terminator are both '~'"},
      {'*', '\n', '^', '\n', 105, "segment terminator and component separator are both '\\x0A'"},
  };
  for (auto const &row : rows) {
    auto values = elements();
    values[10] = std::string(1, row.repetition);
    values[15] = std::string(1, row.component);
    auto const fault = fault_of(isa(values, row.element, row.terminator));
    INFO(fault.what);
    CHECK(fault.offset == row.offset);
    CHECK(fault.what == row.what);
    CHECK_FALSE(fault.expected.empty());
  }
}

TEST_CASE("ISA11 is a delimiter from version 00402 on", "[isa]") {
  struct Row {
    char const *eleventh;
    char const *version;
    char repetition;
  };
  for (Row const &row : {
           Row{"^", "00501", '^'},
           {"^", "00402", '^'},
           {"^", "00401", '\0'},
           {"U", "00401", '\0'},
           {"U", "00501", '\0'},
           {":", "00401", '\0'},  // no delimiter, so it may be the same
           {"\x1D", "00501", '\x1D'},
       }) {
    auto values = elements();
    values[10] = row.eleventh;
    values[11] = row.version;
    grammar::IsaFault fault;
    auto const header = grammar::read_isa(isa(values), fault);
    INFO(row.eleventh << ' ' << row.version << ' ' << fault.what);
    REQUIRE(header);
    CHECK(header->delimiters.repetition == row.repetition);
  }
}

TEST_CASE("prose that mentions ISA does not look like one", "[isa]") {
  CHECK(grammar::looks_like_isa(isa(elements())));
  CHECK(grammar::looks_like_isa(isa(elements(), '|', '\n') + "GS|HC"));
  CHECK(grammar::looks_like_isa("ISA*00*"));  // all there is: an ISA cut short
  CHECK_FALSE(grammar::looks_like_isa("ISA"));
  CHECK_FALSE(grammar::looks_like_isa("ISABEL" + std::string(300, 'x')));
  CHECK_FALSE(grammar::looks_like_isa("ISA is the first segment." + std::string(300, 'x')));
  CHECK_FALSE(grammar::looks_like_isa("ISA, GS, ST; " + std::string(300, 'x')));
  CHECK_FALSE(grammar::looks_like_isa(" " + isa(elements())));
}

TEST_CASE("the other control segments give their elements, absent ones empty", "[envelope]") {
  edi::Delimiters const usual;
  auto const gs = grammar::read_gs("GS*HC*S1*R1*20260914*1530*77*X*005010X222A1", usual);
  CHECK(gs.function == "HC");
  CHECK(gs.sender == "S1");
  CHECK(gs.receiver == "R1");
  CHECK(gs.date == "20260914");
  CHECK(gs.time == "1530");
  CHECK(gs.control_number == "77");
  CHECK(gs.agency == "X");
  CHECK(gs.version == "005010X222A1");
  auto const st = grammar::read_st("ST*837*0001", usual);
  CHECK(st.transaction_set == "837");
  CHECK(st.control_number == "0001");
  CHECK(st.guide.empty());
  edi::Delimiters const odd{'|', '>', '\0', '\n'};
  auto const se = grammar::read_trailer("SE|  12|0001|extra", odd);
  CHECK(se.count == "  12");
  CHECK(se.control_number == "0001");
  CHECK(grammar::read_trailer("IEA", odd).count.empty());
  auto const bht = grammar::read_bht("BHT*0019*00*REF-1*20260914*1530*CH", usual);
  CHECK(bht.structure == "0019");
  CHECK(bht.purpose == "00");
  CHECK(bht.reference == "REF-1");
  CHECK(bht.date == "20260914");
  CHECK(bht.time == "1530");
  CHECK(bht.type == "CH");
}
