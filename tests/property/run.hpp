// SPDX-License-Identifier: Apache-2.0
// Runs the pipeline on bytes and keeps all that comes out.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "output/summary.hpp"
#include "pipeline/process.hpp"

namespace noc837::test {

/// A folder that goes away with its object.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(ScratchFolder const &) = delete;
  ScratchFolder &operator=(ScratchFolder const &) = delete;

  [[nodiscard]] std::string const &path() const { return path_; }
  /// The files in it, by name, with their contents.
  [[nodiscard]] std::map<std::string, std::string> files() const;

 private:
  std::string path_;
};

/// What a finding says, delimiters and offsets left out.
struct FoundRow {
  std::string rule;
  std::string claim;
  std::string line;
  std::string loop;
  std::string element;
  std::string severity;
  std::string status;
  std::uint64_t segment = 0;

  friend bool operator==(FoundRow const &, FoundRow const &) = default;
  friend auto operator<=>(FoundRow const &, FoundRow const &) = default;
};
std::ostream &operator<<(std::ostream &out, FoundRow const &row);

/// What process() made of an input.
struct Ran {
  bool ok = false;
  Error error;                               ///< when not ok
  output::Summary summary;                   ///< when ok
  std::map<std::string, std::string> files;  ///< by kind: "corrected.edi", "findings.csv"

  /// Contents of a file of this kind; empty when it was not written.
  [[nodiscard]] std::string const &file(std::string const &kind) const;
  /// How many findings were corrected.
  [[nodiscard]] std::uint64_t corrections() const;
};

/// Settings for drug lines with J3490.
[[nodiscard]] pipeline::Settings usual_settings();
/// The same with every correction switched off, and with every one switched on.
[[nodiscard]] pipeline::Settings settings_without_corrections();
[[nodiscard]] pipeline::Settings settings_with_all_corrections();

/// process() on a file with these bytes, without clock times in the summary. EDI comes out
/// uncompressed.
[[nodiscard]] Ran run(std::string_view bytes, pipeline::Mode mode,
                      pipeline::Settings const &settings = usual_settings(),
                      acks::Options const &acks = {});

/// Where two texts first differ, for a person; empty when they do not. Keeps failures readable.
[[nodiscard]] std::string difference(std::string_view a, std::string_view b);

/// Every finding in `bytes`, in the order in which they are found.
[[nodiscard]] std::vector<FoundRow> findings_of(
    std::string_view bytes, pipeline::Settings const &settings = usual_settings());

}  // namespace noc837::test
