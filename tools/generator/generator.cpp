// SPDX-License-Identifier: Apache-2.0
// Makes the file and its truth.
#include "tools/generator/generator.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "tools/generator/directory.hpp"

namespace noc837::generator {
namespace {

constexpr std::uint64_t defect_stream = 4;
/// The defect column of a finding that correct lines make too.
constexpr std::string_view no_defect = "none";
constexpr std::uint64_t claims_of_billing_low = 200;
constexpr std::uint64_t claims_of_billing_spread = 400;

}  // namespace

Generator::Generator(Options options)
    : options_(std::move(options)),
      file_(options_.output),
      envelope_(file_.buffer(), options_.delimiters, 1 + options_.seed % 999'999'999U),
      maker_(options_.shares, options_.seed) {
  if (options_.truth.empty()) return;
  truth_.emplace(options_.truth);
  truth_->buffer() += "interchange,group,set,claim,line,defect,rule,status\n";
}

void Generator::run() {
  if (!options_.directory.empty()) write_directory(options_.directory);
  envelope_.open_interchange();
  for (std::size_t i = 0; i < options_.guides.size(); ++i) group(i);
  envelope_.close_interchange();
  file_.finish();
  if (truth_) truth_->finish();
}

bool Generator::enough(std::size_t index) const {
  auto const groups = options_.guides.size();
  if (options_.bytes > 0) return file_.bytes() >= options_.bytes * (index + 1) / groups;
  return claims_ >= options_.claims * (index + 1) / groups;
}

void Generator::group(std::size_t index) {
  envelope_.open_group(options_.guides[index]);
  // However little is asked for, a group has a set and a set has a claim.
  do set(options_.guides[index], index);
  while (!enough(index));
  envelope_.close_group();
}

void Generator::set(Guide guide, std::size_t index) {
  envelope_.open_set();
  auto const last = claims_ + options_.claims_per_set;
  do {
    auto const billing = maker_.billing(guide, billings_++);
    envelope_.billing(billing);
    auto const claims = claims_of_billing_low + billings_ * 83 % claims_of_billing_spread;
    auto const until = std::min(last, claims_ + claims);
    do {
      maker_.make(subscriber_, guide, billing, subscribers_);
      // Counted before a defect adds one, so that the same claims follow whatever the defects.
      for (auto const &patient : subscriber_.patients) claims_ += patient.claims.size();
      damage(subscriber_, subscribers_);
      ++subscribers_;
      envelope_.subscriber(subscriber_);
      file_.passed();
      if (truth_) truth_->passed();
    } while (claims_ < until && !enough(index));
  } while (claims_ < last && !enough(index));
  envelope_.close_set();
}

void Generator::damage(Subscriber &subscriber, std::uint64_t ordinal) {
  Random random(options_.seed, defect_stream, ordinal);
  for (auto &patient : subscriber.patients) {
    // A defect may add a claim; that one stays as it is.
    auto const claims = patient.claims.size();
    for (std::size_t c = 0; c < claims; ++c) damage_claim(subscriber, patient, c, random);
    for (auto const &claim : patient.claims) {
      tell(claim, no_defect, findings_of(claim, subscriber.payer));
    }
  }
}

void Generator::damage_claim(Subscriber &subscriber, Patient &patient, std::size_t claim,
                             Random &random) {
  auto const &lines = patient.claims[claim].lines;
  candidates_.clear();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].drug == nullptr) continue;
    // What this claim cannot take is made up for by the next ones, within reason.
    defects_owed_ = std::min(defects_owed_ + options_.defect_share, 2.0);
    if (!lines[i].paired) candidates_.push_back(i);
  }
  // One defect a claim: two would hide each other's findings.
  if (options_.defects.empty() || candidates_.empty() || !random.chance(defects_owed_)) return;
  auto const line = random.pick(std::span<std::size_t const>{candidates_});
  if (damage_line(subscriber, patient, claim, line, random)) defects_owed_ -= 1;
}

bool Generator::damage_line(Subscriber &subscriber, Patient &patient, std::size_t claim,
                            std::size_t line, Random &random) {
  Target const target{subscriber, patient, claim, line, options_.delimiters, random};
  auto const count = static_cast<std::uint32_t>(options_.defects.size());
  auto const first = random.below(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    auto const &defect = *options_.defects[(first + i) % count];
    if (!fits(defect, target)) continue;
    apply(defect, target);
    tell(target.claim(), defect.name, findings_of(defect, target));
    return true;
  }
  return false;
}

void Generator::tell(Claim const &claim, std::string_view defect,
                     std::vector<Told> const &findings) {
  if (!truth_) return;
  for (auto const &told : findings) {
    fmt::format_to(std::back_inserter(truth_->buffer()), "{},{},{},{},{},{},{},{}\n",
                   envelope_.interchange_control(), envelope_.group_control(),
                   envelope_.set_control(), claim.id, told.line, defect, told.rule,
                   name_of(told.status));
  }
}

}  // namespace noc837::generator
