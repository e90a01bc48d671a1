// SPDX-License-Identifier: Apache-2.0
#include "io/temporaries.hpp"

#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <map>
#include <mutex>
#include <string_view>
#include <utility>

namespace noc837::io {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view temporary_suffix = ".noc837tmp";

/// True if `name` is that of a temporary file for one of `targets` whose run is over.
bool is_leftover(std::string_view name, std::vector<std::string> const &targets) {
  if (!name.starts_with('.') || !name.ends_with(temporary_suffix)) return false;
  name.remove_suffix(temporary_suffix.size());
  auto const dot = name.rfind('.');
  if (dot == 0) return false;
  auto const digits = name.substr(dot + 1);
  pid_t pid = 0;
  auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), pid);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size() || pid <= 0) {
    return false;
  }
  if (std::find(targets.begin(), targets.end(), name.substr(1, dot - 1)) == targets.end()) {
    return false;
  }
  // Our own id: a run opens no target twice, and in a container every run has the same one.
  return pid == ::getpid() || (::kill(pid, 0) != 0 && errno == ESRCH);
}

std::vector<fs::path> temporaries_in(fs::path const &folder) {
  std::vector<fs::path> out;
  std::error_code ignored;
  for (fs::directory_iterator at(folder, ignored), end; !ignored && at != end;
       at.increment(ignored)) {
    if (at->path().native().ends_with(temporary_suffix)) out.push_back(at->path());
  }
  return out;
}

}  // namespace

std::string temporary_name(fs::path const &target) {
  auto const name = "." + target.filename().string() + "." + std::to_string(::getpid()) +
                    std::string(temporary_suffix);
  return (target.parent_path() / name).string();
}

void remove_leftovers(std::string const &folder, std::vector<std::string> const &names) {
  static std::mutex mutex;
  static std::map<std::string, std::vector<fs::path>> temporaries;  // by folder
  std::lock_guard const lock(mutex);
  // A folder is listed once: a run with ten thousand outputs would else list it for each.
  auto const [at, fresh] = temporaries.try_emplace(folder.empty() ? "." : folder);
  if (fresh) at->second = temporaries_in(at->first);
  std::erase_if(at->second, [&](fs::path const &path) {
    if (!is_leftover(path.filename().string(), names)) return false;
    std::error_code ignored;
    fs::remove_all(path, ignored);
    return true;
  });
}

Result<std::unique_ptr<ScratchFolder>> ScratchFolder::create(fs::path const &target) {
  remove_leftovers(target.parent_path().string(), {target.filename().string()});
  std::unique_ptr<ScratchFolder> folder(new ScratchFolder(temporary_name(target)));
  if (::mkdir(folder->path_.c_str(), S_IRWXU) == 0) return folder;
  return with_file(
      fail(Fault::output, std::string("cannot be created as a folder: ") + std::strerror(errno))
          .value(),
      folder->path_);
}

ScratchFolder::~ScratchFolder() {
  // An empty folder, as it nearly always is, goes without being opened, which can fail.
  if (::rmdir(path_.c_str()) == 0) return;
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace noc837::io
