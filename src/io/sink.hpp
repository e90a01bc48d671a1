// SPDX-License-Identifier: Apache-2.0
// Where bytes go: files that appear only when whole, and standard output.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "io/codec.hpp"

namespace noc837::io {

/// A stream of bytes to one place. Buffers; nothing is certain before finish().
class Sink {
 public:
  virtual ~Sink() = default;

  [[nodiscard]] virtual Result<void> write(std::string_view bytes) = 0;
  /// Writes what is buffered, ends the compression and closes. No write may follow.
  [[nodiscard]] virtual Result<void> finish() = 0;
};

/// Whether a file has to be on the disk before it gets its name.
enum class Durability : std::uint8_t {
  disk,   ///< after a power cut the name stands for the whole file or for what it stood for before
  cache,  ///< the system writes it when it likes; after a power cut the file may be cut short
};

/// Who compresses, hashes and stores the bytes of a file.
enum class Writing : std::uint8_t {
  at_once,  ///< whoever writes
  behind,   ///< a thread of the file's own, once it is longer than a buffer
};

/// A file that is written beside its target, readable by its owner only, and renamed to it by
/// commit(). Without commit() it disappears, also when the program is stopped by a signal.
/// Leftovers of runs that were killed are removed.
class FileSink final : public Sink {
 public:
  /// Fails with Fault::output when the file cannot be created, or when the target exists and is
  /// no regular file.
  [[nodiscard]] static Result<std::unique_ptr<FileSink>> create(std::string target, Codec codec,
                                                                bool digest,
                                                                Durability = Durability::disk,
                                                                Writing = Writing::at_once);
  ~FileSink() override;
  FileSink(FileSink const &) = delete;
  FileSink &operator=(FileSink const &) = delete;

  [[nodiscard]] Result<void> write(std::string_view bytes) override;
  [[nodiscard]] Result<void> finish() override;
  /// Gives the finished file its name.
  [[nodiscard]] Result<void> commit();

  [[nodiscard]] std::string const &target() const { return target_; }
  /// Bytes of the finished file as stored, and their SHA-256 (empty when not asked for).
  [[nodiscard]] std::uint64_t stored_bytes() const;
  [[nodiscard]] std::string sha256();

 private:
  struct State;
  FileSink(std::string target, std::string temporary, std::unique_ptr<State> state);
  [[nodiscard]] Result<void> rename();
  void settle();
  void take_back();
  friend Result<void> commit_all(std::vector<std::unique_ptr<FileSink>> const &files);

  std::string target_;
  std::string temporary_;  ///< empty once the file has its name for good
  std::unique_ptr<State> state_;
};

/// Gives all finished files, of one folder, their names. A signal to stop waits until that is
/// done; where one cannot be named, none is, and names that stood for files of an earlier run stand
/// for them again.
[[nodiscard]] Result<void> commit_all(std::vector<std::unique_ptr<FileSink>> const &files);

/// Standard output; a reader that went away ends the writing without an error.
[[nodiscard]] std::unique_ptr<Sink> standard_output(Codec codec = Codec::none);

/// Appends to a string; for tests and for outputs held in memory.
class StringSink final : public Sink {
 public:
  explicit StringSink(std::string &out) : out_(out) {}
  Result<void> write(std::string_view bytes) override {
    out_.append(bytes);
    return {};
  }
  Result<void> finish() override { return {}; }

 private:
  std::string &out_;
};

}  // namespace noc837::io
