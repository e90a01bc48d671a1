// SPDX-License-Identifier: Apache-2.0
// A guide's source as the flat tables of grammar/guide.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "grammar/guide.hpp"
#include "source.hpp"

namespace noc837::guides {

struct NamedLoop {
  grammar::Loop row;
  std::string id;
  std::string name;
};

struct Tables {
  std::vector<NamedLoop> loops;
  std::vector<grammar::Child> children;
  std::vector<grammar::SegmentUse> segments;
  std::vector<grammar::ElementUse> elements;
  std::vector<grammar::Condition> conditions;
  std::vector<std::uint64_t> codes;
  std::vector<std::uint16_t> required;
  std::vector<grammar::TagUse> tags;
  std::array<std::uint8_t, 256> tag_hash{};
  std::uint32_t tag_multiplier = 0;
  std::vector<grammar::Slot> slots;
  std::vector<grammar::Candidate> candidates;
  std::vector<std::pair<std::string, std::string>> data_elements;  ///< number and name
};

/// Throws SourceError where the source contradicts itself.
[[nodiscard]] Tables build_tables(Source const &source);

}  // namespace noc837::guides
