// SPDX-License-Identifier: Apache-2.0
#include "pipeline/walk.hpp"

#include "pipeline/metered_source.hpp"
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

class Walk {
 public:
  Walk(io::Source &source, std::string const &file, Settings const &settings, Visitor &visitor)
      : file_(file),
        settings_(settings),
        visitor_(visitor),
        source_(source, settings.meter),
        reader_(source_, settings.watch, settings.limits),
        gate_(settings.part),
        reviewer_(settings.watch, settings.policy, settings.payers, settings.validation,
                  settings.tables.get()),
        levels_(settings.validation) {}

  Result<void> run() {
    for (;;) {
      auto const unit = reader_.next();
      if (!unit) return failed(unit.error());
      if (*unit == nullptr) return {};
      auto const where = gate_.enter(**unit);
      if (where == PartGate::Where::behind) {
        stopped_ = true;
        return {};
      }
      if (where == PartGate::Where::before) {
        pass(**unit);
        continue;
      }
      auto done = (*unit)->kind == UnitKind::claim ? claim(**unit) : other(**unit);
      if (!done) return done;
    }
  }

  [[nodiscard]] claims::Reader const &reader() const { return reader_; }
  /// The run ended where its part of the input does, not where the input does.
  [[nodiscard]] bool stopped() const { return stopped_; }

 private:
  /// A unit before the part: what stands behind it depends on it, but it is somebody else's.
  void pass(claims::Unit const &unit) {
    findings_.clear();
    if (unit.kind != UnitKind::claim) {
      envelope_.enter(unit, findings_);
      hierarchy_.enter(unit);
    }
    levels_.enter(unit, findings_);
    if (unit.kind != UnitKind::claim) return;
    if (auto const *claim = reviewer_.glance(unit, hierarchy_, levels_.faulty())) {
      static_cast<void>(duplicates_.enter(*claim));
    }
  }

  Result<void> claim(claims::Unit const &unit) {
    findings_.clear();
    levels_.enter(unit, findings_);
    for (auto &finding : findings_) {
      if (auto done = report(finding, unit.guide); !done) return done;
    }
    edits::Review const *review = reviewer_.look(unit, hierarchy_, levels_.faulty());
    if (review != nullptr) {
      if (auto duplicate = duplicates_.enter(review->claim)) reviewer_.add(std::move(*duplicate));
    }
    if (settings_.meter != nullptr) {
      ++settings_.meter->claims;
      if (review != nullptr) settings_.meter->findings += review->findings.size();
    }
    return visitor_.claim(unit, review, hierarchy_);
  }

  Result<void> other(claims::Unit const &unit) {
    // A trailer's findings belong to what it ends, a header's to what it begins.
    if (ends_something(unit.kind)) {
      if (auto done = check_envelope(unit); !done) return done;
    }
    if (auto done = visitor_.before(unit, hierarchy_); !done) return done;
    hierarchy_.enter(unit);
    if (!ends_something(unit.kind)) {
      if (auto done = check_envelope(unit); !done) return done;
    }
    return visitor_.after(unit, hierarchy_);
  }

  Result<void> check_envelope(claims::Unit const &unit) {
    findings_.clear();
    envelope_.enter(unit, findings_);
    levels_.enter(unit, findings_);
    for (auto &finding : findings_) {
      // A set that is copied through keeps its count, whatever the user wants corrected.
      if (unit.kind == UnitKind::set_end && unit.guide == edi::Guide::other) finding.after.clear();
      if (auto done = report(finding, unit.guide); !done) return done;
    }
    return {};
  }

  Result<void> report(rules::Finding &finding, edi::Guide guide) {
    auto const severity = settings_.policy.severity(finding, settings_.payers.usual());
    if (!severity) return {};
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
  MeteredSource source_;
  claims::Reader reader_;
  PartGate gate_;
  bool stopped_ = false;
  claims::Hierarchy hierarchy_;
  edits::Reviewer reviewer_;
  rules::DuplicateCheck duplicates_;
  rules::EnvelopeCheck envelope_;
  rules::LevelCheck levels_;
  rules::Findings findings_;
};

}  // namespace

Result<void> walk(io::Source &source, std::string const &file, Settings const &settings,
                  Visitor &visitor) {
  visitor.started(settings);
  Walk run(source, file, settings, visitor);
  auto done = run.run();
  if (done && !run.stopped()) visitor.finished(run.reader());
  return done;
}

}  // namespace noc837::pipeline
