// SPDX-License-Identifier: Apache-2.0
#include "pipeline/record_log.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "output/findings.hpp"
#include "output/lines.hpp"
#include "pipeline/frames.hpp"

namespace noc837::pipeline {
namespace {

// What stands before the values of a record.
constexpr std::string_view finding_mark = "finding";
constexpr std::string_view line_mark = "line";

Result<void> write(io::Sink &out, std::string_view mark, output::Row row) {
  if (auto done = write_frame(out, mark); !done) return done;
  for (auto const &value : row) {
    if (auto done = write_frame(out, value); !done) return done;
  }
  return {};
}

tl::unexpected<Error> damaged() {
  return fail(Fault::input, "a part's records are damaged", "the part as it was written");
}

}  // namespace

Result<void> RecordLog::finding(output::Row row) {
  return write(out_, finding_mark, row);
}

Result<void> RecordLog::line(output::Row row) {
  return write(out_, line_mark, row);
}

Result<void> replay_records(std::unique_ptr<io::Source> log,
                            std::vector<output::RecordSink *> const &sinks) {
  PieceReader in(std::move(log));
  std::string mark;
  std::vector<std::string> row;
  for (;;) {
    auto more = in.frame(mark);
    if (!more) return tl::unexpected(more.error());
    if (!*more) return {};
    bool const finding = mark == finding_mark;
    if (!finding && mark != line_mark) return damaged();
    row.resize(finding ? output::finding_columns().size() : output::line_columns().size());
    for (auto &value : row) {
      more = in.frame(value);
      if (!more) return tl::unexpected(more.error());
      if (!*more) return damaged();
    }
    for (auto *sink : sinks) {
      if (auto done = finding ? sink->finding(row) : sink->line(row); !done) return done;
    }
  }
}

}  // namespace noc837::pipeline
