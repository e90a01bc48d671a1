// SPDX-License-Identifier: Apache-2.0
// An input as its segments, read in the plainest way there is.
//
// Nothing here is shared with what reads and writes claims elsewhere (src/claims, src/edits), so
// that a mistake there is not repeated here. Slower, and that is the price.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "edi/delimiters.hpp"
#include "edi/segment.hpp"
#include "io/source.hpp"

namespace noc837::verify {

/// One segment; views are valid until the next one is read.
struct Segment {
  std::string_view text;     ///< without terminator
  std::string_view whole;    ///< with terminator and the blanks and line ends after it
  std::uint64_t offset = 0;  ///< of `text` in the uncompressed input
  edi::Tag id = 0;
  edi::Delimiters delimiters;
};

/// Gives the segments of every interchange of a source; bytes between interchanges are skipped.
class Segments {
 public:
  explicit Segments(io::Source &source) : source_(source) {}

  /// The next segment; false at the end. Fails where an interchange is not whole.
  [[nodiscard]] Result<bool> next(Segment &segment);

 private:
  [[nodiscard]] Result<bool> refill();
  [[nodiscard]] Result<bool> find_interchange();
  [[nodiscard]] std::string_view held() const { return {buffer_.data() + cursor_, end_ - cursor_}; }
  [[nodiscard]] tl::unexpected<Error> failure(std::string what, std::string expected) const;

  io::Source &source_;
  std::vector<char> buffer_;
  std::size_t cursor_ = 0;
  std::size_t end_ = 0;
  std::uint64_t base_ = 0;  ///< offset of buffer_[0] in the input
  bool ended_ = false;
  bool inside_ = false;
  edi::Delimiters delimiters_;
};

}  // namespace noc837::verify
