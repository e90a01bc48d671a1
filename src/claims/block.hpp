// SPDX-License-Identifier: Apache-2.0
// A stretch of an input in memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "edi/delimiters.hpp"
#include "grammar/transmission.hpp"

namespace noc837::claims {

/// Bytes of an input, and passes over them that were made before it was known whether they would
/// be needed. Its storage is used again and again.
class Block {
 public:
  [[nodiscard]] std::string_view bytes() const { return {storage_.data() + begin_, size_}; }

  /// Makes room for `size` bytes, the first of which are `head`, and gives it. Forgets all else.
  char *reset(std::size_t size, std::string_view head);
  /// Keeps the first `size` bytes.
  void shrink(std::size_t size) { size_ = size; }
  /// Puts the unfinished end of the block before in front.
  void prepend(std::string_view bytes);

  /// Passes over the block from its first byte on if `inside` tells what delimiters are in force
  /// there, and over each interchange that begins in it.
  void prepare(grammar::Scanner &scanner, std::optional<edi::Delimiters> inside);
  /// Makes `scan` the pass from `first` to the block's end by these delimiters, if there is one.
  bool take_pass(char const *first, edi::Delimiters const &delimiters, grammar::Scan &scan);

  bool last = false;  ///< the input ends here
  /// By these delimiters a unit begins where the block ends, so that the last one in it is whole.
  std::optional<edi::Delimiters> before_unit;
  std::optional<Error> failure;  ///< the input cannot be read on from here

 private:
  void pass(grammar::Scanner &scanner, char const *first, edi::Delimiters const &delimiters);

  std::vector<char> storage_;
  std::size_t begin_ = 0;  ///< room before it is for what is put in front
  std::size_t size_ = 0;
  std::vector<grammar::Scan> passes_;
  std::size_t made_ = 0;   ///< passes made
  std::size_t taken_ = 0;  ///< passes before this one were taken, or passed over
};

}  // namespace noc837::claims
