// SPDX-License-Identifier: Apache-2.0
#include "pipeline/outputs.hpp"

#include <algorithm>
#include <utility>

#include "acks/acknowledgements.hpp"
#include "io/temporaries.hpp"
#include "io/unfinished.hpp"

namespace noc837::pipeline {

namespace fs = std::filesystem;

Result<io::FileSink *> Outputs::create(std::string_view kind, io::Codec codec) {
  auto sink = io::FileSink::create(target(kind).string() + std::string(io::suffix(codec)), codec,
                                   true, durability_, writing_);
  if (!sink) return tl::unexpected(sink.error());
  files_.push_back(std::move(*sink));
  return files_.back().get();
}

Result<void> Outputs::finish(output::Summary &summary) {
  for (auto const &file : files_) {
    if (auto done = file->finish(); !done) return done;
    summary.outputs.push_back(
        {fs::path(file->target()).filename().string(), file->stored_bytes(), file->sha256()});
  }
  return {};
}

Result<void> Outputs::refuse(Result<std::string> const &ta1) {
  files_.clear();
  if (!ta1) return tl::unexpected(ta1.error());
  if (ta1->empty()) return {};
  auto const sink = create(acks::file_kind(acks::Kind::ta1), io::Codec::none);
  if (!sink) return tl::unexpected(sink.error());
  if (auto done = (*sink)->write(*ta1); !done) return done;
  if (auto done = (*sink)->finish(); !done) return done;
  return (*sink)->commit();
}

Result<void> Outputs::commit() {
  io::NoStop const no_stop;
  if (auto done = io::commit_all(files_); !done) return done;
  std::vector<std::string> stale;
  for (auto const *kind :
       {"corrected.edi", "flagged.edi", "annotated.edi", "ta1.edi", "999.edi", "277ca.edi"}) {
    for (auto const codec : {io::Codec::none, io::Codec::zstd, io::Codec::gzip}) {
      auto const name = stem_ + "." + kind + std::string(io::suffix(codec));
      auto const path = folder_ / name;
      bool const ours = std::any_of(files_.begin(), files_.end(), [&](auto const &file) {
        return fs::path(file->target()) == path;
      });
      if (ours) continue;
      stale.push_back(name);
      std::error_code ignored;
      if (fs::is_regular_file(fs::symlink_status(path, ignored))) fs::remove(path, ignored);
    }
  }
  io::remove_leftovers(folder_, stale);
  return {};
}

Result<void> write_summary(Outputs &outputs, output::Summary const &summary, bool timing) {
  auto const json = outputs.create("summary.json", io::Codec::none);
  if (!json) return tl::unexpected(json.error());
  if (auto done = (*json)->write(output::summary_json(summary, timing)); !done) return done;
  return (*json)->finish();
}

}  // namespace noc837::pipeline
