// SPDX-License-Identifier: Apache-2.0
#include "pipeline/index.hpp"

#include <sys/stat.h>

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <deque>
#include <exception>
#include <filesystem>
#include <limits>
#include <mutex>
#include <sstream>
#include <string_view>

#include "io/sink.hpp"
#include "io/spill.hpp"

namespace noc837::io {

template <class Archive>
void serialize(Archive &archive, Start &start) {
  archive(start.stored, start.offset);
}

}  // namespace noc837::io

namespace noc837::pipeline {

template <class Archive>
void serialize(Archive &archive, IndexFacts &facts) {
  archive(facts.fingerprint, facts.size, facts.stored_bytes, facts.modified, facts.sha256,
          facts.checkpoints);
}

template <class Archive>
void serialize(Archive &archive, Index::Entry &entry) {
  archive(entry.checkpoint.offset, entry.start, entry.checkpoint.state,
          entry.checkpoint.fingerprints);
}

namespace {

/// What an index begins with; another form of it gets another number.
constexpr std::string_view mark = "noc837 index 2\n";

template <class T>
std::string bytes_of(T const &value) {
  std::ostringstream out;
  cereal::PortableBinaryOutputArchive archive(out);
  archive(value);
  return std::move(out).str();
}

template <class T>
bool read_from(std::string const &bytes, T &value) {
  try {
    std::istringstream in(bytes);
    cereal::PortableBinaryInputArchive archive(in);
    archive(value);
    return true;
  } catch (std::exception const &) {
    return false;
  }
}

/// What tells that a file is as it was.
struct FileState {
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;

  [[nodiscard]] static Result<FileState> of(std::string const &path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
      return with_file(fail(Fault::usage, "is no file", "a file to be read in parts").value(),
                       path);
    }
    return FileState{static_cast<std::uint64_t>(status.st_size), status.st_mtim.tv_sec};
  }
};

/// Remembers where in a source reading could begin. Read and asked on different threads.
class StartLog final : public io::Source {
 public:
  /// Of starts that are not that far apart only the first is remembered.
  StartLog(io::Source &source, std::uint64_t least_apart)
      : source_(source), least_apart_(least_apart) {}

  Result<std::size_t> read(char *to, std::size_t size) override {
    auto got = source_.read(to, size);
    auto const start = source_.start();
    std::lock_guard const lock(mutex_);
    if (start.offset > starts_.back().offset + least_apart_) starts_.push_back(start);
    return got;
  }
  [[nodiscard]] io::Codec codec() const override { return source_.codec(); }
  [[nodiscard]] std::uint64_t stored_bytes() const override { return source_.stored_bytes(); }
  [[nodiscard]] std::string sha256() override { return source_.sha256(); }

  /// From where byte `offset` can be read to; not before the one asked for last.
  [[nodiscard]] io::Start before(std::uint64_t offset) {
    if (codec() == io::Codec::none) return {offset, offset};
    std::lock_guard const lock(mutex_);
    while (starts_.size() > 1 && starts_[1].offset <= offset) starts_.pop_front();
    return starts_.front();
  }

 private:
  io::Source &source_;
  std::uint64_t const least_apart_;
  std::mutex mutex_;
  std::deque<io::Start> starts_{{}};
};

/// Puts the checkpoints of a walk aside.
class IndexJob final : public Visitor {
 public:
  IndexJob(StartLog &starts, io::Spill &entries) : starts_(starts), entries_(entries) {}

  Result<void> claim(claims::Unit const &, edits::Review const *,
                     claims::Hierarchy const &) override {
    return {};
  }
  Result<void> checkpoint(Checkpoint const &checkpoint) override {
    auto const start = starts_.before(checkpoint.offset);
    auto const entry = bytes_of(Index::Entry{checkpoint, start});
    ++count_;
    bytes_ += frame_size(entry);
    return write_frame(entries_, entry);
  }
  void finished(claims::Cutter const &cutter) override { size_ = cutter.bytes(); }

  [[nodiscard]] std::uint64_t count() const { return count_; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  ///< put aside
  [[nodiscard]] std::uint64_t size() const { return size_; }    ///< of the input

 private:
  StartLog &starts_;
  io::Spill &entries_;
  std::uint64_t count_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t size_ = 0;
};

}  // namespace

Result<IndexFacts> make_index(std::string const &input, std::string const &target,
                              std::string const &fingerprint, ProcessOptions const &options,
                              Settings const &settings, Spacing const &spacing) {
  auto const state = FileState::of(input);
  if (!state) return tl::unexpected(state.error());
  auto const source = io::open_source(input, {.digest = true, .inflation = settings.inflation});
  if (!source) return with_file(source.error(), input);
  auto const out = io::FileSink::create(target, io::Codec::none, false, options.durability);
  if (!out) return tl::unexpected(out.error());

  io::Spill entries(std::filesystem::path(target).parent_path().string());
  StartLog starts(**source, spacing.bytes / 16);
  IndexJob job(starts, entries);
  auto walk_settings = settings;
  walk_settings.checkpoints = spacing;
  walk_settings.part.begin = std::numeric_limits<std::uint64_t>::max();  // nothing is judged
  auto const label = options.label.value_or(input);
  if (auto done = walk(starts, label, walk_settings, job); !done) {
    return with_file(done.error(), label);
  }
  IndexFacts facts = {fingerprint,     job.size(),          (*source)->stored_bytes(),
                      state->modified, (*source)->sha256(), job.count()};
  if (facts.stored_bytes != state->bytes) {
    return with_file(fail(Fault::input, "changed while it was read").value(), label);
  }
  if (auto done = (*out)->write(mark); !done) return tl::unexpected(done.error());
  if (auto done = write_frame(**out, bytes_of(facts)); !done) return tl::unexpected(done.error());
  if (auto done = entries.rewind(); !done) return tl::unexpected(done.error());
  if (auto done = entries.copy(job.bytes(), **out); !done) return tl::unexpected(done.error());
  if (auto done = (*out)->finish(); !done) return tl::unexpected(done.error());
  if (auto done = (*out)->commit(); !done) return tl::unexpected(done.error());
  return facts;
}

Result<Index> Index::open(std::string const &path, std::string const &input,
                          std::string const &fingerprint) {
  auto const refuse = [&](std::string what, std::string expected) {
    return with_file(fail(Fault::usage, std::move(what), std::move(expected)).value(), path);
  };
  auto const state = FileState::of(input);
  if (!state) return tl::unexpected(state.error());
  auto source = io::open_source(path);
  if (!source) return refuse(source.error().what, "an index");
  std::string bytes(mark.size(), '\0');
  Index index(path, PieceReader(std::move(*source)));
  bool const marked = index.file_.read(bytes.data(), bytes.size()).value_or(false);
  if (!marked || bytes != mark || !index.file_.frame(bytes).value_or(false) ||
      !read_from(bytes, index.facts_)) {
    return refuse("is no index", "what noc837 index wrote");
  }
  auto const &facts = index.facts_;
  if (facts.stored_bytes != state->bytes || facts.modified != state->modified) {
    return refuse("is the index of another file than " + input,
                  "its index, made since it last changed");
  }
  if (facts.fingerprint != fingerprint) {
    return refuse("was made with other options", "one made with the options of the parts");
  }
  return index;
}

Result<std::optional<Index::Entry>> Index::last_before(std::uint64_t offset) {
  std::optional<Entry> last;
  std::vector<std::uint64_t> fingerprints;
  std::string bytes;
  for (;;) {
    auto const more = file_.frame(bytes);
    if (!more) return with_file(more.error(), path_);
    if (!*more) break;
    Entry entry;
    if (!read_from(bytes, entry)) {
      return with_file(fail(Fault::input, "is damaged", "the index as it was written").value(),
                       path_);
    }
    if (entry.checkpoint.offset > offset) break;
    auto const &fresh = entry.checkpoint.fingerprints;
    fingerprints.insert(fingerprints.end(), fresh.begin(), fresh.end());
    last = std::move(entry);
  }
  if (last) last->checkpoint.fingerprints = std::move(fingerprints);
  return last;
}

}  // namespace noc837::pipeline
