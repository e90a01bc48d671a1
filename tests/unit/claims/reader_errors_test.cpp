// SPDX-License-Identifier: Apache-2.0
// What cannot be read for sure is refused with the byte, the segment and what was expected.
#include <algorithm>
#include <string>
#include <vector>

#include "claims/reader.hpp"
#include "edi/elements.hpp"
#include "grammar/envelope.hpp"
#include "reading.hpp"
#include "support/catch.hpp"

using namespace noc837;
using test::group;
using test::interchange;
using test::read_units;
using test::transaction_set;
using test::two_claims;

namespace {

/// What may come after the whole segments of `text`, found the slow way.
std::string expected_after(std::string_view text, edi::Delimiters const &delimiters) {
  std::string expected;
  for (std::size_t at = 0;;) {
    auto const end = text.find(delimiters.terminator, at);
    if (end == std::string_view::npos) return expected;
    auto const segment = edi::trim(text.substr(at, end - at));
    auto const id = edi::element(segment, 0, delimiters.element);
    if (id == "ISA" || id == "GE") expected = "GS or IEA";
    if (id == "GS" || id == "SE") expected = "ST or GE";
    if (id == "ST") expected = "SE";
    at = end + 1;
  }
}

/// Checks the failure for `text`, the first bytes of an input whose last interchange begins at
/// `begin`.
void check_truncated(std::string_view text, std::size_t begin, edi::Delimiters const &delimiters,
                     claims::Limits limits = {}) {
  auto const reading = read_units(text, limits);
  INFO("cut at " << text.size() << " of window " << limits.block);
  REQUIRE(reading.error);
  auto const &error = *reading.error;
  INFO(error.message());
  CHECK(error.fault == Fault::input);
  CHECK(text.starts_with(reading.joined()));
  CHECK(error.offset == text.size());
  auto const part = text.substr(begin);
  if (part.size() < grammar::isa_size) {
    CHECK(error.segment == 1U);
    CHECK(error.what.find("the file ends ") == 0);
    CHECK(error.expected == "106 bytes of ISA");
    CHECK(error.rule == "ENV01");
    return;
  }
  auto const whole = std::count(part.begin(), part.end(), delimiters.terminator);
  CHECK(error.segment == static_cast<std::uint64_t>(whole) + 1);
  CHECK(error.expected == expected_after(part, delimiters));
  auto const left = edi::trim(part.substr(part.rfind(delimiters.terminator) + 1));
  std::string const id(edi::element(left, 0, delimiters.element));
  CHECK(error.what ==
        (left.empty() ? "the file ends too early" : "the file ends inside segment " + id));
  CHECK(error.rule == "ENV07");
}

Error error_of(std::string const &text, claims::Limits limits = {}) {
  auto const reading = read_units(text, limits);
  REQUIRE(reading.error);
  CHECK(reading.error->fault == Fault::input);
  return *reading.error;
}

}  // namespace

TEST_CASE("an interchange cut at any byte is refused with place and expectation", "[reader]") {
  edi::Delimiters const odd{'|', '>', '!', '\x1C'};
  struct Row {
    std::string text;
    edi::Delimiters delimiters;
    std::size_t line_end;
  };
  std::string const groups =
      group(two_claims() + transaction_set("LX*1~", "0002", "005010X224A2")) +
      group(two_claims(), "005010X222A1", "2");
  for (auto const &[text, delimiters, line_end] :
       {Row{interchange(groups), {}, 0}, Row{interchange(groups, {}, "\r\n"), {}, 2},
        Row{interchange(groups, odd, "\n"), odd, 1}}) {
    for (std::size_t cut = 4; cut < text.size() - line_end; ++cut) {
      check_truncated(std::string_view(text).substr(0, cut), 0, delimiters);
      if (cut % 7 == 0) {
        check_truncated(std::string_view(text).substr(0, cut), 0, delimiters, {.block = 64});
      }
    }
    CHECK_FALSE(read_units(text.substr(0, text.size() - line_end)).error);
  }
}

TEST_CASE("the second interchange cut at any byte is refused likewise", "[reader]") {
  edi::Delimiters const odd{'|', '>', '!', '\n'};
  for (std::string const between : {"", "\r\n"}) {
    std::string const first = interchange(group(two_claims())) + between;
    std::string const text = first + interchange(group(two_claims()), odd);
    CHECK_FALSE(read_units(first).error);
    for (std::size_t cut = first.size() + 1; cut < text.size(); ++cut) {
      check_truncated(std::string_view(text).substr(0, cut), first.size(), odd);
    }
  }
}

TEST_CASE("what holds no interchange is not X12", "[reader]") {
  struct Row {
    std::string text;
    char const *what;
  };
  for (Row const &row : {
           Row{"", "the file is empty"},
           {"I", "no ISA segment: not X12"},
           {"ISA", "no ISA segment: not X12"},
           {"\n\n", "no ISA segment: not X12"},
           {"\xEF\xBB\xBF", "no ISA segment: not X12"},
           {"isa*00*", "no ISA segment: not X12"},
           {std::string(test::isa_text.substr(1)), "no ISA segment: not X12"},
           {std::string(5000, '\0'), "no ISA segment: not X12"},
           {"PK\x03\x04 archive" + std::string(3000, 'z'), "no ISA segment: not X12"},
           {std::string((1U << 20U) + 1, ' '), "no ISA in the first 1048576 bytes: not X12"},
           {std::string(2U << 20U, 'p') + interchange(""),
            "no ISA in the first 1048576 bytes: not X12"},
       }) {
    INFO(row.what << ' ' << row.text.size());
    auto const error = error_of(row.text);
    CHECK(error.what == row.what);
    CHECK(error.offset == 0U);
    CHECK_FALSE(error.segment);
    CHECK(error.expected == "an interchange that begins with ISA");
    CHECK(error.rule == "ENV01");
  }
}

TEST_CASE("a faulty ISA is refused with its element's place", "[reader]") {
  std::string const before = "\n" + interchange("") + "\n";
  std::string bad = interchange("");
  bad.replace(bad.find("260914"), 6, "20260914");
  auto error = error_of(before + bad);
  CHECK(error.what == "ISA09 is 8 bytes wide");
  CHECK(error.expected == "6 bytes");
  CHECK(error.offset == before.size() + 70);
  CHECK(error.segment == 1U);
  CHECK(error.rule == "ENV01");
  bad = interchange("", {'*', ':', ':', '~'});
  error = error_of(before + bad);
  CHECK(error.offset == before.size() + 82);
  CHECK(error.segment == 1U);
  CHECK(error.rule == "ENV02");
}

TEST_CASE("control segments out of order are refused where they stand", "[reader]") {
  std::string const level(test::billing_level);
  struct Row {
    std::string what;
    std::string body;  ///< between ISA and IEA
    std::string at;    ///< where the fault lies: the first of these bytes
    std::uint64_t segment;
    std::string expected;
  };
  std::string const gs = "GS*HC*S*R*20260914*1530*1*X*005010X222A1~";
  std::string const st = "ST*837*0001*005010X222A1~";
  for (Row const &row : {
           Row{"ST stands here", st + "SE*2*0001~", "ST*", 2, "GS or IEA"},
           {"HL stands here", level, "HL*", 2, "GS or IEA"},
           {"CLM stands here", "CLM*1~", "CLM*", 2, "GS or IEA"},
           {"GE stands here", "GE*1*1~", "GE*", 2, "GS or IEA"},
           {"SE stands here", gs + "SE*1*1~GE*1*1~", "SE*", 3, "ST or GE"},
           {"IEA stands here", gs + "BHT*1~", "IEA*", 4, "ST or GE"},
           {"GS stands here", gs + gs + "GE*1*1~", "GS*HC*S*R*20260914*1530*1*X*005010X222A1~GE", 3,
            "ST or GE"},
           {"ST stands here", gs + st + "ST*837*0002~SE*1~GE*1~", "ST*837*0002", 4, "SE"},
           {"GE stands here", gs + st + level + "GE*1*1~", "GE*", 7, "SE"},
           {"IEA stands here", gs + st + level, "IEA*", 7, "SE"},
           {"GS stands here", gs + "ST*835*1~LX*1~" + gs,
            "GS*HC*S*R*20260914*1530*1*X*"
            "005010X222A1~IEA",
            5, "SE"},
           {"HL stands here", gs + st + "SE*2*0001~" + level + "GE*1*1~", "HL*", 5, "ST or GE"},
       }) {
    std::string const text = interchange(row.body);
    for (std::size_t const window : {1UL, 100UL, 5000UL}) {
      auto const error = error_of(text, {.block = window});
      INFO(row.what << " in " << row.body << " window " << window);
      CHECK(error.what == row.what);
      CHECK(error.offset == text.find(row.at));
      CHECK(error.segment == row.segment);
      CHECK(error.expected == row.expected);
      CHECK(error.rule == "ENV07");
    }
  }
}

TEST_CASE("an ISA before the IEA is refused where it stands", "[reader]") {
  std::string const next = interchange("");
  std::string const gs = "GS*HC*S*R*20260914*1530*1*X*005010X222A1~";
  struct Row {
    std::string before;
    std::uint64_t segment;
    std::string expected;
  };
  for (Row const &row : {
           Row{"", 2, "GS or IEA"},
           {gs, 3, "ST or GE"},
           {gs + "ST*837*1*005010X222A1~BHT*1~", 5, "SE"},
           {gs + "ST*837*1*005010X222A1~HL*1**20~CLM*1~LX*1~", 7, "SE"},
           {gs + "ST*837*1*005010X222A1~SE*2*1~", 5, "ST or GE"},
           {gs + "ST*835*1~LX*1~", 5, "SE"},
           {group(two_claims()), 20, "GS or IEA"},
       }) {
    for (std::string const line_end : {"", "\r\n"}) {
      std::string const open =
          test::in_delimiters(std::string(test::isa_text) + row.before, {}, line_end);
      auto const error = error_of(open + next);
      INFO(row.before);
      CHECK(error.what == "an ISA begins before the last interchange is closed");
      CHECK(error.offset == open.size());
      CHECK(error.segment == row.segment);
      CHECK(error.expected == row.expected);
      CHECK(error.rule == "ENV07");
    }
  }
}

TEST_CASE("a segment over the limit is refused where it begins", "[reader]") {
  std::string const note = "NTE*ADD*" + std::string(5000, 'x') + "~";
  for (std::string const line_end : {"", "\n"}) {
    auto const text = interchange(
        group(transaction_set(std::string(test::billing_level) + "CLM*A*1~LX*1~" + note)), {},
        line_end);
    auto const error = error_of(text, {.block = 256, .segment = 1000, .unit = 100'000});
    CHECK(error.what == "a segment is longer than 1000 bytes");
    CHECK(error.offset == text.find("NTE*"));
    CHECK(error.segment == 10U);
    CHECK_FALSE(error.expected.empty());
    CHECK_FALSE(read_units(text, {.block = 256, .segment = 6000, .unit = 100'000}).error);
  }
}

TEST_CASE("a claim over the limit is refused where it begins", "[reader]") {
  std::string claim = "CLM*A*1~";
  for (int line = 1; line < 300; ++line) claim += "LX*1~SV1*HC:99213*1~";
  auto const text = interchange(group(transaction_set(std::string(test::billing_level) + claim)));
  auto const error = error_of(text, {.block = 256, .segment = 1000, .unit = 4096});
  CHECK(error.what == "a claim or level is larger than 4096 bytes");
  CHECK(error.offset == text.find("CLM*"));
  CHECK(error.segment == 8U);
  auto const whole = read_units(text, {.block = 256, .segment = 1000, .unit = 8192});
  REQUIRE_FALSE(whole.error);
  CHECK(whole.joined() == text);
}

TEST_CASE("a source that fails ends the reading with the offset reached", "[reader]") {
  class Failing final : public io::Source {
   public:
    explicit Failing(std::string_view bytes) : bytes_(bytes) {}
    Result<std::size_t> read(char *to, std::size_t size) override {
      if (bytes_.empty()) return fail(Fault::input, "cannot be read: bad disk");
      auto const count = bytes_.copy(to, size);
      bytes_.remove_prefix(count);
      return count;
    }
    [[nodiscard]] std::uint64_t stored_bytes() const override { return 0; }
    [[nodiscard]] std::string sha256() override { return {}; }

   private:
    std::string_view bytes_;
  };
  std::string const text = interchange(group(two_claims()));
  for (std::size_t cut = 0; cut <= text.size(); cut += 50) {
    Failing source(std::string_view(text).substr(0, cut));
    auto const reading = read_units(source);
    INFO(cut);
    REQUIRE(reading.error);
    CHECK(reading.error->what == "cannot be read: bad disk");
    CHECK(reading.error->offset == cut);
  }
}
