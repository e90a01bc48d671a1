// SPDX-License-Identifier: Apache-2.0
// The output that holds every claim in its place.
#pragma once

#include <cstdint>
#include <functional>

#include "base/error.hpp"
#include "claims/unit.hpp"
#include "edits/review.hpp"
#include "edits/split.hpp"
#include "io/sink.hpp"

namespace noc837::edits {

/// Writes every unit as it came, but for the segments that corrections and notes touched and
/// the counts that follow from them. Where there are none the output is the input.
class InPlaceOutput {
 public:
  InPlaceOutput(SplitOutput::Open open, Recounts recounts)
      : open_(std::move(open)), recounts_(recounts) {}

  /// Any unit; `review` is null where there was none.
  [[nodiscard]] Result<void> unit(claims::Unit const &unit, Review const *review);

  [[nodiscard]] Written const &written() const { return written_; }

 private:
  [[nodiscard]] Result<void> write(std::string_view bytes);
  [[nodiscard]] Result<void> write_trailer(claims::Unit const &unit, std::uint64_t before,
                                           std::uint64_t after, Recount recount);

  SplitOutput::Open open_;
  Recounts recounts_;
  io::Sink *sink_ = nullptr;
  Written written_;
  std::uint64_t added_ = 0;  ///< segments in this set, all corrections together
  std::uint64_t removed_ = 0;
  std::uint64_t sets_ = 0;    ///< in this group
  std::uint64_t groups_ = 0;  ///< in this interchange
};

}  // namespace noc837::edits
