// SPDX-License-Identifier: Apache-2.0
#include "cli/replay.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <boost/program_options/parsers.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "base/printable.hpp"
#include "cli/process_config.hpp"
#include "pipeline/process.hpp"

namespace noc837::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 7> kinds = {"corrected.edi", "flagged.edi", "annotated.edi",
                                                   "findings.csv",  "lines.csv",   "summary.json",
                                                   "error.txt"};

bool is_input(fs::path const &path) {
  constexpr std::array<std::string_view, 7> endings = {".edi", ".837", ".x12", ".txt",
                                                       ".dat", ".zst", ".gz"};
  std::string const name = path.filename().string();
  bool const edi = std::any_of(endings.begin(), endings.end(),
                               [&](std::string_view ending) { return name.ends_with(ending); });
  return edi && std::none_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
           return name.find("." + std::string(kind)) != std::string::npos;
         });
}

std::string contents(fs::path const &path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

/// A folder that goes away with its object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "noc837-replay-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(TemporaryFolder const &) = delete;
  TemporaryFolder &operator=(TemporaryFolder const &) = delete;

  [[nodiscard]] fs::path const &path() const { return path_; }

 private:
  fs::path path_;
};

std::vector<std::string> arguments_beside(fs::path const &stem) {
  std::vector<std::string> out;
  std::ifstream file(stem.string() + ".args");
  for (std::string word; file >> word;) out.push_back(word);
  return out;
}

/// Where two texts first differ, as their lines there.
std::string first_difference(std::string const &expected, std::string const &actual) {
  auto const [e, a] = std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
  auto const at = static_cast<std::size_t>(e - expected.begin());
  auto const line = std::count(expected.begin(), e, '\n') + 1;
  auto const line_of = [&](std::string const &text) {
    auto const begin = text.rfind('\n', at == 0 ? 0 : at - 1);
    auto const from = at == 0 || begin == std::string::npos ? 0 : begin + 1;
    return printable_utf8(text.substr(from, text.find('\n', from) - from));
  };
  return fmt::format("differs at line {}, byte {}\n  expected {}\n  found    {}", line, at,
                     line_of(expected), line_of(actual));
}

std::map<std::string, std::string> outputs_in(fs::path const &folder, std::string const &stem) {
  std::map<std::string, std::string> out;
  std::error_code ignored;
  for (auto const &entry : fs::directory_iterator(folder, ignored)) {
    std::string const name = entry.path().filename().string();
    if (!name.starts_with(stem + ".")) continue;
    std::string const kind = name.substr(stem.size() + 1);
    bool const known = std::any_of(kinds.begin(), kinds.end(), [&](std::string_view k) {
      return kind == k ||
             (kind.starts_with(k) && (kind.ends_with(".zst") || kind.ends_with(".gz")));
    });
    if (known) out[kind] = contents(entry.path());
  }
  return out;
}

}  // namespace

Result<std::vector<std::string>> find_cases(std::string const &folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->is_regular_file() && is_input(at->path())) out.push_back(at->path().string());
  }
  if (error) {
    return fail(Fault::usage, fmt::format("{} cannot be listed: {}", folder, error.message()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

Result<std::vector<std::string>> replay_case(std::string const &input, bool update) {
  auto const stem = pipeline::stem_of(input);
  fs::path const beside = fs::path(input).parent_path();
  TemporaryFolder const folder;
  auto arguments = arguments_beside(beside / stem);
  arguments.insert(arguments.end(), {input, "-o", folder.path().string(), "--no-timing"});
  auto config = process_config(arguments);
  if (!config) return tl::unexpected(config.error());
  config->process.durability = io::Durability::cache;
  config->process.label = fs::path(input).filename().string();

  auto const summary = pipeline::process(input, config->folder, config->process, config->settings);
  auto actual = outputs_in(folder.path(), stem);
  if (!summary) {
    Error shown = summary.error();
    shown.file = *config->process.label;
    actual["error.txt"] =
        fmt::format("exit {}\n{}\n", static_cast<int>(exit_code_of(shown.fault)), shown.message());
  }
  auto const expected = outputs_in(beside, stem);

  std::vector<std::string> differences;
  for (auto const &[kind, text] : expected) {
    auto const found = actual.find(kind);
    fs::path const path = beside / (stem + "." + kind);
    if (found != actual.end() && found->second == text) continue;
    if (update) {
      if (found == actual.end()) fs::remove(path);
    } else if (found == actual.end()) {
      differences.push_back(fmt::format("{}: was not written", path.string()));
    } else {
      differences.push_back(
          fmt::format("{}: {}", path.string(), first_difference(text, found->second)));
    }
  }
  for (auto const &[kind, text] : actual) {
    fs::path const path = beside / (stem + "." + kind);
    auto const known = expected.find(kind);
    if (update && (known == expected.end() || known->second != text)) {
      std::ofstream(path, std::ios::binary) << text;
    } else if (!update && known == expected.end()) {
      differences.push_back(fmt::format("{}: was not expected", path.string()));
    }
  }
  return differences;
}

}  // namespace noc837::cli
