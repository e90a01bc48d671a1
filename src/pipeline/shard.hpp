// SPDX-License-Identifier: Apache-2.0
// One file on several machines: each judges a part, one joins the parts.
#pragma once

#include <string>
#include <vector>

#include "base/error.hpp"
#include "output/summary.hpp"
#include "pipeline/process.hpp"

namespace noc837::pipeline {

/// Which part of how many, from 1.
struct Shard {
  unsigned number = 1;
  unsigned count = 1;

  [[nodiscard]] bool is_last() const { return number == count; }
};

/// What a machine is to do of a file.
struct PartOrder {
  Shard shard;
  std::string fingerprint;  ///< of all that decides the outputs
  std::string page = {};    ///< the file for the review page of the merged parts; empty: none
  std::string index = {};   ///< of the input, a file of make_index(); empty: none
  std::string index_fingerprint = {};  ///< that the index has to have
};

/// Processes one part of `input` into `folder`: STEM.part-I-of-N.json names what merge() needs.
/// Every number in the part is that of the whole file. For that, what stands before the part is
/// read, but not judged; with an index only what is between the last place in it and the part. What
/// comes out is the same.
[[nodiscard]] Result<output::Summary> process_part(std::string const &input,
                                                   std::string const &folder,
                                                   PartOrder const &order,
                                                   ProcessOptions const &options,
                                                   Settings const &settings);

/// Joins all parts of one input into the outputs that process() would have written, byte for byte;
/// `parts` are the .json files of process_part(), in any order. Fails with Fault::usage where they
/// are not the parts of one run. What to write the parts say, `options` only how; `options.report`
/// is given what the parts' page shows.
[[nodiscard]] Result<output::Summary> merge(std::vector<std::string> const &parts,
                                            std::string const &folder,
                                            ProcessOptions const &options);

}  // namespace noc837::pipeline
