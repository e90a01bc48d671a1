// SPDX-License-Identifier: Apache-2.0
// noc837 explain: a claim as a person reads it.
#include <fmt/format.h>

#include <array>

#include "base/printable.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "edi/elements.hpp"
#include "explain/stretch_text.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "pipeline/walk.hpp"
#include "snip/validator.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("claim", po::value<std::string>()->value_name("ID"),
                        "the claim with this number (CLM01); without it every claim");
  add_code_options(options);
  add_judging_options(options);
  options.add_options()("show-phi", "show names and ids of people");
  add_color_option(options);
}

/// A level above the claims, kept while claims under it come.
struct KeptLevel {
  std::string bytes;
  std::uint64_t offset = 0;
  std::uint64_t ordinal = 0;
};

/// Writes the wanted claims with the levels above them.
class Explaining final : public pipeline::Visitor {
 public:
  Explaining(std::string const &wanted, explain::Options const &options, io::Sink &out)
      : wanted_(wanted), options_(options), out_(out) {}

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &) override {
    using claims::Place;
    if (unit.kind == claims::UnitKind::set) forget(Place::billing);
    if (unit.kind != claims::UnitKind::level) return {};
    auto const place = claims::level_place(unit);
    forget(place);
    levels_[index(place)] = {std::string(unit.bytes), unit.offset, unit.ordinal};
    return {};
  }

  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &) override {
    auto const *guide = snip::guide_of(unit.guide);
    auto const header = unit.bytes.substr(0, unit.bytes.find(unit.delimiters.terminator));
    auto const id = edi::element(header, 1, unit.delimiters.element);
    if (guide == nullptr || (!wanted_.empty() && id != wanted_)) return {};
    ++found_;
    rules::Findings const none;
    auto const &findings = review != nullptr ? review->findings : none;
    auto text = fmt::format("claim {}: {}, {}\n", printable(id), guide->name, guide->version);
    for (auto const place :
         {claims::Place::billing, claims::Place::subscriber, claims::Place::patient}) {
      auto const &level = levels_[index(place)];
      if (level.bytes.empty()) continue;
      text += explain::stretch_text(*guide, loop_of(place),
                                    {level.bytes, level.offset, level.ordinal, unit.delimiters},
                                    none, options_);
    }
    text += explain::stretch_text(*guide, "2300",
                                  {unit.bytes, unit.offset, unit.ordinal, unit.delimiters},
                                  findings, options_);
    return out_.write(text + "\n");
  }

  [[nodiscard]] std::uint64_t found() const { return found_; }

 private:
  static std::size_t index(claims::Place place) { return static_cast<std::size_t>(place); }

  static std::string_view loop_of(claims::Place place) {
    switch (place) {
      case claims::Place::billing:
        return "2000A";
      case claims::Place::subscriber:
        return "2000B";
      default:
        return "2000C";
    }
  }

  /// Lets go of the levels from `place` down.
  void forget(claims::Place place) {
    for (auto i = index(place); i < levels_.size(); ++i) levels_[i] = {};
  }

  std::string const &wanted_;
  explain::Options options_;
  io::Sink &out_;
  std::array<KeptLevel, claims::places> levels_;
  std::uint64_t found_ = 0;
};

Result<ExitCode> run_explain(po::variables_map const &options) {
  auto const files = arguments_of(options, "FILE");
  if (!files) return tl::unexpected(files.error());
  if (files->size() != 1) return fail(Fault::usage, "explain takes one FILE");
  auto const settings = settings_of(options);
  if (!settings) return tl::unexpected(settings.error());
  auto const wishes = terminal_wishes_of(options);
  if (!wishes) return tl::unexpected(wishes.error());
  auto const &file = files->front();
  std::string const wanted =
      options.count("claim") != 0 ? options["claim"].as<std::string>() : std::string();
  auto source = io::open_source(file);
  if (!source) return with_file(source.error(), file);
  auto const out = io::standard_output();
  Explaining visitor(wanted, {options.count("show-phi") != 0, wants_color(*wishes)}, *out);
  if (auto done = pipeline::walk(**source, file, *settings, visitor); !done) {
    return with_file(done.error(), file);
  }
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  if (visitor.found() != 0) return ExitCode::clean;
  return fail(Fault::usage, wanted.empty() ? fmt::format("{} holds no claim", printable(file))
                                           : fmt::format("{} holds no claim '{}'", printable(file),
                                                         printable(wanted)));
}

}  // namespace

Command explain_command() {
  return {"explain",
          "FILE --claim ID",
          "print a claim as a person reads it",
          "Prints the claim with this number (CLM01) and the levels above it: each segment with "
          "its loop, each element with its name, what codes mean, and what was found, in place. "
          "Names and ids of people are hidden unless --show-phi is given.",
          add_options,
          run_explain};
}

}  // namespace noc837::cli
