// SPDX-License-Identifier: Apache-2.0
#include "mask/keyed.hpp"

#include <sodium.h>

#include <fstream>
#include <string>

#include "edi/elements.hpp"
#include "edi/npi.hpp"

namespace noc837::mask {
namespace {

constexpr std::size_t least_key = 16;
constexpr std::size_t most_key = 4096;

std::string_view view(std::span<char> value) {
  return {value.data(), value.size()};
}

Result<void> start_sodium() {
  if (sodium_init() < 0) return fail(Fault::internal, "libsodium does not start");
  return {};
}

char masked(char c, std::uint8_t random) {
  if (c >= 'A' && c <= 'Z') return static_cast<char>('A' + random % 26);
  if (c >= 'a' && c <= 'z') return static_cast<char>('a' + random % 26);
  if (c >= '0' && c <= '9') return static_cast<char>('0' + random % 10);
  return c;
}

}  // namespace

Result<Key> Key::random() {
  if (auto done = start_sodium(); !done) return tl::unexpected(done.error());
  Key key;
  randombytes_buf(key.key_.data(), key.key_.size());
  return key;
}

Result<Key> Key::from_file(std::string const &path) {
  if (auto done = start_sodium(); !done) return tl::unexpected(done.error());
  std::array<char, most_key> secret{};
  std::ifstream file(path, std::ios::binary);
  if (file) file.read(secret.data(), secret.size());
  auto const got = static_cast<std::size_t>(file.gcount());
  if (got < least_key) {
    auto error = fail(Fault::usage, "is no key", "a file of at least 16 random bytes");
    error.value().file = path;
    return error;
  }
  Key key;
  crypto_generichash(key.key_.data(), key.key_.size(),
                     reinterpret_cast<unsigned char const *>(secret.data()), got, nullptr, 0);
  sodium_memzero(secret.data(), secret.size());
  return key;
}

std::array<std::uint8_t, 64> Key::bytes(Kind kind, std::string_view value,
                                        std::uint8_t round) const {
  std::array<std::uint8_t, 64> out{};
  std::array<std::uint8_t, 2> const prefix = {static_cast<std::uint8_t>(kind), round};
  crypto_generichash_state state;
  crypto_generichash_init(&state, key_.data(), key_.size(), out.size());
  crypto_generichash_update(&state, prefix.data(), prefix.size());
  crypto_generichash_update(&state, reinterpret_cast<unsigned char const *>(value.data()),
                            value.size());
  crypto_generichash_final(&state, out.data(), out.size());
  return out;
}

void mask_value(Key const &key, Kind kind, std::span<char> value, std::uint8_t salt) {
  auto const known_by = edi::upper(edi::trim(view(value)));
  std::array<std::uint8_t, 64> random{};
  auto const lead = static_cast<std::size_t>(edi::trim(view(value)).data() - value.data());
  for (std::size_t i = 0; i < known_by.size(); ++i) {
    if (i % random.size() == 0) {
      random = key.bytes(kind, known_by, static_cast<std::uint8_t>(salt + i / random.size()));
    }
    char &c = value[lead + i];
    c = masked(c, random[i % random.size()]);
  }
}

void mask_npi(Key const &key, std::span<char> value) {
  bool const valid = edi::is_npi(view(value));
  char const first = value.empty() ? '\0' : value[0];
  mask_value(key, Kind::npi, value);
  if (valid) {
    value[0] = first;
    value[9] = edi::npi_check_digit(view(value).substr(0, 9));
  } else if (edi::is_npi(view(value))) {
    value[9] = static_cast<char>('0' + (value[9] - '0' + 1) % 10);
  }
}

}  // namespace noc837::mask
