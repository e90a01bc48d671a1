// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "acks/acknowledgements.hpp"
#include "io/source.hpp"
#include "output/report/report_state.hpp"
#include "output/summary_state.hpp"
#include "pipeline/edi_writer.hpp"
#include "pipeline/outputs.hpp"
#include "pipeline/part_facts.hpp"
#include "pipeline/record_log.hpp"
#include "pipeline/shard.hpp"
#include "pipeline/unit_log.hpp"

namespace noc837::pipeline {
namespace {

namespace fs = std::filesystem;

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
  auto source = io::open_source(path);
  if (!source) return tl::unexpected(source.error());
  UnitLogReader log(std::move(*source));
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
  /// A file that is compressed where the input is.
  [[nodiscard]] std::string packed_file(std::string_view what) const {
    auto const plain = file(what);
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

Result<std::string> bytes_of(std::string const &path) {
  std::string bytes;
  io::StringSink sink(bytes);
  if (auto done = copy(path, sink); !done) return tl::unexpected(done.error());
  return bytes;
}

Result<void> add_summary(FoundPart const &part, output::Summary &total) {
  auto const bytes = bytes_of(part.file("summary"));
  if (!bytes) return tl::unexpected(bytes.error());
  auto const summary = output::summary_from_state(*bytes);
  if (!summary) return with_file(summary.error(), part.file("summary"));
  total.add(*summary);
  return {};
}

Result<void> add_report(FoundPart const &part, output::Report &total) {
  auto const bytes = bytes_of(part.file("report"));
  if (!bytes) return tl::unexpected(bytes.error());
  auto report = output::report_from_state(*bytes, total.options());
  if (!report) return with_file(report.error(), part.file("report"));
  total.add(std::move(*report));
  return {};
}

Result<void> export_records(FoundPart const &part, std::vector<output::RecordSink *> const &sinks) {
  if (sinks.empty()) return {};
  auto const path = part.packed_file("records");
  auto source = io::open_source(path);
  if (!source) return with_file(source.error(), path);
  if (auto done = replay_records(std::move(*source), sinks); !done) {
    return with_file(done.error(), path);
  }
  return {};
}

}  // namespace

Result<output::Summary> merge(std::vector<std::string> const &paths, std::string const &folder,
                              ProcessOptions const &options) {
  auto const parts = find_parts(paths);
  if (!parts) return tl::unexpected(parts.error());
  auto const &first = parts->front().facts;
  Outputs outputs(folder, stem_of(first.input), options.durability);
  auto exports = Exports::open(first.exports, outputs.target("xlsx"), first.input);
  if (!exports) return tl::unexpected(exports.error());
  bool const has_page = options.report != nullptr && !first.page.empty();
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
    if (auto done = replay(part.packed_file("units"), hierarchy, acks, *edi); !done) {
      return tl::unexpected(done.error());
    }
    if (auto done = export_records(part, exports->sinks()); !done) {
      return tl::unexpected(done.error());
    }
    if (auto done = add_summary(part, total); !done) return tl::unexpected(done.error());
    if (!has_page) continue;
    if (auto done = add_report(part, *options.report); !done) return tl::unexpected(done.error());
  }
  if (auto done = settle(edi->account(), total); !done) {
    return with_file(done.error(), first.input);
  }
  if (auto done = exports->add_workbook(outputs); !done) return tl::unexpected(done.error());
  if (auto done = outputs.finish(total); !done) return tl::unexpected(done.error());
  auto const &last = parts->back().facts;
  total.inputs.push_back({first.input, last.stored_bytes, last.sha256});
  if (auto done = write_summary(outputs, total, options.timing); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = outputs.commit(); !done) return tl::unexpected(done.error());
  if (auto done = exports->commit(total); !done) return tl::unexpected(done.error());
  return total;
}

}  // namespace noc837::pipeline
