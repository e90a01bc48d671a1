// SPDX-License-Identifier: Apache-2.0
#include <signal.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <system_error>

#include "cli/command.hpp"
#include "io/unfinished.hpp"

namespace {

using noc837::cli::ExitCode;

/// The exit code once what was printed has been written, or could not be.
int after_printing(ExitCode code, int error) {
  if (error == 0 && std::fflush(stdout) != 0) error = errno;
  if (error == 0 || error == EPIPE) return static_cast<int>(code);  // `noc837 rules | head`
  std::fprintf(stderr, "noc837: standard output cannot be written: %s\n", std::strerror(error));
  return static_cast<int>(noc837::cli::worse(code, ExitCode::output));
}

}  // namespace

int main(int argc, char *argv[]) {
  // A closed pipe is seen where it is written to; it must not end a batch.
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGXFSZ, SIG_IGN);  // a file over its limit likewise
  noc837::io::stop_on_signals();
  try {
    return after_printing(noc837::cli::run(argc, argv), 0);
  } catch (std::system_error const &error) {
    if (std::ferror(stdout) != 0) return after_printing(ExitCode::clean, error.code().value());
    std::fprintf(stderr, "noc837: internal error: %s\n", error.what());
  } catch (std::bad_alloc const &) {
    std::fputs("noc837: out of memory\n", stderr);
  } catch (std::exception const &error) {
    std::fprintf(stderr, "noc837: internal error: %s\n", error.what());
  } catch (...) {
    std::fprintf(stderr, "noc837: internal error\n");
  }
  return static_cast<int>(ExitCode::internal);
}
