// SPDX-License-Identifier: Apache-2.0
// The fast pass over a window: where claims, levels and envelopes begin, and which claims hold a
// watched procedure code.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "edi/delimiters.hpp"
#include "grammar/segment_index.hpp"

namespace noc837::grammar {

/// The procedure codes that make a service line a drug line, compared without regard to case and
/// to blanks around them.
class Watch {
 public:
  /// Codes longer than eight characters cannot occur and are ignored.
  void add(std::string_view code);
  [[nodiscard]] bool has(std::string_view code) const {
    // Most codes of most files are told apart by their last two characters.
    if (code.size() < 2) return is_watched(code);
    bool const last = last_[static_cast<unsigned char>(code[code.size() - 1])];
    bool const last_but_one = last_but_one_[static_cast<unsigned char>(code[code.size() - 2])];
    return (last & last_but_one) && is_watched(code);  // one branch that is foreseen, not two
  }
  [[nodiscard]] bool empty() const { return codes_.empty(); }

 private:
  [[nodiscard]] bool is_watched(std::string_view code) const;

  std::vector<std::uint64_t> codes_;
  // The characters of codes, in any case, where blanks may follow the code.
  std::array<bool, 256> last_{};
  std::array<bool, 256> last_but_one_{};
};

/// Whose level an HL begins, by HL03.
enum class Level : std::uint8_t {
  billing,     ///< 20
  subscriber,  ///< 22
  patient,     ///< 23, and any level that is not known
};

/// By the value of HL03, blanks around it aside.
[[nodiscard]] Level level_of(std::string_view code);

/// What begins at a mark.
enum class MarkKind : std::uint8_t { gs, st, hl, clm, se, ge, iea };

/// A place in the window where a unit begins; the unit ends where the next one begins. What the
/// pass saw on the way is noted on the mark before it.
struct Mark {
  std::uint32_t offset = 0;    ///< from the window's first byte
  std::uint32_t segments = 0;  ///< segments of the window before this one
  std::uint32_t lines = 0;     ///< LX segments since
  MarkKind kind = MarkKind::st;
  Level level = Level::patient;  ///< of an HL
  bool watched = false;          ///< a line with a watched code, or an NDC for one, follows
  bool sv1 = false;              ///< a professional service line follows
  bool sv2 = false;              ///< an institutional service line follows
  bool bare_line = false;        ///< an LX without SV1 or SV2 follows
  bool awaiting = false;         ///< the last LX has had neither yet
};

/// Input and result of one pass. Kept between passes so that its storage is reused.
struct Scan {
  edi::Delimiters delimiters;

  char const *window = nullptr;  ///< what mark offsets count from
  char const *end = nullptr;     ///< where the last complete segment ends
  std::vector<Mark> marks;
  std::uint32_t segments = 0;  ///< complete segments passed
  std::uint32_t strays = 0;    ///< terminators with no segment before them
  bool indented = false;       ///< blanks stood before a segment id
  bool closed = false;         ///< the last segment passed was IEA
  bool reopened = false;       ///< stopped before an ISA: the IEA is missing
};

/// Makes passes, one after the other.
class Scanner {
 public:
  explicit Scanner(Watch const &watch) : watch_(&watch) {}

  /// Passes over [first, last), which begins at a segment and may end inside one. Stops after
  /// IEA, before ISA, or where the last complete segment ends.
  void scan(char const *first, char const *last, Scan &scan);

 private:
  Watch const *watch_;
  SegmentIndex index_;
};

}  // namespace noc837::grammar
