// SPDX-License-Identifier: Apache-2.0
// Any bytes as a tables file: refused, or every record of it can be asked for.
#include "tables/tables.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <string>

#include "fuzz.hpp"

using namespace noc837;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  // A file in memory that has a path, as a tables file has to.
  static int const descriptor = ::memfd_create("tables", 0);
  static std::string const path = "/proc/self/fd/" + std::to_string(descriptor);
  if (::ftruncate(descriptor, 0) != 0 ||
      ::pwrite(descriptor, data, size, 0) != static_cast<ssize_t>(size)) {
    return 0;
  }
  auto const tables = tables::Tables::open(path);
  if (!tables) {
    fuzz::require(tables.error().fault == Fault::usage, "a tables file is refused as one");
    return 0;
  }
  for (auto const &package : tables->all_packages()) {
    static_cast<void>(tables->names(tables->product(package)));
    static_cast<void>(tables->package_text(package));
    static_cast<void>(tables->packages(package.ndc));
  }
  for (auto const &assignment : tables->all_assignments()) {
    static_cast<void>(tables->assignment_text(assignment));
  }
  return 0;
}
