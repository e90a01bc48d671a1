// SPDX-License-Identifier: Apache-2.0
// How large an input is when it is uncompressed.
#pragma once

#include <cstdint>
#include <string>

#include "base/error.hpp"

namespace noc837::io {

/// The uncompressed size of a file. Plain files and zstd frames say it, and frames are stepped
/// over without decompressing them; what does not say it is read through. Fails as open_source().
[[nodiscard]] Result<std::uint64_t> uncompressed_size(std::string const &path);

}  // namespace noc837::io
