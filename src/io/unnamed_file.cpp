// SPDX-License-Identifier: Apache-2.0
#include "io/unnamed_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>

namespace noc837::io {

int unnamed_file(std::string const &folder) {
  int const descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) return descriptor;
  // Not every file system has files without a name.
  std::string name = folder + "/.noc837-XXXXXX";
  int const named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named >= 0) ::unlink(name.c_str());
  return named;
}

}  // namespace noc837::io
