// SPDX-License-Identifier: Apache-2.0
// A file without a name: nobody else reads it, and nothing is left when the program ends.
#pragma once

#include <string>

namespace noc837::io {

/// A new empty file on the disk of `folder`, for its owner only. The caller closes the descriptor.
/// -1, with errno, where it cannot be created.
[[nodiscard]] int unnamed_file(std::string const &folder);

}  // namespace noc837::io
