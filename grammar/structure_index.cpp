// SPDX-License-Identifier: Apache-2.0
#include "grammar/structure_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

// Compiled once for each instruction set, as in terminator_index.cpp.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "grammar/structure_index.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
//
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace noc837::grammar::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX3_DL
/// Lists the bits of `mask`, which stand for places from `first` on, in a few steps.
inline ValueEnd *list_bits(std::uint8_t const *mask, ValueEnd first, ValueEnd *out) {
  hn::ScalableTag<ValueEnd> const d;
  for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) {
    auto const marked = hn::LoadMaskBits(d, mask + i / 8);
    auto const places = hn::Add(hn::Iota(d, 0), hn::Set(d, first + static_cast<ValueEnd>(i)));
    hn::StoreU(hn::Compress(places, marked), d, out);
    out += hn::CountTrue(d, marked);
  }
  return out;
}
#else
/// The same where vectors cannot be compressed: always eight at a time, since how many there are
/// is hard to foresee.
inline ValueEnd *list_bits(std::uint8_t const *mask, ValueEnd first, ValueEnd *out) {
  std::uint64_t word = 0;
  std::memcpy(&word, mask, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  auto const count = std::popcount(word);
  for (int i = 0; i < count; i += 8) {
    for (int j = 0; j < 8; ++j, word &= word - 1) {
      out[i + j] = first + static_cast<ValueEnd>(std::countr_zero(word));
    }
  }
  return out + count;
}
#endif

std::size_t list_value_ends(std::uint8_t const *data, std::size_t blocks,
                            edi::Delimiters const &delimiters, ValueEnd first, ValueEnd *ends) {
#if HWY_TARGET == HWY_SCALAR
  return grammar::list_value_ends_plain(data, blocks, delimiters, first, ends);
#else
  hn::CappedTag<std::uint8_t, 64> const d;
  std::size_t const lanes = hn::Lanes(d);
  auto const byte = [&](char c) { return hn::Set(d, static_cast<std::uint8_t>(c)); };
  auto const element = byte(delimiters.element);
  auto const component = byte(delimiters.component);
  auto const repetition = byte(delimiters.repetition);
  auto const terminator = byte(delimiters.terminator);
  auto const blank = byte(' ');
  auto const printable = byte('~' - ' ');
  ValueEnd *out = ends;
  for (std::size_t block = 0; block < blocks; ++block, data += 64) {
    std::array<std::uint8_t, 8> mask;
    for (std::size_t i = 0; i < 64; i += lanes) {
      auto const bytes = hn::LoadU(d, data + i);
      auto const delimiter = hn::Or(hn::Or(hn::Eq(bytes, element), hn::Eq(bytes, component)),
                                    hn::Or(hn::Eq(bytes, repetition), hn::Eq(bytes, terminator)));
      auto const foreign = hn::Gt(hn::Sub(bytes, blank), printable);  // below a blank wraps round
      hn::StoreMaskBits(d, hn::Or(delimiter, foreign), mask.data() + i / 8);
    }
    out = list_bits(mask.data(), first + static_cast<ValueEnd>(64 * block), out);
  }
  return static_cast<std::size_t>(out - ends);
#endif
}

}  // namespace noc837::grammar::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace noc837::grammar {

HWY_EXPORT(list_value_ends);

std::size_t list_value_ends(std::uint8_t const *data, std::size_t blocks,
                            edi::Delimiters const &delimiters, ValueEnd first, ValueEnd *ends) {
  return HWY_DYNAMIC_DISPATCH(list_value_ends)(data, blocks, delimiters, first, ends);
}

std::size_t list_value_ends_plain(std::uint8_t const *data, std::size_t blocks,
                                  edi::Delimiters const &delimiters, ValueEnd first,
                                  ValueEnd *ends) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < 64 * blocks; ++i) {
    auto const c = static_cast<char>(data[i]);
    bool const marked = data[i] < 0x20 || data[i] > 0x7E || c == delimiters.element ||
                        c == delimiters.component || c == delimiters.repetition ||
                        c == delimiters.terminator;
    ends[count] = first + static_cast<ValueEnd>(i);
    count += marked ? 1 : 0;
  }
  return count;
}

void StructureIndex::build(std::string_view bytes, edi::Delimiters const &delimiters) {
  constexpr std::size_t at_once = 64;  // blocks
  first_ = bytes.data();
  auto const *const data = reinterpret_cast<std::uint8_t const *>(first_);
  std::size_t const whole = bytes.size() / 64;
  std::size_t const rest = bytes.size() % 64;
  std::size_t count = 0;
  auto const list = [&](std::uint8_t const *from, std::size_t at, std::size_t blocks) {
    if (ends_.size() < count + 64 * blocks + 16) {
      ends_.resize(std::max(2 * ends_.size(), count + 64 * (at_once + 1)));
    }
    count +=
        list_value_ends(from, blocks, delimiters, static_cast<ValueEnd>(64 * at), &ends_[count]);
  };
  for (std::size_t at = 0; at < whole; at += at_once) {
    list(data + 64 * at, at, std::min(at_once, whole - at));
  }
  // The last bytes are copied out: a vector load past their end is not ours to make. What follows
  // them, of which there is at least one byte, is foreign and so marks the end.
  std::array<std::uint8_t, 64> block{};
  if (rest != 0) std::memcpy(block.data(), data + 64 * whole, rest);
  list(block.data(), whole, 1);
}

}  // namespace noc837::grammar
#endif
