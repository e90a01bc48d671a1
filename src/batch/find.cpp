// SPDX-License-Identifier: Apache-2.0
#include "batch/find.hpp"

#include <fcntl.h>
#include <fnmatch.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace noc837::batch {

namespace fs = std::filesystem;

std::vector<std::string> default_patterns() {
  std::vector<std::string> out;
  for (char const *name : {"*.edi", "*.837", "*.x12", "*.txt", "*.dat"}) {
    for (char const *suffix : {"", ".zst", ".gz"}) out.push_back(std::string(name) + suffix);
  }
  return out;
}

bool selects(Selection const &selection, fs::path const &file) {
  auto const name = file.filename().string();
  return !name.starts_with('.') &&
         std::any_of(selection.patterns.begin(), selection.patterns.end(),
                     [&](std::string const &pattern) {
                       return ::fnmatch(pattern.c_str(), name.c_str(), FNM_CASEFOLD) == 0;
                     });
}

bool enters(Selection const &selection, fs::path const &folder) {
  if (!selection.recursive || folder.filename().string().starts_with('.')) return false;
  return std::none_of(selection.excluded.begin(), selection.excluded.end(),
                      [&](fs::path const &excluded) {
                        std::error_code ignored;
                        return fs::equivalent(folder, excluded, ignored);
                      });
}

Result<std::vector<fs::path>> find_inputs(Selection const &selection) {
  std::vector<fs::path> out;
  std::error_code error;
  fs::recursive_directory_iterator at(selection.folder, error);
  for (fs::recursive_directory_iterator const end; !error && at != end; at.increment(error)) {
    std::error_code gone;  // a file that vanishes meanwhile is no input
    if (at->is_directory(gone)) {
      if (!enters(selection, at->path())) at.disable_recursion_pending();
    } else if (at->is_regular_file(gone) && selects(selection, at->path())) {
      out.push_back(at->path());
    }
  }
  if (error) {
    auto failed = fail(Fault::input, "cannot be listed: " + error.message());
    failed.value().file = selection.folder.string();
    return failed;
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool being_written(fs::path const &file) {
  int const descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) return false;
  // A read lease is refused with EAGAIN while a writer has the file open.
  bool const leased = ::fcntl(descriptor, F_SETLEASE, F_RDLCK) == 0;
  bool const writer = !leased && errno == EAGAIN;
  if (leased) ::fcntl(descriptor, F_SETLEASE, F_UNLCK);
  ::close(descriptor);
  return writer;
}

}  // namespace noc837::batch
