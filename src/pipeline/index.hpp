// SPDX-License-Identifier: Apache-2.0
// Places in one file from which its parts can be read, so that none reads what is before it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/error.hpp"
#include "io/source.hpp"
#include "pipeline/checkpoint.hpp"
#include "pipeline/frames.hpp"
#include "pipeline/process.hpp"

namespace noc837::pipeline {

/// What an index is of.
struct IndexFacts {
  std::string fingerprint;         ///< of all that decides the outputs
  std::uint64_t size = 0;          ///< of the input, uncompressed
  std::uint64_t stored_bytes = 0;  ///< of the input
  std::int64_t modified = 0;       ///< the input last was, in seconds of Unix time
  std::string sha256;              ///< of the input
  std::uint64_t checkpoints = 0;   ///< in the index
};

/// Reads `input` once and writes its index to `target`. The reading can be taken up at frames of
/// zstd and members of gzip, and anywhere in plain files. Fails as process() does, with
/// Fault::usage for what is no regular file.
[[nodiscard]] Result<IndexFacts> make_index(std::string const &input, std::string const &target,
                                            std::string const &fingerprint,
                                            ProcessOptions const &options, Settings const &settings,
                                            Spacing const &spacing = {});

/// An index that was made before.
class Index {
 public:
  struct Entry {
    Checkpoint checkpoint;  ///< with the fingerprints of all claims before it
    io::Start start;        ///< in the input, from where the checkpoint can be read to
  };

  /// Fails with Fault::usage unless `path` is the index of `input` as it is now, and of
  /// `fingerprint`.
  [[nodiscard]] static Result<Index> open(std::string const &path, std::string const &input,
                                          std::string const &fingerprint);

  [[nodiscard]] IndexFacts const &facts() const { return facts_; }
  /// The last place at or before byte `offset` of the uncompressed input; nothing where there is
  /// none, and it has to be read from its beginning. May be called once.
  [[nodiscard]] Result<std::optional<Entry>> last_before(std::uint64_t offset);

 private:
  Index(std::string path, PieceReader file) : path_(std::move(path)), file_(std::move(file)) {}

  std::string path_;
  PieceReader file_;  ///< read up to and with the facts
  IndexFacts facts_;
};

}  // namespace noc837::pipeline
