// SPDX-License-Identifier: Apache-2.0
// Bytes put aside until what has to stand before them is known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "io/sink.hpp"

namespace noc837::io {

/// Takes bytes, then gives them back in order. A few stay in memory; more go to a file in `folder`
/// that has no name, so that nobody else reads it and nothing is left when the program ends.
class Spill {
 public:
  explicit Spill(std::string folder, std::size_t most_held = std::size_t{1} << 20U)
      : folder_(std::move(folder)), most_held_(most_held) {}
  ~Spill();
  Spill(Spill const &) = delete;
  Spill &operator=(Spill const &) = delete;

  [[nodiscard]] Result<void> write(std::string_view bytes);
  /// From here on the bytes are given back, the first one first.
  [[nodiscard]] Result<void> rewind();
  /// Gives the next `size` bytes to `to`; there are at least so many left.
  [[nodiscard]] Result<void> copy(std::uint64_t size, Sink &to);
  /// Forgets all bytes and takes new ones.
  [[nodiscard]] Result<void> clear();

 private:
  [[nodiscard]] Result<void> store();
  [[nodiscard]] Result<void> open();
  [[nodiscard]] tl::unexpected<Error> failure(int error) const;

  std::string folder_;
  std::size_t most_held_;
  int descriptor_ = -1;
  std::string held_;    ///< not in the file: bytes taken last, or those to give back next
  std::size_t at_ = 0;  ///< of `held_`, what was given back
};

}  // namespace noc837::io
