// SPDX-License-Identifier: Apache-2.0
#include "cli/junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "base/printable.hpp"

namespace noc837::cli {
namespace {

/// Text as XML holds it, in elements and in attributes; line ends stay.
std::string xml_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find('\n'));
    for (char const c : printable_utf8(line)) {
      switch (c) {
        case '&':
          out += "&amp;";
          break;
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        case '"':
          out += "&quot;";
          break;
        default:
          out += c;
      }
    }
    text.remove_prefix(line.size());
    if (!text.empty()) {
      out += '\n';
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::string junit_xml(std::vector<CaseResult> const &results) {
  auto const failed = std::count_if(results.begin(), results.end(), [](CaseResult const &result) {
    return !result.faults.empty();
  });
  double seconds = 0;
  for (auto const &result : results) seconds += result.seconds;
  auto out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites>\n"
      "  <testsuite name=\"noc837 replay\" tests=\"{}\" failures=\"{}\" errors=\"0\" "
      "skipped=\"0\" time=\"{:.3f}\">\n",
      results.size(), failed, seconds);
  for (auto const &result : results) {
    std::filesystem::path const path(result.input);
    out += fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\"",
                       xml_text(path.parent_path().string()), xml_text(path.filename().string()),
                       result.seconds);
    if (result.faults.empty()) {
      out += "/>\n";
      continue;
    }
    std::string text;
    for (auto const &fault : result.faults) text += fault;
    auto const first = text.substr(0, text.find('\n'));
    out += fmt::format(">\n      <failure message=\"{}\">{}</failure>\n    </testcase>\n",
                       xml_text(first), xml_text(text));
  }
  return out + "  </testsuite>\n</testsuites>\n";
}

}  // namespace noc837::cli
