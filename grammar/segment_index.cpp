// SPDX-License-Identifier: Apache-2.0
#include "grammar/segment_index.hpp"

#include <algorithm>
#include <array>
#include <cstring>

// Highway compiles the part between BEFORE and AFTER once for each instruction set by including
// this file again, and picks one of them at run time.
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "grammar/segment_index.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
//
#include <hwy/highway.h>

// What the instruction sets have in common, compiled once.
#ifndef NOC837_SEGMENT_INDEX_COMMON
#define NOC837_SEGMENT_INDEX_COMMON
namespace noc837::grammar {
namespace {

/// Pairs of letters as two tables: a pair is marked where the entries of its two bytes share a bit.
/// Bit 0 is CL and HL; 1 ST, SE, SV; 2 GS, GE, IS, IE; 3 LX. A byte's place in a table is not all
/// that it says, but what is marked in vain is rare, and the grammar looks again: QTY, K3, SVD.
/// First letters stand at the sums of their two halves without carry, in which C differs from S, so
/// that a CTP is not marked for an ST. Both cases of a letter are there.
constexpr std::array<std::uint8_t, 16> first_letters = {
    // 1: g, 3: G, 4: s, 5: c, 6: S, 7: C, 8: L, A: l, C: H, D: I, E: h, F: i
    0, 4, 0, 4, 2, 1, 2, 1, 8, 0, 8, 0, 1, 4, 1, 4};
/// Second letters stand at their low four bits.
constexpr std::array<std::uint8_t, 16> second_letters = {
    // 3: S, 4: T, 5: E, 6: V, 8: X, C: L
    0, 0, 0, 4, 2, 2 | 4, 2, 0, 8, 0, 0, 0, 1, 0, 0, 0};

/// Space, tab, line feed and carriage return, by their low four bits; every other entry differs
/// from all bytes that have its place.
constexpr std::array<std::uint8_t, 16> blanks_and_line_ends = {' ', 0,    0,    0, 0, 0,    0, 0,
                                                               0,   '\t', '\n', 0, 0, '\r', 0, 0};

/// What stands at 64 bytes.
struct ByteMarks {
  std::uint64_t terminators = 0;
  std::uint64_t padding = 0;  ///< terminators, blanks and line ends
  std::uint64_t pairs = 0;    ///< letters that a segment of interest can begin with
};

/// From what stands at the bytes to what it means there. A sum carries every start of padding
/// through the padding to the first byte behind it. `blanks` marks spaces and tabs.
template <class Blanks>
inline IndexWord word_of(ByteMarks const &marks, IndexState &state, Blanks const &blanks) {
  std::uint64_t const begins = marks.terminators << 1U | state.begins;
  std::uint64_t const begun = begins & marks.padding;
  std::uint64_t const sum = marks.padding + begun;
  std::uint64_t const before_segment = (marks.padding & ~sum) | begun;
  std::uint64_t const starts = (sum | begins) & ~marks.padding;
  IndexWord word;
  word.ends = marks.terminators & ~before_segment;
  word.candidates = starts & marks.pairs;
  word.before = state.segments;
  if (before_segment != 0) {
    word.oddities = before_segment & (marks.terminators | blanks());
    state.odd |= word.oddities;
  }
  bool const carried = sum < marks.padding;
  state.begins = marks.terminators >> 63U | static_cast<std::uint64_t>(carried);
  state.segments += static_cast<std::uint64_t>(std::popcount(word.ends));
  return word;
}

}  // namespace
}  // namespace noc837::grammar
#endif

HWY_BEFORE_NAMESPACE();
namespace noc837::grammar::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void index_words(char const *data, std::size_t count, char terminator, IndexState &state,
                 IndexWord *words) {
#if HWY_TARGET == HWY_SCALAR
  grammar::index_words_plain(data, count, terminator, state, words);
#else
  hn::CappedTag<std::uint8_t, 64> const d;
  hn::Repartition<std::uint16_t, decltype(d)> const pairs;
  std::size_t const lanes = hn::Lanes(d);
  auto const is_terminator = hn::Set(d, static_cast<std::uint8_t>(terminator));
  auto const low_bits = hn::Set(d, 0x0F);
  auto const first = hn::LoadDup128(d, first_letters.data());
  auto const second = hn::LoadDup128(d, second_letters.data());
  auto const spaces = hn::LoadDup128(d, blanks_and_line_ends.data());
  auto const *bytes = reinterpret_cast<std::uint8_t const *>(data);
  // Calls `store` with a mask for each vector of the 64 bytes.
  auto const bits_of = [&](auto const &mask_at) {
    std::array<std::uint8_t, 8> bits{};
    for (std::size_t i = 0; i < 64; i += lanes) {
      hn::StoreMaskBits(d, mask_at(i), bits.data() + i / 8);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, bits.data(), sizeof word);
    return word;
  };
  for (std::size_t at = 0; at < count; ++at, bytes += 64) {
    ByteMarks marks;
    marks.terminators =
        bits_of([&](std::size_t i) { return hn::Eq(hn::LoadU(d, bytes + i), is_terminator); });
    marks.padding = marks.terminators | bits_of([&](std::size_t i) {
                      auto const here = hn::LoadU(d, bytes + i);
                      return hn::Eq(here, hn::TableLookupBytes(spaces, hn::And(here, low_bits)));
                    });
    marks.pairs = bits_of([&](std::size_t i) {
      auto const byte = hn::LoadU(d, bytes + i);
      // Shifted in pairs of bytes, since there are no narrower shifts: the mask takes off the rest.
      auto const halves =
          hn::Xor(byte, hn::BitCast(d, hn::ShiftRight<4>(hn::BitCast(pairs, byte))));
      auto const here = hn::And(halves, low_bits);
      auto const next = hn::And(hn::LoadU(d, bytes + i + 1), low_bits);
      auto const shared =
          hn::And(hn::TableLookupBytes(first, here), hn::TableLookupBytes(second, next));
      return hn::Ne(shared, hn::Zero(d));
    });
    words[at] = word_of(marks, state, [&] {
      return bits_of([&](std::size_t i) {
        auto const here = hn::LoadU(d, bytes + i);
        return hn::Or(hn::Eq(here, hn::Set(d, ' ')), hn::Eq(here, hn::Set(d, '\t')));
      });
    });
  }
#endif
}

}  // namespace noc837::grammar::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace noc837::grammar {

HWY_EXPORT(index_words);

void index_words(char const *data, std::size_t count, char terminator, IndexState &state,
                 IndexWord *words) {
  HWY_DYNAMIC_DISPATCH(index_words)(data, count, terminator, state, words);
}

void index_words_plain(char const *data, std::size_t count, char terminator, IndexState &state,
                       IndexWord *words) {
  for (std::size_t at = 0; at < count; ++at, data += 64) {
    auto const bits_of = [data](auto const &holds) {
      std::uint64_t word = 0;
      for (std::size_t i = 0; i < 64; ++i) {
        word |= static_cast<std::uint64_t>(holds(data[i], data[i + 1])) << i;
      }
      return word;
    };
    auto const is_blank = [](char c, char) { return c == ' ' || c == '\t'; };
    ByteMarks marks;
    marks.terminators = bits_of([&](char c, char) { return c == terminator; });
    marks.padding = bits_of([&](char c, char next) {
      return c == terminator || is_blank(c, next) || c == '\r' || c == '\n';
    });
    marks.pairs = bits_of([](char c, char next) {
      auto const byte = static_cast<unsigned char>(c);
      return (first_letters[(byte ^ byte >> 4U) & 0x0FU] & second_letters[next & 0x0F]) != 0;
    });
    words[at] = word_of(marks, state, [&] { return bits_of(is_blank); });
  }
}

void SegmentIndex::start(char const *first, char const *last, char terminator) {
  first_ = first;
  last_ = last;
  terminator_ = terminator;
  // One word more: where a pass over whole words ends.
  auto const words = (static_cast<std::size_t>(last - first) + 63) / 64 + 1;
  if (words_.size() < words) words_.resize(words);
  state_ = {};
  indexed_ = word_ = bit_ = 0;
  candidates_ = index_more() ? words_[0].candidates : 0;
}

/// Indexes the next few kilobytes; false at the window's end.
bool SegmentIndex::index_more() {
  auto const begin = indexed_ * 64;
  auto const size = static_cast<std::size_t>(last_ - first_);
  if (begin >= size) return false;
  if (auto const left = size - begin; left > 64) {
    std::size_t const count = std::min(ahead, (left - 1) / 64);
    index_words(first_ + begin, count, terminator_, state_, &words_[indexed_]);
    indexed_ += count;
  } else {
    // The last bytes are copied out: a vector load past the window's end is not ours to make.
    std::array<char, 65> block;
    block.fill(static_cast<char>(~terminator_ | 0x40));  // neither terminator nor padding
    std::memcpy(block.data(), first_ + begin, left);
    index_words(block.data(), 1, terminator_, state_, &words_[indexed_++]);
  }
  words_[indexed_].before = state_.segments;
  return true;
}

SegmentIndex::Passed SegmentIndex::finish(char const *stop) {
  auto const size = static_cast<std::size_t>(stop - first_);
  auto const word = size / 64;
  auto const bit = static_cast<unsigned>(size % 64);
  while (indexed_ * 64 < size) index_more();
  if (word == indexed_) words_[word].ends = 0;
  Passed passed;
  passed.end = first_;
  passed.segments = static_cast<std::uint32_t>(ends_before(word, bit));
  std::uint64_t below = (std::uint64_t{1} << bit) - 1;
  for (std::size_t at = word + 1; at-- > 0; below = ~std::uint64_t{0}) {
    auto const ends = words_[at].ends & below;
    if (ends == 0) continue;
    passed.end = first_ + at * 64 + std::bit_width(ends);
    break;
  }
  for (std::size_t at = 0; state_.odd != 0 && at * 64 < size; ++at) {
    for (std::uint64_t odd = words_[at].oddities; odd != 0; odd &= odd - 1) {
      auto const place = at * 64 + static_cast<std::size_t>(std::countr_zero(odd));
      if (place >= size) break;
      passed.strays += first_[place] == terminator_ ? 1 : 0;
      passed.indented = passed.indented || first_[place] != terminator_;
    }
  }
  return passed;
}

}  // namespace noc837::grammar
#endif
