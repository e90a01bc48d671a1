// SPDX-License-Identifier: Apache-2.0
// The segments of an EDI file as records: equal whatever the delimiters and line ends are.
#pragma once

#include <memory>
#include <string>

#include "compare/record.hpp"
#include "io/source.hpp"

namespace noc837::compare {

struct EdiOptions {
  bool ignore_delimiters = false;  ///< else a difference in them is one of ISA
  bool ignore_line_ends = false;   ///< else a difference in what follows a terminator is one
  bool show_phi = false;
};

/// The segments of `source`, which `file` names in failures. The delimiters are fields of ISA, and
/// what follows the terminator is the last field of each segment.
[[nodiscard]] std::unique_ptr<Records> edi_records(io::Source &source, std::string file,
                                                   EdiOptions const &options);

}  // namespace noc837::compare
