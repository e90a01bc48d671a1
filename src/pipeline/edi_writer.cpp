// SPDX-License-Identifier: Apache-2.0
#include "pipeline/edi_writer.hpp"

#include <utility>

#include "base/success.hpp"
#include "edits/in_place.hpp"
#include "rules/table.hpp"

namespace noc837::pipeline {
namespace {

class SplitWriter final : public EdiWriter {
 public:
  SplitWriter(edits::SplitOutput::Open corrected, edits::SplitOutput::Open flagged,
              edits::Recounts recounts)
      : corrected_(std::move(corrected), recounts), flagged_(std::move(flagged), recounts) {}

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    account_.unit(unit);
    if (auto done = corrected_.close(unit, hierarchy); !done) return done;
    return flagged_.close(unit, hierarchy);
  }
  Result<void> after(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    bool const passed = unit.kind == claims::UnitKind::passed ||
                        (unit.kind == claims::UnitKind::set && unit.guide == edi::Guide::other);
    return passed ? corrected_.pass(unit, hierarchy) : success();
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    bool const flag = review != nullptr && review->flagged;
    using To = edits::SplitAccount::To;
    account_.claim(unit, review, flag ? To::flagged : To::corrected);
    return (flag ? flagged_ : corrected_).claim(unit, review, hierarchy);
  }
  edits::Reconciliation account() override {
    account_.finish();
    return account_.with(corrected_.written(), flagged_.written());
  }

 private:
  edits::SplitOutput corrected_;
  edits::SplitOutput flagged_;
  edits::SplitAccount account_;
};

class InPlaceWriter final : public EdiWriter {
 public:
  InPlaceWriter(edits::SplitOutput::Open open, edits::Recounts recounts)
      : out_(std::move(open), recounts) {}

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &) override {
    account_.unit(unit, nullptr);
    return out_.unit(unit, nullptr);
  }
  Result<void> after(claims::Unit const &, claims::Hierarchy const &) override { return success(); }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &) override {
    account_.unit(unit, review);
    return out_.unit(unit, review);
  }
  edits::Reconciliation account() override { return account_.with(out_.written()); }

 private:
  edits::InPlaceOutput out_;
  edits::InPlaceAccount account_;
};

}  // namespace

edits::Recounts recounts_of(Settings const &settings) {
  auto const wanted = [&](std::string_view id) {
    rules::Rule const *rule = rules::find_rule(id);
    bool const on = rule != nullptr && settings.policy.corrects(*rule, settings.payers.usual());
    return on ? edits::Recount::count : edits::Recount::shift;
  };
  return {wanted("ENV05"), wanted("ENV04")};
}

std::unique_ptr<EdiWriter> make_edi_writer(Mode mode, OpenOutput open, edits::Recounts recounts) {
  auto const of = [&open](std::string_view kind) { return [open, kind] { return open(kind); }; };
  if (mode == Mode::annotate) return std::make_unique<InPlaceWriter>(of("annotated.edi"), recounts);
  return std::make_unique<SplitWriter>(of("corrected.edi"), of("flagged.edi"), recounts);
}

Result<void> settle(edits::Reconciliation const &account, output::Summary &summary) {
  summary.reconciliation = account;
  edits::Volume const seen{summary.bytes, summary.segments, summary.claims, summary.lines};
  if (account.read != seen) {
    return fail(Fault::internal, "what was read and what was taken into account differ");
  }
  return account.check();
}

}  // namespace noc837::pipeline
