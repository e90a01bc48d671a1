// SPDX-License-Identifier: Apache-2.0
// Any bytes, plain or compressed, through a window of any size: the units are the input.
#include <string>

#include "claims/hierarchy.hpp"
#include "claims/reader.hpp"
#include "fuzz.hpp"
#include "io/source.hpp"

using namespace noc837;

namespace {

/// What the source gives, up to a limit; `whole` tells whether it came to its end.
std::string decoded(std::string_view bytes, bool &whole) {
  constexpr std::size_t most = std::size_t{8} << 20U;
  auto const source = io::memory_source(bytes);
  std::string out;
  whole = false;
  while (out.size() < most) {
    char piece[4096];
    auto const got = source->read(piece, sizeof piece);
    if (!got) {
      fuzz::require_no_internal(got.error());
      break;
    }
    whole = *got == 0;
    if (whole) break;
    out.append(piece, *got);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  if (size == 0) return 0;
  // The first byte chooses the window, so that units cross its edges everywhere.
  auto const bytes = fuzz::text_of(data + 1, size - 1);
  claims::Limits limits;
  limits.block = 1 + std::size_t{data[0]} * 3;
  limits.segment = 8192;
  limits.unit = 65536;
  bool whole = false;
  auto const plain = decoded(bytes, whole);

  auto const source = io::memory_source(bytes);
  claims::Reader reader(*source, fuzz::usual_watch(), limits);
  claims::Hierarchy hierarchy;
  std::size_t at = 0;
  for (;;) {
    auto const unit = reader.next();
    if (!unit) {
      fuzz::require_no_internal(unit.error());
      return 0;
    }
    if (*unit == nullptr) break;
    auto const &given = (*unit)->bytes;
    fuzz::require((*unit)->offset == at, "units follow each other without a gap");
    if (at + given.size() <= plain.size()) {
      fuzz::require(plain.compare(at, given.size(), given) == 0, "units are the input's bytes");
    }
    at += given.size();
    hierarchy.enter(**unit);
    static_cast<void>(hierarchy.levels());
  }
  if (whole) fuzz::require(at == plain.size(), "units are all of the input");
  return 0;
}
