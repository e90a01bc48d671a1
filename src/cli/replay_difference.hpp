// SPDX-License-Identifier: Apache-2.0
// How an output differs from the expected one, for a person to read.
#pragma once

#include <string>

namespace noc837::cli {

/// The first differences by segment and element of EDI, by column of CSV, by path of JSON, by line
/// of anything else; `kind` is the part of the name that tells which: "corrected.edi.zst".
[[nodiscard]] std::string output_difference(std::string const &kind, std::string const &expected,
                                            std::string const &actual, bool color);

}  // namespace noc837::cli
