// SPDX-License-Identifier: Apache-2.0
// A whole file in memory without reading it.
#pragma once

#include <string>
#include <string_view>

#include "base/error.hpp"

namespace noc837::io {

/// A regular file, mapped read-only as long as the object lives. The file must not be shortened
/// meanwhile; what this program writes is replaced whole and never in place.
class MappedFile {
 public:
  /// Fails with Fault::usage for what cannot be opened or is no regular file.
  [[nodiscard]] static Result<MappedFile> open(std::string const &path);
  ~MappedFile();
  MappedFile(MappedFile &&other) noexcept;
  MappedFile &operator=(MappedFile &&other) noexcept;
  MappedFile(MappedFile const &) = delete;
  MappedFile &operator=(MappedFile const &) = delete;

  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}

  std::string_view bytes_;  ///< begins at a page; empty for an empty file
};

}  // namespace noc837::io
