// SPDX-License-Identifier: Apache-2.0
#include "batch/folder.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <exception>
#include <utility>

#include "batch/files.hpp"
#include "io/digest.hpp"
#include "output/report/report_state.hpp"
#include "output/summary_state.hpp"
#include "pipeline/process.hpp"

namespace noc837::batch {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto private_folder = ".noc837";

std::string utc_now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

double since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

Fields fields_of(std::string const &name, Entry const &entry) {
  Fields fields = {{"file", name},
                   {"result", entry.result},
                   {"exit", entry.exit},
                   {"bytes", entry.bytes},
                   {"seconds", entry.seconds}};
  if (!entry.done()) {
    fields["error"] = entry.error;
    return fields;
  }
  fields["claims"] = entry.claims;
  fields["corrected"] = entry.claims_corrected;
  fields["flagged"] = entry.claims_flagged;
  fields["drug_lines"] = entry.drug_lines;
  return fields;
}

void describe(Entry &entry, output::Summary const &summary, fs::path const &folder) {
  entry.result = entry.exit == 0 ? "clean" : "findings";
  if (!summary.inputs.empty()) {
    entry.bytes = summary.inputs.front().bytes;
    entry.sha256 = summary.inputs.front().sha256;
  }
  entry.claims = summary.claims;
  entry.claims_corrected = summary.claims_corrected;
  entry.claims_flagged = summary.claims_flagged;
  entry.drug_lines = summary.drug_lines;
  for (auto const &output : summary.outputs) {
    entry.outputs.push_back({(folder / output.path).string(), output.bytes, output.sha256});
  }
}

}  // namespace

Result<std::unique_ptr<Folder>> Folder::open(Options const &options, Log &log) {
  fs::path const inner = options.out / private_folder;
  std::error_code error;
  fs::create_directories(inner, error);
  if (!error) fs::permissions(inner, fs::perms::owner_all, error);
  if (error) {
    auto failed = fail(Fault::output, "cannot be created as a folder: " + error.message());
    failed.value().file = options.out.string();
    return failed;
  }
  auto lock = RunLock::take(inner / "lock");
  if (!lock) return tl::unexpected(lock.error());
  auto manifest = Manifest::load(options.out / "manifest.json");
  if (!manifest) return tl::unexpected(manifest.error());
  return std::unique_ptr<Folder>(new Folder(options, log, std::move(*lock), std::move(*manifest)));
}

Folder::Folder(Options const &options, Log &log, RunLock lock, Manifest manifest)
    : options_(options), log_(log), lock_(std::move(lock)), manifest_(std::move(manifest)) {
  log_.info("start", {{"in", options.inputs.folder.string()},
                      {"out", options.out.string()},
                      {"jobs", options.jobs},
                      {"known", manifest_.entries.size()}});
}

std::string Folder::name_of(fs::path const &input) const {
  return input.lexically_relative(options_.inputs.folder).string();
}

fs::path Folder::state_file(std::string const &name) const {
  return options_.out / private_folder / "summaries" / (name + ".cbor");
}

fs::path Folder::report_file(std::string const &name) const {
  return options_.out / private_folder / "reports" / (name + ".cbor");
}

/// False when another input of this run writes to the same names.
bool Folder::take_stem(std::string const &name) {
  auto const stem = (fs::path(name).parent_path() / pipeline::stem_of(name)).string();
  std::lock_guard const lock(mutex_);
  return stems_.emplace(stem, name).first->second == name;
}

/// True if an earlier run did this input as it is now, with these options, and what it wrote is
/// still there.
bool Folder::is_done(std::string const &name, fs::path const &input) {
  Entry entry;
  {
    std::lock_guard const lock(mutex_);
    auto const known = manifest_.entries.find(name);
    if (known == manifest_.entries.end()) return false;
    entry = known->second;
  }
  std::error_code gone;
  if (!entry.done() || entry.options != options_.fingerprint ||
      fs::file_size(input, gone) != entry.bytes || gone || !fs::exists(state_file(name), gone) ||
      (options_.report && !fs::exists(report_file(name), gone))) {
    return false;
  }
  bool const kept =
      std::all_of(entry.outputs.begin(), entry.outputs.end(), [&](output::FileFact const &output) {
        return fs::file_size(options_.out / output.path, gone) == output.bytes && !gone;
      });
  if (!kept) return false;
  auto const digest = io::sha256_of(input.string());
  return digest && *digest == entry.sha256;
}

Result<output::Summary> Folder::process(std::string const &name, fs::path const &input) try {
  if (!take_stem(name)) {
    return fail(Fault::usage, "another input would write the same outputs",
                "files whose names differ before the suffix");
  }
  auto const folder = options_.out / fs::path(name).parent_path();
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(Fault::output, "cannot be created as a folder: " + error.message());
  std::optional<output::Report> report;
  if (options_.report) report.emplace(*options_.report);
  auto summary = options_.process(input.string(), folder.string(), report ? &*report : nullptr);
  if (!summary) return summary;
  fs::remove(report_file(name), error);  // of a run that wanted a page
  if (report) {
    if (auto done = write_file(report_file(name), output::report_state(*report)); !done) {
      return tl::unexpected(done.error());
    }
  }
  auto whole = *summary;
  whole.inputs.clear();  // the manifest has them
  whole.outputs.clear();
  if (auto done = write_file(state_file(name), output::summary_state(whole)); !done) {
    return tl::unexpected(done.error());
  }
  return summary;
} catch (std::exception const &error) {
  return fail(Fault::internal, error.what());
}

void Folder::handle(fs::path const &input) {
  auto const name = name_of(input);
  std::error_code gone;
  if (!fs::is_regular_file(input, gone)) return;  // moved or removed since it was seen
  if (is_done(name, input)) {
    log_.info("skipped", {{"file", name}});
    {
      std::lock_guard const lock(mutex_);
      ++progress_.skipped;
      exit_ = std::max(exit_, manifest_.entries[name].exit);
    }
    move(name, input, true);
    return;
  }
  auto const start = Clock::now();
  Entry entry;
  entry.started = utc_now();
  entry.options = options_.fingerprint;
  auto const result = process(name, input);
  entry.seconds = since(start);
  entry.exit = options_.exit_code(result);
  if (result) {
    describe(entry, *result, fs::path(name).parent_path());
  } else {
    entry.result = "failed";
    entry.error = result.error().message();
    auto const size = fs::file_size(input, gone);
    entry.bytes = gone ? 0 : size;
    entry.sha256 = io::sha256_of(input.string()).value_or("");
  }
  bool const done = entry.done();
  record(name, std::move(entry), result);
  move(name, input, done);
}

void Folder::record(std::string const &name, Entry entry, Result<output::Summary> const &result) {
  if (entry.done()) {
    log_.info("done", fields_of(name, entry));
  } else {
    log_.error("failed", fields_of(name, entry));
  }
  std::lock_guard const lock(mutex_);
  exit_ = std::max(exit_, entry.exit);
  progress_.busy_seconds += entry.seconds;
  ++(!entry.done() ? progress_.failed : entry.exit == 0 ? progress_.clean : progress_.findings);
  if (result) {
    auto counts = *result;
    counts.inputs.clear();
    counts.outputs.clear();
    progress_.total.add(counts);
  }
  manifest_.entries[name] = std::move(entry);
  changed_ = true;
}

void Folder::move(std::string const &name, fs::path const &input, bool done) {
  auto const &target = done ? options_.done : options_.failed;
  if (!target) return;
  auto const moved = move_file(input, *target / name);
  if (!moved) return tell(moved.error());
  std::lock_guard const lock(mutex_);
  manifest_.entries[name].moved_to = moved->string();
  changed_ = true;
}

void Folder::report(std::size_t waiting, std::size_t active) {
  Manifest manifest;
  Progress progress;
  bool changed = false;
  {
    std::lock_guard const lock(mutex_);
    changed = std::exchange(changed_, false);
    if (changed) manifest = manifest_;
    progress_.waiting = waiting;
    progress_.active = active;
    if (options_.metrics) progress = progress_;
  }
  if (changed) {
    if (auto saved = manifest.save(options_.out / "manifest.json"); !saved) tell(saved.error());
  }
  if (!options_.metrics) return;
  if (auto written = write_metrics(*options_.metrics, progress); !written) tell(written.error());
}

/// The summary of all files that are done, in the order of their names.
Result<output::Summary> Folder::merged() const {
  output::Summary total;
  for (auto const &[name, entry] : manifest_.entries) {
    if (!entry.done()) continue;
    auto const bytes = read_file(state_file(name));
    if (!bytes) return tl::unexpected(bytes.error());
    auto const summary = output::summary_from_state(*bytes);
    if (!summary) return with_file(summary.error(), state_file(name).string());
    total.add(*summary);
  }
  return total;
}

/// The page over the same files, one after the other, so that the memory is that of one page.
Result<void> Folder::write_page(output::Summary const &total) const {
  output::Report whole(*options_.report);
  std::vector<std::string> inputs;
  for (auto const &[name, entry] : manifest_.entries) {
    std::error_code none;
    // A run that wanted no page has left nothing for one.
    if (!entry.done() || !fs::exists(report_file(name), none)) continue;
    auto const bytes = read_file(report_file(name));
    if (!bytes) return tl::unexpected(bytes.error());
    auto report = output::report_from_state(*bytes, *options_.report);
    if (!report) return with_file(report.error(), report_file(name).string());
    whole.add(std::move(*report));
    inputs.push_back(name);
  }
  return options_.write_page(whole, total, inputs);
}

Result<Outcome> Folder::close(int signal) {
  report(0, 0);
  auto total = merged();
  if (!total) return tl::unexpected(total.error());
  auto const json = output::summary_json(*total, options_.timing);
  if (auto done = write_file(options_.out / "summary.json", json); !done) {
    return tl::unexpected(done.error());
  }
  if (options_.report) {
    if (auto done = write_page(*total); !done) return tl::unexpected(done.error());
  }
  log_.info("end", {{"clean", progress_.clean},
                    {"findings", progress_.findings},
                    {"failed", progress_.failed},
                    {"skipped", progress_.skipped},
                    {"claims", progress_.total.claims},
                    {"exit", exit_},
                    {"signal", signal}});
  return Outcome{exit_, signal, std::move(*total)};
}

void Folder::tell(Error const &error) {
  log_.warning("trouble", {{"error", error.message()}});
}

}  // namespace noc837::batch
