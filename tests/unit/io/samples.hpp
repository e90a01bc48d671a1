// SPDX-License-Identifier: Apache-2.0
// Compressed bytes, folders and reading for the tests of io.
#pragma once

#include <stdlib.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

#include "io/source.hpp"
#include "support/catch.hpp"

namespace noc837::test {

/// Lines that compress, but not to nothing.
inline std::string sample_text(std::size_t size) {
  std::mt19937 random(11);
  std::string out;
  while (out.size() < size) out += "SV1*HC:J3490*" + std::to_string(random() % 100000) + "*UN*1~\n";
  out.resize(size);
  return out;
}

inline std::string zstd_frame(std::string_view bytes, bool checksum = true) {
  ZSTD_CCtx *context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, checksum ? 1 : 0);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress2(context, out.data(), out.size(), bytes.data(), bytes.size()));
  ZSTD_freeCCtx(context);
  return out;
}

inline std::string skippable_frame(std::string_view bytes) {
  auto const size = static_cast<char>(bytes.size());
  return std::string("\x5A\x2A\x4D\x18", 4) + std::string({size, 0, 0, 0}) + std::string(bytes);
}

inline std::string gzip_member(std::string_view bytes) {
  z_stream stream{};
  REQUIRE(deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// All that a source gives in reads of `size` bytes; the error instead where there is one.
inline Result<std::string> read_all(io::Source &source, std::size_t size = 65536) {
  std::string out;
  std::string piece(size, '\0');
  for (;;) {
    auto const got = source.read(piece.data(), piece.size());
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return out;
    if (*got > size) FAIL("more than was asked for");
    out.append(piece, 0, *got);
  }
}

inline Result<std::string> read_memory(std::string_view bytes, std::size_t size = 65536) {
  return read_all(*io::memory_source(bytes), size);
}

inline std::string file_bytes(std::filesystem::path const &path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder of its own that goes away with its files.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "noc837-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(Folder const &) = delete;
  Folder &operator=(Folder const &) = delete;

  [[nodiscard]] std::string operator/(std::string const &name) const {
    return (path_ / name).string();
  }
  std::string write(std::string const &name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  /// How many names are in it.
  [[nodiscard]] std::ptrdiff_t files() const {
    return std::distance(std::filesystem::directory_iterator(path_), {});
  }

 private:
  std::filesystem::path path_;
};

}  // namespace noc837::test
