// SPDX-License-Identifier: Apache-2.0
#include "unit/tables/counting_new.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {
std::atomic<std::size_t> count{0};
}

void *operator new(std::size_t size) {
  ++count;
  if (void *at = std::malloc(size == 0 ? 1 : size)) return at;
  throw std::bad_alloc();
}
void operator delete(void *at) noexcept {
  std::free(at);
}
void operator delete(void *at, std::size_t) noexcept {
  std::free(at);
}

namespace noc837::test {

std::size_t allocations() {
  return count;
}

}  // namespace noc837::test
