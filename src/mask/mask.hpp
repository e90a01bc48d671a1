// SPDX-License-Identifier: Apache-2.0
// A copy of a claim file without persons and providers, safe to hand to a vendor or a test bench.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "claims/unit.hpp"
#include "edi/segment.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "mask/fields.hpp"
#include "mask/keyed.hpp"

namespace noc837::mask {

struct Options {
  bool shift_dates = false;  ///< move the dates of each patient by an offset of his own
};

/// How much was masked.
struct Counts {
  std::uint64_t segments = 0;  ///< read
  std::uint64_t values = 0;    ///< elements and components replaced
};

/// Masks the units of one input. Every byte keeps its place: lengths, delimiters, line ends,
/// codes, amounts and control numbers are those of the input.
class Masker {
 public:
  Masker(Key const &key, Options options) : key_(key), options_(options) {}

  /// The masked bytes of a unit, valid until the next call. Fails with Fault::input at a
  /// transaction set that is no 837: where it holds persons is not known here.
  [[nodiscard]] Result<std::string_view> mask(claims::Unit const &unit);
  [[nodiscard]] Counts const &counts() const { return counts_; }

 private:
  void follow_patient(claims::Unit const &unit);
  void mask_segment(edi::Segment const &segment, edi::Delimiters const &delimiters);
  void treat(Treatment treatment, std::string_view value);
  [[nodiscard]] std::span<char> place_of(std::string_view value);

  Key const &key_;
  Options options_;
  Counts counts_;
  edi::Segments segments_;
  std::string_view unit_;  ///< as it came
  std::string masked_;
  std::chrono::days shift_{};
};

/// Masks all of `source` into `sink`; a failure names `file`.
[[nodiscard]] Result<Counts> mask(io::Source &source, std::string const &file, Key const &key,
                                  Options options, io::Sink &sink);

}  // namespace noc837::mask
