// SPDX-License-Identifier: Apache-2.0
// Where in the input the reading is: the envelope and the levels around the current claim.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "claims/claim.hpp"
#include "claims/unit.hpp"

namespace noc837::claims {

/// The places on the way from the interchange to a claim, outermost first.
enum class Place : std::uint8_t { interchange, group, set, billing, subscriber, patient };
inline constexpr std::size_t places = 6;

/// The place of a level unit by HL03. An unknown level nests as deep as levels go, so that its
/// claims stay under what came before it.
[[nodiscard]] Place level_place(Unit const &unit);

/// One place that is open.
struct Open {
  std::string_view bytes;  ///< of its unit; in `kept` where they had to outlive the block
  std::string kept;
  std::uint64_t serial = 0;  ///< differs for every unit of the input
  std::uint64_t segments = 0;
  std::uint64_t number = 0;    ///< of a level: its place among the set's levels, from 1
  std::uint64_t children = 0;  ///< of a set or level: levels right under it so far
  bool present = false;

  template <class Archive>
  void serialize(Archive &archive) {
    std::string text(present ? bytes : std::string_view());
    archive(text, serial, segments, number, children, present);
    if constexpr (Archive::is_loading::value) {
      kept = std::move(text);
      bytes = kept;
    }
  }
};

/// Follows the units of an input. Levels nest by their place in the file; HL02 is not trusted.
class Hierarchy {
 public:
  Hierarchy() = default;
  /// A copy has its own bytes.
  Hierarchy(Hierarchy const &other) { *this = other; }
  Hierarchy &operator=(Hierarchy const &other);

  /// Takes note of a unit and keeps its bytes; claims change nothing.
  void enter(Unit const &unit) {
    pass(unit);
    keep();
  }
  /// Takes note of a unit whose bytes stay where they are until keep() or the end of this object.
  void pass(Unit const &unit);
  /// Keeps the bytes of all places that are open.
  void keep();

  [[nodiscard]] Open const &at(Place place) const { return open_[static_cast<std::size_t>(place)]; }
  /// The innermost place that is open.
  [[nodiscard]] Place innermost() const;
  [[nodiscard]] edi::Delimiters const &delimiters() const { return delimiters_; }
  [[nodiscard]] edi::Guide guide() const { return guide_; }

  /// What the places say, read when first asked for. Slices live until the next enter().
  [[nodiscard]] Levels const &levels();

  /// Writes where the reading is, or makes a new one stand there.
  template <class Archive>
  void serialize(Archive &archive) {
    archive(open_, delimiters_, guide_, serial_, levels_seen_);
  }

 private:
  Open &open(Place place) { return open_[static_cast<std::size_t>(place)]; }
  /// The innermost open level around `level`, or the set.
  Open &parent_of(Place level);
  void start(Place place, Unit const &unit);
  void close_from(Place place);
  bool changed(Place place);
  edi::Segments const &split(Place place);
  void read_envelope(Levels &levels);
  void read_billing(Levels &levels);
  void read_subscriber(Levels &levels);
  void read_patient(Levels &levels);

  std::array<Open, places> open_;
  edi::Delimiters delimiters_;
  edi::Guide guide_ = edi::Guide::other;
  std::uint64_t serial_ = 0;
  std::uint64_t levels_seen_ = 0;
  Levels levels_;
  static constexpr std::uint64_t unread = ~std::uint64_t{0};
  std::array<std::uint64_t, places> read_{};  ///< serials of what `levels_` was read from
  edi::Segments segments_;                    ///< of the place that was split last
};

}  // namespace noc837::claims
