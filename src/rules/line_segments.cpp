// SPDX-License-Identifier: Apache-2.0
#include "rules/line_segments.hpp"

#include <algorithm>

namespace noc837::rules {

LineSegments drug_segments(LineCase const &c) {
  LineSegments segments;
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

std::string with_part(std::string_view segment, std::string_view part, std::string_view value) {
  auto const at = static_cast<std::size_t>(part.data() - segment.data());
  std::string out(segment.substr(0, at));
  out.append(value).append(segment.substr(at + part.size()));
  return out;
}

}  // namespace noc837::rules
