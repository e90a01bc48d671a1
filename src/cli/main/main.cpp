// SPDX-License-Identifier: Apache-2.0
#include <signal.h>

#include <cstdio>
#include <exception>

#include "cli/command.hpp"

int main(int argc, char *argv[]) {
  // A closed pipe is seen where it is written to; it must not end a batch.
  ::signal(SIGPIPE, SIG_IGN);
  try {
    return static_cast<int>(noc837::cli::run(argc, argv));
  } catch (std::exception const &error) {
    std::fprintf(stderr, "noc837: internal error: %s\n", error.what());
  } catch (...) {
    std::fprintf(stderr, "noc837: internal error\n");
  }
  return static_cast<int>(noc837::cli::ExitCode::internal);
}
