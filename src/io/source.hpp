// SPDX-License-Identifier: Apache-2.0
// Where bytes come from: files and standard input, plain or compressed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/error.hpp"
#include "io/codec.hpp"

namespace noc837::io {

/// A place in a file where its reading can begin: any byte of a plain one, the first of a zstd
/// frame or of a gzip member.
struct Start {
  std::uint64_t stored = 0;  ///< stored bytes before it
  std::uint64_t offset = 0;  ///< uncompressed bytes before it
};

/// A stream of uncompressed bytes, read once from front to back.
class Source {
 public:
  virtual ~Source() = default;

  /// Reads up to `size` bytes to `to`; 0 at the end. A failure is final.
  [[nodiscard]] virtual Result<std::size_t> read(char *to, std::size_t size) = 0;

  /// How the stored bytes are compressed.
  [[nodiscard]] virtual Codec codec() const { return Codec::none; }
  /// Stored bytes up to where the reading has come, those before its start included; differs from
  /// what read() gave when compressed.
  [[nodiscard]] virtual std::uint64_t stored_bytes() const = 0;
  /// Where the frame or member begins that the bytes are of which read() gave last; of plain files
  /// their beginning.
  [[nodiscard]] virtual Start start() const { return {}; }
  /// SHA-256 of the stored bytes, once read() has given 0; empty when it was not asked for.
  [[nodiscard]] virtual std::string sha256() = 0;
};

/// How far a compressed input may be trusted: a few kilobytes can be made to stand for terabytes.
struct Inflation {
  std::uint64_t ratio = 1000;  ///< most bytes that a stored byte may stand for; 0 for any
  int window_log = 27;         ///< of zstd: memory for its window, as a power of two
};

struct SourceOptions {
  bool digest = false;  ///< compute sha256()
  Inflation inflation = {};
  Start start = {};          ///< of the reading; not for standard input
  std::uint64_t offset = 0;  ///< of the first byte that read() is to give; not before `start`
};

/// Opens a file, or standard input for "-". Finds the compression by content.
/// Fails with Fault::input for what cannot be opened or read and for directories.
[[nodiscard]] Result<std::unique_ptr<Source>> open_source(std::string const &path,
                                                          SourceOptions options = {});

/// A source over bytes in memory, compressed or not; `bytes` must outlive it.
[[nodiscard]] std::unique_ptr<Source> memory_source(std::string_view bytes,
                                                    Inflation inflation = {});

}  // namespace noc837::io
