// SPDX-License-Identifier: Apache-2.0
#include "acks/segment_writer.hpp"

#include <algorithm>
#include <utility>

#include "edi/elements.hpp"

namespace noc837::acks {

void SegmentWriter::use(edi::Delimiters const &delimiters) {
  delimiters_ = delimiters;
  if (delimiters_.repetition != 0) return;
  for (char const candidate : {'^', '!', '|'}) {
    if (candidate == delimiters.element || candidate == delimiters.component ||
        candidate == delimiters.terminator) {
      continue;
    }
    delimiters_.repetition = candidate;
    return;
  }
}

void SegmentWriter::append(std::string_view value) {
  auto const begin = text_.size();
  for (char const c : value) {
    bool const holds = c >= ' ' && c <= '~' && delimiters_.can_hold({&c, 1});
    text_ += holds ? c : ' ';
  }
  while (text_.size() > begin && text_.back() == ' ') text_.pop_back();
}

void SegmentWriter::write(std::string_view id, std::initializer_list<Element> elements) {
  text_ += id;
  auto whole = text_.size();  // up to the last element that holds something
  for (auto const &element : elements) {
    text_ += delimiters_.element;
    auto filled = text_.size();
    for (auto const &component : element.components()) {
      if (&component != element.components().data()) text_ += delimiters_.component;
      auto const begin = text_.size();
      append(component);
      if (text_.size() > begin) filled = whole = text_.size();
    }
    text_.resize(filled);
  }
  text_.resize(whole);
  end_segment();
}

void SegmentWriter::write_raw(std::string_view text) {
  text_ += text;
  end_segment();
}

/// A line end behind the terminator makes the file readable, where it is not the terminator.
void SegmentWriter::end_segment() {
  text_ += delimiters_.terminator;
  if (delimiters_.terminator != '\n' && delimiters_.terminator != '\r') text_ += '\n';
  ++count_;
}

std::uint64_t SegmentWriter::take_count() {
  return std::exchange(count_, 0);
}

std::string_view cut(std::string_view value, std::size_t most) {
  return edi::trim(edi::trim(value).substr(0, most));
}

}  // namespace noc837::acks
