// SPDX-License-Identifier: Apache-2.0
#include "pipeline/unit_log.hpp"

#include <cstdint>
#include <type_traits>

#include "edits/split.hpp"
#include "grammar/segments.hpp"

namespace noc837::pipeline {
namespace {

/// What stands before the bytes of each unit. The machines of a cluster are of one kind: numbers
/// are written as memory holds them.
struct Head {
  std::uint64_t offset = 0;
  std::uint64_t ordinal = 0;
  std::uint64_t segments = 0;
  std::uint64_t bytes = 0;     ///< as they came
  std::uint64_t outgoing = 0;  ///< as they go out, where they changed
  std::uint64_t findings = 0;  ///< bytes of their log
  edits::Volume inserted;
  edits::Volume removed;
  std::uint32_t lines = 0;
  edi::Delimiters delimiters;
  claims::UnitKind kind = claims::UnitKind::gap;
  edi::Guide guide = edi::Guide::other;
  grammar::Level level = grammar::Level::patient;
  bool reviewed = false;
  bool changed = false;
  bool flagged = false;
  bool corrected = false;
  bool lone_finding = false;  ///< no unit
};
static_assert(std::is_trivially_copyable_v<Head>);

std::string_view bytes_of(Head const &head) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return {reinterpret_cast<char const *>(&head), sizeof head};
}

std::string outgoing_of(edits::Review const &review) {
  std::string out;
  for (auto const &segment : review.segments) out.append(segment.text).append(segment.tail);
  return out;
}

}  // namespace

Result<void> UnitLogWriter::write(claims::Unit const &unit, edits::Review const *review) {
  Head head;
  head.offset = unit.offset;
  head.ordinal = unit.ordinal;
  head.segments = unit.segments;
  head.bytes = unit.bytes.size();
  head.lines = unit.lines;
  head.delimiters = unit.delimiters;
  head.kind = unit.kind;
  head.guide = unit.guide;
  head.level = unit.level;
  std::string outgoing;
  std::string findings;
  if (review != nullptr) {
    head.reviewed = true;
    head.changed = review->changed;
    head.flagged = review->flagged;
    head.corrected = review->corrected;
    head.inserted = review->inserted;
    head.removed = review->removed;
    if (review->changed) outgoing = outgoing_of(*review);
    head.outgoing = outgoing.size();
    if (with_findings_ && !review->findings.empty()) findings = findings_log(review->findings);
    head.findings = findings.size();
  }
  if (auto done = out_.write(bytes_of(head)); !done) return done;
  if (auto done = out_.write(unit.bytes); !done) return done;
  if (auto done = out_.write(outgoing); !done) return done;
  return out_.write(findings);
}

Result<void> UnitLogWriter::write(rules::Finding const &finding) {
  if (!with_findings_) return {};
  auto const log = findings_log({finding});
  Head head;
  head.lone_finding = true;
  head.findings = log.size();
  if (auto done = out_.write(bytes_of(head)); !done) return done;
  return out_.write(log);
}

Result<bool> UnitLogReader::next() {
  Head head;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  auto more = in_.read(reinterpret_cast<char *>(&head), sizeof head);
  if (!more || !*more) return more;
  bytes_.resize(head.bytes);
  outgoing_.resize(head.outgoing);
  log_.resize(head.findings);
  for (std::string *text : {&bytes_, &outgoing_, &log_}) {
    if (text->empty()) continue;
    auto whole = in_.read(text->data(), text->size());
    if (!whole) return whole;
    if (!*whole) {
      return fail(Fault::input, "a part's units are cut short", "the part as it was written");
    }
  }
  unit_ = {};
  unit_.kind = head.kind;
  unit_.bytes = bytes_;
  unit_.offset = head.offset;
  unit_.ordinal = head.ordinal;
  unit_.segments = head.segments;
  unit_.delimiters = head.delimiters;
  unit_.guide = head.guide;
  unit_.level = head.level;
  unit_.lines = head.lines;
  reviewed_ = head.reviewed;
  lone_ = head.lone_finding;
  review_.corrected = head.corrected;
  review_.changed = head.changed;
  review_.flagged = head.flagged;
  review_.inserted = head.inserted;
  review_.removed = head.removed;
  review_.segments.clear();
  if (head.changed) {
    grammar::split_segments(outgoing_, head.delimiters, head.offset, head.ordinal,
                            review_.segments);
  }
  if (auto done = read_findings(); !done) return tl::unexpected(done.error());
  return true;
}

/// And the claim as it came, which they speak of.
Result<void> UnitLogReader::read_findings() {
  if (auto done = logged_.read(log_); !done) return done;
  if (lone_) {
    if (logged_.findings().size() == 1) return {};
    return fail(Fault::input, "a part's findings are damaged", "the part as it was written");
  }
  review_.findings = std::move(logged_.findings());
  if (review_.findings.empty()) return {};
  original_.clear();
  grammar::split_segments(bytes_, unit_.delimiters, unit_.offset, unit_.ordinal, original_);
  // Without watched codes: what tells a drug line from another is not asked for any more.
  review_.claim = claims::read_claim(original_, unit_.delimiters, unit_.guide, {}, {});
  return {};
}

}  // namespace noc837::pipeline
