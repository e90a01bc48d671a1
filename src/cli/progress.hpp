// SPDX-License-Identifier: Apache-2.0
// The progress bar: one line on standard error, drawn over and over.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.hpp"
#include "pipeline/meter.hpp"

namespace noc837::cli {

/// What the bar shows.
struct Progress {
  std::uint64_t bytes = 0;
  std::optional<std::uint64_t> of_bytes;  ///< nothing where an input's size is not known
  std::uint64_t claims = 0;
  std::uint64_t findings = 0;
  double seconds = 0;
};

/// The line for a terminal of `width` columns, as much of it as fits.
[[nodiscard]] std::string progress_line(Progress const &progress, std::size_t width, bool unicode);

/// Draws at most ten times a second; gone from the screen when it ends.
class ProgressBar final : public pipeline::Meter {
 public:
  explicit ProgressBar(std::optional<std::uint64_t> of_bytes);
  ~ProgressBar() override;
  ProgressBar(ProgressBar const &) = delete;
  ProgressBar &operator=(ProgressBar const &) = delete;

  void tick() override;
  /// Takes the line away, so that something else can be printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  void draw(Clock::time_point now);

  std::optional<std::uint64_t> of_bytes_;
  bool unicode_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point drawn_;
  bool visible_ = false;
};

/// A bar for these inputs where one is wanted, else null.
[[nodiscard]] std::unique_ptr<ProgressBar> progress_for(TerminalWishes const &wishes,
                                                        std::vector<std::string> const &inputs,
                                                        bool text_on_stdout);

}  // namespace noc837::cli
