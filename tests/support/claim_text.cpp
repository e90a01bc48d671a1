// SPDX-License-Identifier: Apache-2.0
#include "support/claim_text.hpp"

#include <algorithm>
#include <utility>

#include "grammar/segments.hpp"
#include "rules/table.hpp"

namespace noc837::test {

ClaimText::ClaimText(std::string text, edi::Guide guide, edi::Delimiters delimiters)
    : text_(std::move(text)), guide_(guide), delimiters_(delimiters) {
  for (auto const *code :
       {"J3490", "J3590", "J7999", "C9399", "J1599", "J7799", "J7699", "Q9977"}) {
    watch_.add(code);
  }
  read();
}

void ClaimText::read() {
  segments_.clear();
  grammar::split_segments(text_, delimiters_, 1000, 10, segments_);
  claim_ = claims::read_claim(segments_, delimiters_, guide_, levels, watch_);
}

rules::Findings ClaimText::findings(std::string_view rule_id) const {
  rules::Findings all;
  rules::check_claim(claim_, profile, all, tables);
  std::erase_if(all, [&](rules::Finding const &finding) { return finding.rule->id != rule_id; });
  return all;
}

std::string ClaimText::corrected_by(std::string_view rule_id) const {
  auto const found = findings(rule_id);
  std::string out;
  auto const edit_at = [&](std::size_t at, rules::Edit::Kind kind) -> rules::Edit const * {
    if (found.empty()) return nullptr;
    for (auto const &edit : found.front().edits) {
      if (edit.at == at && edit.kind == kind) return &edit;
    }
    return nullptr;
  };
  for (std::size_t at = 0; at <= segments_.size(); ++at) {
    if (!found.empty()) {
      for (auto const &edit : found.front().edits) {
        if (edit.at == at && edit.kind == rules::Edit::Kind::insert_before) out += edit.text + "~";
      }
    }
    if (at == segments_.size()) break;
    if (edit_at(at, rules::Edit::Kind::erase) != nullptr) continue;
    auto const *edit = edit_at(at, rules::Edit::Kind::replace);
    out += edit != nullptr ? edit->text + "~" : std::string(segments_[at].text) + "~";
  }
  return out;
}

std::string professional_claim(std::string_view service, std::string_view notes,
                               std::string_view drug) {
  std::string out =
      "CLM*PCN1001*250***11:B:1*Y*A*Y*Y~HI*ABK:G8918*ABF:M545~"
      "LX*1~SV1*HC:96372*100*UN*1***1~DTP*472*D8*20260914~LX*2~";
  out.append(service).append("DTP*472*D8*20260914~").append(notes).append(drug);
  return out;
}

std::string institutional_claim(std::string_view service, std::string_view notes,
                                std::string_view drug) {
  std::string out =
      "CLM*PCN2001*250***13:A:1**A*Y*Y~DTP*434*RD8*20260914-20260914~CL1*3*1*01~HI*ABK:G8918~"
      "LX*1~SV2*0260*HC:96374*100*UN*1~DTP*472*D8*20260914~LX*2~";
  out.append(service).append("DTP*472*D8*20260914~").append(notes).append(drug);
  return out;
}

}  // namespace noc837::test
