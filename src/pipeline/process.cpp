// SPDX-License-Identifier: Apache-2.0
#include "pipeline/process.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include "acks/acknowledgements.hpp"
#include "edi/elements.hpp"
#include "edits/in_place.hpp"
#include "edits/split.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "io/unfinished.hpp"
#include "output/lines.hpp"
#include "pipeline/counting.hpp"
#include "rules/table.hpp"

namespace noc837::pipeline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// The files of one input: created as they are needed, named together at the end.
class Outputs {
 public:
  Outputs(fs::path folder, std::string stem, io::Durability durability)
      : folder_(std::move(folder)), stem_(std::move(stem)), durability_(durability) {}

  Result<io::FileSink *> create(std::string_view kind, io::Codec codec) {
    auto target = (folder_ / (stem_ + "." + std::string(kind))).string();
    auto sink =
        io::FileSink::create(target + std::string(io::suffix(codec)), codec, true, durability_);
    if (!sink) return tl::unexpected(sink.error());
    files_.push_back(std::move(*sink));
    return files_.back().get();
  }

  Result<void> finish(output::Summary &summary) {
    for (auto const &file : files_) {
      if (auto done = file->finish(); !done) return done;
      summary.outputs.push_back(
          {fs::path(file->target()).filename().string(), file->stored_bytes(), file->sha256()});
    }
    return {};
  }

  /// Drops all files, and writes the TA1 that says why, where there is one.
  Result<void> refuse(Result<std::string> const &ta1) {
    files_.clear();
    if (!ta1) return tl::unexpected(ta1.error());
    if (ta1->empty()) return {};
    auto const sink = create(acks::file_kind(acks::Kind::ta1), io::Codec::none);
    if (!sink) return tl::unexpected(sink.error());
    if (auto done = (*sink)->write(*ta1); !done) return done;
    if (auto done = (*sink)->finish(); !done) return done;
    return (*sink)->commit();
  }

  /// Names every file, and removes the EDI that an earlier run left and this one does not write.
  Result<void> commit() {
    io::NoStop const no_stop;
    if (auto done = io::commit_all(files_); !done) return done;
    std::vector<std::string> stale;
    for (auto const *kind :
         {"corrected.edi", "flagged.edi", "annotated.edi", "ta1.edi", "999.edi", "277ca.edi"}) {
      for (auto const codec : {io::Codec::none, io::Codec::zstd, io::Codec::gzip}) {
        auto const name = stem_ + "." + kind + std::string(io::suffix(codec));
        auto const path = folder_ / name;
        bool const ours = std::any_of(files_.begin(), files_.end(), [&](auto const &file) {
          return fs::path(file->target()) == path;
        });
        if (ours) continue;
        stale.push_back(name);
        std::error_code ignored;
        if (fs::is_regular_file(fs::symlink_status(path, ignored))) fs::remove(path, ignored);
      }
    }
    io::remove_leftovers(folder_, stale);
    return {};
  }

 private:
  fs::path folder_;
  std::string stem_;
  io::Durability durability_;
  std::vector<std::unique_ptr<io::FileSink>> files_;
};

/// Recounts that the policy asks for.
edits::Recounts recounts_of(Settings const &settings) {
  auto const wanted = [&](std::string_view id) {
    rules::Rule const *rule = rules::find_rule(id);
    bool const on = rule != nullptr && settings.policy.corrects(*rule, settings.payers.usual());
    return on ? edits::Recount::count : edits::Recount::shift;
  };
  return {wanted("ENV05"), wanted("ENV04")};
}

/// Findings and lines as CSV, next to whatever EDI a mode writes.
class Reporting : public Counting {
 public:
  Reporting(std::string file, io::Sink *findings, io::Sink *lines)
      : Counting(std::move(file)), findings_(findings), lines_(lines) {}

  /// Further places for the records.
  void export_to(std::vector<output::RecordSink *> sinks) { exports_ = std::move(sinks); }

  Result<void> begin() {
    if (findings_ == nullptr) return {};
    if (auto done = findings_->write(output::csv_header(output::finding_columns())); !done) {
      return done;
    }
    return lines_->write(output::csv_header(output::line_columns()));
  }

  /// Where acknowledgements are written; null: nowhere.
  void acknowledge_with(acks::Acknowledgements *acks) { acks_ = acks; }

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    if (auto done = Counting::before(unit, hierarchy); !done) return done;
    return acks_ == nullptr ? Result<void>() : acks_->unit(unit);
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Counting::claim(unit, review, hierarchy); !done) return done;
    if (acks_ != nullptr) {
      if (auto done = acks_->claim(unit, review); !done) return done;
    }
    if (review == nullptr || findings_ == nullptr) return {};
    auto const context = context_of(*review);
    for (auto const &finding : review->findings) {
      if (auto done = write(finding, context); !done) return done;
    }
    for (auto const &line : review->claim.drug_lines) {
      output::LineRecord const record{context, review->claim, line};
      if (auto done = lines_->write(output::csv_row(output::line_columns(), record)); !done) {
        return done;
      }
      for (auto *sink : exports_) {
        if (auto done = sink->line(record); !done) return done;
      }
    }
    return {};
  }

  Result<void> envelope(rules::Finding const &finding, output::Context const &context) override {
    if (auto done = Counting::envelope(finding, context); !done) return done;
    if (acks_ != nullptr) {
      if (auto done = acks_->finding(finding); !done) return done;
    }
    return findings_ == nullptr ? Result<void>() : write(finding, context);
  }

 private:
  Result<void> write(rules::Finding const &finding, output::Context const &context) {
    output::FindingRecord const record{context, finding};
    for (auto *sink : exports_) {
      if (auto done = sink->finding(record); !done) return done;
    }
    return findings_->write(output::csv_row(output::finding_columns(), record));
  }

  io::Sink *findings_;
  io::Sink *lines_;
  std::vector<output::RecordSink *> exports_;
  acks::Acknowledgements *acks_ = nullptr;
};

/// Puts the account into the summary; fails where it does not come out even, or where it is not
/// the account of all that was read.
Result<void> settle(edits::Reconciliation const &account, output::Summary &summary) {
  summary.reconciliation = account;
  edits::Volume const seen{summary.bytes, summary.segments, summary.claims, summary.lines};
  if (account.read != seen) {
    return fail(Fault::internal, "what was read and what was taken into account differ");
  }
  return account.check();
}

class Splitting final : public Reporting {
 public:
  Splitting(std::string file, io::Sink *findings, io::Sink *lines,
            edits::SplitOutput::Open corrected, edits::SplitOutput::Open flagged,
            edits::Recounts recounts)
      : Reporting(std::move(file), findings, lines),
        corrected_(std::move(corrected), recounts),
        flagged_(std::move(flagged), recounts) {}

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    if (auto done = Reporting::before(unit, hierarchy); !done) return done;
    account_.unit(unit);
    if (auto done = corrected_.close(unit, hierarchy); !done) return done;
    return flagged_.close(unit, hierarchy);
  }
  Result<void> after(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    bool const passed = unit.kind == claims::UnitKind::passed ||
                        (unit.kind == claims::UnitKind::set && unit.guide == edi::Guide::other);
    return passed ? corrected_.pass(unit, hierarchy) : Result<void>();
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Reporting::claim(unit, review, hierarchy); !done) return done;
    bool const flag = review != nullptr && review->flagged;
    using To = edits::SplitAccount::To;
    account_.claim(unit, review, flag ? To::flagged : To::corrected);
    return (flag ? flagged_ : corrected_).claim(unit, review, hierarchy);
  }

  Result<void> reconcile() {
    account_.finish();
    return settle(account_.with(corrected_.written(), flagged_.written()), summary_);
  }

 private:
  edits::SplitOutput corrected_;
  edits::SplitOutput flagged_;
  edits::SplitAccount account_;
};

class Annotating final : public Reporting {
 public:
  Annotating(std::string file, io::Sink *findings, io::Sink *lines, edits::SplitOutput::Open open,
             edits::Recounts recounts)
      : Reporting(std::move(file), findings, lines), out_(std::move(open), recounts) {}

  Result<void> before(claims::Unit const &unit, claims::Hierarchy const &hierarchy) override {
    if (auto done = Reporting::before(unit, hierarchy); !done) return done;
    account_.unit(unit, nullptr);
    return out_.unit(unit, nullptr);
  }
  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Reporting::claim(unit, review, hierarchy); !done) return done;
    account_.unit(unit, review);
    return out_.unit(unit, review);
  }

  Result<void> reconcile() { return settle(account_.with(out_.written()), summary_); }

 private:
  edits::InPlaceOutput out_;
  edits::InPlaceAccount account_;
};

/// Runs a visitor over the source and checks that nothing was lost.
template <class Job>
Result<void> run(Job &job, io::Source &source, std::string const &input, Settings const &settings) {
  if (auto done = job.begin(); !done) return done;
  if (auto done = walk(source, input, settings, job); !done) return done;
  return job.reconcile();
}

void close_summary(output::Summary &summary, io::Source &source, std::string const &input,
                   Clock::time_point start) {
  summary.inputs.push_back({input, source.stored_bytes(), source.sha256()});
  summary.seconds = std::chrono::duration<double>(Clock::now() - start).count();
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
  auto const start = Clock::now();
  auto source = io::open_source(input, {.digest = true, .inflation = settings.inflation});
  if (!source) return with_file(source.error(), input);
  auto const codec = options.compress.value_or((*source)->codec());
  Outputs outputs(folder, stem_of(input), options.durability);
  auto const open = [&](std::string_view kind) {
    return [&outputs, codec, kind]() -> Result<io::Sink *> { return outputs.create(kind, codec); };
  };
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
  auto exports = Exports::open(options.exports, folder, label);
  if (!exports) return tl::unexpected(exports.error());
  auto const finish = [&](auto &&job) -> Result<output::Summary> {
    job.report_to(options.report);
    job.export_to(exports->sinks());
    if (options.acks.any()) job.acknowledge_with(&acks);
    if (auto done = run(job, **source, label, settings); !done) {
      if (auto told = outputs.refuse(acks.refusal(done.error())); !told) {
        return tl::unexpected(told.error());
      }
      return with_file(done.error(), label);
    }
    auto &summary = job.summary();
    if (exports->has_workbook()) {
      auto const workbook = outputs.create("xlsx", io::Codec::none);
      if (!workbook) return tl::unexpected(workbook.error());
      if (auto done = exports->finish_workbook(**workbook); !done) {
        return tl::unexpected(done.error());
      }
    }
    if (auto done = outputs.finish(summary); !done) return tl::unexpected(done.error());
    close_summary(summary, **source, label, start);
    auto const json = outputs.create("summary.json", io::Codec::none);
    if (!json) return tl::unexpected(json.error());
    if (auto done = (*json)->write(output::summary_json(summary, options.timing)); !done) {
      return tl::unexpected(done.error());
    }
    if (auto done = (*json)->finish(); !done) return tl::unexpected(done.error());
    if (auto done = outputs.commit(); !done) return tl::unexpected(done.error());
    if (auto done = exports->commit(summary); !done) return tl::unexpected(done.error());
    return std::move(summary);
  };
  auto const recounts = recounts_of(settings);
  if (options.mode == Mode::annotate) {
    return finish(Annotating(label, *findings, *lines, open("annotated.edi"), recounts));
  }
  return finish(
      Splitting(label, *findings, *lines, open("corrected.edi"), open("flagged.edi"), recounts));
}

Result<output::Summary> annotate_to_stdout(std::string const &input, ProcessOptions const &options,
                                           Settings const &settings) {
  auto const start = Clock::now();
  auto source = io::open_source(input, {.inflation = settings.inflation});
  if (!source) return with_file(source.error(), input);
  auto const sink = io::standard_output(options.compress.value_or((*source)->codec()));
  Annotating job(
      input, nullptr, nullptr, [&]() -> Result<io::Sink *> { return sink.get(); },
      recounts_of(settings));
  job.report_to(options.report);
  if (auto done = run(job, **source, input, settings); !done) return with_file(done.error(), input);
  if (auto done = sink->finish(); !done) return tl::unexpected(done.error());
  close_summary(job.summary(), **source, input, start);
  return std::move(job.summary());
}

}  // namespace noc837::pipeline
