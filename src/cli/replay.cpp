// SPDX-License-Identifier: Apache-2.0
#include "cli/replay.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>
#include <utility>

#include "cli/process_config.hpp"
#include "cli/replay_difference.hpp"
#include "pipeline/process.hpp"

namespace noc837::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 10> kinds = {
    "corrected.edi", "flagged.edi",  "annotated.edi", "ta1.edi",      "999.edi",
    "277ca.edi",     "findings.csv", "lines.csv",     "summary.json", "error.txt"};

bool is_input(fs::path const &path) {
  constexpr std::array<std::string_view, 7> endings = {".edi", ".837", ".x12", ".txt",
                                                       ".dat", ".zst", ".gz"};
  std::string const name = path.filename().string();
  bool const edi = std::any_of(endings.begin(), endings.end(),
                               [&](std::string_view ending) { return name.ends_with(ending); });
  return edi && std::none_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
           return name.find("." + std::string(kind)) != std::string::npos;
         });
}

std::string contents(fs::path const &path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

/// A folder that goes away with its object.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "noc837-replay-XXXXXX").string();
    if (::mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(TemporaryFolder const &) = delete;
  TemporaryFolder &operator=(TemporaryFolder const &) = delete;

  [[nodiscard]] fs::path const &path() const { return path_; }

 private:
  fs::path path_;
};

using Words = std::vector<std::string>;

/// The words of a file of options. Those that begin with ./ or ../ are paths from its folder.
Words words_of(fs::path const &name) {
  Words out;
  std::ifstream file(name);
  for (std::string word; file >> word;) {
    bool const relative = word.starts_with("./") || word.starts_with("../");
    out.push_back(relative ? (name.parent_path() / word).string() : std::move(word));
  }
  return out;
}

/// The options of the run whose acknowledgements are expected too: those of replay.acks in the
/// case's folder or the nearest one above that has it.
Words acknowledging_options(fs::path const &input) {
  std::error_code ignored;
  for (auto folder = fs::absolute(input, ignored).parent_path();; folder = folder.parent_path()) {
    if (auto const file = folder / "replay.acks"; fs::exists(file, ignored)) return words_of(file);
    if (folder == folder.root_path()) return {};
  }
}

std::map<std::string, std::string> outputs_in(fs::path const &folder, std::string const &stem) {
  std::map<std::string, std::string> out;
  std::error_code ignored;
  for (auto const &entry : fs::directory_iterator(folder, ignored)) {
    std::string const name = entry.path().filename().string();
    if (!name.starts_with(stem + ".")) continue;
    std::string const kind = name.substr(stem.size() + 1);
    bool const known = std::any_of(kinds.begin(), kinds.end(), [&](std::string_view k) {
      return kind == k ||
             (kind.starts_with(k) && (kind.ends_with(".zst") || kind.ends_with(".gz")));
    });
    if (known) out[kind] = contents(entry.path());
  }
  return out;
}

using Outputs = std::map<std::string, std::string>;

/// Compares or updates the expected outputs of one case.
class Expectation {
 public:
  Expectation(fs::path folder, std::string stem)
      : folder_(std::move(folder)), stem_(std::move(stem)), expected_(outputs_in(folder_, stem_)) {}

  [[nodiscard]] std::vector<std::string> faults(Outputs const &actual, bool color) const {
    std::vector<std::string> out;
    for (auto const &[kind, text] : expected_) {
      auto const found = actual.find(kind);
      if (found == actual.end()) {
        out.push_back(fmt::format("{}: was not written\n", path(kind).string()));
      } else if (found->second != text) {
        out.push_back(fmt::format("{} differs\n{}", path(kind).string(),
                                  output_difference(kind, text, found->second, color)));
      }
    }
    for (auto const &[kind, text] : actual) {
      if (expected_.count(kind) != 0) continue;
      out.push_back(fmt::format("{}: was not expected\n", path(kind).string()));
    }
    return out;
  }

  void update(Outputs const &actual) const {
    std::error_code ignored;
    for (auto const &[kind, text] : expected_) {
      if (actual.count(kind) == 0) fs::remove(path(kind), ignored);
    }
    for (auto const &[kind, text] : actual) {
      auto const known = expected_.find(kind);
      if (known != expected_.end() && known->second == text) continue;
      std::ofstream(path(kind), std::ios::binary) << text;
    }
  }

 private:
  [[nodiscard]] fs::path path(std::string const &kind) const {
    return folder_ / (stem_ + "." + kind);
  }

  fs::path folder_;
  std::string stem_;
  Outputs expected_;
};

/// What the case's input comes to with these options.
Result<Outputs> run_with(Words arguments, std::string const &input, std::string const &stem) {
  TemporaryFolder const folder;
  arguments.insert(arguments.end(), {input, "-o", folder.path().string(), "--no-timing"});
  auto config = process_config(arguments);
  if (!config) return tl::unexpected(config.error());
  config->process.durability = io::Durability::cache;
  config->process.label = fs::path(input).filename().string();

  auto const summary = pipeline::process(input, config->folder, config->process, config->settings);
  auto actual = outputs_in(folder.path(), stem);
  if (!summary) {
    Error shown = summary.error();
    shown.file = *config->process.label;
    actual["error.txt"] =
        fmt::format("exit {}\n{}\n", static_cast<int>(exit_code_of(shown.fault)), shown.message());
  }
  return actual;
}

/// A ledger that knows the inputs named in CASE.earlier, in `folder`; nothing where none is.
Result<void> add_ledger(fs::path const &beside, fs::path const &folder, Words &options) {
  auto const earlier = words_of(beside.string() + ".earlier");
  if (earlier.empty()) return {};
  options.insert(options.end(), {"--ledger", (folder / "ledger.sqlite").string()});
  for (auto const &input : earlier) {
    auto const done = run_with(options, input, pipeline::stem_of(input));
    if (!done) return tl::unexpected(done.error());
  }
  return {};
}

/// What the case's input comes to with the options beside it. Acknowledgements that those do not
/// ask for come from a run of their own, so that what they ask for changes no other output.
Result<Outputs> run_case(std::string const &input, std::string const &stem) {
  TemporaryFolder const before;
  auto const beside = fs::path(input).parent_path() / stem;
  auto options = words_of(beside.string() + ".args");
  if (auto done = add_ledger(beside, before.path(), options); !done) {
    return tl::unexpected(done.error());
  }
  auto actual = run_with(options, input, stem);
  auto const added = acknowledging_options(input);
  bool const own = std::find(options.begin(), options.end(), "--ack") != options.end();
  if (!actual || own || added.empty()) return actual;
  auto arguments = options;
  arguments.insert(arguments.end(), added.begin(), added.end());
  auto acknowledging = run_with(std::move(arguments), input, stem);
  if (!acknowledging) return acknowledging;
  for (auto const *kind : {"ta1.edi", "999.edi", "277ca.edi"}) {
    auto const found = acknowledging->find(kind);
    if (found != acknowledging->end()) actual->insert(*found);
  }
  return actual;
}

}  // namespace

Result<std::vector<std::string>> find_cases(std::string const &folder) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    if (at->is_regular_file() && is_input(at->path())) out.push_back(at->path().string());
  }
  if (error) {
    return fail(Fault::usage, fmt::format("{} cannot be listed: {}", folder, error.message()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

CaseResult replay_case(std::string const &input, ReplayOptions const &options) {
  auto const start = std::chrono::steady_clock::now();
  CaseResult result;
  result.input = input;
  auto const stem = pipeline::stem_of(input);
  if (auto const actual = run_case(input, stem); !actual) {
    result.faults.push_back(fmt::format("{}: {}\n", input, actual.error().message()));
  } else {
    Expectation const expectation(fs::path(input).parent_path(), stem);
    if (options.update) {
      expectation.update(*actual);
    } else {
      result.faults = expectation.faults(*actual, options.color);
    }
  }
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

void replay_all(std::vector<std::string> const &inputs, ReplayOptions const &options,
                std::function<void(CaseResult const &)> const &done) {
  std::vector<std::optional<CaseResult>> results(inputs.size());
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::condition_variable finished;
  std::vector<std::thread> workers;
  auto const work = [&] {
    for (auto i = next++; i < inputs.size(); i = next++) {
      auto result = replay_case(inputs[i], options);
      std::scoped_lock const lock(mutex);
      results[i] = std::move(result);
      finished.notify_one();
    }
  };
  for (unsigned i = 0; i < options.jobs; ++i) workers.emplace_back(work);
  for (auto &result : results) {
    std::unique_lock lock(mutex);
    finished.wait(lock, [&] { return result.has_value(); });
    lock.unlock();
    done(*result);
    result->faults.clear();
  }
  for (auto &worker : workers) worker.join();
}

}  // namespace noc837::cli
