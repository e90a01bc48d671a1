// SPDX-License-Identifier: Apache-2.0
#include "property/inputs.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "cli/replay.hpp"
#include "io/source.hpp"
#include "property/run.hpp"

namespace noc837::test {
namespace {

namespace fs = std::filesystem;

/// The uncompressed contents of a file; nothing where it cannot be read to its end.
bool read(std::string const &path, std::string &bytes) {
  auto source = io::open_source(path);
  if (!source) return false;
  std::array<char, 65536> buffer{};
  for (;;) {
    auto const got = (*source)->read(buffer.data(), buffer.size());
    if (!got) return false;
    if (*got == 0) return true;
    bytes.append(buffer.data(), *got);
  }
}

void add(std::vector<Input> &to, std::string const &path) {
  Input input{path, {}};
  if (read(path, input.bytes)) to.push_back(std::move(input));
}

std::vector<Input> read_fixtures() {
  std::vector<Input> out;
  auto const cases = cli::find_cases(NOC837_SOURCE_DIR "/fixtures");
  if (cases) {
    for (auto const &path : *cases) add(out, path);
  }
  return out;
}

std::vector<Input> make_files() {
  std::vector<Input> out;
  std::string const common = " --claims 60 --claims-per-set 17 --drug-share 0.3 --defects ";
  for (auto const *options : {
           "core --seed 1",
           "core --seed 2 --newline lf --guide p",
           "core --seed 3 --newline crlf --guide i --dependents 0.8",
           "core --seed 4 --element-separator '|' --component-separator '>' --terminator LF",
           "core --seed 5 --element-separator 0x1d --component-separator 0x1f "
           "--repetition-separator '!' --terminator 0x1c",
           "all --seed 6 --defect-share 1 --dependents 0.5",
           "all --seed 7 --defect-share 0",
       }) {
    auto bytes = generate(common + options);
    if (!bytes.empty()) out.push_back({"generated: " + std::string(options), std::move(bytes)});
  }
  return out;
}

std::vector<Input> read_samples() {
  char const *const named = std::getenv("NOC837_SAMPLES");
  fs::path const folder = named != nullptr ? named : NOC837_SOURCE_DIR "/../shared/samples";
  std::vector<Input> out;
  for (auto const *part : {"files", "malformed", "extracted"}) {
    std::error_code ignored;
    for (auto const &entry : fs::directory_iterator(folder / part, ignored)) {
      if (entry.is_regular_file()) add(out, entry.path().string());
    }
  }
  std::sort(out.begin(), out.end(), [](Input const &a, Input const &b) { return a.name < b.name; });
  return out;
}

}  // namespace

std::string generate(std::string const &options) {
  std::string out;
#ifdef NOC837_GENERATOR
  std::string const command = "'" NOC837_GENERATOR "' " + options;
  auto const close = [](std::FILE *pipe) { ::pclose(pipe); };
  std::unique_ptr<std::FILE, decltype(close)> const pipe(::popen(command.c_str(), "r"), close);
  if (!pipe) return out;
  std::array<char, 65536> buffer{};
  while (auto const got = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    out.append(buffer.data(), got);
  }
#else
  static_cast<void>(options);
#endif
  return out;
}

std::vector<Input> const &fixture_inputs() {
  static auto const inputs = read_fixtures();
  return inputs;
}

std::vector<Input> const &generated_inputs() {
  static auto const inputs = make_files();
  return inputs;
}

std::vector<Input> const &sample_inputs() {
  static auto const inputs = read_samples();
  return inputs;
}

std::vector<Input> const &all_inputs() {
  static auto const inputs = [] {
    std::vector<Input> all;
    for (auto const *some : {&fixture_inputs(), &generated_inputs(), &sample_inputs()}) {
      all.insert(all.end(), some->begin(), some->end());
    }
    return all;
  }();
  return inputs;
}

std::vector<Input> const &readable_inputs() {
  static auto const inputs = [] {
    auto all = all_inputs();
    std::erase_if(
        all, [](Input const &input) { return !run(input.bytes, pipeline::Mode::annotate).ok; });
    return all;
  }();
  return inputs;
}

}  // namespace noc837::test
