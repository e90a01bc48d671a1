// SPDX-License-Identifier: Apache-2.0
// Compression of an output stream: private to src/io.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "base/error.hpp"
#include "io/codec.hpp"

namespace noc837::io {

/// Turns bytes into stored bytes and hands those on in pieces.
class Encoder {
 public:
  using Next = std::function<Result<void>(std::string_view)>;
  virtual ~Encoder() = default;

  [[nodiscard]] virtual Result<void> write(std::string_view bytes, Next const &next) = 0;
  [[nodiscard]] virtual Result<void> finish(Next const &next) = 0;
};

/// zstd at level 3, gzip at level 6, or bytes as they are.
[[nodiscard]] std::unique_ptr<Encoder> make_encoder(Codec codec);

}  // namespace noc837::io
