// SPDX-License-Identifier: Apache-2.0
#include "batch/lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

namespace noc837::batch {

Result<RunLock> RunLock::take(std::filesystem::path const &file) {
  int const descriptor =
      ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  int const error = descriptor < 0 || ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
  if (descriptor >= 0 && error == 0) return RunLock(descriptor);
  bool const taken = error == EWOULDBLOCK;
  auto failed = taken ? fail(Fault::output, "another run works on this folder",
                             "one run at a time, or a folder for each")
                      : fail(Fault::output, std::string("cannot be locked: ") +
                                                std::strerror(error != 0 ? error : errno));
  failed.value().file = file.string();
  if (descriptor >= 0) ::close(descriptor);
  return failed;
}

RunLock::~RunLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace noc837::batch
