// SPDX-License-Identifier: Apache-2.0
#include "cli/output_folder.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>

#include "pipeline/process.hpp"

namespace noc837::cli {

namespace fs = std::filesystem;

Result<void> check_stems(std::vector<std::string> const &inputs) {
  std::map<std::string, std::string> seen;
  for (auto const &input : inputs) {
    auto const [at, fresh] = seen.emplace(pipeline::stem_of(input), input);
    if (!fresh) {
      return fail(Fault::usage,
                  fmt::format("{} and {} would write the same outputs ({}.*)", at->second, input,
                              at->first),
                  "files whose names differ, or separate runs");
    }
  }
  return {};
}

Result<void> make_folder(std::string const &folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error && fs::is_directory(folder)) return {};
  auto failed = fail(Fault::output, "cannot be created as a folder" +
                                        (error ? ": " + error.message() : std::string()));
  failed.value().file = folder;
  return failed;
}

}  // namespace noc837::cli
