// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "io/extent.hpp"
#include "io/source.hpp"
#include "output/report/report_state.hpp"
#include "output/summary_state.hpp"
#include "pipeline/edi_writer.hpp"
#include "pipeline/index.hpp"
#include "pipeline/outputs.hpp"
#include "pipeline/part_facts.hpp"
#include "pipeline/record_log.hpp"
#include "pipeline/reporting.hpp"
#include "pipeline/shard.hpp"
#include "pipeline/unit_log.hpp"

namespace noc837::pipeline {
namespace {

using Clock = std::chrono::steady_clock;

/// Keeps the units of a part where a run over everything writes EDI.
class PartJob final : public Reporting {
 public:
  PartJob(std::string file, io::Sink *findings, io::Sink *lines, UnitLogWriter units)
      : Reporting(std::move(file), findings, lines), units_(units) {}

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    if (auto done = Reporting::before(unit, hierarchy); !done) return done;
    return units_.write(unit, nullptr);
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Reporting::claim(unit, review, hierarchy); !done) return done;
    return units_.write(unit, review);
  }
  Result<void> envelope(rules::Finding const &finding, output::Context const &context) override {
    if (auto done = Reporting::envelope(finding, context); !done) return done;
    return units_.write(finding);
  }

 private:
  UnitLogWriter units_;
};

Result<void> write_file(Outputs &outputs, std::string const &kind, std::string const &bytes) {
  auto const file = outputs.create(kind, io::Codec::none);
  if (!file) return tl::unexpected(file.error());
  if (auto done = (*file)->write(bytes); !done) return done;
  return (*file)->finish();
}

/// The input, open where the reading for a part begins.
struct PartInput {
  std::unique_ptr<io::Source> source;
  Part part;
  std::shared_ptr<Checkpoint const> from;  ///< null: the beginning
  std::string sha256;                      ///< where it is known before it is read
};

/// All before the part is read.
Result<PartInput> open_input(std::string const &input, Shard const &shard,
                             io::Inflation const &inflation) {
  auto const size = io::uncompressed_size(input);
  if (!size) return with_file(size.error(), input);
  auto source = io::open_source(input, {.digest = shard.is_last(), .inflation = inflation});
  if (!source) return with_file(source.error(), input);
  return PartInput{std::move(*source), Part::of(*size, shard.number, shard.count), nullptr, ""};
}

/// What is before the last place that the index has before the part is not read.
Result<PartInput> open_indexed(std::string const &input, PartOrder const &order,
                               io::Inflation const &inflation) {
  auto index = Index::open(order.index, input, order.index_fingerprint);
  if (!index) return tl::unexpected(index.error());
  PartInput opened;
  opened.part = Part::of(index->facts().size, order.shard.number, order.shard.count);
  opened.sha256 = index->facts().sha256;
  auto entry = index->last_before(opened.part.begin);
  if (!entry) return tl::unexpected(entry.error());
  io::SourceOptions options = {.inflation = inflation};
  if (*entry) {
    options.start = (*entry)->start;
    options.offset = (*entry)->checkpoint.offset;
    opened.from = std::make_shared<Checkpoint const>(std::move((*entry)->checkpoint));
  }
  auto source = io::open_source(input, options);
  if (!source) return with_file(source.error(), input);
  opened.source = std::move(*source);
  return opened;
}

/// What is known of a part before it is judged.
PartFacts facts_of(std::string const &input, io::Codec codec, PartOrder const &order,
                   ProcessOptions const &options, Settings const &settings) {
  PartFacts facts;
  facts.shard = order.shard;
  facts.input = options.label.value_or(input);
  facts.fingerprint = order.fingerprint;
  facts.mode = options.mode;
  facts.codec = options.compress.value_or(codec);
  facts.recounts = recounts_of(settings);
  facts.acks = options.acks;
  facts.exports = options.exports;
  if (options.report != nullptr) {
    facts.page = order.page;
    facts.page_options = options.report->options();
  }
  return facts;
}

}  // namespace

Result<output::Summary> process_part(std::string const &input, std::string const &folder,
                                     PartOrder const &order, ProcessOptions const &options,
                                     Settings const &settings) {
  auto const start = Clock::now();
  auto const &shard = order.shard;
  auto opened = order.index.empty() ? open_input(input, shard, settings.inflation)
                                    : open_indexed(input, order, settings.inflation);
  if (!opened) return tl::unexpected(opened.error());
  auto &source = *opened->source;

  auto facts = facts_of(input, source.codec(), order, options, settings);
  auto const kind = [&](std::string const &what) { return part_kind(shard, what); };
  auto const packed = source.codec() == io::Codec::none ? io::Codec::none : io::Codec::zstd;

  Outputs outputs(folder, stem_of(input), options.durability);
  auto const findings = outputs.create(kind("findings.csv"), io::Codec::none);
  if (!findings) return tl::unexpected(findings.error());
  auto const lines = outputs.create(kind("lines.csv"), io::Codec::none);
  if (!lines) return tl::unexpected(lines.error());
  auto const units = outputs.create(kind("units"), packed);
  if (!units) return tl::unexpected(units.error());

  PartJob job(facts.input, *findings, *lines, UnitLogWriter(**units, options.acks.any()));
  job.write_csv_for(options.csv);
  job.report_to(options.report);
  std::optional<RecordLog> records;
  if (options.exports.any()) {
    auto const file = outputs.create(kind("records"), packed);
    if (!file) return tl::unexpected(file.error());
    records.emplace(**file);
    job.export_to({&*records});
  }
  auto part_settings = settings;
  part_settings.part = opened->part;
  part_settings.from = opened->from;
  if (shard.number == 1) {
    if (auto done = job.begin(); !done) return tl::unexpected(done.error());
  }
  if (auto done = walk(source, facts.input, part_settings, job); !done) {
    return with_file(done.error(), facts.input);
  }
  output::Summary written;  // merge() lists the outputs, not the parts
  if (auto done = outputs.finish(written); !done) return tl::unexpected(done.error());
  auto &summary = job.summary();
  // What only the reading of all of it tells is the last part's, also where another came to the
  // end because nothing behind its range can be cut.
  summary.files = shard.is_last() ? 1 : 0;
  if (!shard.is_last()) {
    summary.bytes = 0;
    summary.notices.clear();
  }
  summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  if (auto done = write_file(outputs, kind("summary"), output::summary_state(summary)); !done) {
    return tl::unexpected(done.error());
  }
  if (options.report != nullptr) {
    auto const state = output::report_state(*options.report);
    if (auto done = write_file(outputs, kind("report"), state); !done) {
      return tl::unexpected(done.error());
    }
  }
  if (shard.is_last()) {
    facts.stored_bytes = source.stored_bytes();
    facts.sha256 = opened->sha256.empty() ? source.sha256() : opened->sha256;
  }
  if (auto done = write_file(outputs, kind("json"), part_json(facts)); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = outputs.commit_new(); !done) return tl::unexpected(done.error());
  return std::move(summary);
}

}  // namespace noc837::pipeline
