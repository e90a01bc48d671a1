// SPDX-License-Identifier: Apache-2.0
#include "batch/metrics.hpp"

#include <fmt/format.h>

#include <chrono>
#include <iterator>
#include <string_view>

#include "batch/files.hpp"

namespace noc837::batch {
namespace {

/// Writes families of metrics; labels are rule ids and words of ours, which need no escapes.
class Writer {
 public:
  void family(std::string_view name, std::string_view type, std::string_view help) {
    name_ = name;
    fmt::format_to(std::back_inserter(out_),
                   "# HELP noc837_batch_{0} {2}\n# TYPE noc837_batch_{0} {1}\n", name, type, help);
  }
  template <class Number>
  void value(Number number, std::string_view labels = {}) {
    auto const braces = labels.empty() ? std::string() : fmt::format("{{{}}}", labels);
    fmt::format_to(std::back_inserter(out_), "noc837_batch_{}{} {}\n", name_, braces, number);
  }
  template <class Number>
  void single(std::string_view name, std::string_view type, std::string_view help, Number number) {
    family(name, type, help);
    value(number);
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string_view name_;
  std::string out_;
};

}  // namespace

std::string metrics_text(Progress const &progress, double now) {
  auto const &total = progress.total;
  Writer out;
  out.family("files_total", "counter", "Input files by result.");
  out.value(progress.clean, R"(result="clean")");
  out.value(progress.findings, R"(result="findings")");
  out.value(progress.failed, R"(result="failed")");
  out.value(progress.skipped, R"(result="skipped")");
  out.single("files_waiting", "gauge", "Input files found and not yet begun.", progress.waiting);
  out.single("files_active", "gauge", "Input files in work.", progress.active);
  out.single("bytes_total", "counter", "Uncompressed bytes read.", total.bytes);
  out.single("busy_seconds_total", "counter", "Seconds spent on files.", progress.busy_seconds);
  out.family("claims_total", "counter", "Claims by what became of them.");
  out.value(total.claims - total.claims_corrected - total.claims_flagged, R"(outcome="clean")");
  out.value(total.claims_corrected, R"(outcome="corrected")");
  out.value(total.claims_flagged, R"(outcome="flagged")");
  out.single("service_lines_total", "counter", "Service lines read.", total.lines);
  out.single("drug_lines_total", "counter", "Drug lines read.", total.drug_lines);
  out.family("findings_total", "counter", "Findings by rule and status.");
  for (auto const &[rule, count] : total.rules) {
    out.value(count.corrected, fmt::format(R"(rule="{}",status="corrected")", rule));
    out.value(count.flagged, fmt::format(R"(rule="{}",status="flagged")", rule));
    out.value(count.reported, fmt::format(R"(rule="{}",status="reported")", rule));
  }
  out.single("last_write_timestamp_seconds", "gauge", "When this was written.", now);
  return out.take();
}

Result<void> write_metrics(std::filesystem::path const &file, Progress const &progress) {
  auto const now = std::chrono::system_clock::now().time_since_epoch();
  auto const text = metrics_text(progress, std::chrono::duration<double>(now).count());
  if (auto done = write_file(file, text); !done) return done;
  using std::filesystem::perms;
  std::error_code ignored;
  std::filesystem::permissions(
      file, perms::owner_read | perms::owner_write | perms::group_read | perms::others_read,
      ignored);
  return {};
}

}  // namespace noc837::batch
