// SPDX-License-Identifier: Apache-2.0
#include "tables/text_column.hpp"

#include <zstd.h>

#include <algorithm>

#include "tables/format.hpp"

namespace noc837::tables {
namespace {

constexpr int level = 12;
/// No block that we write comes near it; a damaged one might ask for anything.
constexpr unsigned long long most_block_bytes = 64U << 20U;

std::string decompressed(std::string_view packed) {
  auto const size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN ||
      size > most_block_bytes) {
    return {};
  }
  std::string out(size, '\0');
  auto const got = ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) != 0 || got != out.size()) out.clear();
  return out;
}

}  // namespace

void TextColumnWriter::add(std::string_view text) {
  auto const from = block_.size();
  block_.append(text);
  std::replace(block_.begin() + static_cast<std::ptrdiff_t>(from), block_.end(), '\n', ' ');
  block_ += '\n';
  if (++entries_ == block_entries) flush();
}

void TextColumnWriter::finish() {
  if (entries_ != 0) flush();
}

void TextColumnWriter::flush() {
  std::string packed(ZSTD_compressBound(block_.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), block_.data(), block_.size(), level));
  bytes_ += packed;
  ends_.push_back(bytes_.size());
  block_.clear();
  entries_ = 0;
}

std::string TextColumn::at(std::size_t index) const {
  std::size_t const block = index / block_entries;
  if (block >= ends_.size()) return {};
  std::uint64_t const begin = block == 0 ? 0 : ends_[block - 1];
  if (begin > ends_[block] || ends_[block] > bytes_.size()) return {};
  std::string const text = decompressed(bytes_.substr(begin, ends_[block] - begin));
  std::string_view rest = text;
  for (std::size_t skip = index % block_entries; skip > 0; --skip) {
    auto const end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  return std::string(rest.substr(0, rest.find('\n')));
}

}  // namespace noc837::tables
