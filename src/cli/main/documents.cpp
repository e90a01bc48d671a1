// SPDX-License-Identifier: Apache-2.0
// Writes man pages and completions into a folder; run by the build, not installed.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/manual.hpp"

int main(int argc, char **argv) {
  namespace cli = noc837::cli;
  namespace fs = std::filesystem;
  if (argc != 2) {
    std::fputs("usage: noc837-documents DIR\n", stderr);
    return 2;
  }
  auto documents = cli::man_pages(NOC837_VERSION);
  for (auto &document : cli::completions()) documents.push_back(std::move(document));
  for (auto const &document : documents) {
    auto const path = fs::path(argv[1]) / document.path;
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    if (!(file << document.text).flush()) {
      std::fprintf(stderr, "noc837-documents: cannot write %s\n", path.c_str());
      return 4;
    }
  }
  return 0;
}
