// SPDX-License-Identifier: Apache-2.0
// noc837 verify: outputs against their input, from the files alone.
#include "verify/verify.hpp"

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "io/sink.hpp"

namespace noc837::cli {
namespace {

void add_options(po::options_description &options) {
  options.add_options()("quiet,q", "print nothing; the exit code tells");
}

std::string text_of(verify::Verdict const &verdict) {
  std::string text;
  for (auto const &fault : verdict.faults) text += "not verified: " + fault + "\n";
  if (!verdict.faults.empty()) return text;
  text = fmt::format(
      "verified: each of {} claims is there once, {} unchanged, {} changed in "
      "segments that corrections may touch\n",
      verdict.claims, verdict.claims - verdict.changed, verdict.changed);
  if (verdict.passed_sets != 0) {
    text +=
        fmt::format("          {} sets of other kinds are there unchanged\n", verdict.passed_sets);
  }
  text += verdict.structure_judged
              ? "          HL numbers and the counts of SE, GE and IEA are right\n"
              : "          HL numbers or counts of the input are wrong, so they were not judged\n";
  return text;
}

Result<ExitCode> run_verify(po::variables_map const &options) {
  auto files = arguments_of(options, "FILE");
  if (!files) return tl::unexpected(files.error());
  if (files->size() > 3) {
    return fail(Fault::usage, "verify takes the input and up to two outputs",
                "IN CORRECTED FLAGGED, or IN ANNOTATED");
  }
  auto const verdict = verify::verify(files->front(), {files->begin() + 1, files->end()});
  if (!verdict) return tl::unexpected(verdict.error());
  if (options.count("quiet") == 0) {
    auto const out = io::standard_output();
    if (auto done = out->write(text_of(*verdict)); !done) return tl::unexpected(done.error());
    if (auto done = out->finish(); !done) return tl::unexpected(done.error());
  }
  return verdict->faults.empty() ? ExitCode::clean : ExitCode::findings;
}

}  // namespace

Command verify_command() {
  return {"verify",
          "IN CORRECTED [FLAGGED] | IN ANNOTATED",
          "prove that outputs hold the input's claims, each once",
          "Reads the files side by side, with code that shares nothing with what wrote them, and "
          "proves that each claim of IN is in the outputs exactly once, under the same envelope, "
          "billing provider, subscriber and patient, changed in no segment but those that "
          "corrections may touch and in no charge or procedure code; and that HL numbers and "
          "counts are right where the input's are. Exit 1 when it is not so.",
          add_options,
          run_verify};
}

}  // namespace noc837::cli
