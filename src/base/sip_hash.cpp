// SPDX-License-Identifier: Apache-2.0
#include "base/sip_hash.hpp"

#include <sodium.h>

#include <cstring>

namespace noc837 {

std::uint64_t sip_hash(std::string_view text, SipKey const &key) {
  static_assert(std::tuple_size_v<SipKey> == crypto_shorthash_KEYBYTES);
  std::array<unsigned char, crypto_shorthash_BYTES> hash{};
  crypto_shorthash(hash.data(), reinterpret_cast<unsigned char const *>(text.data()), text.size(),
                   key.data());
  std::uint64_t out = 0;
  static_assert(sizeof out == sizeof hash);
  std::memcpy(&out, hash.data(), sizeof out);
  return out;
}

}  // namespace noc837
