// SPDX-License-Identifier: Apache-2.0
#include "io/digest.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace noc837::io {

struct Digest::State {
  EVP_MD_CTX *context = EVP_MD_CTX_new();

  State() {
    if (context == nullptr || EVP_DigestInit_ex(context, EVP_sha256(), nullptr) != 1) {
      throw std::runtime_error("SHA-256 is not available");
    }
  }
  ~State() { EVP_MD_CTX_free(context); }
  State(State const &) = delete;
  State &operator=(State const &) = delete;
};

Digest::Digest() : state_(std::make_unique<State>()) {}
Digest::~Digest() = default;
Digest::Digest(Digest &&) noexcept = default;
Digest &Digest::operator=(Digest &&) noexcept = default;

void Digest::add(std::string_view bytes) {
  EVP_DigestUpdate(state_->context, bytes.data(), bytes.size());
}

Digest::Value Digest::value() {
  Value value{};
  unsigned size = 0;
  EVP_DigestFinal_ex(state_->context, value.data(), &size);
  return value;
}

std::string Digest::base64() {
  auto const bytes = value();
  std::array<unsigned char, 45> text{};  // 32 bytes as 44 characters, and a zero
  auto const size = EVP_EncodeBlock(text.data(), bytes.data(), static_cast<int>(bytes.size()));
  return {text.begin(), text.begin() + size};
}

std::string Digest::hex() {
  std::string out;
  for (unsigned char const byte : value()) fmt::format_to(std::back_inserter(out), "{:02x}", byte);
  return out;
}

Result<std::string> sha256_of(std::string const &path) {
  auto const failure = [&] {
    return with_file(fail(Fault::input, std::strerror(errno)).value(), path);
  };
  int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failure();
  Digest digest;
  std::vector<char> buffer(std::size_t{1} << 20U);
  ssize_t got = 0;
  do {
    got = ::read(descriptor, buffer.data(), buffer.size());
    if (got > 0) digest.add({buffer.data(), static_cast<std::size_t>(got)});
  } while (got > 0 || (got < 0 && errno == EINTR));
  auto failed = failure();
  ::close(descriptor);
  if (got < 0) return failed;
  return digest.hex();
}

}  // namespace noc837::io
