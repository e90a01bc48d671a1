// SPDX-License-Identifier: Apache-2.0
#include "pipeline/checkpoint.hpp"

#include <algorithm>
#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/array.hpp>
#include <cereal/types/set.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/utility.hpp>
#include <cereal/types/vector.hpp>
#include <exception>
#include <sstream>

namespace noc837::edi {

template <class Archive>
void serialize(Archive &archive, Delimiters &delimiters) {
  archive(delimiters.element, delimiters.component, delimiters.repetition, delimiters.terminator);
}

}  // namespace noc837::edi

namespace noc837::pipeline {

std::string standing_state(Standing const &standing) {
  std::ostringstream out;
  cereal::PortableBinaryOutputArchive archive(out);
  archive(standing.cutter, standing.hierarchy, standing.envelope, standing.levels);
  return std::move(out).str();
}

Result<void> stand_there(std::string const &state, Standing const &standing) {
  try {
    std::istringstream in(state);
    cereal::PortableBinaryInputArchive archive(in);
    archive(standing.cutter, standing.hierarchy, standing.envelope, standing.levels);
    return {};
  } catch (std::exception const &) {
    return fail(Fault::input, "the index is damaged", "the index as it was written");
  }
}

void CheckpointPace::made(std::uint64_t offset, std::size_t size) {
  auto const share = spacing_.share == 0 ? 0 : offset / spacing_.share;
  next_ = offset + std::max({spacing_.bytes, share, size * spacing_.ratio});
}

}  // namespace noc837::pipeline
