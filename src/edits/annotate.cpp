// SPDX-License-Identifier: Apache-2.0
#include "edits/annotate.hpp"

#include <string>
#include <string_view>

#include "edi/elements.hpp"
#include "edits/review.hpp"

namespace noc837::edits {
namespace {

using rules::Edit;

constexpr std::size_t note_size = 80;  // NTE02, DE352

/// "NOC837 NDC05 QTY01": the rules whose errors stand on the line, as many as fit.
std::string note_text(claims::DrugLine const &line, bool first, rules::Findings const &standing) {
  std::string text;
  for (auto const &finding : standing) {
    if (finding.status != Status::flagged) continue;
    bool const of_line = finding.line_index == line.line;
    if (!of_line && !(first && !finding.line_index)) continue;
    std::string const id(finding.rule->id);
    if (text.find(id) != std::string::npos) continue;
    if (note_prefix.size() + text.size() + 1 + id.size() > note_size) break;
    if (!text.empty()) text += ' ';
    text += id;
  }
  return text.empty() ? text : std::string(note_prefix) + text;
}

}  // namespace

std::vector<Edit> annotations(claims::Claim const &claim, rules::Findings const &standing) {
  std::vector<Edit> edits;
  for (auto const &line : claim.drug_lines) {
    bool const first = &line == &claim.drug_lines.front();
    std::string const text = note_text(line, first, standing);
    auto const *note = line.note("TPO");
    if (note == nullptr) {
      if (text.empty()) continue;
      std::string segment = "NTE";
      segment.append(1, claim.delimiters.element).append("TPO");
      segment.append(1, claim.delimiters.element).append(text);
      edits.push_back({Edit::Kind::insert_before, claim.note_place(claim.service(line)), segment});
      continue;
    }
    auto const have = note->value.text.view();
    if (!have.starts_with(note_prefix) || have == text) continue;
    if (text.empty()) {
      edits.push_back({Edit::Kind::erase, note->at, {}});
    } else {
      edits.push_back({Edit::Kind::replace, note->at,
                       edi::with_element(claim.segment(note->at).text, 2, text, claim.delimiters)});
    }
  }
  return edits;
}

}  // namespace noc837::edits
