// SPDX-License-Identifier: Apache-2.0
// The claims of an input one by one, each with what stands above it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "edi/delimiters.hpp"
#include "io/digest.hpp"
#include "verify/segments.hpp"
#include "verify/structure.hpp"

namespace noc837::verify {

/// A claim, or a whole set of a kind that is copied through.
struct Item {
  struct Part {
    std::size_t begin = 0;  ///< in `bytes`
    std::size_t text = 0;   ///< bytes without terminator
    edi::Tag id = 0;
  };

  std::uint64_t number = 0;  ///< among the claims, or the sets, of the file, from 1
  std::uint64_t offset = 0;  ///< in the uncompressed file
  bool set = false;          ///< a set that is copied through; only `digest` tells of it
  std::string digest;        ///< SHA-256 of the set, or of what stands above the claim
  edi::Delimiters delimiters;
  std::string bytes;  ///< of the claim, CLM to its last segment
  std::vector<Part> parts;

  [[nodiscard]] std::string_view text(Part const &part) const {
    return std::string_view(bytes).substr(part.begin, part.text);
  }
};

/// Reads a source item by item; holds one claim at a time.
class Claims {
 public:
  explicit Claims(io::Source &source) : segments_(source) {}

  /// The next item; nothing at the end.
  [[nodiscard]] Result<std::optional<Item>> next();

  [[nodiscard]] Structure const &structure() const { return structure_; }

 private:
  /// Interchange, group, set and the three levels.
  static constexpr std::size_t places = 6;

  void take(Segment const &segment);
  void open(std::size_t place, Segment const &segment, std::string_view kept);
  void begin_claim(Segment const &segment);
  void end_claim();
  [[nodiscard]] std::string digest_of_places();

  Segments segments_;
  Structure structure_;
  std::array<std::string, places> above_;
  std::size_t place_ = 0;             ///< the innermost that is open
  bool known_ = false;                ///< `digest_` is that of `above_`
  std::string digest_;                ///< of what stands above
  std::optional<Item> claim_;         ///< being read
  std::optional<Item> ready_;         ///< read
  std::optional<io::Digest> passed_;  ///< of the set that is copied through
  Item set_;
  std::string version_;  ///< GS08
  bool in_set_ = false;
  std::uint64_t claims_ = 0;
  std::uint64_t sets_ = 0;
};

}  // namespace noc837::verify
