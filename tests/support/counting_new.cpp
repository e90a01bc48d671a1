// SPDX-License-Identifier: Apache-2.0
#include "support/counting_new.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> count{0};

void *counted(std::size_t size) noexcept {
  ++count;
  return std::malloc(size == 0 ? 1 : size);
}

void *or_throw(void *memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

// Every form: sanitizers bring their own of each, which must not be mixed with these.
[[gnu::noinline]] void *operator new(std::size_t size) {
  return or_throw(counted(size));
}
[[gnu::noinline]] void *operator new[](std::size_t size) {
  return or_throw(counted(size));
}
[[gnu::noinline]] void *operator new(std::size_t size, std::nothrow_t const &) noexcept {
  return counted(size);
}
[[gnu::noinline]] void *operator new[](std::size_t size, std::nothrow_t const &) noexcept {
  return counted(size);
}
[[gnu::noinline]] void operator delete(void *memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete[](void *memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void *memory, std::size_t) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete[](void *memory, std::size_t) noexcept {
  std::free(memory);
}

namespace noc837::test {

std::size_t allocations() {
  return count;
}

}  // namespace noc837::test
