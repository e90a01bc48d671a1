// SPDX-License-Identifier: Apache-2.0
#include "io/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace noc837::io {
namespace {

tl::unexpected<Error> failed(std::string const &path, std::string const &why) {
  return with_file(fail(Fault::usage, "cannot be read: " + why).value(), path);
}

/// A descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor const &) = delete;
  Descriptor &operator=(Descriptor const &) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

}  // namespace

Result<MappedFile> MappedFile::open(std::string const &path) {
  Descriptor const file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return failed(path, std::strerror(errno));
  struct stat facts {};
  if (::fstat(file.number(), &facts) != 0) return failed(path, std::strerror(errno));
  if (!S_ISREG(facts.st_mode)) return failed(path, "it is no regular file");
  auto const size = static_cast<std::size_t>(facts.st_size);
  if (size == 0) return MappedFile({});
  void *const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (at == MAP_FAILED) return failed(path, std::strerror(errno));
  return MappedFile({static_cast<char const *>(at), size});
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char *>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile &&other) noexcept
    : bytes_(std::exchange(other.bytes_, std::string_view())) {}

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept {
  std::swap(bytes_, other.bytes_);
  return *this;
}

}  // namespace noc837::io
