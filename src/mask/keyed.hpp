// SPDX-License-Identifier: Apache-2.0
// Values replaced by others of the same shape, the same value always by the same other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/error.hpp"

namespace noc837::mask {

/// What a value is; the same text masks differently as a name and as an id.
enum class Kind : std::uint8_t { name, id, npi, birth_date, text, offset };

/// A secret key. Who has it can test a guess ("is this John's mask?") but cannot undo a mask.
class Key {
 public:
  static constexpr std::size_t size = 32;

  /// A new key, for masks that need not be repeated.
  [[nodiscard]] static Result<Key> random();
  /// Any file of at least 16 bytes; Fault::usage when it is shorter or cannot be read.
  [[nodiscard]] static Result<Key> from_file(std::string const &path);

  /// Bytes that depend on key, kind, value and `round`, and tell nothing about any of them.
  [[nodiscard]] std::array<std::uint8_t, 64> bytes(Kind kind, std::string_view value,
                                                   std::uint8_t round) const;

 private:
  Key() = default;
  std::array<std::uint8_t, size> key_{};
};

/// Replaces letters by letters of the same case and digits by digits, and keeps every other byte.
/// The replacement follows from the value without its outer blanks, in any case; `salt` gives
/// another one.
void mask_value(Key const &key, Kind kind, std::span<char> value, std::uint8_t salt = 0);

/// The same for an NPI: a valid one gets a valid one, anything else stays invalid.
void mask_npi(Key const &key, std::span<char> value);

}  // namespace noc837::mask
