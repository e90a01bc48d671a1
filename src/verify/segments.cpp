// SPDX-License-Identifier: Apache-2.0
#include "verify/segments.hpp"

#include <algorithm>
#include <cstring>

#include "edi/elements.hpp"
#include "grammar/envelope.hpp"

namespace noc837::verify {
namespace {

constexpr std::size_t window = std::size_t{1} << 20U;
constexpr std::size_t longest_segment = std::size_t{16} << 20U;

}  // namespace

Result<bool> Segments::refill() {
  if (ended_) return false;
  if (cursor_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + cursor_, end_ - cursor_);
    base_ += cursor_;
    end_ -= cursor_;
    cursor_ = 0;
  }
  if (end_ == buffer_.size()) {
    if (buffer_.size() >= longest_segment) return failure("a segment is too long", "its end");
    buffer_.resize(std::max(window, buffer_.size() * 2));
  }
  auto const got = source_.read(buffer_.data() + end_, buffer_.size() - end_);
  if (!got) return tl::unexpected(got.error());
  end_ += *got;
  ended_ = *got == 0;
  return !ended_;
}

/// Moves to the next ISA; false when there is none.
Result<bool> Segments::find_interchange() {
  constexpr std::size_t needed = 2 * grammar::isa_size;
  for (;;) {
    auto const text = held();
    auto const at = text.find("ISA");
    if (at != std::string_view::npos && (text.size() - at >= needed || ended_)) {
      cursor_ += at;
      grammar::IsaFault fault;
      if (auto const isa = grammar::read_isa(held(), fault)) {
        delimiters_ = isa->delimiters;
        inside_ = true;
        return true;
      }
      ++cursor_;  // prose that mentions ISA
      continue;
    }
    if (at == std::string_view::npos) cursor_ = end_ - std::min<std::size_t>(2, text.size());
    auto more = refill();
    if (!more || !*more) {
      if (!more || at == std::string_view::npos) return more;
    }
  }
}

Result<bool> Segments::next(Segment &segment) {
  if (!inside_) {
    if (auto found = find_interchange(); !found || !*found) return found;
  }
  auto const blank = [this](char c) {
    return c == delimiters_.terminator || c == ' ' || c == '\t' || c == '\r' || c == '\n';
  };
  for (;;) {
    auto const text = held();
    auto const size = text.find(delimiters_.terminator);
    std::size_t whole = std::min(size, text.size());
    while (whole < text.size() && blank(text[whole])) ++whole;
    if (size != std::string_view::npos && (whole < text.size() || ended_)) {
      segment.text = text.substr(0, size);
      segment.whole = text.substr(0, whole);
      segment.offset = base_ + cursor_;
      segment.delimiters = delimiters_;
      auto const id = edi::element(segment.text, 0, delimiters_.element);
      segment.id = id.size() <= 3 ? edi::tag(id) : 0;
      inside_ = segment.id != edi::tag("IEA");
      cursor_ += whole;
      return true;
    }
    auto more = refill();
    if (!more) return more;
    if (!*more && size == std::string_view::npos) {
      return failure("the interchange is not whole", "IEA");
    }
  }
}

tl::unexpected<Error> Segments::failure(std::string what, std::string expected) const {
  auto failed = fail(Fault::input, std::move(what), std::move(expected));
  failed.value().offset = base_ + cursor_;
  return failed;
}

}  // namespace noc837::verify
