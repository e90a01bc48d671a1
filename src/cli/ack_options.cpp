// SPDX-License-Identifier: Apache-2.0
#include "cli/ack_options.hpp"

#include <fmt/format.h>

#include <charconv>

#include "base/suggest.hpp"
#include "cli/options.hpp"
#include "snip/values.hpp"

namespace noc837::cli {
namespace {

constexpr std::uint64_t greatest_control = 999'999'999;

Result<void> select(std::string const &name, acks::Options &acks) {
  if (name == "ta1") {
    acks.interchange = true;
  } else if (name == "999") {
    acks.implementation = true;
  } else if (name == "277ca") {
    acks.claims = true;
  } else {
    return fail(Fault::usage,
                fmt::format("--ack '{}'{}", name, suggestion(name, {"ta1", "999", "277ca"})),
                "a list of ta1, 999, 277ca");
  }
  return {};
}

Result<acks::Stamp> stamp_of(std::string const &text) {
  acks::Stamp stamp{text.substr(0, 8), text.size() > 8 ? text.substr(8) : "0000"};
  if (snip::is_date(stamp.date) && stamp.date.size() == 8 && stamp.time.size() == 4 &&
      snip::is_time(stamp.time)) {
    return stamp;
  }
  return fail(Fault::usage, fmt::format("--ack-date '{}'", text), "CCYYMMDD or CCYYMMDDHHMM");
}

Result<std::uint64_t> control_of(std::string const &text) {
  std::uint64_t value = 0;
  auto const parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size() && value != 0 &&
      value <= greatest_control) {
    return value;
  }
  return fail(Fault::usage, fmt::format("--ack-control '{}'", text),
              fmt::format("a number from 1 to {}", greatest_control));
}

Result<void> read_details(po::variables_map const &options, ProcessConfig &config) {
  auto &acks = config.process.acks;
  if (options.count("ack-date") != 0) {
    auto const stamp = stamp_of(options["ack-date"].as<std::string>());
    if (!stamp) return tl::unexpected(stamp.error());
    acks.stamp = *stamp;
  }
  acks.clock = config.process.timing;
  if (options.count("ack-control") != 0) {
    auto const control = control_of(options["ack-control"].as<std::string>());
    if (!control) return tl::unexpected(control.error());
    if (config.inputs.size() != 1) {
      return fail(Fault::usage, "--ack-control takes one FILE", "no two with the same numbers");
    }
    acks.control = *control;
  }
  return {};
}

}  // namespace

void add_ack_options(po::options_description &options) {
  options.add_options()(
      "ack", po::value<std::vector<std::string>>()->composing()->value_name("KINDS"),
      "write acknowledgements for the submitter: ta1 (S.ta1.edi, where ISA14 asks for it or the "
      "envelope is faulty), 999 (S.999.edi; implies --snip 2 unless --snip is given), "
      "277ca (S.277ca.edi)");
  options.add_options()("ack-date", po::value<std::string>()->value_name("DATE"),
                        "date and time in the acknowledgements, CCYYMMDD or CCYYMMDDHHMM (default: "
                        "now; with --no-timing those of the input's ISA)");
  options.add_options()("ack-control", po::value<std::string>()->value_name("N"),
                        "control number of the first interchange of acknowledgements; further ones "
                        "count up (default: made from the input's ISA13)");
}

Result<void> read_ack_options(po::variables_map const &options, ProcessConfig &config) {
  for (auto const &name : list_of(options, "ack")) {
    if (auto done = select(name, config.process.acks); !done) return done;
  }
  if (!config.process.acks.any()) return {};
  if (config.folder == "-") return fail(Fault::usage, "--ack needs a folder", "-o DIR");
  if (config.process.acks.implementation && options.count("snip") == 0) {
    config.settings.validation.level = snip::Level::guide;
  }
  return read_details(options, config);
}

}  // namespace noc837::cli
