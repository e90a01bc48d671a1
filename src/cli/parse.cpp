// SPDX-License-Identifier: Apache-2.0
#include "cli/parse.hpp"

#include <fmt/format.h>

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/positional_options.hpp>

#include "base/suggest.hpp"

namespace noc837::cli {
namespace {

constexpr unsigned help_width = 80;

}  // namespace

po::options_description visible_options(Command const &command) {
  po::options_description options("Options", help_width);
  command.add_options(options);
  options.add_options()("config", po::value<std::string>()->value_name("FILE"),
                        "defaults for these options (usually noc837.toml here or in the user's "
                        "configuration folder); none reads no file");
  options.add_options()("help,h", "show this help");
  return options;
}

Result<po::variables_map> parse_words(Command const &command,
                                      std::vector<std::string> const &words) {
  auto const visible = visible_options(command);
  po::options_description all;
  all.add(visible);
  all.add_options()("argument", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("argument", -1);
  po::variables_map values;
  try {
    po::store(po::command_line_parser(words).options(all).positional(positional).run(), values);
    po::notify(values);
  } catch (po::unknown_option const &error) {
    std::vector<std::string> names;
    for (auto const &option : visible.options()) names.push_back("--" + option->long_name());
    std::vector<std::string_view> const known(names.begin(), names.end());
    return fail(Fault::usage,
                fmt::format("{} has no option {}{}", command.name, error.get_option_name(),
                            suggestion(error.get_option_name(), known)));
  } catch (po::error const &error) {
    return fail(Fault::usage, error.what());
  }
  return values;
}

}  // namespace noc837::cli
