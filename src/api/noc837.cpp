// SPDX-License-Identifier: Apache-2.0
#include "api/noc837.hpp"

#include <utility>

#include "cli/options.hpp"
#include "cli/parse.hpp"
#include "io/source.hpp"
#include "output/lines.hpp"
#include "pipeline/counting.hpp"
#include "rules/table.hpp"

namespace noc837::api {
namespace {

Failure::Kind kind_of(Fault fault) {
  switch (fault) {
    case Fault::usage:
      return Failure::Kind::usage;
    case Fault::input:
      return Failure::Kind::input;
    case Fault::output:
      return Failure::Kind::output;
    case Fault::internal:
      break;
  }
  return Failure::Kind::internal;
}

[[noreturn]] void raise(Error const &error) {
  throw Failure(kind_of(error.fault), error.message(), error.offset, error.segment);
}

template <class T>
T value_or_raise(Result<T> result) {
  if (!result) raise(result.error());
  return std::move(*result);
}

/// Options are read as on the command line, so that both accept the same and say the same.
pipeline::Settings settings_of(Options const &options) {
  std::vector<std::string> words;
  auto const add = [&](char const *option, std::string const &value) {
    words.emplace_back(option);
    words.push_back(value);
  };
  for (auto const &code : options.codes) add("--codes", code);
  if (!options.profile.empty()) add("--profile", options.profile);
  for (auto const &rule : options.fix) add("--fix", rule);
  for (auto const &rule : options.no_fix) add("--no-fix", rule);
  auto const parsed = value_or_raise(cli::parse_words(cli::check_command(), words));
  return value_or_raise(cli::settings_of(parsed));
}

Finding finding_of(rules::Finding const &from) {
  Finding to;
  to.rule = from.rule->id;
  to.name = from.rule->name;
  to.severity = to_string(from.severity);
  to.status = to_string(from.status);
  to.line = from.line;
  to.loop = from.loop;
  to.element = from.element;
  to.before = from.before;
  to.after = from.after;
  to.suggestion = from.suggestion;
  to.stc = from.rule->stc;
  to.message = from.message;
  to.offset = from.offset;
  to.segment = from.segment;
  return to;
}

/// The members that are columns of lines.csv.
struct Member {
  std::string_view column;
  std::string DrugLine::*member;
};
constexpr Member members[] = {
    {"line", &DrugLine::number},
    {"service_from", &DrugLine::service_from},
    {"service_to", &DrugLine::service_to},
    {"procedure", &DrugLine::procedure},
    {"modifiers", &DrugLine::modifiers},
    {"description", &DrugLine::description},
    {"charge", &DrugLine::charge},
    {"units", &DrugLine::units},
    {"ndc", &DrugLine::ndc},
    {"quantity", &DrugLine::quantity},
    {"unit", &DrugLine::unit},
    {"notes", &DrugLine::notes},
    {"text_name", &DrugLine::text_name},
    {"text_strength", &DrugLine::text_strength},
    {"text_dose", &DrugLine::text_dose},
    {"text_route", &DrugLine::text_route},
};

DrugLine line_of(output::LineRecord const &record) {
  DrugLine line;
  std::string room;
  for (auto const &column : output::line_columns()) {
    for (auto const &member : members) {
      if (member.column == column.name) line.*member.member = column.value(record, room);
    }
  }
  auto const &service = record.claim.service(record.line);
  if (service.service) line.offset = record.claim.segment(*service.service).offset;
  return line;
}

class Giving final : public pipeline::Counting {
 public:
  Giving(std::string file, OnClaim const &on_claim, OnFinding const &on_envelope)
      : Counting(std::move(file)), on_claim_(on_claim), on_envelope_(on_envelope) {}

  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Counting::claim(unit, review, hierarchy); !done) return done;
    if (review != nullptr && on_claim_) on_claim_(claim_of(*review));
    return {};
  }
  Result<void> envelope(rules::Finding const &finding, output::Context const &context) override {
    if (auto done = Counting::envelope(finding, context); !done) return done;
    if (on_envelope_) on_envelope_(finding_of(finding));
    return {};
  }

 private:
  [[nodiscard]] Claim claim_of(edits::Review const &review) const {
    auto const context = context_of(review);
    Claim claim;
    claim.id = context.claim;
    claim.guide = context.guide;
    claim.interchange = context.interchange;
    claim.group = context.group;
    claim.set = context.set;
    claim.payer = context.payer;
    claim.profile = context.profile;
    for (auto const &line : review.claim.drug_lines) {
      claim.drug_lines.push_back(line_of({context, review.claim, line}));
    }
    for (auto const &finding : review.findings) claim.findings.push_back(finding_of(finding));
    claim.corrected = review.corrected;
    claim.flagged = review.flagged;
    for (auto const &segment : review.segments) {
      claim.edi.append(segment.text).append(segment.tail);
    }
    return claim;
  }

  OnClaim const &on_claim_;
  OnFinding const &on_envelope_;
};

Totals check(io::Source &source, std::string const &file, Options const &options,
             OnClaim const &on_claim, OnFinding const &on_envelope) {
  auto const settings = settings_of(options);
  Giving visitor(file, on_claim, on_envelope);
  if (auto done = pipeline::walk(source, file, settings, visitor); !done) raise(done.error());
  auto const &summary = visitor.summary();
  return {summary.bytes,      summary.segments,         summary.claims,        summary.lines,
          summary.drug_lines, summary.claims_corrected, summary.claims_flagged};
}

}  // namespace

Totals check_file(std::string const &path, Options const &options, OnClaim const &on_claim,
                  OnFinding const &on_envelope) {
  auto source = io::open_source(path);
  if (!source) raise(with_file(source.error(), path).value());
  return check(**source, path, options, on_claim, on_envelope);
}

Totals check_bytes(std::string_view bytes, Options const &options, OnClaim const &on_claim,
                   OnFinding const &on_envelope) {
  return check(*io::memory_source(bytes), "(memory)", options, on_claim, on_envelope);
}

std::vector<Rule> rules() {
  std::vector<Rule> all;
  for (rules::Rule const *rule : rules::all_rules()) {
    all.push_back({rule->id, rule->name, to_string(rule->default_severity()), rule->summary,
                   rule->explanation, rule->source});
  }
  return all;
}

std::string_view version() {
  return NOC837_VERSION;
}

}  // namespace noc837::api
