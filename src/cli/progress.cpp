// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include "base/printable.hpp"
#include "output/sizes.hpp"

namespace noc837::cli {
namespace {

constexpr auto interval = std::chrono::milliseconds(100);
constexpr std::size_t bar_width = 24;
/// The speed of the first moments says nothing about the time that is left.
constexpr double seconds_before_estimate = 1;

std::size_t terminal_width() {
  winsize size{};
  bool const known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

bool speaks_utf8() {
  for (auto const *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    char const *value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    std::string_view const locale(value);
    return locale.find("UTF-8") != std::string_view::npos ||
           locale.find("utf8") != std::string_view::npos;
  }
  return false;
}

std::string bar(double share, bool unicode) {
  if (!unicode) {
    auto const full = static_cast<std::size_t>(share * bar_width);
    return "[" + std::string(full, '#') + std::string(bar_width - full, '.') + "]";
  }
  constexpr std::array<std::string_view, 8> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  auto const parts = static_cast<std::size_t>(share * bar_width * 8);
  std::string out;
  for (std::size_t i = 0; i < parts / 8; ++i) out += "█";
  out += eighths[parts % 8];
  auto const used = parts / 8 + (parts % 8 != 0 ? 1 : 0);
  for (std::size_t i = used; i < bar_width; ++i) out += "░";
  return out;
}

std::string clock_text(double seconds) {
  auto const whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

/// Stored bytes of all inputs together; nothing when one is a pipe or cannot be seen.
std::optional<std::uint64_t> bytes_of(std::vector<std::string> const &inputs) {
  std::uint64_t total = 0;
  for (auto const &input : inputs) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(input, error)) return std::nullopt;
    total += std::filesystem::file_size(input, error);
    if (error) return std::nullopt;
  }
  return total;
}

}  // namespace

std::string progress_line(Progress const &p, std::size_t width, bool unicode) {
  std::vector<std::string> parts;
  auto const speed = p.seconds > 0 ? static_cast<double>(p.bytes) / p.seconds : 0;
  if (p.of_bytes && *p.of_bytes > 0) {
    auto const share =
        std::min(1.0, static_cast<double>(p.bytes) / static_cast<double>(*p.of_bytes));
    parts.push_back(fmt::format("{} {:3.0f}%", bar(share, unicode), share * 100));
    parts.push_back(
        fmt::format("{} of {}", output::size_text(p.bytes), output::size_text(*p.of_bytes)));
  } else {
    parts.push_back(output::size_text(p.bytes));
  }
  parts.push_back(output::size_text(static_cast<std::uint64_t>(speed)) + "/s");
  if (p.of_bytes && speed > 0 && p.seconds >= seconds_before_estimate) {
    auto const rest = *p.of_bytes - std::min(*p.of_bytes, p.bytes);
    parts.push_back(clock_text(static_cast<double>(rest) / speed) + " left");
  }
  parts.push_back(fmt::format("{} claims", p.claims));
  parts.push_back(fmt::format("{} findings", p.findings));

  std::string line;
  for (auto const &part : parts) {
    auto const gap = line.empty() ? 0 : 2;
    if (columns_of(line) + gap + columns_of(part) >= width) break;
    line.append(gap, ' ').append(part);
  }
  return line;
}

std::unique_ptr<ProgressBar> progress_for(TerminalWishes const &wishes,
                                          std::vector<std::string> const &inputs,
                                          bool text_on_stdout) {
  if (!wants_progress(wishes, text_on_stdout)) return nullptr;
  return std::make_unique<ProgressBar>(bytes_of(inputs));
}

ProgressBar::ProgressBar(std::optional<std::uint64_t> of_bytes)
    : of_bytes_(of_bytes), unicode_(speaks_utf8()) {}

ProgressBar::~ProgressBar() {
  clear();
}

void ProgressBar::tick() {
  auto const now = Clock::now();
  if (visible_ && now - drawn_ < interval) return;
  draw(now);
}

void ProgressBar::draw(Clock::time_point now) {
  Progress progress;
  progress.bytes = stored_bytes;
  progress.of_bytes = of_bytes_;
  progress.claims = claims;
  progress.findings = findings;
  progress.seconds = std::chrono::duration<double>(now - start_).count();
  auto const line = progress_line(progress, terminal_width(), unicode_);
  std::fputs(("\r\x1b[K" + line).c_str(), stderr);
  std::fflush(stderr);
  drawn_ = now;
  visible_ = true;
}

void ProgressBar::clear() {
  if (!visible_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  visible_ = false;
}

}  // namespace noc837::cli
