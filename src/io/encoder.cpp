// SPDX-License-Identifier: Apache-2.0
#include "io/encoder.hpp"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <new>
#include <string>
#include <vector>

namespace noc837::io {
namespace {

constexpr std::size_t piece = std::size_t{128} * 1024;

class PlainEncoder final : public Encoder {
 public:
  Result<void> write(std::string_view bytes, Next const &next) override { return next(bytes); }
  Result<void> finish(Next const &) override { return {}; }
};

class ZstdEncoder final : public Encoder {
 public:
  ZstdEncoder() : out_(piece), stream_(ZSTD_createCCtx()) {
    if (stream_ == nullptr) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(stream_, ZSTD_c_compressionLevel, 3);
    ZSTD_CCtx_setParameter(stream_, ZSTD_c_checksumFlag, 1);
    // Compresses beside the thread that writes. The bytes depend on the size of the jobs, not on
    // the number of workers; small jobs keep the memory small. A libzstd without threads refuses
    // and compresses in this one.
    ZSTD_CCtx_setParameter(stream_, ZSTD_c_nbWorkers, 2);
    ZSTD_CCtx_setParameter(stream_, ZSTD_c_jobSize, 1 << 20);
  }
  ~ZstdEncoder() override { ZSTD_freeCCtx(stream_); }
  ZstdEncoder(ZstdEncoder const &) = delete;
  ZstdEncoder &operator=(ZstdEncoder const &) = delete;

  Result<void> write(std::string_view bytes, Next const &next) override {
    return run(bytes, ZSTD_e_continue, next);
  }
  Result<void> finish(Next const &next) override { return run({}, ZSTD_e_end, next); }

 private:
  Result<void> run(std::string_view bytes, ZSTD_EndDirective mode, Next const &next) {
    ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
    for (;;) {
      ZSTD_outBuffer out{out_.data(), out_.size(), 0};
      std::size_t const left = ZSTD_compressStream2(stream_, &out, &in, mode);
      if (ZSTD_isError(left) != 0) {
        return fail(Fault::internal, std::string("zstd: ") + ZSTD_getErrorName(left));
      }
      if (out.pos != 0) {
        if (auto done = next({out_.data(), out.pos}); !done) return done;
      }
      if (mode == ZSTD_e_end ? left == 0 : in.pos == in.size) return {};
    }
  }

  std::vector<char> out_;
  ZSTD_CCtx *stream_;
};

class GzipEncoder final : public Encoder {
 public:
  GzipEncoder() : out_(piece) {
    constexpr int gzip_only = 15 + 16;
    constexpr int memory_level = 8;
    if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_only, memory_level,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::bad_alloc();
    }
  }
  ~GzipEncoder() override { deflateEnd(&stream_); }
  GzipEncoder(GzipEncoder const &) = delete;
  GzipEncoder &operator=(GzipEncoder const &) = delete;

  Result<void> write(std::string_view bytes, Next const &next) override {
    while (!bytes.empty()) {
      auto const part = bytes.substr(0, std::size_t{1} << 30U);
      bytes.remove_prefix(part.size());
      if (auto done = run(part, Z_NO_FLUSH, next); !done) return done;
    }
    return {};
  }
  Result<void> finish(Next const &next) override { return run({}, Z_FINISH, next); }

 private:
  Result<void> run(std::string_view bytes, int mode, Next const &next) {
    // zlib's interface is not const-correct; it does not write to its input.
    stream_.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(bytes.size());
    int state = Z_OK;
    do {
      stream_.next_out = reinterpret_cast<Bytef *>(out_.data());
      stream_.avail_out = static_cast<uInt>(out_.size());
      state = deflate(&stream_, mode);
      auto const made = out_.size() - stream_.avail_out;
      if (made != 0) {
        if (auto done = next({out_.data(), made}); !done) return done;
      }
    } while (mode == Z_FINISH ? state != Z_STREAM_END : stream_.avail_out == 0);
    return {};
  }

  z_stream stream_{};
  std::vector<char> out_;
};

}  // namespace

std::unique_ptr<Encoder> make_encoder(Codec codec) {
  switch (codec) {
    case Codec::zstd:
      return std::make_unique<ZstdEncoder>();
    case Codec::gzip:
      return std::make_unique<GzipEncoder>();
    case Codec::none:
      break;
  }
  return std::make_unique<PlainEncoder>();
}

}  // namespace noc837::io
