// SPDX-License-Identifier: Apache-2.0
#include "ledger/key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace noc837::ledger {
namespace {

tl::unexpected<Error> failure(Fault fault, std::string const &file, std::string what,
                              std::string expected = {}) {
  return with_file(fail(fault, std::move(what), std::move(expected)).value(), file);
}

/// Gives `text` the name `file` in one step, unless that name is taken.
Result<void> publish(std::string const &file, std::string const &text) {
  std::string temporary = file + ".XXXXXX";
  int const descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);  // mode 0600
  if (descriptor < 0) return failure(Fault::output, file, std::strerror(errno));
  bool const written =
      ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(descriptor) == 0;
  bool const named = written && (::link(temporary.c_str(), file.c_str()) == 0 || errno == EEXIST);
  int const error = errno;
  ::close(descriptor);
  ::unlink(temporary.c_str());
  if (!named) return failure(Fault::output, file, std::strerror(error));
  return {};
}

}  // namespace

Result<Key> Key::open(std::string const &file) {
  if (sodium_init() < 0) return fail(Fault::internal, "libsodium does not start");
  Key key;
  if (::access(file.c_str(), F_OK) != 0 && errno == ENOENT) {
    std::array<char, 2 * size + 1> hex{};
    randombytes_buf(key.bytes_.data(), key.bytes_.size());
    sodium_bin2hex(hex.data(), hex.size(), key.bytes_.data(), key.bytes_.size());
    if (auto done = publish(file, std::string(hex.data()) + "\n"); !done) {
      return tl::unexpected(done.error());
    }
  }
  std::ifstream stream(file, std::ios::binary);
  std::string hex(std::istreambuf_iterator<char>(stream), {});
  if (!hex.empty() && hex.back() == '\n') hex.pop_back();
  std::size_t got = 0;
  bool const whole = hex.size() == 2 * size &&
                     sodium_hex2bin(key.bytes_.data(), key.bytes_.size(), hex.data(), hex.size(),
                                    nullptr, &got, nullptr) == 0 &&
                     got == size;
  sodium_memzero(hex.data(), hex.size());
  if (!whole) {
    return failure(Fault::usage, file, "holds no key of a ledger", "32 hexadecimal digits");
  }
  return key;
}

std::int64_t Key::hash(std::string_view text) const {
  return static_cast<std::int64_t>(sip_hash(text, bytes_));  // as SQLite has integers
}

}  // namespace noc837::ledger
