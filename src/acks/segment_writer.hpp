// SPDX-License-Identifier: Apache-2.0
// Segments as text, with any delimiters.
#pragma once

#include <boost/container/small_vector.hpp>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"

namespace noc837::acks {

/// One element of a segment that is being written: a value, or the components of a composite.
class Element {
 public:
  Element(std::string_view value) : components_{value} {}    // NOLINT(*-explicit-*)
  Element(char const *value) : components_{value} {}         // NOLINT(*-explicit-*)
  Element(std::string const &value) : components_{value} {}  // NOLINT(*-explicit-*)
  Element(std::initializer_list<std::string_view> components) : components_(components) {}
  template <class Range>
  static Element composite(Range const &components) {
    Element element{};
    element.components_.assign(components.begin(), components.end());
    return element;
  }

  [[nodiscard]] auto const &components() const { return components_; }

 private:
  Element() = default;
  boost::container::small_vector<std::string_view, 6> components_;
};

/// Appends segments to a text. Values may come from anywhere: what X12 text cannot hold, and
/// delimiters, become blanks, and blanks at the end go; empty elements at the end are left out.
class SegmentWriter {
 public:
  explicit SegmentWriter(edi::Delimiters const &delimiters = {}) { use(delimiters); }

  /// A repetition separator that the input does not have is chosen.
  void use(edi::Delimiters const &delimiters);
  [[nodiscard]] edi::Delimiters const &delimiters() const { return delimiters_; }

  void write(std::string_view id, std::initializer_list<Element> elements);
  /// A segment that is written already, without its terminator: an ISA with its blanks.
  void write_raw(std::string_view text);

  /// Segments written since the last take_count().
  [[nodiscard]] std::uint64_t take_count();
  [[nodiscard]] std::string const &text() const { return text_; }
  void clear() { text_.clear(); }

 private:
  void append(std::string_view value);
  void end_segment();

  edi::Delimiters delimiters_;
  std::string text_;
  std::uint64_t count_ = 0;
};

/// The first `most` characters of a value, without blanks around it.
[[nodiscard]] std::string_view cut(std::string_view value, std::size_t most);

}  // namespace noc837::acks
