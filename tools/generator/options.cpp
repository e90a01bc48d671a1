// SPDX-License-Identifier: Apache-2.0
// What the command line asks for.
#include "tools/generator/options.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/program_options.hpp>
#include <charconv>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace noc837::generator {
namespace {

namespace po = boost::program_options;

constexpr std::array<std::pair<std::string_view, std::uint64_t>, 8> units{{
    {"", 1},
    {"B", 1},
    {"KB", 1'000},
    {"MB", 1'000'000},
    {"GB", 1'000'000'000},
    {"KiB", std::uint64_t{1} << 10U},
    {"MiB", std::uint64_t{1} << 20U},
    {"GiB", std::uint64_t{1} << 30U},
}};

std::uint64_t size_in_bytes(std::string const &text) {
  std::uint64_t value = 0;
  auto const *const end = text.data() + text.size();
  auto const result = std::from_chars(text.data(), end, value);
  std::string_view const unit{result.ptr, static_cast<std::size_t>(end - result.ptr)};
  for (auto const &[name, factor] : units) {
    if (result.ec == std::errc{} && value > 0 && unit == name) return value * factor;
  }
  throw std::invalid_argument(fmt::format("'{}' is no size: give one such as 100MB or 1GB", text));
}

std::vector<Guide> guides(std::string const &text) {
  if (text == "p") return {Guide::professional};
  if (text == "i") return {Guide::institutional};
  if (text == "both") return {Guide::professional, Guide::institutional};
  throw std::invalid_argument(fmt::format("'{}' is no guide: give p, i or both", text));
}

std::vector<PayerKind> payers(std::string const &text) {
  std::vector<PayerKind> kinds;
  std::istringstream names(text);
  for (std::string name; std::getline(names, name, ',');) kinds.push_back(payer_kind(name));
  if (kinds.empty()) throw std::invalid_argument("--payers names no payer");
  return kinds;
}

double share(po::variables_map const &given, char const *name) {
  auto const value = given[name].as<double>();
  if (value < 0 || value > 1) {
    throw std::invalid_argument(fmt::format("--{} takes a share from 0 to 1", name));
  }
  return value;
}

po::options_description description() {
  po::options_description all("Options");
  auto add = all.add_options();
  add("size", po::value<std::string>(), "size of the file: 100MB, 1GB, 64MiB");
  add("claims", po::value<std::uint64_t>(), "number of claims instead of a size (default 1000)");
  add("seed", po::value<std::uint64_t>()->default_value(1), "the same seed gives the same bytes");
  add("guide", po::value<std::string>()->default_value("both"), "p, i, or a group of each: both");
  add("claims-per-set", po::value<std::uint64_t>()->default_value(5000),
      "claims in a transaction set");
  add("drug-share", po::value<double>()->default_value(0.02, "0.02"),
      "share of service lines that bill J3490");
  add("defect-share", po::value<double>()->default_value(0.2, "0.2"),
      "share of those lines that get one defect");
  add("defects", po::value<std::string>()->default_value("core"),
      "names, or core, later, all (both), tables; see --list-defects");
  add("dependents", po::value<double>()->default_value(0.2, "0.2"),
      "share of claims for dependents");
  add("payers",
      po::value<std::string>()->default_value("medicare,aetna,bcbs,cigna,unitedhealthcare,medicaid",
                                              "all six"),
      "a list of them");
  add("element-separator", po::value<std::string>()->default_value("*"),
      "a character, a byte such as 0x1d, or TAB LF CR FS GS RS US");
  add("component-separator", po::value<std::string>()->default_value(":"), "likewise");
  add("repetition-separator", po::value<std::string>()->default_value("^"), "likewise");
  add("terminator", po::value<std::string>()->default_value("~"), "likewise");
  add("newline", po::value<std::string>()->default_value("none"),
      "what follows a terminator: none, lf or crlf");
  add("output,o", po::value<std::string>()->default_value("-"), "the file; - is stdout");
  add("truth", po::value<std::string>(), "a CSV of the defects and the rules they must fire");
  add("directory", po::value<std::string>(),
      "a folder for package.txt, product.txt and crosswalk.csv, which know the drugs");
  add("list-defects", "show the defects and leave");
  add("help,h", "show this and leave");
  return all;
}

void read_amount(po::variables_map const &given, Options &options) {
  if (given.count("size") != 0 && given.count("claims") != 0) {
    throw std::invalid_argument("give --size or --claims, not both");
  }
  if (given.count("size") != 0) options.bytes = size_in_bytes(given["size"].as<std::string>());
  if (options.bytes == 0) {
    options.claims = given.count("claims") != 0 ? given["claims"].as<std::uint64_t>() : 1000;
  }
  options.claims_per_set = given["claims-per-set"].as<std::uint64_t>();
  if (options.claims_per_set == 0) throw std::invalid_argument("--claims-per-set must not be 0");
}

Delimiters delimiters(po::variables_map const &given) {
  auto const byte = [&given](char const *name) {
    return delimiter_byte(given[name].as<std::string>());
  };
  Delimiters const chosen{byte("element-separator"), byte("component-separator"),
                          byte("repetition-separator"), byte("terminator"),
                          newline_bytes(given["newline"].as<std::string>())};
  check(chosen);
  return chosen;
}

}  // namespace

Action read_options(int argc, char const *const *argv, Options &options) {
  auto const known = description();
  po::variables_map given;
  // Without this a stray word would be ignored.
  po::positional_options_description const no_words;
  po::store(po::command_line_parser(argc, argv).options(known).positional(no_words).run(), given);
  po::notify(given);
  if (given.count("help") != 0) {
    std::ostringstream text;
    text << "Writes large 837 files with known defects.\n\n" << known;
    fmt::print("{}", text.str());
    return Action::stop;
  }
  if (given.count("list-defects") != 0) {
    fmt::print("{}", list_defects());
    return Action::stop;
  }
  read_amount(given, options);
  options.seed = given["seed"].as<std::uint64_t>();
  options.guides = guides(given["guide"].as<std::string>());
  options.shares = {share(given, "drug-share"), share(given, "dependents"),
                    payers(given["payers"].as<std::string>())};
  options.defect_share = share(given, "defect-share");
  options.defects = select_defects(given["defects"].as<std::string>());
  options.delimiters = delimiters(given);
  options.output = given["output"].as<std::string>();
  if (given.count("truth") != 0) options.truth = given["truth"].as<std::string>();
  if (given.count("directory") != 0) options.directory = given["directory"].as<std::string>();
  return Action::generate;
}

}  // namespace noc837::generator
