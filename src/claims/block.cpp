// SPDX-License-Identifier: Apache-2.0
#include "claims/block.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "grammar/envelope.hpp"

namespace noc837::claims {
namespace {

/// Nearly every unit that a block leaves unfinished fits in here.
constexpr std::size_t headroom = std::size_t{64} << 10U;

}  // namespace

char *Block::reset(std::size_t size, std::string_view head) {
  last = false;
  failure.reset();
  before_unit.reset();
  made_ = taken_ = 0;
  // A claim of many megabytes does not make every block after it as large.
  if (storage_.size() > 2 * (headroom + size)) storage_ = {};
  if (storage_.size() < headroom + size) storage_.resize(headroom + size);
  begin_ = headroom;
  size_ = size;
  head.copy(storage_.data() + begin_, head.size());
  return storage_.data() + begin_;
}

void Block::prepend(std::string_view bytes) {
  if (bytes.size() > begin_) {
    auto const more = bytes.size() - begin_;
    storage_.insert(storage_.begin(), more, '\0');
    begin_ += more;
    made_ = 0;  // the bytes have moved
  }
  begin_ -= bytes.size();
  size_ += bytes.size();
  bytes.copy(storage_.data() + begin_, bytes.size());
}

void Block::prepare(grammar::Scanner &scanner, std::optional<edi::Delimiters> inside) {
  auto const text = bytes();
  std::size_t at = 0;
  for (auto delimiters = inside;;) {
    if (delimiters) {
      pass(scanner, text.data() + at, *delimiters);
      auto const &made = passes_[made_ - 1];
      if (!made.closed && !made.reopened) return;
      at = static_cast<std::size_t>(made.end - text.data());
    }
    at += grammar::find_isa(text.substr(at));
    if (at == text.size()) return;
    grammar::IsaFault fault;
    auto const isa = grammar::read_isa(text.substr(at), fault);
    if (!isa) return;
    delimiters = isa->delimiters;
    at += grammar::isa_size;
  }
}

void Block::pass(grammar::Scanner &scanner, char const *first, edi::Delimiters const &delimiters) {
  if (passes_.size() == made_) passes_.emplace_back();
  auto &scan = passes_[made_++];
  scan.delimiters = delimiters;
  scanner.scan(first, bytes().data() + size_, scan);
}

bool Block::take_pass(char const *first, edi::Delimiters const &delimiters, grammar::Scan &scan) {
  while (taken_ < made_ && passes_[taken_].window < first) ++taken_;
  if (taken_ == made_) return false;
  auto &made = passes_[taken_];
  if (made.window != first || made.delimiters != delimiters) return false;
  std::swap(made, scan);
  ++taken_;
  return true;
}

}  // namespace noc837::claims
