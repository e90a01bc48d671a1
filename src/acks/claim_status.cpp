// SPDX-License-Identifier: Apache-2.0
#include "acks/claim_status.hpp"

#include <algorithm>
#include <array>

namespace noc837::acks {
namespace {

// Code list 508: each of these asks for another code that tells what is meant.
constexpr std::array<std::string_view, 12> asks_for_another = {
    "21", "402", "510", "511", "512", "693", "694", "697", "700", "732", "745", "748"};
constexpr std::string_view line_information = "247";
constexpr std::string_view submission_format = "481";

bool says_enough(ClaimStatus const &status) {
  return std::find(asks_for_another.begin(), asks_for_another.end(), status.code) ==
         asks_for_another.end();
}

/// Cuts the text up to `separator` off the front of `rest`.
std::string_view next_part(std::string_view &rest, char separator) {
  auto const part = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), part.size() + 1));
  return part;
}

/// Of "IK403:7,A7:745+A7:218" what is for a 277CA: A7:745 and A7:218.
ClaimStatuses catalogue_statuses(std::string_view stc) {
  ClaimStatuses out;
  while (!stc.empty()) {
    auto part = next_part(stc, ',');
    if (part.size() < 3 || part[0] != 'A' || part[2] != ':') continue;
    while (!part.empty() && out.size() < out.capacity()) {
      auto status = next_part(part, '+');
      auto const category = next_part(status, ':');
      out.push_back({category, status});
    }
    break;
  }
  return out;
}

std::string_view companion_of(rules::Finding const &finding) {
  return finding.line_index ? line_information : submission_format;
}

}  // namespace

ClaimStatuses statuses_of(rules::Finding const &finding) {
  auto out = catalogue_statuses(finding.rule->stc);
  if (out.empty()) out.push_back({"A7", "21"});
  if (out.size() < out.capacity() && std::none_of(out.begin(), out.end(), says_enough)) {
    out.push_back({out.front().category, companion_of(finding)});
  }
  return out;
}

ClaimStatuses corrected_statuses(rules::Finding const &finding) {
  auto const found = catalogue_statuses(finding.rule->stc);
  auto const about = std::find_if(found.begin(), found.end(), says_enough);
  return {{"A2", "20"},
          {"A2", "748"},
          {"A2", about != found.end() ? about->code : companion_of(finding)}};
}

}  // namespace noc837::acks
