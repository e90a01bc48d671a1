// SPDX-License-Identifier: Apache-2.0
#include "io/source.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>
#include <optional>
#include <string_view>
#include <vector>

#include "io/digest.hpp"

namespace noc837::io {
namespace {

std::string reason(int error) {
  return std::strerror(error);
}

/// Stored bytes as they lie in a file.
class FileSource final : public Source {
 public:
  FileSource(int descriptor, bool owned, SourceOptions const &options)
      : descriptor_(descriptor), owned_(owned), stored_(options.start.stored) {
    if (options.digest) digest_.emplace();
  }
  ~FileSource() override {
    if (owned_) ::close(descriptor_);
  }
  FileSource(FileSource const &) = delete;
  FileSource &operator=(FileSource const &) = delete;

  Result<std::size_t> read(char *to, std::size_t size) override {
    for (;;) {
      ssize_t const got = ::read(descriptor_, to, size);
      if (got >= 0) {
        auto const bytes = static_cast<std::size_t>(got);
        stored_ += bytes;
        if (digest_) digest_->add({to, bytes});
        return bytes;
      }
      if (errno == EINTR) continue;
      return fail(Fault::input, "cannot be read: " + reason(errno));
    }
  }
  [[nodiscard]] std::uint64_t stored_bytes() const override { return stored_; }
  [[nodiscard]] std::string sha256() override { return digest_ ? digest_->hex() : std::string(); }

 private:
  int descriptor_;
  bool owned_;
  std::uint64_t stored_;  ///< read, or before the start
  std::optional<Digest> digest_;
};

class MemorySource final : public Source {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}

  Result<std::size_t> read(char *to, std::size_t size) override {
    auto const count = std::min(size, bytes_.size());
    if (count != 0) std::memcpy(to, bytes_.data(), count);
    bytes_.remove_prefix(count);
    stored_ += count;
    return count;
  }
  [[nodiscard]] std::uint64_t stored_bytes() const override { return stored_; }
  [[nodiscard]] std::string sha256() override { return {}; }

 private:
  std::string_view bytes_;
  std::uint64_t stored_ = 0;
};

/// What the decoders share: the stored bytes behind them and a buffer of those.
class Decoder : public Source {
 public:
  Decoder(std::unique_ptr<Source> stored, std::string_view head, SourceOptions const &options)
      : stored_(std::move(stored)),
        inflation_(options.inflation),
        given_(options.start.offset),
        buffer_(buffer_size) {
    std::memcpy(buffer_.data(), head.data(), head.size());
    end_ = head.size();
  }
  [[nodiscard]] std::uint64_t stored_bytes() const override { return stored_->stored_bytes(); }
  [[nodiscard]] Start start() const override { return start_; }
  [[nodiscard]] std::string sha256() override { return stored_->sha256(); }

 protected:
  static constexpr std::size_t buffer_size = std::size_t{256} * 1024;

  /// Makes sure that stored bytes are in the buffer unless the file has ended.
  Result<bool> fill() {
    if (begin_ < end_) return true;
    auto const got = stored_->read(buffer_.data(), buffer_.size());
    if (!got) return tl::unexpected(got.error());
    begin_ = 0;
    end_ = *got;
    return *got != 0;
  }

  /// The stored byte that comes next.
  [[nodiscard]] std::uint64_t at() const { return stored_->stored_bytes() - (end_ - begin_); }
  /// The next stored byte is the first of a frame or member.
  void begins() { start_ = {at(), given_}; }

  /// A failure at the stored byte that comes next.
  [[nodiscard]] tl::unexpected<Error> damaged(std::string_view what, std::string expected) const {
    return fail(Fault::input, fmt::format("{} at stored byte {}", what, at()), std::move(expected));
  }

  /// The bytes that a read gave, unless they are too many for what is stored.
  [[nodiscard]] Result<std::size_t> given(std::size_t bytes) {
    constexpr std::uint64_t harmless = std::uint64_t{64} << 20U;
    given_ += bytes;
    bool const too_many = inflation_.ratio != 0 && given_ > harmless &&
                          given_ / inflation_.ratio > stored_->stored_bytes();
    if (!too_many) return bytes;
    return fail(Fault::input,
                fmt::format("{} stored bytes stand for more than {} times as many",
                            stored_->stored_bytes(), inflation_.ratio),
                "a claim file, or a larger --max-ratio");
  }

  std::unique_ptr<Source> stored_;
  Inflation inflation_;
  std::uint64_t given_;  ///< uncompressed bytes, those before the start included
  Start start_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

class ZstdSource final : public Decoder {
 public:
  ZstdSource(std::unique_ptr<Source> stored, std::string_view head, SourceOptions const &options)
      : Decoder(std::move(stored), head, options), stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc();
    ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, inflation_.window_log);
  }
  ~ZstdSource() override { ZSTD_freeDStream(stream_); }
  ZstdSource(ZstdSource const &) = delete;
  ZstdSource &operator=(ZstdSource const &) = delete;

  [[nodiscard]] Codec codec() const override { return Codec::zstd; }

  Result<std::size_t> read(char *to, std::size_t size) override {
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      auto const more = fill();
      if (!more) return tl::unexpected(more.error());
      if (!*more && !flushing_) {
        if (in_frame_) return damaged("the zstd frame is cut short", "the rest of the frame");
        return std::size_t{0};
      }
      if (!in_frame_) begins();
      ZSTD_inBuffer in{buffer_.data(), end_, begin_};
      std::size_t const state = ZSTD_decompressStream(stream_, &out, &in);
      begin_ = in.pos;
      if (ZSTD_getErrorCode(state) == ZSTD_error_frameParameter_windowTooLarge) {
        return damaged("the zstd window is too large",
                       fmt::format("one of at most {} MiB, or a larger --max-window",
                                   (std::uint64_t{1} << inflation_.window_log) >> 20U));
      }
      if (ZSTD_isError(state) != 0) {
        return damaged(std::string("the zstd data is damaged (") + ZSTD_getErrorName(state) + ")",
                       "a whole zstd frame");
      }
      in_frame_ = state != 0;
      // A full output buffer may mean that the decoder holds more than it could give.
      flushing_ = in_frame_ && out.pos == out.size;
    }
    return given(out.pos);
  }

 private:
  ZSTD_DStream *stream_;
  bool in_frame_ = false;
  bool flushing_ = false;
};

class GzipSource final : public Decoder {
 public:
  GzipSource(std::unique_ptr<Source> stored, std::string_view head, SourceOptions const &options)
      : Decoder(std::move(stored), head, options) {
    constexpr int gzip_only = 15 + 16;
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(GzipSource const &) = delete;
  GzipSource &operator=(GzipSource const &) = delete;

  [[nodiscard]] Codec codec() const override { return Codec::gzip; }

  Result<std::size_t> read(char *to, std::size_t size) override {
    auto const room = static_cast<uInt>(std::min<std::size_t>(size, 1U << 30U));
    stream_.next_out = reinterpret_cast<Bytef *>(to);
    stream_.avail_out = room;
    while (stream_.avail_out == room) {
      auto const more = fill();
      if (!more) return tl::unexpected(more.error());
      if (!*more) {
        if (in_member_) return damaged("the gzip member is cut short", "the rest of the member");
        return std::size_t{0};
      }
      if (!in_member_) {
        if (skip_zeros()) continue;
        begins();
      }
      stream_.next_in = reinterpret_cast<Bytef *>(buffer_.data() + begin_);
      stream_.avail_in = static_cast<uInt>(end_ - begin_);
      int const state = inflate(&stream_, Z_NO_FLUSH);
      begin_ = end_ - stream_.avail_in;
      if (state == Z_STREAM_END) {
        in_member_ = false;
        inflateReset(&stream_);
      } else if (state == Z_OK || state == Z_BUF_ERROR) {
        in_member_ = true;
      } else {
        return damaged("the gzip data is damaged", "a whole gzip member");
      }
    }
    return given(room - stream_.avail_out);
  }

 private:
  /// Tapes and some tools pad gzip files with zeros.
  bool skip_zeros() {
    if (!any_member_) {
      any_member_ = true;
      return false;
    }
    auto const begin = begin_;
    while (begin_ < end_ && buffer_[begin_] == 0) ++begin_;
    return begin_ != begin;
  }

  z_stream stream_{};
  bool in_member_ = false;
  bool any_member_ = false;
};

/// Plain bytes of which the first were read already.
class HeadedSource final : public Source {
 public:
  HeadedSource(std::unique_ptr<Source> stored, std::string head)
      : stored_(std::move(stored)), head_(std::move(head)) {}

  Result<std::size_t> read(char *to, std::size_t size) override {
    if (at_ == head_.size()) return stored_->read(to, size);
    auto const count = std::min(size, head_.size() - at_);
    std::memcpy(to, head_.data() + at_, count);
    at_ += count;
    return count;
  }
  [[nodiscard]] std::uint64_t stored_bytes() const override { return stored_->stored_bytes(); }
  [[nodiscard]] std::string sha256() override { return stored_->sha256(); }

 private:
  std::unique_ptr<Source> stored_;
  std::string head_;
  std::size_t at_ = 0;
};

/// Reads the first bytes, finds the codec and puts its decoder in front.
Result<std::unique_ptr<Source>> decoded(std::unique_ptr<Source> stored,
                                        SourceOptions const &options) {
  std::string head(4, '\0');
  std::size_t have = 0;
  while (have < head.size()) {
    auto const got = stored->read(head.data() + have, head.size() - have);
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) break;
    have += *got;
  }
  head.resize(have);
  switch (codec_of(head)) {
    case Codec::zstd:
      return std::make_unique<ZstdSource>(std::move(stored), head, options);
    case Codec::gzip:
      return std::make_unique<GzipSource>(std::move(stored), head, options);
    case Codec::none:
      break;
  }
  return std::make_unique<HeadedSource>(std::move(stored), std::move(head));
}

/// Passes over so many uncompressed bytes.
Result<void> pass_over(Source &source, std::uint64_t bytes) {
  std::vector<char> buffer(std::min<std::uint64_t>(bytes, std::uint64_t{256} << 10U));
  while (bytes != 0) {
    auto const got = source.read(buffer.data(), std::min<std::uint64_t>(bytes, buffer.size()));
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return fail(Fault::input, "ends before the place where it was to be read from");
    bytes -= *got;
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<Source>> open_source(std::string const &path, SourceOptions options) {
  if (path == "-") {
    return decoded(std::make_unique<FileSource>(STDIN_FILENO, false, options), options);
  }
  int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return fail(Fault::input, "cannot be opened: " + reason(errno));
  auto file = std::make_unique<FileSource>(descriptor, true, options);
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    return fail(Fault::input, "is a directory", "a file");
  }
  ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
  if (options.start.stored != 0 &&
      ::lseek(descriptor, static_cast<off_t>(options.start.stored), SEEK_SET) < 0) {
    return fail(Fault::input, "cannot be read from its middle: " + reason(errno));
  }
  auto source = decoded(std::move(file), options);
  if (!source) return source;
  if (auto done = pass_over(**source, options.offset - options.start.offset); !done) {
    return tl::unexpected(done.error());
  }
  return source;
}

std::unique_ptr<Source> memory_source(std::string_view bytes, Inflation inflation) {
  auto source = decoded(std::make_unique<MemorySource>(bytes), {.inflation = inflation});
  return std::move(*source);  // memory cannot fail to be read
}

}  // namespace noc837::io
