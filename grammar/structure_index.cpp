// SPDX-License-Identifier: Apache-2.0
#include "grammar/structure_index.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

// Compiled once for each instruction set, as in segment_index.cpp; also for the one that compresses
// bytes, which Highway does not take unasked.
#define HWY_WANT_AVX3_DL
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "grammar/structure_index.cpp"
#include <hwy/foreach_target.h>  // IWYU pragma: keep
//
#include <hwy/highway.h>

// What the instruction sets have in common, compiled once.
#ifndef NOC837_STRUCTURE_INDEX_COMMON
#define NOC837_STRUCTURE_INDEX_COMMON
namespace noc837::grammar {
namespace {

/// What stands at 64 bytes; bit n for byte n.
struct ByteMarks {
  std::uint64_t ends = 0;
  std::uint64_t blanks = 0;
  std::uint64_t digits = 0;
  std::uint64_t points = 0;
};

/// What the values are whose ends stand at 64 bytes.
struct ValueMarks {
  std::uint64_t blank = 0;  ///< behind a blank
  std::uint64_t digits = 0;
  std::uint64_t number = 0;
};

/// The first bytes at or behind `starts` that are no digits. A sum carries each start through the
/// digits behind it; `carried` is whether one is carried out of the 64 bytes.
inline std::uint64_t behind_digits(std::uint64_t starts, std::uint64_t digits, bool &carried) {
  std::uint64_t const sum = digits + (starts & digits);
  carried = sum < digits;
  return (sum | starts) & ~digits;
}

/// What is told from the marks of 64 bytes and from what stands before them.
inline ValueMarks value_marks(ByteMarks const &bytes, EndState &state) {
  auto const bit = [](bool on) { return std::uint64_t{on ? 1U : 0U}; };
  std::uint64_t const digits = bytes.digits & ~bytes.ends;
  std::uint64_t const begins = bytes.ends << 1U | bit(state.end);
  std::uint64_t const whole = behind_digits(begins | bit(state.digits), digits, state.digits);
  std::uint64_t const points = whole & bytes.points & ~(begins | bytes.ends);
  std::uint64_t const decimal =
      behind_digits(points << 1U | bit(state.number), digits, state.number);
  ValueMarks values;
  values.blank = bytes.blanks << 1U | bit(state.blank);
  values.digits = whole & ~begins;
  values.number = values.digits | decimal;
  state.number = state.number || points >> 63U != 0;
  state.end = bytes.ends >> 63U != 0;
  state.blank = bytes.blanks >> 63U != 0;
  return values;
}

}  // namespace
}  // namespace noc837::grammar
#endif

HWY_BEFORE_NAMESPACE();
namespace noc837::grammar::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Kinds = std::array<std::uint8_t, 64>;

#if HWY_TARGET == HWY_AVX3_DL
/// Lists the ends of a block, whose first byte has the place `first`, in a few steps. Returns how
/// many there are.
inline std::size_t list_ends(std::uint64_t ends, Kinds const &block, std::size_t first,
                             MarkedEnd *out) {
  hn::ScalableTag<std::uint8_t> const d8;
  hn::ScalableTag<MarkedEnd> const d;
  hn::Rebind<std::uint8_t, decltype(d)> const part;
  auto const is_end = hn::LoadMaskBits(d8, reinterpret_cast<std::uint8_t const *>(&ends));
  alignas(64) Kinds places;
  alignas(64) Kinds kinds;
  hn::Store(hn::Compress(hn::Iota(d8, 0), is_end), d8, places.data());
  hn::Store(hn::Compress(hn::Load(d8, block.data()), is_end), d8, kinds.data());
  auto const base = hn::Set(d, static_cast<MarkedEnd>(first));
  auto const list = [&](std::size_t i) {
    auto const place = hn::Add(hn::PromoteTo(d, hn::Load(part, places.data() + i)), base);
    auto const kind = hn::ShiftLeft<24>(hn::PromoteTo(d, hn::Load(part, kinds.data() + i)));
    hn::StoreU(hn::Or(place, kind), d, out + i);
  };
  auto const count = static_cast<std::size_t>(std::popcount(ends));
  // Nearly every block has less than half as many ends as bytes: how many is hard to foresee.
  list(0);
  list(hn::Lanes(d));
  for (std::size_t i = 2 * hn::Lanes(d); i < count; i += hn::Lanes(d)) list(i);
  return count;
}
#elif HWY_TARGET == HWY_AVX3
/// The same where only words can be compressed.
inline std::size_t list_ends(std::uint64_t ends, Kinds const &block, std::size_t first,
                             MarkedEnd *out) {
  hn::ScalableTag<MarkedEnd> const d;
  hn::CappedTag<std::uint8_t, 16> const d8;
  auto const *const bits = reinterpret_cast<std::uint8_t const *>(&ends);
  MarkedEnd *const begin = out;
  for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) {
    auto const is_end = hn::LoadMaskBits(d, bits + i / 8);
    auto const places = hn::Add(hn::Iota(d, 0), hn::Set(d, static_cast<MarkedEnd>(first + i)));
    auto const kinds = hn::ShiftLeft<24>(hn::PromoteTo(d, hn::Load(d8, block.data() + i)));
    hn::StoreU(hn::Compress(hn::Or(places, kinds), is_end), d, out);
    out += hn::CountTrue(d, is_end);
  }
  return static_cast<std::size_t>(out - begin);
}
#else
/// The same where vectors cannot be compressed: always eight at a time, since how many there are
/// is hard to foresee.
inline std::size_t list_ends(std::uint64_t ends, Kinds const &block, std::size_t first,
                             MarkedEnd *out) {
  auto const count = static_cast<std::size_t>(std::popcount(ends));
  for (std::size_t i = 0; i < count; i += 8) {
    for (std::size_t j = i; j < i + 8; ++j, ends &= ends - 1) {
      auto const bit = static_cast<unsigned>(std::countr_zero(ends)) % 64;
      out[j] = static_cast<MarkedEnd>(first + bit) | MarkedEnd{block[bit]} << 24U;
    }
  }
  return count;
}
#endif

std::size_t mark_value_ends(std::uint8_t const *data, std::size_t blocks,
                            edi::Delimiters const &delimiters, std::size_t first, EndState &state,
                            MarkedEnd *out) {
#if HWY_TARGET == HWY_SCALAR
  return grammar::mark_value_ends_plain(data, blocks, delimiters, first, state, out);
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
  auto const zero = byte('0');
  auto const ten = byte(10);
  auto const point = byte('.');
  auto const kind = [&](auto mask, std::uint8_t bit) {
    return hn::IfThenElseZero(mask, hn::Set(d, bit));
  };
  auto const bytes_of = [](std::uint64_t &word) { return reinterpret_cast<std::uint8_t *>(&word); };
  auto const turn = [](std::uint64_t &word) {
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  };
  std::size_t count = 0;
  auto here = state;  // not in memory
  for (std::size_t i = 0; i < blocks; ++i, data += 64) {
    alignas(64) Kinds kinds;
    ByteMarks marks;
    for (std::size_t at = 0; at < 64; at += lanes) {
      auto const bytes = hn::LoadU(d, data + at);
      // Below a blank the difference wraps round.
      auto const other =
          hn::Or(hn::Eq(bytes, repetition), hn::Gt(hn::Sub(bytes, blank), printable));
      auto const is = hn::Or(hn::Or(kind(hn::Eq(bytes, element), EndKind::element),
                                    kind(hn::Eq(bytes, component), EndKind::component)),
                             hn::Or(kind(hn::Eq(bytes, terminator), EndKind::terminator),
                                    kind(other, EndKind::other)));
      hn::Store(is, d, kinds.data() + at);
      hn::StoreMaskBits(d, hn::Ne(is, hn::Zero(d)), bytes_of(marks.ends) + at / 8);
      hn::StoreMaskBits(d, hn::Eq(bytes, blank), bytes_of(marks.blanks) + at / 8);
      hn::StoreMaskBits(d, hn::Lt(hn::Sub(bytes, zero), ten), bytes_of(marks.digits) + at / 8);
      hn::StoreMaskBits(d, hn::Eq(bytes, point), bytes_of(marks.points) + at / 8);
    }
    for (auto *word : {&marks.ends, &marks.blanks, &marks.digits, &marks.points}) turn(*word);
    auto const ends = marks.ends;
    auto values = value_marks(marks, here);
    for (auto *word : {&values.blank, &values.digits, &values.number}) turn(*word);
    for (std::size_t at = 0; at < 64; at += lanes) {
      auto const more = [&](std::uint64_t &word, std::uint8_t bit) {
        return kind(hn::LoadMaskBits(d, bytes_of(word) + at / 8), bit);
      };
      auto const is = hn::Or(
          hn::Or(hn::Load(d, kinds.data() + at), more(values.blank, EndKind::blank)),
          hn::Or(more(values.digits, EndKind::digits), more(values.number, EndKind::number)));
      hn::Store(is, d, kinds.data() + at);
    }
    count += list_ends(ends, kinds, first + 64 * i, out + count);
  }
  state = here;
  return count;
#endif
}

void list_values(MarkedEnd const *marked, std::size_t count, ValueEnd first, ValueLists out) {
  hn::CappedTag<ValueEnd, 16> const d;
  hn::Rebind<std::uint8_t, decltype(d)> const d8;
  hn::RebindToSigned<decltype(d)> const signed_d;
  auto const place = hn::Set(d, 0xffffffU);
  auto const byte_of = [&](auto words) { return hn::DemoteTo(d8, hn::BitCast(signed_d, words)); };
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    auto const end = hn::LoadU(d, marked + i);
    auto const before = hn::LoadU(d, marked + i - 1);
    auto const length = hn::Sub(hn::And(hn::Sub(end, before), place), hn::Set(d, 1));
    auto const bytes = byte_of(hn::Min(length, hn::Set(d, 255)));
    auto const empty = hn::IfThenElseZero(hn::Eq(bytes, hn::Zero(d8)), hn::Set(d8, EndKind::empty));
    hn::StoreU(hn::Add(hn::And(end, place), hn::Set(d, first)), d, out.places + i);
    hn::StoreU(hn::Or(byte_of(hn::ShiftRight<24>(end)), empty), d8, out.kinds + i);
    hn::StoreU(bytes, d8, out.lengths + i);
  }
}

}  // namespace noc837::grammar::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace noc837::grammar {

HWY_EXPORT(mark_value_ends);
HWY_EXPORT(list_values);

std::size_t mark_value_ends(std::uint8_t const *data, std::size_t blocks,
                            edi::Delimiters const &delimiters, std::size_t first, EndState &state,
                            MarkedEnd *out) {
  return HWY_DYNAMIC_DISPATCH(mark_value_ends)(data, blocks, delimiters, first, state, out);
}

std::size_t mark_value_ends_plain(std::uint8_t const *data, std::size_t blocks,
                                  edi::Delimiters const &delimiters, std::size_t first,
                                  EndState &state, MarkedEnd *out) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < 64 * blocks; ++i) {
    auto const c = static_cast<char>(data[i]);
    auto const bit = [](bool on, std::uint8_t kind) { return on ? unsigned{kind} : 0U; };
    auto const kind = bit(c == delimiters.element, EndKind::element) |
                      bit(c == delimiters.component, EndKind::component) |
                      bit(c == delimiters.terminator, EndKind::terminator) |
                      bit(c < ' ' || c > '~' || c == delimiters.repetition, EndKind::other);
    if (kind != 0) {
      auto const value = bit(state.blank, EndKind::blank) | bit(state.digits, EndKind::digits) |
                         bit(state.digits || state.number, EndKind::number);
      out[count++] = static_cast<MarkedEnd>(first + i) | (kind | value) << 24U;
    }
    bool const digit = kind == 0 && c >= '0' && c <= '9';
    state.number = (state.number && digit) || (state.digits && kind == 0 && c == '.');
    state.digits = (state.digits || state.end) && digit;
    state.blank = c == ' ';
    state.end = kind != 0;
  }
  return count;
}

/// The places in `marked` tell lengths as long as they do not wrap round, which only that of the
/// first value can.
void list_values(MarkedEnd const *marked, std::size_t count, ValueEnd first, ValueLists out) {
  if (count == 0) return;
  HWY_DYNAMIC_DISPATCH(list_values)(marked, count, first, out);
  auto const length = out.places[0] - out.places[-1] - 1;
  out.lengths[0] = static_cast<std::uint8_t>(std::min<ValueEnd>(length, 255));
  out.kinds[0] = static_cast<std::uint8_t>(marked[0] >> 24U | (length == 0 ? EndKind::empty : 0));
}

void StructureIndex::build(std::string_view bytes, edi::Delimiters const &delimiters) {
  constexpr std::size_t more = 32;  // than there are ends: what is written and read in one step
  first_ = bytes.data();
  auto const *const data = reinterpret_cast<std::uint8_t const *>(first_);
  std::size_t const whole = bytes.size() / 64;
  std::size_t const rest = bytes.size() % 64;
  // The last bytes are copied out: a vector load past their end is not ours to make. What follows
  // them, of which there is at least one byte, is foreign and so marks the end.
  std::array<std::uint8_t, 64> last{};
  if (rest != 0) std::memcpy(last.data(), data + 64 * whole, rest);
  std::size_t count = 0;
  EndState state;
  MarkedEnd *const marked = marked_.data() + 1;
  for (std::size_t at = 0; at <= whole; at += most_blocks) {
    auto const blocks = std::min(most_blocks, whole - at);
    auto fresh = mark_value_ends(data + 64 * at, blocks, delimiters, 0, state, marked);
    if (blocks < most_blocks) {
      fresh += mark_value_ends(last.data(), 1, delimiters, 64 * blocks, state, marked + fresh);
    }
    if (ends_.size() < 1 + count + fresh + more) {
      ends_.resize(std::max(2 * ends_.size(), 1 + count + 64 * most_blocks + more));
      ends_[0] = ~ValueEnd{0};
      kinds_.resize(ends_.size());
      lengths_.resize(ends_.size());
    }
    list_values(marked, fresh, static_cast<ValueEnd>(64 * at),
                {&ends_[1 + count], &kinds_[count], &lengths_[count]});
    count += fresh;
  }
}

}  // namespace noc837::grammar
#endif
