// SPDX-License-Identifier: Apache-2.0
// Acknowledgements of any input are valid by their guides, and their totals are the summary's.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "claims/reader.hpp"
#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "grammar/guide.hpp"
#include "grammar/segments.hpp"
#include "io/source.hpp"
#include "property/inputs.hpp"
#include "property/run.hpp"
#include "snip/validator.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::test;

namespace {

/// A transaction set of an acknowledgement.
struct Set {
  std::string bytes;
  edi::Delimiters delimiters;
  edi::Segments segments;  ///< of `bytes`
};

/// The sets of an interchange file, and what reading it says against it.
struct Contents {
  std::vector<std::unique_ptr<Set>> sets;
  std::string failure;
};

Contents read(std::string const &bytes) {
  Contents out;
  auto const source = io::memory_source(bytes);
  grammar::Watch const nothing;
  claims::Reader reader(*source, nothing);
  for (;;) {
    auto const unit = reader.next();
    if (!unit) out.failure = unit.error().message();
    if (!unit || *unit == nullptr) break;
    auto const kind = (*unit)->kind;
    if (kind == claims::UnitKind::set) out.sets.push_back(std::make_unique<Set>());
    bool const inside = kind == claims::UnitKind::set || kind == claims::UnitKind::passed ||
                        kind == claims::UnitKind::set_end;
    if (!inside) continue;
    out.sets.back()->delimiters = (*unit)->delimiters;
    out.sets.back()->bytes.append((*unit)->bytes);
  }
  for (auto const &set : out.sets) {
    grammar::split_segments(set->bytes, set->delimiters, 0, 1, set->segments);
  }
  return out;
}

/// True if AK9 tells that the functional group is of a kind that is not supported (AK905 1). Its
/// AK101 then repeats a GS01 that no guide has, or nobody would know which group is meant.
bool tells_unknown_group(Set const &set) {
  for (auto const &segment : set.segments) {
    if (segment.id != edi::tag("AK9")) continue;
    for (std::size_t number = 5; number <= 9; ++number) {
      if (edi::element(segment.text, number, set.delimiters.element) == "1") return true;
    }
  }
  return false;
}

/// What the guide has against the sets, each with its segment.
std::vector<std::string> faults_by(grammar::Guide const &guide, Contents const &contents) {
  std::vector<std::string> out;
  for (auto const &set : contents.sets) {
    snip::Issues issues;
    snip::check_set(guide, {set->bytes, 0, 1, set->delimiters}, {snip::Level::guide}, issues);
    for (auto const &issue : issues) {
      if (issue.element_name() == "AK101" && tells_unknown_group(*set)) continue;
      auto const &segment = set->segments[issue.segment - 1];
      out.push_back(std::string(issue.check->id) + " " + issue.element_name() + " in " +
                    std::string(segment.text));
    }
  }
  return out;
}

/// Numbers of a 277CA at one of its levels: QTY and AMT by qualifier, and STC of claims by action.
struct Counted {
  std::map<std::string, Decimal> receiver;
  std::map<std::string, Decimal> providers;
  Decimal accepted;  ///< claims
  Decimal rejected;
  Decimal accepted_charges;
  Decimal rejected_charges;
};

Decimal decimal(std::string_view text) {
  return grammar::read_decimal(text).value_or(Decimal());
}

Counted count(Contents const &contents) {
  Counted out;
  for (auto const &set : contents.sets) {
    std::string level;
    bool first = false;  // the next STC is the claim's first
    for (auto const &segment : set->segments) {
      auto const element = [&](std::size_t number) {
        return edi::element(segment.text, number, set->delimiters.element);
      };
      if (segment.id == edi::tag("HL")) level = element(3);
      if (segment.id == edi::tag("TRN")) first = level == "PT";
      auto &totals = level == "21" ? out.receiver : out.providers;
      if (segment.id == edi::tag("QTY")) totals[std::string(element(1))] += decimal(element(2));
      if (segment.id == edi::tag("AMT")) totals[std::string(element(1))] += decimal(element(2));
      if (segment.id != edi::tag("STC") || !std::exchange(first, false)) continue;
      bool const accept = element(3) == "WQ";
      (accept ? out.accepted : out.rejected) += Decimal(1, 0);
      (accept ? out.accepted_charges : out.rejected_charges) += decimal(element(4));
    }
  }
  return out;
}

/// The segments IK3 of which what they say is missing: a code, or with code 8 the IK4.
std::vector<std::string> incomplete_errors(Contents const &contents) {
  std::vector<std::string> out;
  for (auto const &set : contents.sets) {
    for (std::size_t i = 0; i < set->segments.size(); ++i) {
      auto const &segment = set->segments[i];
      if (segment.id != edi::tag("IK3")) continue;
      auto const code = edi::element(segment.text, 4, set->delimiters.element);
      auto next = i + 1;
      while (set->segments[next].id == edi::tag("CTX")) ++next;
      bool const has_element = set->segments[next].id == edi::tag("IK4");
      if (code.empty() || (code == "8") != has_element) out.emplace_back(segment.text);
    }
  }
  return out;
}

Ran acknowledged(std::string const &bytes) {
  auto settings = usual_settings();
  settings.validation.level = snip::Level::code_sets;
  acks::Options acks;
  acks.interchange = acks.implementation = acks.claims = true;
  return run(bytes, pipeline::Mode::split, settings, acks);
}

/// Envelope findings of an acknowledgement.
std::vector<FoundRow> envelope_findings(std::string const &bytes) {
  return bytes.empty() ? std::vector<FoundRow>() : findings_of(bytes);
}

}  // namespace

TEST_CASE("acknowledgements are valid by their guides, with totals as in the summary", "[acks]") {
  std::uint64_t claims = 0;
  std::uint64_t noted = 0;
  for (auto const &input : all_inputs()) {
    if (input.bytes.size() > 300'000) continue;
    INFO(input.name);
    auto const ran = acknowledged(input.bytes);
    if (!ran.ok) {  // nothing is written of what is refused, but for a TA1
      CHECK(ran.file("999.edi").empty());
      CHECK(ran.file("277ca.edi").empty());
      CHECK(envelope_findings(ran.file("ta1.edi")) == std::vector<FoundRow>());
      continue;
    }
    for (auto const *kind : {"ta1.edi", "999.edi", "277ca.edi"}) {
      INFO(kind);
      auto const &ack = ran.file(kind);
      CHECK(envelope_findings(ack) == std::vector<FoundRow>());
      if (!ack.empty()) CHECK(read(ack).failure == "");
    }
    auto const implementation = read(ran.file("999.edi"));
    CHECK(faults_by(grammar::guide_999(), implementation) == std::vector<std::string>());
    CHECK(incomplete_errors(implementation) == std::vector<std::string>());
    CHECK(implementation.sets.size() <= ran.summary.groups);
    for (auto const &set : implementation.sets) {
      noted += static_cast<std::uint64_t>(
          std::count_if(set->segments.begin(), set->segments.end(),
                        [](auto const &segment) { return segment.id == edi::tag("IK3"); }));
    }

    auto const answers = read(ran.file("277ca.edi"));
    CHECK(faults_by(grammar::guide_277ca(), answers) == std::vector<std::string>());
    auto counted = count(answers);
    auto const flagged = static_cast<Decimal::Mantissa>(ran.summary.claims_flagged);
    auto const all = static_cast<Decimal::Mantissa>(ran.summary.claims);
    CHECK(counted.rejected == Decimal(flagged, 0));
    CHECK(counted.accepted == Decimal(all - flagged, 0));
    CHECK(counted.receiver["90"] == counted.accepted);
    CHECK(counted.receiver["AA"] == counted.rejected);
    CHECK(counted.providers["QA"] == counted.accepted);
    CHECK(counted.providers["QC"] == counted.rejected);
    for (auto *totals : {&counted.receiver, &counted.providers}) {
      CHECK((*totals)["YU"] == counted.accepted_charges);
      CHECK((*totals)["YY"] == counted.rejected_charges);
    }
    claims += ran.summary.claims;
  }
  CHECK(claims > 400);
  CHECK(noted > 20);
}
