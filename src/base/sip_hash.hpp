// SPDX-License-Identifier: Apache-2.0
// Hashes by which texts are known again that are not kept.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace noc837 {

using SipKey = std::array<unsigned char, 16>;

/// SipHash-2-4: without the key a hash tells nothing of its text.
[[nodiscard]] std::uint64_t sip_hash(std::string_view text, SipKey const &key);

}  // namespace noc837
