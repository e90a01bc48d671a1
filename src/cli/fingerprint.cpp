// SPDX-License-Identifier: Apache-2.0
#include "cli/fingerprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/any.hpp>
#include <filesystem>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "cli/process_config.hpp"
#include "io/digest.hpp"

namespace noc837::cli {
namespace {

namespace fs = std::filesystem;

/// Options that say where outputs go and how the run shows itself, not what is in the outputs.
constexpr std::array<std::string_view, 9> without_effect = {
    "output", "quiet", "no-sync", "progress", "color", "shard", "index", "no-timing", "threads"};

/// Options that name what the run itself writes: their names count, what is in the files does not.
constexpr std::array<std::string_view, 4> written = {"ledger", "ledger-key", "report", "sqlite"};

template <class Names>
bool is_one_of(std::string_view name, Names const &names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

template <class T>
bool append(boost::any const &value, std::vector<std::string> &out) {
  auto const *typed = boost::any_cast<T>(&value);
  if (typed != nullptr) out.push_back(fmt::format("{}", *typed));
  return typed != nullptr;
}

/// The texts of an option's value; none for a switch.
std::vector<std::string> texts_of(boost::any const &value) {
  if (auto const *list = boost::any_cast<std::vector<std::string>>(&value)) return *list;
  std::vector<std::string> out;
  static_cast<void>(append<std::string>(value, out) || append<int>(value, out) ||
                    append<unsigned>(value, out) || append<std::size_t>(value, out) ||
                    append<double>(value, out) || append<bool>(value, out));
  return out;
}

/// Adds the contents of a file, or of the files of a folder, where a value names one.
Result<void> add_contents(fs::path const &path, io::Digest &digest) {
  std::error_code ignored;
  std::vector<fs::path> files;
  if (fs::is_regular_file(path, ignored)) files.push_back(path);
  if (fs::is_directory(path, ignored)) {
    for (auto const &entry : fs::directory_iterator(path, ignored)) {
      if (entry.is_regular_file(ignored)) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (auto const &file : files) {
    auto const sha256 = io::sha256_of(file.string());
    if (!sha256) return tl::unexpected(sha256.error());
    digest.add(*sha256);
  }
  return {};
}

Result<std::string> fingerprint(po::variables_map const &options,
                                po::options_description const &known) {
  io::Digest digest;
  digest.add(NOC837_VERSION);
  for (auto const &option : known.options()) {
    auto const &name = option->long_name();
    if (options.count(name) == 0 || is_one_of(name, without_effect)) continue;
    digest.add(fmt::format("\n--{}", name));
    for (auto const &text : texts_of(options[name].value())) {
      digest.add(fmt::format("\n={}", text));
      if (is_one_of(name, written)) continue;
      if (auto done = add_contents(text, digest); !done) return tl::unexpected(done.error());
    }
  }
  return digest.hex();
}

}  // namespace

Result<std::string> fingerprint_of(po::variables_map const &options) {
  po::options_description known;
  add_process_options(known);
  return fingerprint(options, known);
}

Result<std::string> index_fingerprint_of(po::variables_map const &options) {
  po::options_description known;
  add_code_options(known);
  add_reading_options(known);
  add_judging_options(known);
  return fingerprint(options, known);
}

}  // namespace noc837::cli
