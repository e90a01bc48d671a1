// SPDX-License-Identifier: Apache-2.0
#include "cli/replay_difference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/printable.hpp"
#include "compare/difference_text.hpp"
#include "compare/edi_records.hpp"
#include "compare/text_records.hpp"
#include "io/source.hpp"

namespace noc837::cli {
namespace {

constexpr std::size_t most_told = 20;

/// Where two texts first differ, as bytes: for what no reader can tell apart.
std::string first_byte(std::string const &expected, std::string const &actual) {
  auto const [e, a] = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  auto const at = static_cast<std::size_t>(e - expected.begin());
  auto const around = [&](std::string const &text) {
    auto const from = at < 20 ? 0 : at - 20;
    return printable(std::string_view(text).substr(std::min(from, text.size()), 60));
  };
  return fmt::format("at byte {}\n    expected {}\n    found    {}\n", at, around(expected),
                     around(actual));
}

/// One side of the comparison, with the source that its records are read from.
class Side {
 public:
  Side(std::string const &kind, std::string const &text) {
    if (kind.find(".edi") != std::string::npos) {
      source_ = io::memory_source(text);
      records_ = compare::edi_records(*source_, kind, {.show_phi = true});
    } else if (kind.ends_with(".csv")) {
      records_ = compare::csv_records(text);
    } else if (kind.ends_with(".json")) {
      records_ = compare::json_records(text);
    } else {
      records_ = compare::line_records(text);
    }
  }

  [[nodiscard]] compare::Records &records() { return *records_; }

 private:
  std::unique_ptr<io::Source> source_;
  std::unique_ptr<compare::Records> records_;
};

}  // namespace

std::string output_difference(std::string const &kind, std::string const &expected,
                              std::string const &actual, bool color) {
  Side before(kind, expected);
  Side after(kind, actual);
  std::string out;
  std::size_t told = 0;
  auto const counts =
      compare::compare(before.records(), after.records(), [&](compare::Difference const &found) {
        if (told++ < most_told) out += compare::difference_text(found, color);
      });
  if (!counts || counts->all() == 0) return out + first_byte(expected, actual);
  if (told > most_told) out += fmt::format("  and {} more\n", told - most_told);
  return out;
}

}  // namespace noc837::cli
