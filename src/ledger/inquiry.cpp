// SPDX-License-Identifier: Apache-2.0
#include "ledger/inquiry.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/iso_date.hpp"
#include "edi/elements.hpp"
#include "ledger/identity.hpp"
#include "rules/line_facts.hpp"
#include "rules/report.hpp"
#include "rules/table.hpp"

namespace noc837::ledger {
namespace {

/// "was billed before: claim 12 of march.edi, interchange 000000101, sent 2026-03-02".
std::string message(std::string_view what, Earlier const &earlier) {
  if (earlier.file.empty()) {
    return fmt::format("the same {} was billed before: claim {} of this file", what, earlier.claim);
  }
  auto text = fmt::format("the same {} was billed before: claim {} of {}, interchange {}", what,
                          earlier.claim, earlier.file, earlier.interchange);
  if (!earlier.sent.empty()) text += ", sent " + earlier.sent;
  return text;
}

rules::Rule const &rule(std::string_view id) {
  return *rules::find_rule(id);
}

}  // namespace

Result<std::unique_ptr<Inquiry>> Inquiry::open(Access const &access, std::string const &path,
                                               std::string const &label) {
  auto ledger = Ledger::open(access.file, access.key.mark());
  if (!ledger) return tl::unexpected(ledger.error());
  if (auto done = (*ledger)->begin(path, label); !done) return tl::unexpected(done.error());
  return std::unique_ptr<Inquiry>(new Inquiry(access.key, std::move(*ledger)));
}

Result<rules::Findings> Inquiry::look(claims::Claim const &claim, std::uint64_t number) {
  static rules::Rule const &claim_duplicate = rule("DUP01");
  static rules::Rule const &line_duplicate = rule("DUP02");
  take(claim, number);
  if (auto done = note_interchange(claim.levels); !done) return tl::unexpected(done.error());
  rules::Findings findings;
  if (amends_ || claim.drug_lines.empty()) return findings;
  rules::Report report(claim, findings);
  auto const whole = ledger_->find(claim_);
  if (!whole) return tl::unexpected(whole.error());
  if (*whole) {
    report.begin(claim_duplicate, nullptr);
    report.at(0, "2300", "CLM01").before(claim.header.id.view()).message(message("claim", **whole));
    return findings;  // that its doses were billed too goes without saying
  }
  for (auto const &dose : doses_) {
    auto const earlier = ledger_->find(dose.hash);
    if (!earlier) return tl::unexpected(earlier.error());
    if (!*earlier) continue;
    auto const &service = claim.service(*dose.line);
    report.begin(line_duplicate, &service);
    report.at(*service.service, "2400", rules::procedure_component(service, 2))
        .before(service.procedure.code.view())
        .message(message("dose", **earlier));
  }
  return findings;
}

/// Works out what the claim is known by.
void Inquiry::take(claims::Claim const &claim, std::uint64_t number) {
  auto const frequency = edi::trim(claim.header.frequency.view());
  number_ = number;
  voids_ = frequency == "8";
  amends_ = voids_ || frequency == "7";
  account_ = key_.hash(account_text(claim));
  claim_ = key_.hash(claim_text(claim));
  doses_.clear();
  for (auto const &line : claim.drug_lines) {
    auto const text = dose_text(claim, line);
    if (!text.empty()) doses_.push_back({key_.hash(text), &line});
  }
}

Result<void> Inquiry::note_interchange(claims::Levels const &levels) {
  auto sent = levels.sent ? iso_date(*levels.sent) : std::string();
  if (levels.interchange == interchange_ && sent == sent_) return {};
  interchange_ = levels.interchange;
  sent_ = std::move(sent);
  return ledger_->enter(number_, interchange_, sent_);
}

Result<void> Inquiry::bill() {
  if (amends_) {
    if (auto done = ledger_->amend(account_, number_); !done) return done;
  }
  if (voids_) return {};
  if (auto done = ledger_->add(claim_, number_, account_); !done) return done;
  for (auto const &dose : doses_) {
    if (auto done = ledger_->add(dose.hash, number_, account_); !done) return done;
  }
  return {};
}

}  // namespace noc837::ledger
