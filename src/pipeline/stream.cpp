// SPDX-License-Identifier: Apache-2.0
#include "pipeline/stream.hpp"

#include <chrono>

#include "base/success.hpp"
#include "io/source.hpp"
#include "output/finding_text.hpp"
#include "output/lines.hpp"
#include "pipeline/counting.hpp"

namespace noc837::pipeline {
namespace {

class Checking final : public Counting {
 public:
  Checking(std::string file, CheckOptions const &options, io::Sink &out)
      : Counting(std::move(file)), options_(options), out_(out) {
    report_to(options.report);
  }

  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Counting::claim(unit, review, hierarchy); !done) return done;
    if (review == nullptr) return success();
    auto const context = context_of(*review);
    for (auto const &finding : review->findings) {
      if (auto done = write(finding, context, review); !done) return done;
    }
    return success();
  }

  Result<void> envelope(rules::Finding const &finding, output::Context const &context) override {
    if (auto done = Counting::envelope(finding, context); !done) return done;
    return write(finding, context, nullptr);
  }

 private:
  Result<void> write(rules::Finding const &finding, output::Context const &context,
                     edits::Review const *review) {
    output::FindingRecord const record{context, finding};
    switch (options_.format) {
      case Format::csv:
        return out_.write(output::csv_row(output::finding_columns(), record, options_.csv));
      case Format::jsonl:
        return out_.write(output::json_row(output::finding_columns(), record));
      case Format::text:
        break;
    }
    return out_.write(output::finding_text(record, review, options_.color));
  }

  CheckOptions const &options_;
  io::Sink &out_;
};

class Extracting final : public Counting {
 public:
  Extracting(std::string file, ExtractOptions const &options, io::Sink &out)
      : Counting(std::move(file)), options_(options), out_(out) {}

  Result<void> claim(claims::Unit const &unit, edits::Review const *review,
                     claims::Hierarchy const &hierarchy) override {
    if (auto done = Counting::claim(unit, review, hierarchy); !done) return done;
    if (review == nullptr) return success();
    auto const context = context_of(*review);
    for (auto const &line : review->claim.drug_lines) {
      output::LineRecord const record{context, review->claim, line};
      auto const row = options_.format == Format::jsonl
                           ? output::json_row(output::line_columns(), record)
                           : output::csv_row(output::line_columns(), record, options_.csv);
      if (auto done = out_.write(row); !done) return done;
    }
    return success();
  }

 private:
  ExtractOptions const &options_;
  io::Sink &out_;
};

template <class Job, class How>
Result<output::Summary> stream(std::string const &input, Settings const &settings, How const &how,
                               io::Sink &out) {
  auto const start = std::chrono::steady_clock::now();
  auto source = io::open_source(input, {.inflation = settings.inflation});
  if (!source) return with_file(source.error(), input);
  auto const inquiry = inquiry_about(input, input, settings);
  if (!inquiry) return tl::unexpected(inquiry.error());
  Job job(input, how, out);
  if (auto done = walk(**source, input, settings, job, inquiry->get()); !done) {
    return with_file(done.error(), input);
  }
  job.summary().seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return std::move(job.summary());
}

}  // namespace

Result<output::Summary> check(std::string const &input, Settings const &settings,
                              CheckOptions const &options, io::Sink &out) {
  return stream<Checking>(input, settings, options, out);
}

Result<output::Summary> extract(std::string const &input, Settings const &settings,
                                ExtractOptions const &options, io::Sink &out) {
  return stream<Extracting>(input, settings, options, out);
}

std::string findings_header(CheckOptions const &options) {
  if (options.format != Format::csv) return {};
  return output::csv_header(output::finding_columns(), options.csv);
}

std::string lines_header(ExtractOptions const &options) {
  if (options.format == Format::jsonl) return {};
  return output::csv_header(output::line_columns(), options.csv);
}

}  // namespace noc837::pipeline
