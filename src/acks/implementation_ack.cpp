// SPDX-License-Identifier: Apache-2.0
#include "acks/implementation_ack.hpp"

#include <algorithm>
#include <tuple>

#include "edi/elements.hpp"
#include "grammar/envelope.hpp"

namespace noc837::acks {
namespace {

using claims::UnitKind;

constexpr std::size_t longest_loop = 4;      ///< IK303, data element 447: 2010AA is told as 2010
constexpr std::size_t shortest_id = 2;       ///< IK301, data element 721
constexpr std::size_t longest_value = 99;    ///< IK404, data element 724
constexpr std::size_t most_triggers = 9;     ///< CTX in loop 2100; in 2110 there is one an IK4
constexpr std::size_t longest_context = 35;  ///< CTX01-2, data element 9998

/// What stands together under one IK3.
auto place_of(rules::Finding const &finding) {
  return std::tie(finding.segment, finding.syntax->segment_id, finding.syntax->segment_code,
                  finding.loop);
}

/// A loop as IK303 and CTX04 have room for it; the header is no loop.
std::string_view told_loop(std::string_view loop) {
  bool const numbered = loop.starts_with('2') || loop.starts_with('1');
  return numbered ? cut(loop, longest_loop) : std::string_view();
}

/// Codes of the implementation guides, as against those of the standard, begin with I.
std::string_view set_code_of(rules::Syntax const &syntax) {
  auto const &code = syntax.element_code.empty() ? syntax.segment_code : syntax.element_code;
  return code.starts_with('I') ? "I5" : "5";
}

/// False for what a 999 has no code for, and for what is wrong with a claim only by what stands
/// above it, which is told there.
bool has_code(rules::Syntax const &syntax) {
  return !syntax.segment_code.empty() &&
         (syntax.segment_code != "8" || !syntax.element_code.empty());
}

bool is_dental(std::string_view guide) {
  return guide.starts_with("005010X224");
}

/// The id as IK301 can carry it, which takes two letters or digits and more: where a wrapped line
/// or a stray terminator made something else of it, ? stands for what it lacks.
std::string told_id(std::string id) {
  for (char &c : id) {
    bool const known = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!known) c = '?';
  }
  if (id.size() < shortest_id) id.resize(shortest_id, '?');
  return id;
}

std::string number_or_nothing(std::uint8_t number) {
  return number == 0 ? std::string() : std::to_string(number);
}

}  // namespace

Result<void> ImplementationAck::unit(claims::Unit const &unit) {
  switch (unit.kind) {
    case UnitKind::group:
      begin_group(unit);
      break;
    case UnitKind::set:
      begin_set(unit);
      break;
    case UnitKind::set_end:
      end_set();
      break;
    case UnitKind::group_end:
      if (!in_group_) break;
      end_group(unit);
      return file_.end_set();
    case UnitKind::interchange_end:
      return file_.end_interchange();
    default:
      break;
  }
  return file_.flush();
}

/// An acknowledgement is not acknowledged: a group of them is passed over.
void ImplementationAck::begin_group(claims::Unit const &unit) {
  group_ = received_group(unit);
  in_group_ = group_.function != "FA";
  group_codes_.clear();
  sets_ = accepted_ = 0;
  any_noted_ = false;
  set_ = {};
  if (!in_group_) return;
  file_.begin_set(group_);
  file_.segments().write("AK1", {group_.function, group_.control_number, group_.version});
}

void ImplementationAck::begin_set(claims::Unit const &unit) {
  if (!in_group_) return;
  ++sets_;
  set_ = {};
  set_.open = true;
  auto const st = grammar::read_st(first_segment(unit), unit.delimiters);
  auto const kind = edi::trim(st.transaction_set.view());
  auto const guide = edi::trim(st.guide.view());
  file_.segments().write("AK2", {kind, edi::trim(st.control_number.view()), guide});
  if (unit.guide != edi::Guide::other) return;
  // An 837D is not looked into; its envelope alone decides.
  set_.supported = kind == "837" && is_dental(guide.empty() ? group_.version : guide);
  if (!set_.supported) set_.codes.add(kind == "837" ? "I6" : "1");
}

Result<void> ImplementationAck::finding(rules::Finding const &finding) {
  if (!in_group_ || !is_told(finding)) return {};
  if (in_envelope(finding)) {
    auto const codes = envelope_codes(finding);
    group_codes_.add(codes.group);
    if (set_.open) set_.codes.add(codes.set);
    return {};
  }
  if (!set_.open || !finding.syntax || !has_code(*finding.syntax)) return {};
  segment_errors({&finding}, {});
  return file_.flush();
}

Result<void> ImplementationAck::claim(edits::Review const *review) {
  if (!set_.open) return {};
  told_.clear();
  bool sound = true;
  if (review != nullptr) {
    for (auto const &finding : review->findings) {
      if (!finding.syntax || !is_told(finding)) continue;
      sound = sound && finding.status != Status::flagged;
      if (has_code(*finding.syntax)) told_.push_back(&finding);
    }
  }
  set_.sound += sound ? 1 : 0;
  if (told_.empty()) return {};
  std::stable_sort(told_.begin(), told_.end(),
                   [](auto const *a, auto const *b) { return place_of(*a) < place_of(*b); });
  segment_errors(told_, review->claim.header.id.view());
  return file_.flush();
}

/// Writes findings, those of one segment together, each under the claim that it is about.
void ImplementationAck::segment_errors(std::vector<rules::Finding const *> const &findings,
                                       std::string_view claim_id) {
  auto &segments = file_.segments();
  rules::Finding const *before = nullptr;
  std::size_t triggers = 0;  // of the IK3 at hand
  for (auto const *finding : findings) {
    auto const &syntax = *finding->syntax;
    if (before == nullptr || place_of(*before) != place_of(*finding)) {
      segments.write("IK3", {told_id(syntax.segment_id), std::to_string(finding->segment),
                             told_loop(finding->loop), syntax.segment_code});
      triggers = 0;
      if (auto const id = cut(claim_id, longest_context); !id.empty()) {
        segments.write("CTX", {Element{"CLM01", id}});
      }
    }
    bool const in_element = !syntax.element_code.empty();
    if (in_element) element_error(*finding);
    if (syntax.trigger && (in_element || ++triggers <= most_triggers)) trigger(*syntax.trigger);
    set_.codes.add(set_code_of(syntax));
    before = finding;
  }
  set_.noted = true;
}

void ImplementationAck::element_error(rules::Finding const &finding) {
  auto const &syntax = *finding.syntax;
  auto const &position = syntax.position;
  auto const element = number_or_nothing(position.element);
  auto const component = number_or_nothing(position.component);
  auto const repetition = number_or_nothing(position.repetition);
  // Composites and the elements of ISA have numbers with letters, for which there is no room.
  bool const number = !syntax.data_element.empty() && syntax.data_element.front() <= '9';
  file_.segments().write("IK4", {Element{element, component, repetition},
                                 number ? syntax.data_element : std::string_view(),
                                 syntax.element_code, cut(finding.before, longest_value)});
}

/// Writes what a situational requirement of the guide comes from.
void ImplementationAck::trigger(snip::Trigger const &trigger) {
  auto const &[segment_id, segment, loop, position, data_element] = trigger;
  auto const element = number_or_nothing(position.element);
  auto const component = number_or_nothing(position.component);
  file_.segments().write(
      "CTX", {"SITUATIONAL TRIGGER", told_id(segment_id), std::to_string(segment), told_loop(loop),
              Element{element, component}, data_element});
}

/// The claims that go on decide: a set with errors is rejected where none of its claims does.
void ImplementationAck::end_set() {
  if (!set_.open) return;
  bool const errors = set_.noted || !set_.codes.empty();
  bool const rejected = !set_.supported || (set_.noted && set_.sound == 0);
  auto const &codes = set_.codes;
  file_.segments().write("IK5", {rejected ? "R"
                                 : errors ? "E"
                                          : "A",
                                 codes[0], codes[1], codes[2], codes[3], codes[4]});
  if (!rejected) ++accepted_;
  any_noted_ = any_noted_ || errors;
  set_ = {};
}

void ImplementationAck::end_group(claims::Unit const &unit) {
  auto const ge = grammar::read_trailer(first_segment(unit), unit.delimiters);
  auto stated = std::string(edi::trim(ge.count.view()));
  bool const number =
      !stated.empty() && stated.size() <= 6 &&
      std::all_of(stated.begin(), stated.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (!number) stated = std::to_string(sets_);
  bool const errors = any_noted_ || !group_codes_.empty();
  auto const *outcome = accepted_ == 0 && sets_ != 0 ? "R"
                        : accepted_ < sets_          ? "P"
                        : errors                     ? "E"
                                                     : "A";
  auto const &codes = group_codes_;
  file_.segments().write("AK9", {outcome, stated, std::to_string(sets_), std::to_string(accepted_),
                                 codes[0], codes[1], codes[2], codes[3], codes[4]});
  in_group_ = false;
}

}  // namespace noc837::acks
