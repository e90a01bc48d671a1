// SPDX-License-Identifier: Apache-2.0
#include "io/extent.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include <optional>
#include <string_view>
#include <vector>

#include "io/codec.hpp"
#include "io/source.hpp"

namespace noc837::io {
namespace {

/// A file's bytes as memory; only the pages that are looked at are read.
class Mapping {
 public:
  explicit Mapping(std::string const &path) {
    int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return;
    struct stat status {};
    if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
      size_ = static_cast<std::size_t>(status.st_size);
      bytes_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
      if (bytes_ == MAP_FAILED) size_ = 0;
    }
    ::close(descriptor);
  }
  ~Mapping() {
    if (size_ != 0) ::munmap(bytes_, size_);
  }
  Mapping(Mapping const &) = delete;
  Mapping &operator=(Mapping const &) = delete;

  [[nodiscard]] std::string_view bytes() const {
    return size_ == 0 ? std::string_view() : std::string_view(static_cast<char *>(bytes_), size_);
  }

 private:
  void *bytes_ = nullptr;
  std::size_t size_ = 0;
};

/// The sum of what the headers of the frames say; nothing where one does not say it.
std::optional<std::uint64_t> size_of_frames(std::string_view frames) {
  std::uint64_t total = 0;
  while (!frames.empty()) {
    auto const stored = ZSTD_findFrameCompressedSize(frames.data(), frames.size());
    if (ZSTD_isError(stored) != 0) return std::nullopt;
    auto const content = ZSTD_getFrameContentSize(frames.data(), frames.size());
    if (content == ZSTD_CONTENTSIZE_UNKNOWN || content == ZSTD_CONTENTSIZE_ERROR) {
      return std::nullopt;
    }
    total += content;
    frames.remove_prefix(stored);
  }
  return total;
}

Result<std::uint64_t> size_by_reading(std::string const &path) {
  auto const source = open_source(path);
  if (!source) return tl::unexpected(source.error());
  std::vector<char> buffer(std::size_t{1} << 20U);
  for (std::uint64_t total = 0;;) {
    auto const got = (*source)->read(buffer.data(), buffer.size());
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return total;
    total += *got;
  }
}

}  // namespace

Result<std::uint64_t> uncompressed_size(std::string const &path) {
  Mapping const file(path);
  auto const bytes = file.bytes();
  auto const codec = codec_of(bytes);
  if (!bytes.empty() && codec == Codec::none) return bytes.size();
  if (codec == Codec::zstd) {
    if (auto const size = size_of_frames(bytes)) return *size;
  }
  return size_by_reading(path);
}

}  // namespace noc837::io
