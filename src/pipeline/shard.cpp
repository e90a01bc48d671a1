// SPDX-License-Identifier: Apache-2.0
#include "pipeline/shard.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <utility>

#include "acks/acknowledgements.hpp"
#include "io/extent.hpp"
#include "io/source.hpp"
#include "output/summary_state.hpp"
#include "pipeline/edi_writer.hpp"
#include "pipeline/outputs.hpp"
#include "pipeline/part_facts.hpp"
#include "pipeline/reporting.hpp"
#include "pipeline/unit_log.hpp"

namespace noc837::pipeline {
namespace {

namespace fs = std::filesystem;
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

/// Appends all that a source gives.
Result<void> copy(std::string const &path, io::Sink &out) {
  auto const source = io::open_source(path);
  if (!source) return tl::unexpected(source.error());
  std::vector<char> buffer(std::size_t{1} << 18U);
  for (;;) {
    auto const got = (*source)->read(buffer.data(), buffer.size());
    if (!got) return with_file(got.error(), path);
    if (*got == 0) return {};
    if (auto done = out.write({buffer.data(), *got}); !done) return done;
  }
}

/// Hands the units of a part on as the run over everything does.
Result<void> replay(std::string const &path, claims::Hierarchy &hierarchy,
                    acks::Acknowledgements &acks, EdiWriter &edi) {
  auto const source = io::open_source(path);
  if (!source) return tl::unexpected(source.error());
  UnitLogReader log(**source);
  for (;;) {
    auto const more = log.next();
    if (!more) return with_file(more.error(), path);
    if (!*more) return {};
    if (auto const *finding = log.finding()) {
      if (auto done = acks.finding(*finding); !done) return done;
      continue;
    }
    auto const &unit = log.unit();
    if (unit.kind == claims::UnitKind::claim) {
      if (auto done = acks.claim(unit, log.review()); !done) return done;
      if (auto done = edi.claim(unit, log.review(), hierarchy); !done) return done;
      continue;
    }
    if (auto done = acks.unit(unit); !done) return done;
    if (auto done = edi.before(unit, hierarchy); !done) return done;
    hierarchy.enter(unit);
    if (auto done = edi.after(unit, hierarchy); !done) return done;
  }
}

/// A part as merge() finds it.
struct FoundPart {
  PartFacts facts;
  std::string path;  ///< up to and with the dot before "json"

  [[nodiscard]] std::string file(std::string_view what) const { return path + std::string(what); }
  /// The file of units, compressed or not.
  [[nodiscard]] std::string units() const {
    auto const plain = file("units");
    return fs::exists(plain) ? plain : plain + std::string(io::suffix(io::Codec::zstd));
  }
};

/// The parts in their order; fails unless they are all the parts of one run.
Result<std::vector<FoundPart>> find_parts(std::vector<std::string> const &paths) {
  std::vector<FoundPart> parts;
  for (auto const &path : paths) {
    auto facts = read_part(path);
    if (!facts) return tl::unexpected(facts.error());
    constexpr std::string_view json = "json";
    parts.push_back({std::move(*facts), path.substr(0, path.size() - json.size())});
  }
  std::sort(parts.begin(), parts.end(), [](FoundPart const &a, FoundPart const &b) {
    return a.facts.shard.number < b.facts.shard.number;
  });
  auto const refuse = [](FoundPart const &part, std::string what) {
    auto failed = fail(Fault::usage, std::move(what), "every part of one run, once");
    failed.value().file = part.file("json");
    return failed;
  };
  auto const &first = parts.front().facts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const &facts = parts[i].facts;
    if (facts.fingerprint != first.fingerprint || facts.input != first.input ||
        facts.shard.count != first.shard.count) {
      return refuse(parts[i], "belongs to another run than " + parts.front().file("json"));
    }
    if (facts.shard.number != i + 1) {
      return refuse(parts[i], fmt::format("part {} of {} is missing or another is named twice",
                                          i + 1, first.shard.count));
    }
  }
  if (parts.size() != first.shard.count) {
    return refuse(parts.back(),
                  fmt::format("{} of {} parts are named", parts.size(), first.shard.count));
  }
  return parts;
}

Result<output::Summary> summary_of(FoundPart const &part) {
  std::string bytes;
  io::StringSink sink(bytes);
  if (auto done = copy(part.file("summary"), sink); !done) return tl::unexpected(done.error());
  auto summary = output::summary_from_state(bytes);
  if (!summary) return with_file(summary.error(), part.file("summary"));
  return summary;
}

}  // namespace

Result<output::Summary> process_part(std::string const &input, std::string const &folder,
                                     Shard const &shard, std::string const &fingerprint,
                                     ProcessOptions const &options, Settings const &settings) {
  auto const start = Clock::now();
  auto const size = io::uncompressed_size(input);
  if (!size) return with_file(size.error(), input);
  bool const last = shard.number == shard.count;
  auto source = io::open_source(input, {.digest = last, .inflation = settings.inflation});
  if (!source) return with_file(source.error(), input);

  PartFacts facts;
  facts.shard = shard;
  facts.input = options.label.value_or(input);
  facts.fingerprint = fingerprint;
  facts.mode = options.mode;
  facts.codec = options.compress.value_or((*source)->codec());
  facts.recounts = recounts_of(settings);
  facts.acks = options.acks;
  auto const kind = [&](std::string const &what) { return part_kind(shard, what); };
  auto const packed = (*source)->codec() == io::Codec::none ? io::Codec::none : io::Codec::zstd;

  Outputs outputs(folder, stem_of(input), options.durability);
  auto const findings = outputs.create(kind("findings.csv"), io::Codec::none);
  if (!findings) return tl::unexpected(findings.error());
  auto const lines = outputs.create(kind("lines.csv"), io::Codec::none);
  if (!lines) return tl::unexpected(lines.error());
  auto const units = outputs.create(kind("units"), packed);
  if (!units) return tl::unexpected(units.error());

  PartJob job(facts.input, *findings, *lines, UnitLogWriter(**units, options.acks.any()));
  job.write_csv_for(options.csv);
  auto part_settings = settings;
  part_settings.part = Part::of(*size, shard.number, shard.count);
  if (shard.number == 1) {
    if (auto done = job.begin(); !done) return tl::unexpected(done.error());
  }
  if (auto done = walk(**source, facts.input, part_settings, job); !done) {
    return with_file(done.error(), facts.input);
  }
  output::Summary written;  // merge() lists the outputs, not the parts
  if (auto done = outputs.finish(written); !done) return tl::unexpected(done.error());
  auto &summary = job.summary();
  // What only the reading of all of it tells is the last part's, also where another came to the
  // end because nothing behind its range can be cut.
  summary.files = last ? 1 : 0;
  if (!last) {
    summary.bytes = 0;
    summary.notices.clear();
  }
  summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
  if (auto done = write_file(outputs, kind("summary"), output::summary_state(summary)); !done) {
    return tl::unexpected(done.error());
  }
  if (last) {
    facts.stored_bytes = (*source)->stored_bytes();
    facts.sha256 = (*source)->sha256();
  }
  if (auto done = write_file(outputs, kind("json"), part_json(facts)); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = outputs.commit_new(); !done) return tl::unexpected(done.error());
  return std::move(summary);
}

Result<output::Summary> merge(std::vector<std::string> const &paths, std::string const &folder,
                              ProcessOptions const &options) {
  auto const parts = find_parts(paths);
  if (!parts) return tl::unexpected(parts.error());
  auto const &first = parts->front().facts;
  Outputs outputs(folder, stem_of(first.input), options.durability);
  output::Summary total;
  for (auto const *what : {"findings.csv", "lines.csv"}) {
    auto const out = outputs.create(what, io::Codec::none);
    if (!out) return tl::unexpected(out.error());
    for (auto const &part : *parts) {
      if (auto done = copy(part.file(what), **out); !done) return tl::unexpected(done.error());
    }
  }
  auto const edi = make_edi_writer(
      first.mode,
      [&](std::string_view kind) -> Result<io::Sink *> {
        return outputs.create(kind, first.codec);
      },
      first.recounts);
  auto wanted = first.acks;
  wanted.clock = options.timing;
  acks::Acknowledgements acks(
      wanted,
      [&](std::string_view kind) -> Result<io::Sink *> {
        return outputs.create(kind, io::Codec::none);
      },
      folder);
  claims::Hierarchy hierarchy;
  for (auto const &part : *parts) {
    if (auto done = replay(part.units(), hierarchy, acks, *edi); !done) {
      return tl::unexpected(done.error());
    }
    auto const summary = summary_of(part);
    if (!summary) return tl::unexpected(summary.error());
    total.add(*summary);
  }
  if (auto done = settle(edi->account(), total); !done) {
    return with_file(done.error(), first.input);
  }
  if (auto done = outputs.finish(total); !done) return tl::unexpected(done.error());
  auto const &last = parts->back().facts;
  total.inputs.push_back({first.input, last.stored_bytes, last.sha256});
  if (auto done = write_summary(outputs, total, options.timing); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = outputs.commit(); !done) return tl::unexpected(done.error());
  return total;
}

}  // namespace noc837::pipeline
