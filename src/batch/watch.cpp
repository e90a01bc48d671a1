// SPDX-License-Identifier: Apache-2.0
#include "batch/watch.hpp"

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace noc837::batch {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t arrived = IN_CLOSE_WRITE | IN_MOVED_TO;

}  // namespace

Watcher::Watcher(int descriptor, Selection const &selection)
    : descriptor_(descriptor), selection_(selection) {}

Watcher::Watcher(Watcher &&other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      selection_(std::move(other.selection_)),
      folders_(std::move(other.folders_)) {}

Watcher::~Watcher() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<Watcher> Watcher::open(Selection const &selection) {
  int const descriptor = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  Watcher watcher(descriptor, selection);
  if (descriptor >= 0) {
    std::vector<fs::path> ignored;  // what is there already is listed by the caller, afterwards
    watcher.enter(selection.folder, ignored);
  }
  if (!watcher.folders_.empty()) return watcher;
  auto failed = fail(Fault::input, std::string("cannot be watched: ") + std::strerror(errno));
  failed.value().file = selection.folder.string();
  return failed;
}

void Watcher::add(fs::path const &folder) {
  std::uint32_t const events = arrived | (selection_.recursive ? IN_CREATE : 0U) | IN_ONLYDIR;
  int const watch = ::inotify_add_watch(descriptor_, folder.c_str(), events);
  if (watch >= 0) folders_[watch] = folder;
}

/// Watches a folder and those in it; what stands there whole has arrived.
void Watcher::enter(fs::path const &folder, std::vector<fs::path> &out) {
  add(folder);
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code gone;
    if (at->is_directory(gone)) {
      if (enters(selection_, at->path())) enter(at->path(), out);
    } else if (at->is_regular_file(gone) && selects(selection_, at->path()) &&
               !being_written(at->path())) {
      out.push_back(at->path());
    }
  }
}

std::vector<fs::path> Watcher::arrivals() {
  std::vector<fs::path> out;
  alignas(inotify_event) std::array<char, std::size_t{64} * 1024> buffer;
  for (;;) {
    ssize_t const size = ::read(descriptor_, buffer.data(), buffer.size());
    if (size <= 0) return out;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      char const *const name = buffer.data() + at + sizeof event;
      at += sizeof event + event.len;
      if ((event.mask & IN_Q_OVERFLOW) != 0) {  // some events are lost: look at everything
        enter(selection_.folder, out);
        continue;
      }
      if ((event.mask & IN_IGNORED) != 0) folders_.erase(event.wd);
      auto const folder = folders_.find(event.wd);
      if (folder == folders_.end() || event.len == 0) continue;
      auto const path = folder->second / name;
      if ((event.mask & IN_ISDIR) != 0) {
        if (enters(selection_, path)) enter(path, out);
      } else if ((event.mask & arrived) != 0 && selects(selection_, path)) {
        out.push_back(path);
      }
    }
  }
}

}  // namespace noc837::batch
