// SPDX-License-Identifier: Apache-2.0
// noc837 ack: acknowledgements as a person reads them.
#include <fmt/format.h>

#include "claims/reader.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "explain/ack_text.hpp"
#include "grammar/segments.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("all", "list accepted claims as well");
  options.add_options()("show-phi", "show names and ids of patients");
}

Result<void> print(std::string const &file, explain::AckText &text, io::Sink &out) {
  auto const source = io::open_source(file);
  if (!source) return with_file(source.error(), file);
  grammar::Watch const nothing;
  claims::Reader reader(**source, nothing);
  edi::Segments segments;
  std::string lines;
  for (;;) {
    auto const unit = reader.next();
    if (!unit) return with_file(unit.error(), file);
    if (*unit == nullptr) return {};
    if ((*unit)->kind == claims::UnitKind::gap) continue;
    segments.clear();
    grammar::split_segments((*unit)->bytes, (*unit)->delimiters, (*unit)->offset, (*unit)->ordinal,
                            segments);
    lines.clear();
    for (auto const &segment : segments) text.enter(segment, (*unit)->delimiters, lines);
    if (auto done = out.write(lines); !done) return done;
  }
}

Result<ExitCode> run_ack(po::variables_map const &options) {
  auto const files = arguments_of(options, "FILE");
  if (!files) return tl::unexpected(files.error());
  auto const out = io::standard_output();
  bool faulty = false;
  for (auto const &file : *files) {
    explain::AckText text({options.count("all") != 0, options.count("show-phi") != 0});
    if (auto done = print(file, text, *out); !done) {
      (void)out->finish();
      return tl::unexpected(done.error());
    }
    auto const &counts = text.counts();
    if (counts.none()) {
      (void)out->finish();
      auto failed = fail(Fault::input, "no acknowledgement is in it", "a TA1, 999 or 277CA");
      return with_file(failed.value(), file);
    }
    faulty = faulty || counts.faulty != 0;
  }
  if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  return faulty ? ExitCode::findings : ExitCode::clean;
}

}  // namespace

Command ack_command() {
  return {"ack",
          "FILE...",
          "print a TA1, 999 or 277CA for a person",
          "Prints what acknowledgements say: outcome and counts, each error with its segment, "
          "element and the meaning of its codes, and the claims that were rejected. Exit 0 when "
          "all is accepted, 1 when something is not.",
          add_options,
          run_ack};
}

}  // namespace noc837::cli
