// SPDX-License-Identifier: Apache-2.0
// The files that the properties are tried on: fixtures, generated files, public samples.
#pragma once

#include <string>
#include <vector>

namespace noc837::test {

/// One input, as its uncompressed bytes.
struct Input {
  std::string name;
  std::string bytes;
};

/// What fixtures/ and fixtures/property/ hold, as cli::find_cases lists it.
[[nodiscard]] std::vector<Input> const &fixture_inputs();

/// Files of the seeded generator, with known defects, both guides and several sets of
/// delimiters; none where the generator was not built.
[[nodiscard]] std::vector<Input> const &generated_inputs();

/// Public 837 files in the folder NOC837_SAMPLES, or ../shared/samples beside the sources; none
/// where there is no such folder.
[[nodiscard]] std::vector<Input> const &sample_inputs();

/// All of them.
[[nodiscard]] std::vector<Input> const &all_inputs();

/// Those of all_inputs() that can be processed to the end.
[[nodiscard]] std::vector<Input> const &readable_inputs();

/// The generator's output for these options; empty where it was not built.
[[nodiscard]] std::string generate(std::string const &options);

}  // namespace noc837::test
