// SPDX-License-Identifier: Apache-2.0
// SHA-256 of what is read or written.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "base/error.hpp"

namespace noc837::io {

class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest &&) noexcept;
  Digest &operator=(Digest &&) noexcept;

  void add(std::string_view bytes);
  /// The digest of all bytes added, in lower-case hex. Ends the use of this object.
  [[nodiscard]] std::string hex();
  /// The same in base64.
  [[nodiscard]] std::string base64();

 private:
  struct State;
  using Value = std::array<unsigned char, 32>;
  [[nodiscard]] Value value();

  std::unique_ptr<State> state_;
};

/// SHA-256 of a file as it is stored, in lower-case hex. Fails with Fault::input.
[[nodiscard]] Result<std::string> sha256_of(std::string const &path);

}  // namespace noc837::io
