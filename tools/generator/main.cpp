// SPDX-License-Identifier: Apache-2.0
// Writes large, realistic 837 files with known defects, and says where the defects are.
#include <fmt/format.h>

#include <boost/program_options/errors.hpp>
#include <cstdio>
#include <stdexcept>
#include <system_error>

#include "tools/generator/generator.hpp"

namespace {

enum Exit : int { good = 0, usage = 2, output = 4 };

int say(std::exception const &error, Exit code) {
  fmt::print(stderr, "noc837-generate: {}\n", error.what());
  return code;
}

}  // namespace

int main(int argc, char **argv) {
  using namespace noc837::generator;
  try {
    Options options;
    if (read_options(argc, argv, options) == Action::generate) Generator(options).run();
    return good;
  } catch (boost::program_options::error const &error) {
    return say(error, usage);
  } catch (std::invalid_argument const &error) {
    return say(error, usage);
  } catch (std::system_error const &error) {
    return say(error, output);
  }
}
