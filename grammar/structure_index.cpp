// SPDX-License-Identifier: Apache-2.0
#include "grammar/structure_index.hpp"

#include <array>
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

void mark_structure(std::uint8_t const *data, std::size_t blocks, edi::Delimiters const &delimiters,
                    std::uint64_t *bits) {
#if HWY_TARGET == HWY_SCALAR
  grammar::mark_structure_plain(data, blocks, delimiters, bits);
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
  for (std::size_t block = 0; block < blocks; ++block, data += 64) {
    std::array<std::uint8_t, 8> mask;
    for (std::size_t i = 0; i < 64; i += lanes) {
      auto const bytes = hn::LoadU(d, data + i);
      auto const delimiter = hn::Or(hn::Or(hn::Eq(bytes, element), hn::Eq(bytes, component)),
                                    hn::Or(hn::Eq(bytes, repetition), hn::Eq(bytes, terminator)));
      auto const foreign = hn::Gt(hn::Sub(bytes, blank), printable);  // below a blank wraps round
      hn::StoreMaskBits(d, hn::Or(delimiter, foreign), mask.data() + i / 8);
    }
    std::memcpy(bits + block, mask.data(), 8);
  }
#endif
}

}  // namespace noc837::grammar::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace noc837::grammar {

HWY_EXPORT(mark_structure);

void mark_structure(std::uint8_t const *data, std::size_t blocks, edi::Delimiters const &delimiters,
                    std::uint64_t *bits) {
  HWY_DYNAMIC_DISPATCH(mark_structure)(data, blocks, delimiters, bits);
}

void mark_structure_plain(std::uint8_t const *data, std::size_t blocks,
                          edi::Delimiters const &delimiters, std::uint64_t *bits) {
  for (std::size_t block = 0; block < blocks; ++block) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 64; ++i) {
      std::uint8_t const byte = data[block * 64 + i];
      auto const c = static_cast<char>(byte);
      bool const marked = byte < 0x20 || byte > 0x7E || c == delimiters.element ||
                          c == delimiters.component || c == delimiters.repetition ||
                          c == delimiters.terminator;
      word |= static_cast<std::uint64_t>(marked) << i;
    }
    bits[block] = word;
  }
}

void StructureIndex::build(std::string_view bytes, edi::Delimiters const &delimiters) {
  first_ = bytes.data();
  last_ = first_ + bytes.size();
  std::size_t const whole = bytes.size() / 64;
  std::size_t const rest = bytes.size() % 64;
  bits_.resize(whole + 2);
  mark_structure(reinterpret_cast<std::uint8_t const *>(first_), whole, delimiters, bits_.data());
  // The last bytes are copied out: a vector load past their end is not ours to make. What follows
  // them counts as marked.
  std::array<std::uint8_t, 64> block{};
  if (rest != 0) std::memcpy(block.data(), first_ + whole * 64, rest);
  mark_structure(block.data(), 1, delimiters, bits_.data() + whole);
  bits_[whole + 1] = ~std::uint64_t{0};
}

}  // namespace noc837::grammar
#endif
