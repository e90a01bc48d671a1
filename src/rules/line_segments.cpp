// SPDX-License-Identifier: Apache-2.0
#include "rules/line_segments.hpp"

#include <algorithm>

namespace noc837::rules {

std::vector<LineSegment> drug_segments(LineCase const &c) {
  std::vector<LineSegment> segments;
  if (c.service.service) segments.push_back({*c.service.service, "2400"});
  for (auto const &note : c.line.notes) segments.push_back({note.at, "2400"});
  for (auto const &loop : c.line.loops) {
    segments.push_back({loop.lin.at, "2410"});
    if (loop.ctp) segments.push_back({loop.ctp->at, "2410"});
    for (auto const &ref : loop.refs) segments.push_back({ref.at, "2410"});
  }
  for (auto const &ctp : c.line.loose_ctp) segments.push_back({ctp.at, "2410"});
  for (auto const &ref : c.line.loose_refs) segments.push_back({ref.at, "2410"});
  std::sort(segments.begin(), segments.end(),
            [](LineSegment const &a, LineSegment const &b) { return a.at < b.at; });
  return segments;
}

std::vector<LineText> line_texts(LineCase const &c) {
  std::vector<LineText> texts;
  if (auto const &description = c.service.procedure.description;
      c.service.service && !description.empty()) {
    texts.push_back(
        {*c.service.service, c.service.institutional ? "SV202-7" : "SV101-7", description});
  }
  for (auto const &note : c.line.notes) {
    if (note.value.text.empty() || is_own_note(note.value)) continue;
    texts.push_back({note.at, "NTE02", note.value.text});
  }
  return texts;
}

bool is_own_note(grammar::Nte const &note) {
  return note.text.view().starts_with("NOC837 ");
}

std::string with_part(std::string_view segment, claims::Slice part, std::string_view value) {
  auto const at = static_cast<std::size_t>(part.begin - segment.data());
  std::string out(segment.substr(0, at));
  out.append(value).append(segment.substr(at + part.size));
  return out;
}

}  // namespace noc837::rules
