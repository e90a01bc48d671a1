// SPDX-License-Identifier: Apache-2.0
#include "explain/ack_text.hpp"

#include <fmt/format.h>

#include "base/printable.hpp"
#include "edi/elements.hpp"
#include "explain/ack_meanings.hpp"

namespace noc837::explain {

using edi::tag;

/// A segment and the text that it adds to.
class AckText::Line {
 public:
  Line(edi::Segment const &segment, edi::Delimiters const &delimiters, std::string &out)
      : segment_(segment), delimiters_(delimiters), out_(out) {}

  [[nodiscard]] edi::Tag id() const { return segment_.id; }
  [[nodiscard]] std::string_view raw(std::size_t number) const {
    return edi::trim(edi::element(segment_.text, number, delimiters_.element));
  }
  [[nodiscard]] std::string element(std::size_t number) const { return printable(raw(number)); }
  [[nodiscard]] std::string component(std::size_t number, std::size_t component) const {
    return printable(edi::component(raw(number), component, delimiters_.component));
  }
  /// "I6 code not used by the guide".
  [[nodiscard]] static std::string coded(AckCode kind, std::string const &code) {
    auto const meaning = ack_meaning(kind, code);
    return meaning.empty() ? code : fmt::format("{} {}", code, meaning);
  }
  [[nodiscard]] std::string outcome(std::size_t number) const {
    auto const meaning = ack_meaning(AckCode::outcome, element(number));
    return meaning.empty() ? element(number) : std::string(meaning);
  }
  template <class... Values>
  void print(fmt::format_string<Values...> format, Values &&...values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
    out_ += '\n';
  }
  /// The codes of elements `from` to `to`, a line each.
  void print_codes(AckCode kind, std::size_t from, std::size_t to, std::string_view indent) {
    for (auto number = from; number <= to; ++number) {
      if (!raw(number).empty()) print("{}{}", indent, coded(kind, element(number)));
    }
  }

 private:
  edi::Segment const &segment_;
  edi::Delimiters const &delimiters_;
  std::string &out_;
};

void AckText::enter(edi::Segment const &segment, edi::Delimiters const &delimiters,
                    std::string &out) {
  Line line(segment, delimiters, out);
  if (segment.id == tag("TA1")) {
    interchange(line);
  } else if (segment.id == tag("ST")) {
    set_ = line.element(1);
    level_.clear();
  } else if (set_ == "999") {
    implementation(line);
  } else if (set_ == "277") {
    claim_ack(line);
  }
}

void AckText::interchange(Line &line) {
  ++counts_.interchanges;
  if (line.raw(4) != "A") ++counts_.faulty;
  line.print("interchange {} of {} {}: {}", line.element(1), line.element(2), line.element(3),
             line.outcome(4));
  if (line.raw(5) != "000") line.print("  {}", Line::coded(AckCode::interchange, line.element(5)));
}

void AckText::implementation(Line &line) {
  switch (line.id()) {
    case tag("AK1"):
      line.print("functional group {} ({}, {})", line.element(2), line.element(1), line.element(3));
      break;
    case tag("AK2"):
      line.print("  transaction set {} ({}, {})", line.element(2), line.element(1),
                 line.element(3));
      break;
    case tag("IK3"):
      segment_error(line);
      break;
    case tag("IK4"):
      element_error(line);
      break;
    case tag("CTX"):
      if (line.component(1, 2).empty()) {
        line.print("      because of segment {} {}{}", line.element(3), line.element(2),
                   element_name(line, 5));
      } else {
        line.print("      {} {}", line.component(1, 1) == "CLM01" ? "claim" : line.component(1, 1),
                   line.component(1, 2));
      }
      break;
    case tag("IK5"):
      set_outcome(line);
      break;
    case tag("AK9"):
      group_outcome(line);
      break;
    default:
      break;
  }
}

/// ", element 5-3" of a position in a segment; empty where none is given.
std::string AckText::element_name(Line const &line, std::size_t number) {
  if (line.raw(number).empty()) return {};
  auto const component = line.component(number, 2);
  return fmt::format(", element {}{}{}", line.component(number, 1), component.empty() ? "" : "-",
                     component);
}

void AckText::segment_error(Line &line) {
  auto const loop = line.raw(3).empty() ? std::string() : " in loop " + line.element(3);
  line.print("    segment {} {}{}: {}", line.element(2), line.element(1), loop,
             Line::coded(AckCode::segment, line.element(4)));
}

void AckText::element_error(Line &line) {
  auto place = line.component(1, 1);
  if (auto const component = line.component(1, 2); !component.empty()) place += "-" + component;
  auto const value = line.raw(4).empty() ? std::string() : ": " + line.element(4);
  line.print("      element {}: {}{}", place, Line::coded(AckCode::element, line.element(3)),
             value);
}

void AckText::set_outcome(Line &line) {
  ++counts_.sets;
  if (line.raw(1) != "A") ++counts_.faulty;
  line.print_codes(AckCode::set, 2, 6, "    ");
  line.print("    {}", line.outcome(1));
}

void AckText::group_outcome(Line &line) {
  line.print_codes(AckCode::group, 5, 9, "  ");
  line.print("  {}: {} sets included, {} received, {} accepted", line.outcome(1), line.element(2),
             line.element(3), line.element(4));
}

void AckText::claim_ack(Line &line) {
  switch (line.id()) {
    case tag("BHT"):
      line.print("claims, acknowledged {} as {}", line.element(4), line.element(3));
      break;
    case tag("HL"):
      level_ = line.element(3);
      service_.clear();
      break;
    case tag("NM1"):
      name(line);
      break;
    case tag("TRN"):
      if (level_ == "21") line.print("  in answer to {}", line.element(2));
      if (level_ == "PT") claim_ = line.element(2);
      service_.clear();
      break;
    case tag("SVC"):
      service_ = fmt::format("{} {}", line.component(1, 2), line.element(2));
      break;
    case tag("STC"):
      status(line);
      break;
    case tag("QTY"):
    case tag("AMT"):
      totals(line);
      break;
    default:
      break;
  }
}

void AckText::name(Line &line) {
  auto const id = line.element(9);
  if (level_ == "PT") {
    patient_ = options_.show_phi ? fmt::format(" of {} {} {}", line.element(4), line.element(3), id)
                                 : std::string();
    return;
  }
  auto const *role = level_ == "20" ? "from" : level_ == "21" ? "to" : "billing provider";
  bool const person = line.raw(2) == "1";  // a provider may be one; the name is public
  line.print("  {} {}{}, {}", role, person ? line.element(4) + " " : std::string(), line.element(3),
             id);
}

void AckText::status(Line &line) {
  if (level_ != "PT") return;
  bool const rejected = line.raw(3) == "U";
  if (!claim_.empty()) {  // the first of the claim
    ++counts_.claims;
    if (rejected) ++counts_.faulty;
    if (rejected || options_.every_claim) {
      line.print("    claim {}{}, {}: {}", claim_, patient_, line.element(4),
                 rejected ? "rejected" : "accepted");
    }
    claim_.clear();
  }
  if (!rejected && !options_.every_claim) return;
  if (!service_.empty()) line.print("      line {}", service_);
  auto const *indent = service_.empty() ? "      " : "        ";
  for (auto const number : {1, 10, 11}) {
    auto const at = static_cast<std::size_t>(number);
    if (line.raw(at).empty()) continue;
    line.print("{}{}; {}", indent, Line::coded(AckCode::claim_category, line.component(at, 1)),
               Line::coded(AckCode::claim_status, line.component(at, 2)));
  }
  service_.clear();
}

void AckText::totals(Line &line) {
  auto const qualifier = line.raw(1);
  bool const accepted = qualifier == "90" || qualifier == "QA" || qualifier == "YU";
  line.print("    {} {} {}", line.id() == tag("QTY") ? "claims" : "charges",
             accepted ? "accepted" : "rejected", line.element(2));
}

}  // namespace noc837::explain
