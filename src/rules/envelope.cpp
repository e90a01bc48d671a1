// SPDX-License-Identifier: Apache-2.0
// Interchange, group and transaction set, and the bytes that may stand in them. ENV01 to ENV08
// are found where the envelope is read; here are their rows.
#include <array>
#include <optional>
#include <string>

#include "edi/elements.hpp"
#include "rules/characters.hpp"
#include "rules/families.hpp"
#include "rules/line_segments.hpp"
#include "rules/narrative.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

constexpr std::string_view line_ends = "\r\n";
constexpr std::size_t wrapped_width = 80;

void foreign_character(LineCase const &c, Report &report) {
  for (Narrative const &narrative : narratives(c)) {
    auto const raw = narrative.text->text;
    auto const foreign = find_foreign(raw, c.claim.delimiters);
    if (!foreign) continue;
    auto draft = report.at(narrative.at, "2400", narrative.element).before(raw);
    std::string const plain = in_plain_characters(raw, c.claim.delimiters);
    bool const fits =
        count_characters(plain) <= longest_text || count_characters(plain) <= count_characters(raw);
    if (plain != raw && fits) {
      draft.set_text(with_part(c.claim.segment(narrative.at).text, raw, plain), plain);
    } else {
      draft.suggest("the text from character " +
                    std::to_string(count_characters(raw.substr(0, *foreign)) + 1) +
                    " on in plain letters, digits and punctuation");
    }
  }
}

/// True if the lines of the file that lie in the claim as a whole are all 80 bytes long: somebody
/// wrapped the file, and its line ends mean nothing.
bool wrapped(claims::Claim const &claim) {
  std::optional<std::size_t> width;  // of the line being measured; none before the first line end
  std::size_t lines = 0;
  char last = 0;
  auto const measure = [&](std::string_view bytes) {
    for (char const byte : bytes) {
      bool const second_of_pair = byte == '\n' && last == '\r';
      last = byte;
      if (second_of_pair) continue;
      if (line_ends.find(byte) == std::string_view::npos) {
        if (width) ++*width;
        continue;
      }
      if (width && *width != wrapped_width) return false;
      if (width) ++lines;
      width = 0;
    }
    return true;
  };
  for (auto const &segment : *claim.segments) {
    if (segment.inserted) continue;
    if (!measure(segment.text) || !measure(segment.tail)) return false;
  }
  return lines > 0;
}

std::string without_line_ends(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char byte) { return line_ends.find(byte) != std::string_view::npos; });
  return out;
}

/// LIN03: the element in which byte `at` of the segment stands, and its number.
struct Place {
  std::string name;
  std::size_t number;
};
Place place_of(std::string_view segment, std::size_t at, char separator) {
  std::size_t const number = edi::element_count(segment.substr(0, at), separator);
  std::string name = edi::upper(edi::element(segment, 0, separator));
  if (number > 0) name += number < 10 ? "0" + std::to_string(number) : std::to_string(number);
  return {std::move(name), number};
}

void line_end_inside(LineCase const &c, Report &report) {
  for (auto const &part : c.line.segments) {
    auto const text = c.claim.segment(part.at).text;
    auto const at = std::min(text.find('\n'), text.find('\r'));
    if (at == std::string_view::npos) continue;
    char const separator = c.claim.delimiters.element;
    auto const place = place_of(text, at, separator);
    auto const raw = edi::element(text, place.number, separator);
    auto draft = report.at(part.at, part.loop, place.name).before(raw);
    if (wrapped(c.claim)) draft.set_text(without_line_ends(text), without_line_ends(raw));
  }
}

constexpr std::array rules = {
    Rule{.id = "ENV01",
         .name = "interchange-header-malformed",
         .family = "envelope",
         .stc = "TA1:022",
         .summary = "the ISA header does not have its fixed widths",
         .explanation =
             "An ISA header is 106 bytes long and each of its elements has a fixed width, padded "
             "with blanks, because a reader takes the separators of the whole file from fixed "
             "places in it. A padded blank lost in an editor is enough to make the file "
             "unreadable, and a payer returns it whole with a TA1. Export the file again, or pad "
             "the element that the message names. Nothing is corrected here: every value that "
             "follows would be a guess.",
         .source = "005010 interchange control, ISA01 to ISA16",
         .before = "ISA*00**00**ZZ*CLINIC01*...",
         .after = "ISA*00*          *00*          *ZZ*CLINIC01       *..."},
    Rule{.id = "ENV02",
         .name = "delimiters-not-distinct",
         .family = "envelope",
         .stc = "TA1:026,TA1:027,TA1:032,TA1:004",
         .summary = "two delimiters are the same, or one is a letter, digit or blank",
         .explanation =
             "The element separator, component separator, repetition separator and segment "
             "terminator are read from the ISA header. When two of them are the same byte, or one "
             "is a letter, digit or blank, the file cannot be taken apart in only one way. Change "
             "the delimiters in the billing system's export settings; * : ^ and ~ are what most "
             "payers expect.",
         .source = "005010 interchange control, ISA11, ISA16 and the bytes at 4 and 106",
         .before = "...*00501*000000101*0*P**~",
         .after = "...*00501*000000101*0*P*:~"},
    Rule{.id = "ENV03",
         .name = "interchange-number-mismatch",
         .family = "envelope",
         .stc = "TA1:001",
         .summary = "IEA02 is not the control number of ISA13",
         .explanation =
             "The interchange ends with the control number that it began with. A different number "
             "means that two files were pasted together or that the end belongs to another file, "
             "so a payer refuses all of it. Send the file again from the billing system; which of "
             "the numbers is right cannot be told from the file.",
         .source = "005010 interchange control, ISA13 and IEA02",
         .before = "IEA*1*000000102~",
         .after = "IEA*1*000000101~"},
    Rule{.id = "ENV04",
         .name = "envelope-count-wrong",
         .family = "envelope",
         .fix = Fix::opt_in,
         .stc = "TA1:021,AK905:5",
         .summary = "GE01 or IEA01 does not count what is there",
         .explanation =
             "GE01 counts the transaction sets of its group and IEA01 the groups of its "
             "interchange. A wrong count is how a receiver notices that part of a file is lost, "
             "so the count is kept as it came unless a recount is asked for. Make sure that "
             "nothing is missing, then send the file again or switch the recount on.",
         .source = "005010 interchange control, GE01 and IEA01",
         .before = "GE*2*101~",
         .after = "GE*1*101~"},
    Rule{.id = "ENV05",
         .name = "set-trailer-mismatch",
         .family = "envelope",
         .fix = Fix::opt_in,
         .stc = "IK502:4,IK502:3,AK905:4",
         .summary = "SE01 does not count the segments, or SE02 or GE02 is not its header's number",
         .explanation =
             "SE01 counts the segments from ST to SE, both included; SE02 repeats ST02 and GE02 "
             "repeats GS06. A set that was cut short shows itself by these numbers, so a wrong "
             "one is never put right by itself: corrections add to the count or take from it what "
             "they added or took out. SE01 can be recounted on request. The control numbers "
             "cannot: which one is right is not known.",
         .source = "005010X222A1 and 005010X223A2, SE01, SE02, GE02",
         .before = "SE*40*0001~",
         .after = "SE*41*0001~"},
    Rule{.id = "ENV06",
         .name = "control-number-repeated",
         .family = "envelope",
         .severity = Severity::warning,
         .extended = true,
         .stc = "TA1:025,AK905:19,IK502:23",
         .summary = "a control number is used twice",
         .explanation =
             "ISA13 identifies an interchange within a file, GS06 a group within its interchange "
             "and ST02 a set within its group. A payer that sees one again may take the second "
             "for a resend of the first and drop it without a word. Number them one after the "
             "other.",
         .source = "005010 interchange control, ISA13, GS06, ST02",
         .before = "ST*837*0001*...~ ST*837*0001*...~",
         .after = "ST*837*0001*...~ ST*837*0002*...~"},
    Rule{.id = "ENV07",
         .name = "file-truncated",
         .family = "envelope",
         .stc = "TA1:023,IK502:2",
         .summary = "the file ends before its SE, GE or IEA",
         .explanation =
             "A file that does not come to its IEA was cut short on the way: a broken transfer, a "
             "full disk, or an export that stopped. What was there may not be all that was meant "
             "to be billed, so no output is written. Fetch the file again.",
         .source = "005010 interchange control, SE, GE and IEA",
         .before = "SE*41*0001~ (end of file)",
         .after = "SE*41*0001~GE*1*101~IEA*1*000000101~"},
    Rule{.id = "ENV08",
         .name = "guide-unknown",
         .family = "envelope",
         .stc = "IK502:I6,IK502:19,AK905:2",
         .summary = "ST03 and GS08 do not name one guide that is read here",
         .explanation =
             "ST03 says which implementation guide a set follows, and GS08 says it for the group: "
             "005010X222A1 for 837P, 005010X223A2 for 837I, or one of their other addenda. Sets "
             "of other guides are copied through unchecked; the 4010 guides are out of use since "
             "2012. Where the two differ the set is read by ST03. That they have to agree is "
             "common practice rather than a rule that we could read in the guide.",
         .source = "005010X222A1 and 005010X223A2, ST03 and GS08",
         .before = "ST*837*0001*004010X098A1~",
         .after = "ST*837*0001*005010X222A1~"},
    Rule{.id = "ENV09",
         .name = "character-not-allowed",
         .family = "envelope",
         .severity = Severity::warning,
         .fix = Fix::safe,
         .stc = "A7:511+A7:586",
         .summary = "the text holds a character that X12 does not have",
         .explanation =
             "Text copied from a pharmacy system or a label brings characters that an 837 cannot "
             "hold: the micro sign, registered and trademark signs, typographic dashes and "
             "quotes, accents, tabs. Some payers reject the set, others show garbage to whoever "
             "prices the drug. Characters with one plain spelling are spelled out for you (MCG "
             "for the micro sign and g); for any other you have to say what was meant.",
         .source = "005010 character sets, basic and extended; 2400 SV101-7, SV202-7, NTE02",
         .before = "SV1*HC:J3490:::::DINALBUX\xC2\xAE 5 \xC2\xB5g IV*...~",
         .after = "SV1*HC:J3490:::::DINALBUX 5 MCG IV*...~",
         .given = Given::odd_bytes,
         .check_line = foreign_character},
    Rule{.id = "ENV10",
         .name = "line-end-inside-element",
         .family = "envelope",
         .severity = Severity::warning,
         .fix = Fix::opt_in,
         .extended = true,
         .stc = "IK403:6",
         .summary = "a line end stands inside an element",
         .explanation =
             "Some mainframe and mail programs wrap a file at 80 columns, wherever that falls. A "
             "line end between segments does no harm, but inside an element it becomes part of "
             "the value: an NDC with a line end in it is no NDC. On request the line ends are "
             "taken out where every line of the claim is exactly 80 bytes long; otherwise they "
             "may stand for a blank, and only you can tell.",
         .source = "X12 RFI 28, http://rfi.x12.org/Request/Details/28",
         .before = "LIN**N4*004093\n79501~",
         .after = "LIN**N4*00409379501~",
         .given = Given::odd_bytes,
         .check_line = line_end_inside},
};

}  // namespace

std::span<Rule const> envelope_rules() {
  return rules;
}

}  // namespace noc837::rules
