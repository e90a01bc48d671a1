// SPDX-License-Identifier: Apache-2.0
// A stretch of segments written as a person reads it: loops, names of elements, meanings of codes,
// and what was found, in place.
#pragma once

#include <string>
#include <string_view>

#include "grammar/guide.hpp"
#include "rules/rule.hpp"
#include "snip/stretch.hpp"

namespace noc837::explain {

struct Options {
  bool show_phi = false;  ///< else what says who a person is becomes HIDDEN
  bool color = false;
};

/// Writes a stretch whose first segment begins `loop`: each loop with its name, each segment as it
/// stands, each of its elements by name. The findings stand below what they speak of.
[[nodiscard]] std::string stretch_text(grammar::Guide const &guide, std::string_view loop,
                                       snip::Stretch const &stretch,
                                       rules::Findings const &findings, Options const &options);

}  // namespace noc837::explain
