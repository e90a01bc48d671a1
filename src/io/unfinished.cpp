// SPDX-License-Identifier: Apache-2.0
#include "io/unfinished.hpp"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace noc837::io {
namespace {

// What a signal handler may touch: lock-free atomics and calls that are async-signal-safe. A path
// belongs to whoever takes it out of its slot.
constexpr std::size_t slots = 1024;
std::array<std::atomic<char *>, slots> paths;
std::atomic<int> no_stops = 0;
std::atomic<int> waiting = 0;
static_assert(std::atomic<char *>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

void tell(std::string_view text) {
  [[maybe_unused]] auto const ignored = ::write(STDERR_FILENO, text.data(), text.size());
}

[[noreturn]] void stop(int signal) {
  for (auto &slot : paths) {
    char *const path = slot.exchange(nullptr);
    if (path != nullptr && ::unlink(path) != 0) ::rmdir(path);
  }
  if (::isatty(STDERR_FILENO) != 0) tell("\n");
  tell("noc837: stopped by a signal; unfinished outputs were removed\n");
  ::_exit(128 + signal);
}

void on_signal(int signal) {
  int const error = errno;
  waiting = signal;
  if (no_stops == 0) stop(signal);
  errno = error;
}

}  // namespace

void stop_on_signals() {
  for (int const signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    ::sigfillset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
  }
}

Unfinished::Unfinished(std::string const &path) : slot_(0) {
  char *copy = ::strdup(path.c_str());
  for (; copy != nullptr && slot_ < slots; ++slot_) {
    char *expected = nullptr;
    if (paths[slot_].compare_exchange_strong(expected, copy)) return;
  }
  std::free(copy);  // more files than slots: the next run removes what a stop leaves
  slot_ = slots;
}

void Unfinished::release() {
  if (slot_ < slots) std::free(paths[slot_].exchange(nullptr));
  slot_ = slots;
}

NoStop::NoStop() {
  ++no_stops;
}

NoStop::~NoStop() {
  if (--no_stops == 0 && waiting != 0) stop(waiting);
}

}  // namespace noc837::io
