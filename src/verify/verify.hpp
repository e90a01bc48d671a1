// SPDX-License-Identifier: Apache-2.0
// Proves from the files alone that outputs hold the claims of their input, each exactly once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "io/source.hpp"

namespace noc837::verify {

/// What was found. The outputs hold the input's claims when `faults` is empty.
struct Verdict {
  std::uint64_t claims = 0;         ///< of the input
  std::uint64_t changed = 0;        ///< of these, those that corrections or notes touched
  std::uint64_t passed_sets = 0;    ///< sets of other kinds, copied through
  bool structure_judged = false;    ///< numbers and counts of the input are right, so that
                                    ///< those of the outputs have to be
  std::vector<std::string> faults;  ///< a sentence each, naming files and places, no content
};

/// A file to read, or bytes in memory, and what to call it.
struct Named {
  std::string name;
  std::unique_ptr<io::Source> source;
};

/// Reads `input` and its outputs ("corrected" and "flagged", one of them, or "annotated"; none
/// where the input holds no claim) side by side.
/// Claims keep their order in each output, so every claim of the input has to be the next one of
/// one of the outputs; where it could be of both, both ways are followed. Memory is bounded.
/// Fails with Fault::input where a file cannot be read.
[[nodiscard]] Result<Verdict> verify(Named input, std::vector<Named> outputs);

/// The same for files by their paths.
[[nodiscard]] Result<Verdict> verify(std::string const &input,
                                     std::vector<std::string> const &outputs);

}  // namespace noc837::verify
