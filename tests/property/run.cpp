// SPDX-License-Identifier: Apache-2.0
#include "property/run.hpp"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>
#include <stdexcept>

#include "base/printable.hpp"
#include "io/source.hpp"
#include "pipeline/counting.hpp"
#include "pipeline/walk.hpp"
#include "rules/table.hpp"

namespace noc837::test {
namespace {

namespace fs = std::filesystem;

/// Keeps every finding of a walk.
class Collecting final : public pipeline::Counting {
 public:
  Collecting() : Counting("input") {}

  Result<void> claim(claims::Unit const &, edits::Review const *review,
                     claims::Hierarchy const &) override {
    if (review == nullptr) return {};
    for (auto const &finding : review->findings) {
      keep(finding, std::string(review->claim.header.id.view()));
    }
    return {};
  }
  Result<void> envelope(rules::Finding const &finding, output::Context const &) override {
    keep(finding, {});
    return {};
  }

  std::vector<FoundRow> rows;

 private:
  void keep(rules::Finding const &finding, std::string claim) {
    rows.push_back({std::string(finding.rule->id), std::move(claim), finding.line,
                    std::string(finding.loop), finding.element,
                    std::string(to_string(finding.severity)),
                    std::string(to_string(finding.status)), finding.segment});
  }
};

}  // namespace

ScratchFolder::ScratchFolder() {
  std::string pattern = (fs::temp_directory_path() / "noc837-property-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for scratch files");
  path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::map<std::string, std::string> ScratchFolder::files() const {
  std::map<std::string, std::string> out;
  for (auto const &entry : fs::directory_iterator(path_)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    out[entry.path().filename().string()] = bytes.str();
  }
  return out;
}

std::ostream &operator<<(std::ostream &out, FoundRow const &row) {
  return out << row.rule << " claim " << row.claim << " line " << row.line << " " << row.loop << " "
             << row.element << " " << row.severity << " " << row.status << " segment "
             << row.segment;
}

std::string const &Ran::file(std::string const &kind) const {
  static std::string const none;
  auto const at = files.find(kind);
  return at == files.end() ? none : at->second;
}

std::uint64_t Ran::corrections() const {
  std::uint64_t count = 0;
  for (auto const &[rule, counts] : summary.rules) count += counts.corrected;
  return count;
}

pipeline::Settings usual_settings() {
  pipeline::Settings settings;
  settings.watch.add("J3490");
  return settings;
}

namespace {

pipeline::Settings with_corrections(bool on) {
  auto settings = usual_settings();
  for (rules::Rule const *rule : rules::all_rules()) {
    if (rule->fix != rules::Fix::none) settings.policy.set_correction(*rule, on);
  }
  return settings;
}

}  // namespace

pipeline::Settings settings_without_corrections() {
  return with_corrections(false);
}
pipeline::Settings settings_with_all_corrections() {
  return with_corrections(true);
}

Ran run(std::string_view bytes, pipeline::Mode mode, pipeline::Settings const &settings,
        acks::Options const &acks) {
  ScratchFolder const in;
  ScratchFolder const out;
  std::string const path = in.path() + "/input.edi";
  std::ofstream(path, std::ios::binary) << bytes;
  pipeline::ProcessOptions options;
  options.mode = mode;
  options.compress = io::Codec::none;
  options.timing = false;
  options.durability = io::Durability::cache;
  options.label = "input";
  options.acks = acks;
  Ran ran;
  if (auto summary = pipeline::process(path, out.path(), options, settings)) {
    ran.ok = true;
    ran.summary = std::move(*summary);
  } else {
    ran.error = summary.error();
  }
  for (auto &[name, contents] : out.files()) {
    std::string const stem = "input.";
    ran.files[name.starts_with(stem) ? name.substr(stem.size()) : name] = contents;
  }
  return ran;
}

std::string difference(std::string_view a, std::string_view b) {
  if (a == b) return {};
  std::size_t at = 0;
  while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
  auto const around = [at](std::string_view text) {
    auto const from = at - std::min<std::size_t>(at, 40);
    return printable(text.substr(std::min(from, text.size()), 80));
  };
  return "at byte " + std::to_string(at) + " of " + std::to_string(a.size()) + " and " +
         std::to_string(b.size()) + ": " + around(a) + " | " + around(b);
}

std::vector<FoundRow> findings_of(std::string_view bytes, pipeline::Settings const &settings) {
  auto const source = io::memory_source(bytes);
  Collecting rows;
  // A failure ends the rows; what the failure is, is compared elsewhere.
  static_cast<void>(pipeline::walk(*source, "input", settings, rows));
  return std::move(rows.rows);
}

}  // namespace noc837::test
