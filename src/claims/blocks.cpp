// SPDX-License-Identifier: Apache-2.0
#include "claims/blocks.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace noc837::claims {
namespace {

/// A small input is read at once, and no memory is laid out for more.
constexpr std::size_t first_block = std::size_t{32} << 10U;

}  // namespace

void Blocks::next(Block &block) {
  auto const size = std::min(first_ ? first_block : size_.load(std::memory_order_relaxed), most_);
  first_ = false;
  char *const to = block.reset(std::max(size, carried_.size() + 1), carried_);
  std::size_t const room = block.bytes().size();
  std::size_t held = carried_.size();
  carried_.clear();
  while (held < room && !block.last) {
    auto const got = source_.read(to + held, room - held);
    if (!got) {
      block.failure = got.error();
      block.last = true;
      break;
    }
    block.last = *got == 0;
    held += *got;
  }
  block.shrink(held);
  if (block.last) return;
  std::size_t const end = last_unit(block.bytes());
  if (end < held) block.before_unit = scan_.delimiters;
  carried_ = block.bytes().substr(end);
  block.shrink(end);
}

void Blocks::aim(std::size_t bytes, std::size_t count, std::size_t wanted) {
  constexpr std::size_t least = std::size_t{8} << 10U;
  auto const fitting = bytes * wanted / std::max<std::size_t>(count, 1);
  size_.store(std::max(fitting, least), std::memory_order_relaxed);
}

/// Where the last unit begins that begins in `bytes`, if it does near the end; else their end.
std::size_t Blocks::last_unit(std::string_view bytes) {
  auto const delimiters = likely_delimiters();
  if (!delimiters) return bytes.size();
  scan_.delimiters = *delimiters;
  for (std::size_t const farthest : {std::size_t{4} << 10U, std::size_t{64} << 10U}) {
    auto const from = bytes.size() - std::min(farthest, bytes.size() / 2);
    auto const terminator = bytes.find(delimiters->terminator, from);
    if (terminator == std::string_view::npos) continue;
    char const *const first = bytes.data() + terminator + 1;
    scanner_.scan(first, bytes.data() + bytes.size(), scan_);
    if (!scan_.marks.empty()) return terminator + 1 + scan_.marks.back().offset;
  }
  return bytes.size();
}

std::optional<edi::Delimiters> Blocks::likely_delimiters() const {
  auto const packed = std::bit_cast<std::array<char, 8>>(likely_.load(std::memory_order_relaxed));
  if (packed[4] == 0) return std::nullopt;
  return edi::Delimiters{packed[0], packed[1], packed[2], packed[3]};
}

void Blocks::set_likely_delimiters(std::optional<edi::Delimiters> const &delimiters) {
  if (!delimiters) return;
  std::array<char, 8> const packed = {delimiters->element, delimiters->component,
                                      delimiters->repetition, delimiters->terminator, 1};
  likely_.store(std::bit_cast<std::uint64_t>(packed), std::memory_order_relaxed);
}

}  // namespace noc837::claims
