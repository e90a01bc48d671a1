// SPDX-License-Identifier: Apache-2.0
#include "pipeline/walk.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "base/success.hpp"
#include "claims/blocks.hpp"
#include "pipeline/metered_source.hpp"
#include "pipeline/relay.hpp"
#include "rules/duplicates.hpp"
#include "rules/envelope_check.hpp"
#include "rules/level_check.hpp"
#include "rules/table.hpp"

namespace noc837::pipeline {
namespace {

using claims::UnitKind;

bool ends_something(UnitKind kind) {
  return kind == UnitKind::set_end || kind == UnitKind::group_end ||
         kind == UnitKind::interchange_end;
}

/// What all workers together may hold of an input: bytes, and drug lines judged ahead, in reviews
/// that take some 50 KB each.
constexpr std::size_t most_held = std::size_t{2} << 20U;
constexpr std::size_t most_ahead = 384;
/// What a worker may hold, however many there are: less is not worth handing from one to another.
constexpr std::size_t least_held = std::size_t{64} << 10U;
constexpr std::size_t least_ahead = 16;
/// Whole blocks, with their indexes and reviews, stay in the processor's second-level cache.
constexpr std::size_t most_block = std::size_t{256} << 10U;

/// What one of the workers of a run may have of something. The first block's stretch stays beside
/// theirs.
std::size_t share(std::size_t all, std::size_t least, Settings const &settings) {
  return std::max(all / (settings.threads + std::size_t{1}), least);
}

claims::Limits limits_of(Settings const &settings) {
  auto limits = settings.limits;
  limits.block = std::min({limits.block, share(most_held, least_held, settings), most_block});
  return limits;
}

/// The stages of a run over one input.
class Walk final : public Stages {
 public:
  Walk(io::Source &source, std::string const &file, Settings const &settings, Visitor &visitor,
       ledger::Inquiry *inquiry)
      : file_(file),
        settings_(settings),
        visitor_(visitor),
        inquiry_(inquiry),
        source_(source, settings.meter),
        most_ahead_(share(most_ahead, least_ahead, settings)),
        blocks_(source_, settings.watch, limits_of(settings)),
        cutter_(settings.watch, settings.limits),
        gate_(settings.part),
        levels_(settings.validation),
        reviewer_(settings.watch, settings.policy, settings.payers, settings.validation,
                  settings.tables.get(), &duplicates_) {
    if (settings.checkpoints) pace_.emplace(*settings.checkpoints);
  }

  /// Goes on from where another walk was; nothing may have been read.
  Result<void> take_up(Checkpoint const &from) {
    if (auto done = stand_there(from.state, standing()); !done) return done;
    for (auto const fingerprint : from.fingerprints) {
      static_cast<void>(duplicates_.pass(fingerprint));
    }
    hierarchy_ = joined_;
    blocks_.set_likely_delimiters(cutter_.delimiters());
    return {};
  }

  void read(Stretch &stretch) override { blocks_.next(stretch.block); }

  void prepare(Stretch &stretch) override {
    if (!stretch.scanner) stretch.scanner.emplace(settings_.watch);
    stretch.block.prepare(*stretch.scanner, blocks_.likely_delimiters());
  }

  // Whoever works on a part of an input needs this stage for all that is before it as well: it
  // leaves in `before` all that a claim depends on.
  void join(Stretch &stretch) override {
    stretch.before = joined_;
    stretch.units.clear();
    stretch.findings.clear();
    stretch.failure.reset();
    stretch.last = stretch.block.last;
    cutter_.feed(stretch.block);
    for (;;) {
      auto const unit = cutter_.next();
      if (!unit) stretch.failure = unit.error();
      if (!unit || *unit == nullptr) break;
      auto const where = gate_.enter(**unit);
      stopped_ = where == PartGate::Where::behind;
      if (stopped_) break;
      join(**unit, where, stretch);
    }
    stretch.last = stretch.last || stretch.failure || stopped_;
    if (pace_ && !stretch.last && cutter_.can_be_kept()) keep_checkpoint(stretch);
    joined_.keep();
    blocks_.set_likely_delimiters(cutter_.delimiters());
  }

  // A claim that is judged when it is handed on leaves nothing behind that has to be kept: so only
  // the time is used in which the stretches before are not through.
  void judge(Stretch &stretch, Turn const &turn) override {
    if (turn.has_come()) return;
    auto &hierarchy = stretch.before;
    std::size_t watched = 0;
    std::size_t reviewed = 0;
    std::size_t lines = 0;
    for (auto &judged : stretch.units) {
      if (judged.unit.kind != UnitKind::claim) {
        hierarchy.pass(judged.unit);
        continue;
      }
      if (judged.elsewhere) continue;
      if (judged.unit.watched) ++watched;
      judged.postponed = lines >= most_ahead_ || turn.has_come();
      if (judged.postponed) continue;
      look(judged, reviewer(stretch, reviewed), hierarchy);
      if (judged.review == nullptr) continue;
      lines += judged.review->claim.drug_lines.size();
      ++reviewed;
    }
    if (reviewed != 0) {
      blocks_.aim(stretch.block.bytes().size(), lines * std::max(watched, reviewed) / reviewed,
                  most_ahead_);
    }
  }

  Result<void> hand_on(Stretch &stretch) override {
    auto *finding = stretch.findings.data();
    for (auto &judged : stretch.units) {
      if (judged.elsewhere) {
        pass(judged);
        continue;
      }
      if (judged.postponed) look(judged, reviewer_, hierarchy_);
      std::span const findings(finding, judged.findings);
      finding += judged.findings;
      auto done = judged.unit.kind == UnitKind::claim ? claim(judged, findings)
                                                      : other(judged.unit, findings);
      if (!done) return done;
    }
    hierarchy_.keep();
    if (stretch.checkpoint) {
      stretch.checkpoint->fingerprints = std::exchange(fingerprints_, {});
      if (auto done = visitor_.checkpoint(*stretch.checkpoint); !done) return done;
      stretch.checkpoint.reset();
    }
    if (stretch.failure) return failed(*stretch.failure);
    if (stretch.last && !stopped_) {
      if (duplicates_.forgets()) visitor_.note(duplicates_.notice());
      visitor_.finished(cutter_);
    }
    return success();
  }

 private:
  Standing standing() { return {cutter_, joined_, envelope_, levels_}; }

  void keep_checkpoint(Stretch &stretch) {
    auto const offset = cutter_.bytes();
    if (!pace_->due(offset)) return;
    auto &checkpoint = stretch.checkpoint.emplace();
    checkpoint.offset = offset;
    checkpoint.state = standing_state(standing());
    pace_->made(offset, checkpoint.state.size());
  }

  void join(claims::Unit const &unit, PartGate::Where where, Stretch &stretch) {
    auto const before = stretch.findings.size();
    if (unit.kind != UnitKind::claim) {
      joined_.pass(unit);
      envelope_.enter(unit, stretch.findings);
    }
    levels_.enter(unit, stretch.findings);
    JudgedUnit &judged = stretch.units.emplace_back(unit);
    judged.faulty_level = levels_.faulty();
    judged.elsewhere = where == PartGate::Where::before;
    if (judged.elsewhere) stretch.findings.resize(before);
    judged.findings = stretch.findings.size() - before;
  }

  /// A unit before the part: what stands behind it depends on it, but it is somebody else's.
  void pass(JudgedUnit const &judged) {
    if (judged.unit.kind != UnitKind::claim) {
      hierarchy_.pass(judged.unit);
    } else if (auto const fingerprint = reviewer_.glance(judged.unit, hierarchy_)) {
      if (duplicates_.pass(*fingerprint) && pace_) fingerprints_.push_back(*fingerprint);
    }
  }

  edits::Reviewer &reviewer(Stretch &stretch, std::size_t number) const {
    if (number == stretch.reviewers.size()) {
      if (!stretch.experience) {
        stretch.experience = std::make_shared<edits::Experience>(
            settings_.payers, settings_.policy.vocabulary(), settings_.validation);
      }
      stretch.reviewers.emplace_back(settings_.watch, settings_.policy, stretch.experience,
                                     settings_.tables.get());
    }
    return stretch.reviewers[number];
  }

  static void look(JudgedUnit &judged, edits::Reviewer &reviewer, claims::Hierarchy &hierarchy) {
    judged.review = reviewer.look(judged.unit, hierarchy, judged.faulty_level);
    judged.reviewer = &reviewer;
  }

  Result<void> claim(JudgedUnit const &judged, std::span<rules::Finding> findings) {
    if (auto done = report(findings, judged.unit); !done) return done;
    ++claims_;
    if (judged.review != nullptr) {
      if (auto done = find_duplicates(*judged.review, *judged.reviewer); !done) return done;
    }
    if (settings_.meter != nullptr) {
      ++settings_.meter->claims;
      if (judged.review != nullptr) settings_.meter->findings += judged.review->findings.size();
    }
    return visitor_.claim(judged.unit, judged.review, hierarchy_);
  }

  /// Adds what was found of a claim that came before, in this input or another one.
  Result<void> find_duplicates(edits::Review const &review, edits::Reviewer &reviewer) {
    std::optional<rules::Finding> duplicate;
    if (review.fingerprint) duplicate = duplicates_.enter(review.claim, *review.fingerprint);
    if (inquiry_ == nullptr) {
      if (duplicate) reviewer.add(std::move(*duplicate));
      return success();
    }
    auto earlier = inquiry_->look(review.claim, claims_);
    if (!earlier) return tl::unexpected(earlier.error());
    // In the same file the plain comparison is the one that tells.
    if (duplicate) {
      reviewer.add(std::move(*duplicate));
    } else {
      for (auto &finding : *earlier) reviewer.add(std::move(finding));
    }
    // A claim that is held back is not billed: it comes again once it is put right.
    return review.flagged ? success() : inquiry_->bill();
  }

  Result<void> other(claims::Unit const &unit, std::span<rules::Finding> findings) {
    // A trailer's findings belong to what it ends, a header's to what it begins.
    if (ends_something(unit.kind)) {
      if (auto done = report(findings, unit); !done) return done;
    }
    if (auto done = visitor_.before(unit, hierarchy_); !done) return done;
    hierarchy_.pass(unit);
    if (!ends_something(unit.kind)) {
      if (auto done = report(findings, unit); !done) return done;
    }
    return visitor_.after(unit, hierarchy_);
  }

  Result<void> report(std::span<rules::Finding> findings, claims::Unit const &unit) {
    for (auto &finding : findings) {
      // A set that is copied through keeps its count, whatever the user wants corrected.
      if (unit.kind == UnitKind::set_end && unit.guide == edi::Guide::other) finding.after.clear();
      if (auto done = report(finding, unit.guide); !done) return done;
    }
    return success();
  }

  Result<void> report(rules::Finding &finding, edi::Guide guide) {
    auto const severity = settings_.policy.severity(finding, settings_.payers.usual());
    if (!severity) return success();
    finding.severity = *severity;
    if (!finding.after.empty() &&
        settings_.policy.corrects(*finding.rule, settings_.payers.usual())) {
      finding.status = Status::corrected;
    } else {
      finding.after.clear();
      finding.status = finding.severity == Severity::error ? Status::flagged : Status::reported;
    }
    auto const &levels = hierarchy_.levels();
    output::Context context;
    context.file = file_;
    context.guide = edi::to_string(guide);
    context.interchange = levels.interchange;
    context.group = levels.group;
    context.set = levels.set;
    context.profile = settings_.payers.usual().name;
    return visitor_.envelope(finding, context);
  }

  /// A failure to read that the catalogue knows is a finding as well.
  Result<void> failed(Error error) {
    if (rules::Rule const *rule = error.rule.empty() ? nullptr : rules::find_rule(error.rule)) {
      rules::Finding finding;
      finding.rule = rule;
      finding.severity = rule->severity;
      finding.offset = error.offset.value_or(0);
      finding.message = error.what;
      finding.suggestion = error.expected;
      if (auto done = report(finding, edi::Guide::other); !done) return done;
    }
    error.file = file_;
    return tl::unexpected(std::move(error));
  }

  std::string const &file_;
  Settings const &settings_;
  Visitor &visitor_;
  ledger::Inquiry *inquiry_;
  MeteredSource source_;
  std::size_t const most_ahead_;
  claims::Blocks blocks_;
  // Where join() has come to:
  claims::Cutter cutter_;
  PartGate gate_;
  bool stopped_ = false;  ///< where the part ends, not the input
  claims::Hierarchy joined_;
  rules::EnvelopeCheck envelope_;
  rules::LevelCheck levels_;
  std::optional<CheckpointPace> pace_;  ///< of checkpoints, where they are wanted
  // Where hand_on() has come to:
  claims::Hierarchy hierarchy_;
  std::uint64_t claims_ = 0;  ///< so far
  rules::DuplicateCheck duplicates_;
  std::vector<std::uint64_t> fingerprints_;  ///< of claims since the last checkpoint
  edits::Reviewer reviewer_;                 ///< of claims that were not judged ahead
};

}  // namespace

Result<void> walk(io::Source &source, std::string const &file, Settings const &settings,
                  Visitor &visitor, ledger::Inquiry *inquiry) {
  visitor.started(settings);
  Walk stages(source, file, settings, visitor, inquiry);
  if (settings.from) {
    if (auto done = stages.take_up(*settings.from); !done) return done;
  }
  return run_stages(stages, settings.threads);
}

Result<std::unique_ptr<ledger::Inquiry>> inquiry_about(std::string const &input,
                                                       std::string const &label,
                                                       Settings const &settings) {
  if (!settings.ledger) return nullptr;
  return ledger::Inquiry::open(*settings.ledger, input, label);
}

}  // namespace noc837::pipeline
