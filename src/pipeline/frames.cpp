// SPDX-License-Identifier: Apache-2.0
#include "pipeline/frames.hpp"

#include <algorithm>

namespace noc837::pipeline {
namespace {

tl::unexpected<Error> cut_short() {
  return fail(Fault::input, "the file is cut short", "the file as it was written");
}

}  // namespace

PieceReader::PieceReader(std::unique_ptr<io::Source> in)
    : in_(std::move(in)), buffer_(std::size_t{256} << 10U) {}

Result<bool> PieceReader::read(char *to, std::size_t size) {
  for (std::size_t have = 0; have < size;) {
    if (held_.empty()) {
      auto const got = in_->read(buffer_.data(), buffer_.size());
      if (!got) return tl::unexpected(got.error());
      if (*got == 0) {
        if (have == 0) return false;
        return cut_short();
      }
      held_ = {buffer_.data(), *got};
    }
    auto const count = held_.copy(to + have, size - have);
    held_.remove_prefix(count);
    have += count;
  }
  return true;
}

Result<bool> PieceReader::frame(std::string &bytes) {
  std::uint64_t size = 0;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  auto more = read(reinterpret_cast<char *>(&size), sizeof size);
  if (!more || !*more) return more;
  // Grown as bytes come, so that a damaged length takes no memory.
  constexpr std::uint64_t piece = std::uint64_t{1} << 20U;
  bytes.clear();
  while (bytes.size() < size) {
    auto const have = bytes.size();
    bytes.resize(have + std::min(piece, size - have));
    auto whole = read(bytes.data() + have, bytes.size() - have);
    if (!whole) return whole;
    if (!*whole) return cut_short();
  }
  return true;
}

}  // namespace noc837::pipeline
