// SPDX-License-Identifier: Apache-2.0
// Texts that are looked at rarely: compressed in blocks, found by their number.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace noc837::tables {

/// Compresses texts in the order they are added.
class TextColumnWriter {
 public:
  /// `text` must hold no line feed: one becomes a blank.
  void add(std::string_view text);
  /// Ends the last block. No add() may follow.
  void finish();

  [[nodiscard]] std::vector<std::uint64_t> const &ends() const { return ends_; }
  [[nodiscard]] std::string const &bytes() const { return bytes_; }

 private:
  void flush();

  std::string block_;
  std::size_t entries_ = 0;
  std::vector<std::uint64_t> ends_;
  std::string bytes_;
};

/// Reads what TextColumnWriter wrote, from bytes that somebody else owns.
class TextColumn {
 public:
  TextColumn() = default;
  TextColumn(std::span<std::uint64_t const> ends, std::string_view bytes)
      : ends_(ends), bytes_(bytes) {}

  /// Entry `index`; empty where there is none or its block is damaged.
  [[nodiscard]] std::string at(std::size_t index) const;

 private:
  std::span<std::uint64_t const> ends_;
  std::string_view bytes_;
};

}  // namespace noc837::tables
