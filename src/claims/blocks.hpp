// SPDX-License-Identifier: Apache-2.0
// Reads an input in blocks.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

#include "claims/block.hpp"
#include "claims/limits.hpp"
#include "edi/delimiters.hpp"
#include "io/source.hpp"

namespace noc837::claims {

/// Gives the bytes of a source in blocks. A block ends before a unit where its delimiters are
/// known, so that units seldom lie across two; nothing depends on that but speed.
class Blocks {
 public:
  Blocks(io::Source &source, grammar::Watch const &watch, Limits const &limits)
      : source_(source),
        scanner_(watch),
        most_(std::max<std::size_t>(std::min(limits.block, limits.segment), 1)),
        size_(most_) {}

  /// Reads the next block. Its `last` is set at the end, its `failure` where reading failed.
  void next(Block &block);

  /// A block of `bytes` held `count` things of which one should hold about `wanted` at most: blocks
  /// to come are made smaller for it, or larger again. May be called from any thread.
  void aim(std::size_t bytes, std::size_t count, std::size_t wanted);

  /// What delimiters will most likely be in force where the next block begins; nothing where the
  /// input has just begun. May be called while another thread is in next().
  [[nodiscard]] std::optional<edi::Delimiters> likely_delimiters() const;
  /// The delimiters in force where somebody has come to.
  void set_likely_delimiters(std::optional<edi::Delimiters> const &delimiters);

 private:
  [[nodiscard]] std::size_t last_unit(std::string_view bytes);

  io::Source &source_;
  grammar::Scanner scanner_;
  grammar::Scan scan_;
  std::size_t const most_;                ///< bytes of a block
  std::atomic<std::size_t> size_;         ///< of the next one, but for that
  bool first_ = true;                     ///< the next one is
  std::string carried_;                   ///< read already, but of the next block
  std::atomic<std::uint64_t> likely_{0};  ///< delimiters and a bit that says that there are some
};

}  // namespace noc837::claims
