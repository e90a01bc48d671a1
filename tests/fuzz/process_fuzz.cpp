// SPDX-License-Identifier: Apache-2.0
// The main job on any bytes, in every mode: outputs are X12 and hold each claim once, where nothing
// was found the output is the input, and a second run corrects nothing more.
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "edits/policy.hpp"
#include "fuzz.hpp"
#include "io/source.hpp"
#include "pipeline/process.hpp"
#include "verify/verify.hpp"

using namespace noc837;

namespace {

namespace fs = std::filesystem;

/// A folder in memory where there is one, until the process ends.
class Scratch {
 public:
  Scratch() {
    std::string pattern =
        fs::is_directory("/dev/shm") ? "/dev/shm/noc837-fuzz-XXXXXX" : "/tmp/noc837-fuzz-XXXXXX";
    if (::mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(Scratch const &) = delete;
  Scratch &operator=(Scratch const &) = delete;

  [[nodiscard]] fs::path const &path() const { return path_; }

 private:
  fs::path path_;
};

fs::path const &scratch() {
  static Scratch const folder;
  return folder.path();
}

std::string contents(fs::path const &path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Ran {
  output::Summary summary;
  std::map<std::string, std::string> edi;  ///< by kind

  [[nodiscard]] std::uint64_t corrections() const {
    std::uint64_t sum = 0;
    for (auto const &[rule, count] : summary.rules) sum += count.corrected;
    return sum;
  }
};

std::optional<Ran> run(std::string_view bytes, pipeline::Mode mode) {
  auto const input = scratch() / "in.edi";
  std::ofstream(input, std::ios::binary) << bytes;
  auto const out = scratch() / "out";
  fs::create_directory(out);
  pipeline::Settings settings;
  settings.watch = fuzz::usual_watch();
  pipeline::ProcessOptions options;
  options.mode = mode;
  options.compress = io::Codec::none;
  options.durability = io::Durability::cache;
  auto summary = pipeline::process(input.string(), out.string(), options, settings);
  if (!summary) {
    fuzz::require_no_internal(summary.error());
    fuzz::require(fs::is_empty(out), "a run that fails leaves nothing");
    return std::nullopt;
  }
  Ran ran;
  ran.summary = std::move(*summary);
  for (auto const *kind : {"corrected", "flagged", "annotated"}) {
    auto const path = out / (std::string("in.") + kind + ".edi");
    if (fs::exists(path)) ran.edi[kind] = contents(path);
  }
  fs::remove_all(out);
  return ran;
}

void check_verified(std::string_view bytes, Ran const &ran) {
  std::vector<verify::Named> outputs;
  for (auto const &[kind, text] : ran.edi) outputs.push_back({kind, io::memory_source(text)});
  auto const verdict = verify::verify({"input", io::memory_source(bytes)}, std::move(outputs));
  if (!verdict) return fuzz::require_no_internal(verdict.error());
  for (auto const &fault : verdict->faults) std::fprintf(stderr, "%s\n", fault.c_str());
  fuzz::require(verdict->faults.empty(), "each claim is in one output, once");
}

void check_second_run(Ran const &ran) {
  for (auto const &[kind, text] : ran.edi) {
    auto const again = run(text, pipeline::Mode::annotate);
    fuzz::require(again.has_value(), "an output can be read again");
    fuzz::require(again->corrections() == 0, "a second run corrects nothing more");
    fuzz::require(again->edi.at("annotated") == text, "a second run changes nothing more");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  auto const bytes = fuzz::text_of(data, size);
  auto const annotated = run(bytes, pipeline::Mode::annotate);
  if (!annotated) return 0;
  if (annotated->corrections() + annotated->summary.claims_flagged == 0 &&
      bytes.find("NOC837 ") == std::string_view::npos &&
      io::codec_of(bytes.substr(0, 4)) == io::Codec::none) {
    fuzz::require(annotated->edi.at("annotated") == bytes,
                  "where nothing is found, nothing is changed");
  }
  check_verified(bytes, *annotated);
  check_second_run(*annotated);
  auto const split = run(bytes, pipeline::Mode::split);
  fuzz::require(split.has_value(), "what can be annotated can be split");
  check_verified(bytes, *split);
  check_second_run(*split);
  return 0;
}
