// SPDX-License-Identifier: Apache-2.0
// How a file is compressed.
#pragma once

#include <cstdint>
#include <string_view>

namespace noc837::io {

enum class Codec : std::uint8_t { none, zstd, gzip };

/// By the first bytes of a file, whatever its name.
[[nodiscard]] constexpr Codec codec_of(std::string_view head) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(head[i]); };
  if (head.size() >= 2 && byte(0) == 0x1F && byte(1) == 0x8B) return Codec::gzip;
  if (head.size() >= 4 && byte(1) == 0xB5 && byte(2) == 0x2F && byte(3) == 0xFD &&
      byte(0) == 0x28) {
    return Codec::zstd;
  }
  // A skippable zstd frame: 0x184D2A50 to 0x184D2A5F, little endian.
  if (head.size() >= 4 && (byte(0) & 0xF0U) == 0x50 && byte(1) == 0x2A && byte(2) == 0x4D &&
      byte(3) == 0x18) {
    return Codec::zstd;
  }
  return Codec::none;
}

/// What a file name gets at its end: ".zst", ".gz" or nothing.
[[nodiscard]] constexpr std::string_view suffix(Codec codec) {
  switch (codec) {
    case Codec::zstd:
      return ".zst";
    case Codec::gzip:
      return ".gz";
    case Codec::none:
      break;
  }
  return "";
}

}  // namespace noc837::io
