// SPDX-License-Identifier: Apache-2.0
#include "pipeline/process.hpp"

#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>

#include "acks/acknowledgements.hpp"
#include "edi/elements.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "pipeline/edi_writer.hpp"
#include "pipeline/exports.hpp"
#include "pipeline/outputs.hpp"
#include "pipeline/reporting.hpp"

namespace noc837::pipeline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Everything that comes of an input.
class Processing final : public Reporting {
 public:
  Processing(std::string file, io::Sink *findings, io::Sink *lines, std::unique_ptr<EdiWriter> edi)
      : Reporting(std::move(file), findings, lines), edi_(std::move(edi)) {}

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    if (auto done = Reporting::before(unit, hierarchy); !done) return done;
    return edi_->before(unit, hierarchy);
  }
  Result<void> after(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    return edi_->after(unit, hierarchy);
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Reporting::claim(unit, review, hierarchy); !done) return done;
    return edi_->claim(unit, review, hierarchy);
  }

  Result<void> reconcile() { return settle(edi_->account(), summary_); }

 private:
  std::unique_ptr<EdiWriter> edi_;
};

/// Runs a job over the source and checks that nothing was lost.
Result<void> run(Processing &job, io::Source &source, std::string const &input,
                 Settings const &settings, ledger::Inquiry *inquiry = nullptr) {
  if (auto done = job.begin(); !done) return done;
  if (auto done = walk(source, input, settings, job, inquiry); !done) return done;
  return job.reconcile();
}

void close_summary(output::Summary &summary, io::Source &source, std::string const &input,
                   Clock::time_point start) {
  summary.inputs.push_back({input, source.stored_bytes(), source.sha256()});
  summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
}

/// Processes the input; gives nothing, and has written nothing, where another one billed some of
/// the same meanwhile.
Result<std::optional<output::Summary>> attempt(std::string const &input, std::string const &folder,
                                               ProcessOptions const &options,
                                               Settings const &settings, output::Report *report) {
  auto const start = Clock::now();
  auto source = io::open_source(input, {.digest = true, .inflation = settings.inflation});
  if (!source) return with_file(source.error(), input);
  auto const codec = options.compress.value_or((*source)->codec());
  Outputs outputs(folder, stem_of(input), options.durability,
                  settings.threads > 1 ? io::Writing::behind : io::Writing::at_once);
  auto const findings = outputs.create("findings.csv", io::Codec::none);
  if (!findings) return tl::unexpected(findings.error());
  auto const lines = outputs.create("lines.csv", io::Codec::none);
  if (!lines) return tl::unexpected(lines.error());

  acks::Acknowledgements acks(
      options.acks,
      [&outputs](std::string_view kind) -> Result<io::Sink *> {
        return outputs.create(kind, io::Codec::none);
      },
      folder);
  auto const label = options.label.value_or(input);
  auto exports = Exports::open(options.exports, outputs.target("xlsx"), label);
  if (!exports) return tl::unexpected(exports.error());
  auto edi = make_edi_writer(
      options.mode,
      [&](std::string_view kind) -> Result<io::Sink *> { return outputs.create(kind, codec); },
      recounts_of(settings));
  Processing job(label, *findings, *lines, std::move(edi));
  job.report_to(report);
  job.write_csv_for(options.csv);
  job.export_to(exports->sinks());
  if (options.acks.any()) job.acknowledge_with(&acks);
  auto const inquiry = inquiry_about(input, label, settings);
  if (!inquiry) return tl::unexpected(inquiry.error());
  if (auto done = run(job, **source, label, settings, inquiry->get()); !done) {
    if (auto told = outputs.refuse(acks.refusal(done.error())); !told) {
      return tl::unexpected(told.error());
    }
    return with_file(done.error(), label);
  }
  auto &summary = job.summary();
  if (auto done = exports->add_workbook(outputs); !done) return tl::unexpected(done.error());
  if (auto done = outputs.finish(summary); !done) return tl::unexpected(done.error());
  close_summary(summary, **source, label, start);
  if (auto done = write_summary(outputs, summary, options.timing); !done) {
    return tl::unexpected(done.error());
  }
  if (*inquiry) {
    auto const &fact = summary.inputs.front();
    auto const written = (*inquiry)->write(fact.sha256, fact.bytes);
    if (!written) return tl::unexpected(written.error());
    if (!*written) return std::nullopt;
  }
  if (auto done = outputs.commit(); !done) return tl::unexpected(done.error());
  if (auto done = exports->commit(summary); !done) return tl::unexpected(done.error());
  if (*inquiry) {
    if (auto done = (*inquiry)->commit(); !done) return tl::unexpected(done.error());
  }
  return std::move(summary);
}

}  // namespace

std::string stem_of(std::string const &input) {
  if (input == "-") return "stdin";
  std::string name = fs::path(input).filename().string();
  auto const drop = [&](std::string_view suffix) {
    if (name.size() > suffix.size() &&
        edi::equal_folded(std::string_view(name).substr(name.size() - suffix.size()), suffix)) {
      name.resize(name.size() - suffix.size());
      return true;
    }
    return false;
  };
  for (auto const *suffix : {".zst", ".gz"}) {
    if (drop(suffix)) break;
  }
  for (auto const *suffix : {".edi", ".837", ".x12", ".txt", ".dat"}) {
    if (drop(suffix)) break;
  }
  return name;
}

Result<output::Summary> process(std::string const &input, std::string const &folder,
                                ProcessOptions const &options, Settings const &settings) {
  for (;;) {
    std::optional<output::Report> report;
    if (options.report != nullptr) report.emplace(options.report->options());
    auto done = attempt(input, folder, options, settings, report ? &*report : nullptr);
    if (!done) return tl::unexpected(done.error());
    if (!*done) continue;
    if (report) options.report->add(std::move(*report));
    return std::move(**done);
  }
}

Result<output::Summary> annotate_to_stdout(std::string const &input, ProcessOptions const &options,
                                           Settings const &settings) {
  auto const start = Clock::now();
  auto source = io::open_source(input, {.inflation = settings.inflation});
  if (!source) return with_file(source.error(), input);
  auto const sink = io::standard_output(options.compress.value_or((*source)->codec()));
  auto edi = make_edi_writer(
      Mode::annotate, [&](std::string_view) -> Result<io::Sink *> { return sink.get(); },
      recounts_of(settings));
  Processing job(input, nullptr, nullptr, std::move(edi));
  job.report_to(options.report);
  if (auto done = run(job, **source, input, settings); !done) return with_file(done.error(), input);
  if (auto done = sink->finish(); !done) return tl::unexpected(done.error());
  close_summary(job.summary(), **source, input, start);
  return std::move(job.summary());
}

}  // namespace noc837::pipeline
