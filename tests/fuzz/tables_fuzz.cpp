// SPDX-License-Identifier: Apache-2.0
// Any bytes as a tables file: refused, or every record of it can be asked for.
#include "tables/tables.hpp"

#include <sys/mman.h>
#include <unistd.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "fuzz.hpp"
#include "tables/format.hpp"

using namespace noc837;

namespace {

/// A file in memory that has a path, as a tables file has to.
Result<tables::Tables> open(std::string_view bytes) {
  static int const descriptor = ::memfd_create("tables", 0);
  static std::string const path = "/proc/self/fd/" + std::to_string(descriptor);
  bool const written =
      ::ftruncate(descriptor, 0) == 0 &&
      ::pwrite(descriptor, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size());
  fuzz::require(written, "memory can be written to");
  return tables::Tables::open(path);
}

/// The same content under a header that agrees with it, so that what is behind it is read.
std::string with_sound_header(std::string_view bytes) {
  std::string out(bytes);
  tables::Header header;
  header.size = out.size();
  header.checksum =
      XXH3_64bits(out.data() + tables::unsummed_bytes, out.size() - tables::unsummed_bytes);
  std::memcpy(out.data(), &header, tables::unsummed_bytes);
  return out;
}

void ask_everything(tables::Tables const &tables) {
  // Each text is decompressed when it is asked for.
  constexpr std::size_t enough = 16;
  auto const packages = tables.all_packages();
  for (auto const &package : packages.first(std::min(enough, packages.size()))) {
    static_cast<void>(tables.names(tables.product(package)));
    static_cast<void>(tables.package_text(package));
    static_cast<void>(tables.product_text(package));
    static_cast<void>(tables.packages(package.ndc));
  }
  auto const assignments = tables.all_assignments();
  for (auto const &assignment : assignments.first(std::min(enough, assignments.size()))) {
    static_cast<void>(tables.assignment_text(assignment));
    static_cast<void>(tables.assignments(assignment.ndc));
    static_cast<void>(tables.covers(assignment.first_day));
    static_cast<void>(tables::value_of(assignment.units_per_item));
  }
  static_cast<void>(tables.sources());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  auto const bytes = fuzz::text_of(data, size);
  auto const try_all = [](std::string_view file) {
    auto const tables = open(file);
    if (tables) {
      ask_everything(*tables);
    } else {
      fuzz::require(tables.error().fault == Fault::usage, "a tables file is refused as one");
    }
  };
  try_all(bytes);
  if (bytes.size() >= sizeof(tables::Header)) try_all(with_sound_header(bytes));
  return 0;
}
