// SPDX-License-Identifier: Apache-2.0
// The line of the progress bar.
#include "cli/progress.hpp"

#include "base/printable.hpp"
#include "support/catch.hpp"

using namespace noc837;
using cli::progress_line;

TEST_CASE("the progress line tells bytes, speed, time left, claims and findings", "[progress]") {
  cli::Progress progress;
  progress.bytes = 250'000'000;
  progress.of_bytes = 1'000'000'000;
  progress.claims = 1234;
  progress.findings = 56;
  progress.seconds = 2;
  CHECK(progress_line(progress, 200, false) ==
        "[######..................]  25%  250.0 MB of 1.0 GB  125.0 MB/s  0:06 left  1234 claims  "
        "56 findings");
  CHECK(progress_line(progress, 40, false) == "[######..................]  25%");
  progress.seconds = 0.2;
  CHECK(progress_line(progress, 200, false).find("left") == std::string::npos);
}

TEST_CASE("the progress line does without what is not known", "[progress]") {
  cli::Progress progress;
  CHECK(progress_line(progress, 80, true) == "0 B  0 B/s  0 claims  0 findings");
  progress.bytes = 5000;
  progress.seconds = 5;
  CHECK(progress_line(progress, 80, true) == "5.0 kB  1.0 kB/s  0 claims  0 findings");
  progress.of_bytes = 0;
  CHECK(progress_line(progress, 80, true) == "5.0 kB  1.0 kB/s  0:00 left  0 claims  0 findings");
  progress.of_bytes = 4000;  // the file grew while it was read
  CHECK(progress_line(progress, 80, false).find("100%") != std::string::npos);
}

TEST_CASE("the bar keeps its width, in letters and in blocks", "[progress]") {
  cli::Progress progress;
  progress.of_bytes = 1000;
  for (std::uint64_t bytes = 0; bytes <= 1000; bytes += 7) {
    progress.bytes = bytes;
    CHECK(columns_of(progress_line(progress, 33, true)) == 29);
    CHECK(columns_of(progress_line(progress, 33, false)) == 31);
  }
}
