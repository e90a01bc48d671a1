// SPDX-License-Identifier: Apache-2.0
#include "grammar/terminator_index.hpp"

#include <array>
#include <cstring>

// Highway compiles the part between BEFORE and AFTER once for each instruction set by including
// this file again, and picks one of them at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "grammar/terminator_index.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
//
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace noc837::grammar::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void mark_bytes(std::uint8_t const *data, std::size_t blocks, std::uint8_t byte,
                std::uint64_t *bits) {
#if HWY_TARGET == HWY_SCALAR
  grammar::mark_bytes_plain(data, blocks, byte, bits);
#else
  hn::CappedTag<std::uint8_t, 64> const d;
  std::size_t const lanes = hn::Lanes(d);
  auto const wanted = hn::Set(d, byte);
  for (std::size_t block = 0; block < blocks; ++block, data += 64) {
    std::array<std::uint8_t, 8> mask;
    for (std::size_t i = 0; i < 64; i += lanes) {
      hn::StoreMaskBits(d, hn::Eq(hn::LoadU(d, data + i), wanted), mask.data() + i / 8);
    }
    std::memcpy(bits + block, mask.data(), 8);
  }
#endif
}

}  // namespace noc837::grammar::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace noc837::grammar {

HWY_EXPORT(mark_bytes);

void mark_bytes(std::uint8_t const *data, std::size_t blocks, std::uint8_t byte,
                std::uint64_t *bits) {
  HWY_DYNAMIC_DISPATCH(mark_bytes)(data, blocks, byte, bits);
}

void mark_bytes_plain(std::uint8_t const *data, std::size_t blocks, std::uint8_t byte,
                      std::uint64_t *bits) {
  for (std::size_t block = 0; block < blocks; ++block) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 64; ++i) {
      word |= static_cast<std::uint64_t>(data[block * 64 + i] == byte) << i;
    }
    bits[block] = word;
  }
}

void TerminatorIndex::build(char const *first, char const *last, char terminator) {
  first_ = first;
  last_ = last;
  auto const size = static_cast<std::size_t>(last - first);
  std::size_t const whole = size / 64;
  std::size_t const rest = size % 64;
  bits_.resize(whole + (rest != 0 ? 1 : 0));
  auto const byte = static_cast<std::uint8_t>(terminator);
  mark_bytes(reinterpret_cast<std::uint8_t const *>(first), whole, byte, bits_.data());
  if (rest != 0) {
    // The last bytes are copied out: a vector load past the window's end is not ours to make.
    std::array<std::uint8_t, 64> block{};
    std::memcpy(block.data(), first + whole * 64, rest);
    mark_bytes(block.data(), 1, byte, bits_.data() + whole);
    bits_[whole] &= (std::uint64_t{1} << rest) - 1;
  }
}

}  // namespace noc837::grammar
#endif
