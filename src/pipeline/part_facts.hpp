// SPDX-License-Identifier: Apache-2.0
// What a part says of itself: the .json file that merge() begins with.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.hpp"
#include "edits/split.hpp"
#include "io/codec.hpp"
#include "pipeline/process.hpp"
#include "pipeline/shard.hpp"

namespace noc837::pipeline {

struct PartFacts {
  Shard shard;
  std::string input;        ///< as its user named it
  std::string fingerprint;  ///< of all that decides the outputs
  Mode mode = Mode::split;
  io::Codec codec = io::Codec::none;  ///< of the EDI outputs
  edits::Recounts recounts;
  // What merge() is to write besides:
  acks::Options acks;
  ExportOptions exports;
  std::string page;  ///< a file for the review page; empty: none
  output::ReportOptions page_options;
  std::uint64_t stored_bytes = 0;  ///< of the input; of the last part alone, which read all of it
  std::string sha256;              ///< likewise
};

/// "part-03-of-16.units": what follows the stem in the name of a part's file, without compression.
[[nodiscard]] std::string part_kind(Shard const &shard, std::string const &what);

[[nodiscard]] std::string part_json(PartFacts const &facts);
/// Fails with Fault::usage for any other file than a part's.
[[nodiscard]] Result<PartFacts> read_part(std::string const &path);

}  // namespace noc837::pipeline
