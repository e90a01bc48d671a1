// SPDX-License-Identifier: Apache-2.0
#include "io/digest.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <iterator>
#include <stdexcept>

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

std::string Digest::hex() {
  std::array<unsigned char, 32> value{};
  unsigned size = 0;
  EVP_DigestFinal_ex(state_->context, value.data(), &size);
  std::string out;
  for (unsigned char const byte : value) fmt::format_to(std::back_inserter(out), "{:02x}", byte);
  return out;
}

}  // namespace noc837::io
