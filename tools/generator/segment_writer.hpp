// SPDX-License-Identifier: Apache-2.0
// Segments appended to a buffer.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "tools/generator/delimiters.hpp"
#include "tools/generator/money.hpp"

namespace noc837::generator {

/// Appends segments to a buffer it does not own and counts them. Trailing separators are
/// trimmed, as the standard wants, unless the segment is ended with keep().
class SegmentWriter {
 public:
  SegmentWriter(std::string &out, Delimiters const &delimiters)
      : out_(out), delimiters_(delimiters) {}

  [[nodiscard]] Delimiters const &delimiters() const { return delimiters_; }
  [[nodiscard]] std::uint64_t segments() const { return segments_; }

  SegmentWriter &begin(std::string_view id) {
    out_.append(id);
    return *this;
  }
  SegmentWriter &element(std::string_view text) {
    trim_components();
    out_.push_back(delimiters_.element);
    out_.append(text);
    return *this;
  }
  SegmentWriter &component(std::string_view text) {
    out_.push_back(delimiters_.component);
    out_.append(text);
    return *this;
  }
  SegmentWriter &number(std::uint64_t value) { return element(digits(value)); }
  SegmentWriter &money(Money value) { return element(money_text(value)); }
  /// `count` empty elements.
  SegmentWriter &skip(int count) {
    trim_components();
    out_.append(static_cast<std::size_t>(count), delimiters_.element);
    return *this;
  }

  void end() {
    trim_components();
    while (out_.back() == delimiters_.element) out_.pop_back();
    terminate();
  }
  /// Ends the segment with `count` separators that say nothing.
  void end_with(char separator, std::size_t count) {
    trim_components();
    while (out_.back() == delimiters_.element) out_.pop_back();
    out_.append(count, separator);
    terminate();
  }

  /// A segment of plain elements.
  template <typename... Texts>
  void segment(std::string_view id, Texts const &...texts) {
    begin(id);
    (element(std::string_view{texts}), ...);
    end();
  }

 private:
  std::string_view digits(std::uint64_t value) {
    auto const result = std::to_chars(scratch_, scratch_ + sizeof scratch_, value);
    return {scratch_, static_cast<std::size_t>(result.ptr - scratch_)};
  }
  void trim_components() {
    while (out_.back() == delimiters_.component) out_.pop_back();
  }
  void terminate() {
    out_.push_back(delimiters_.terminator);
    out_.append(delimiters_.newline);
    ++segments_;
  }

  std::string &out_;
  Delimiters delimiters_;
  std::uint64_t segments_ = 0;
  char scratch_[24]{};
};

}  // namespace noc837::generator
