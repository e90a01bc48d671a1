// SPDX-License-Identifier: Apache-2.0
#include "io/spill.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "io/unnamed_file.hpp"

namespace noc837::io {

Spill::~Spill() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> Spill::write(std::string_view bytes) {
  held_.append(bytes);
  return held_.size() > most_held_ ? store() : Result<void>();
}

Result<void> Spill::rewind() {
  at_ = 0;
  if (descriptor_ < 0) return {};
  if (auto done = store(); !done) return done;
  return ::lseek(descriptor_, 0, SEEK_SET) == 0 ? Result<void>() : failure(errno);
}

Result<void> Spill::copy(std::uint64_t size, Sink &to) {
  while (size != 0) {
    if (at_ == held_.size()) {
      held_.resize(most_held_);
      at_ = 0;
      auto const got = ::read(descriptor_, held_.data(), held_.size());
      held_.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return failure(got < 0 ? errno : EIO);
    }
    auto const part = std::min<std::uint64_t>(size, held_.size() - at_);
    if (auto done = to.write(std::string_view(held_).substr(at_, part)); !done) return done;
    at_ += part;
    size -= part;
  }
  return {};
}

Result<void> Spill::clear() {
  held_.clear();
  at_ = 0;
  if (descriptor_ < 0) return {};
  bool const empty = ::ftruncate(descriptor_, 0) == 0 && ::lseek(descriptor_, 0, SEEK_SET) == 0;
  return empty ? Result<void>() : failure(errno);
}

/// Moves what is held to the file.
Result<void> Spill::store() {
  if (auto done = open(); !done) return done;
  for (std::string_view left = held_; !left.empty();) {
    auto const put = ::write(descriptor_, left.data(), left.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return failure(errno);
    left.remove_prefix(static_cast<std::size_t>(put));
  }
  held_.clear();
  return {};
}

Result<void> Spill::open() {
  if (descriptor_ >= 0) return {};
  descriptor_ = unnamed_file(folder_);
  return descriptor_ >= 0 ? Result<void>() : failure(errno);
}

tl::unexpected<Error> Spill::failure(int error) const {
  auto failed =
      fail(Fault::output, std::string("cannot keep a temporary file: ") + std::strerror(error));
  failed.value().file = folder_;
  return failed;
}

}  // namespace noc837::io
