// SPDX-License-Identifier: Apache-2.0
// Pieces of bytes one after another in a file, on their way from one machine of a cluster to
// another of its kind.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "io/source.hpp"

namespace noc837::pipeline {

/// Appends a frame: bytes with their length in front. `Sink` is what has write(std::string_view).
template <class Sink>
[[nodiscard]] Result<void> write_frame(Sink &out, std::string_view bytes) {
  auto const size = std::uint64_t{bytes.size()};
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  if (auto done = out.write({reinterpret_cast<char const *>(&size), sizeof size}); !done) {
    return done;
  }
  return out.write(bytes);
}

/// Bytes of a frame with its length.
[[nodiscard]] inline std::uint64_t frame_size(std::string_view bytes) {
  return sizeof(std::uint64_t) + bytes.size();
}

/// Reads pieces of a file, however small, without a call to the system for each.
class PieceReader {
 public:
  explicit PieceReader(std::unique_ptr<io::Source> in);

  /// Fills `to`; false where the file ends before its first byte. Fails with Fault::input where it
  /// ends before the last.
  [[nodiscard]] Result<bool> read(char *to, std::size_t size);
  /// Reads the next frame; false at the end.
  [[nodiscard]] Result<bool> frame(std::string &bytes);

 private:
  std::unique_ptr<io::Source> in_;
  std::vector<char> buffer_;
  std::string_view held_;  ///< in the buffer, read and not yet given
};

}  // namespace noc837::pipeline
