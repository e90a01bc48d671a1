// SPDX-License-Identifier: Apache-2.0
#include "output/findings.hpp"

#include <array>

#include "output/privacy.hpp"

namespace noc837::output {
namespace {

using R = FindingRecord;

constexpr std::array columns = {
    Column<R>{"file", [](R const &r) { return r.context.file; }},
    Column<R>{"rule", [](R const &r) { return r.finding.rule->id; }},
    Column<R>{"name", [](R const &r) { return r.finding.rule->name; }},
    Column<R>{"severity", [](R const &r) { return to_string(r.finding.severity); }},
    Column<R>{"status", [](R const &r) { return to_string(r.finding.status); }},
    Column<R>{"guide", [](R const &r) { return r.context.guide; }},
    Column<R>{"interchange", [](R const &r) { return r.context.interchange; }},
    Column<R>{"group", [](R const &r) { return r.context.group; }},
    Column<R>{"set", [](R const &r) { return r.context.set; }},
    Column<R>{"claim", [](R const &r) { return r.context.claim; }},
    Column<R>{"line", [](R const &r) { return std::string_view(r.finding.line); }},
    Column<R>{"loop", [](R const &r) { return r.finding.loop; }},
    Column<R>{"element", [](R const &r) { return std::string_view(r.finding.element); }},
    Column<R>{"offset", [](R const &r) { return std::to_string(r.finding.offset); },
              Holds::position},
    Column<R>{"segment", [](R const &r) { return std::to_string(r.finding.segment); },
              Holds::position},
    Column<R>{"before", [](R const &r) { return shown_value(r.finding, r.finding.before); }},
    Column<R>{"after", [](R const &r) { return shown_value(r.finding, r.finding.after); }},
    Column<R>{"suggestion",
              [](R const &r) { return shown_value(r.finding, r.finding.suggestion); }},
    Column<R>{"payer", [](R const &r) { return r.context.payer; }},
    Column<R>{"profile", [](R const &r) { return r.context.profile; }},
    Column<R>{"stc", [](R const &r) { return r.finding.rule->stc; }},
    Column<R>{"message", [](R const &r) { return std::string_view(r.finding.message); }},
};

}  // namespace

Context context_of(std::string_view file, claims::Claim const &claim, std::string_view profile) {
  Context context;
  context.file = file;
  context.guide = edi::to_string(claim.guide);
  context.interchange = claim.levels.interchange;
  context.group = claim.levels.group;
  context.set = claim.levels.set;
  context.claim = claim.header.id.view();
  auto const id = claim.levels.payer_id.view();
  context.payer = id.empty() ? claim.levels.payer_name.view() : id;
  context.profile = profile;
  return context;
}

std::span<Column<FindingRecord> const> finding_columns() {
  return columns;
}

}  // namespace noc837::output
