// SPDX-License-Identifier: Apache-2.0
// What a folder's runs did with every input.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "output/summary.hpp"

namespace noc837::batch {

/// One input as it was last worked on.
struct Entry {
  std::string result;  ///< clean, findings, or failed
  int exit = 0;        ///< the exit code that it comes to
  std::string error;   ///< why it failed; never claim content
  std::string sha256;  ///< of the input as stored
  std::uint64_t bytes = 0;
  std::string options;  ///< fingerprint of options and version
  std::string started;  ///< UTC, ISO 8601
  double seconds = 0;
  std::uint64_t claims = 0;
  std::uint64_t claims_corrected = 0;
  std::uint64_t claims_flagged = 0;
  std::uint64_t drug_lines = 0;
  std::vector<output::FileFact> outputs;  ///< paths relative to the output folder
  std::string moved_to;                   ///< where the input went; empty where it stayed

  [[nodiscard]] bool done() const { return result != "failed"; }
};

/// Entries by the input's path relative to the input folder.
class Manifest {
 public:
  /// Reads `file`; empty where there is none. Fails with Fault::usage where it is no manifest.
  [[nodiscard]] static Result<Manifest> load(std::filesystem::path const &file);
  [[nodiscard]] Result<void> save(std::filesystem::path const &file) const;

  std::map<std::string, Entry> entries;
};

}  // namespace noc837::batch
