// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target without libFuzzer, over files and then over changed copies of them:
//   fuzz_TARGET [--mutations N] FILE|FOLDER...
// What ends it is left in the working folder, as PROGRAM.crash.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz.hpp"
#include "mutator.hpp"

namespace {

namespace fs = std::filesystem;

std::string_view current;  ///< the input that runs
std::string crash_path;

extern "C" void keep_input(int signal) {
  int const file = ::open(crash_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  bool const kept = ::write(file, current.data(), current.size()) >= 0;
  std::signal(signal, SIG_DFL);
  if (kept) std::raise(signal);
}

void run(std::string_view input) {
  current = input;
  LLVMFuzzerTestOneInput(reinterpret_cast<std::uint8_t const *>(input.data()), input.size());
}

std::vector<std::string> contents_of(std::vector<fs::path> const &paths) {
  std::vector<fs::path> files;
  for (auto const &path : paths) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (auto const &entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> out;
  for (auto const &path : files) {
    std::ifstream file(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return out;
}

}  // namespace

int main(int argc, char *argv[]) {
  std::vector<fs::path> paths;
  std::size_t mutations = 0;
  for (int i = 1; i < argc; ++i) {
    std::string_view const argument = argv[i];
    if (argument == "--mutations" && i + 1 < argc) {
      std::string_view const number = argv[++i];
      std::from_chars(number.data(), number.data() + number.size(), mutations);
    } else {
      paths.emplace_back(argument);
    }
  }
  crash_path = fs::path(argv[0]).filename().string() + ".crash";
  for (int const signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL}) {
    std::signal(signal, keep_input);
  }
  auto const inputs = contents_of(paths);
  if (inputs.empty()) return 1;
  for (auto const &input : inputs) run(input);
  noc837::fuzz::Mutator mutator(inputs);
  for (std::size_t i = 0; i < mutations; ++i) {
    auto const input = mutator.next();
    run(input);
  }
  std::printf("%zu inputs, %zu of them mutations\n", inputs.size() + mutations, mutations);
  return 0;
}
