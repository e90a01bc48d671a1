// SPDX-License-Identifier: Apache-2.0
#include "output/workbook.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "base/printable.hpp"
#include "io/temporaries.hpp"
#include "io/unnamed_file.hpp"
#include "output/findings.hpp"
#include "output/lines.hpp"
#include "output/workbook_parts.hpp"

namespace noc837::output {
namespace {

constexpr lxw_row_t most_rows = 1'048'576;
constexpr std::size_t most_characters = 32'767;
constexpr double column_width = 16;

tl::unexpected<Error> cannot_write(std::string const &file, std::string_view why) {
  auto failed = fail(Fault::output, fmt::format("the workbook cannot be written: {}", why));
  failed.value().file = file;
  return failed;
}

/// One kind of record on as many sheets as it needs.
class Sheets {
 public:
  Sheets(lxw_workbook *book, lxw_format *header, std::string name)
      : book_(book), header_(header), name_(std::move(name)) {}

  /// A new sheet with a header row.
  template <class Record>
  void begin(std::span<Column<Record> const> columns) {
    ++count_;
    auto const title = count_ == 1 ? name_ : fmt::format("{} {}", name_, count_);
    sheet_ = workbook_add_worksheet(book_, title.c_str());
    sheets_.push_back(sheet_);
    auto const last = static_cast<lxw_col_t>(columns.size() - 1);
    worksheet_set_column(sheet_, 0, last, column_width, nullptr);
    worksheet_freeze_panes(sheet_, 1, 0);
    worksheet_autofilter(sheet_, 0, 0, 0, last);
    lxw_col_t at = 0;
    for (auto const &column : columns) {
      worksheet_write_string(sheet_, 0, at++, std::string(column.name).c_str(), header_);
    }
    row_ = 1;
  }

  template <class Record>
  Result<void> add(std::span<Column<Record> const> columns, Row row) {
    if (row_ == most_rows) begin(columns);
    lxw_col_t at = 0;
    for (auto const &column : columns) {
      // Excel knows no other numbers than floating point.
      bool const number = column.holds == Holds::position || column.holds == Holds::amount;
      put(at, row[at], number);
      ++at;
    }
    ++row_;
    return {};
  }

  [[nodiscard]] std::vector<lxw_worksheet *> const &all() const { return sheets_; }

 private:
  void put(lxw_col_t column, std::string const &value, bool number) {
    if (value.empty()) return;
    if (number) {
      double amount = 0;
      auto const *end = value.data() + value.size();
      if (std::from_chars(value.data(), end, amount).ptr == end) {
        worksheet_write_number(sheet_, row_, column, amount, nullptr);
        return;
      }
    }
    auto text = printable_utf8(value);
    if (text.size() > most_characters) text.resize(most_characters);
    worksheet_write_string(sheet_, row_, column, text.c_str(), nullptr);
  }

  lxw_workbook *book_;
  lxw_format *header_;
  lxw_worksheet *sheet_ = nullptr;
  std::vector<lxw_worksheet *> sheets_;
  std::string name_;
  int count_ = 0;
  lxw_row_t row_ = 0;
};

}  // namespace

struct Workbook::State {
  std::string folder;
  std::unique_ptr<io::ScratchFolder> scratch;  ///< for the files of libxlsxwriter
  int descriptor = -1;
  lxw_workbook *book = nullptr;
  std::optional<Sheets> findings;
  std::optional<Sheets> lines;

  [[nodiscard]] Result<std::vector<KeptRows>> kept_rows();
  /// Where libxlsxwriter, which wants a name, writes the workbook.
  [[nodiscard]] std::string path() const;

  ~State() {
    if (book != nullptr) workbook_close(book);
    if (descriptor >= 0) ::close(descriptor);
  }
};

Workbook::Workbook(std::unique_ptr<State> state) : state_(std::move(state)) {}
Workbook::~Workbook() = default;

Result<std::unique_ptr<Workbook>> Workbook::create(std::filesystem::path const &target) {
  auto state = std::make_unique<State>();
  auto const folder = target.parent_path().string();
  state->folder = folder;
  state->descriptor = io::unnamed_file(folder);
  if (state->descriptor < 0) return cannot_write(folder, std::strerror(errno));
  auto scratch = io::ScratchFolder::create(target.string() + ".parts");
  if (!scratch) return tl::unexpected(scratch.error());
  state->scratch = std::move(*scratch);
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = state->scratch->path().data();
  state->book = workbook_new_opt(state->path().c_str(), &options);
  if (state->book == nullptr) return cannot_write(folder, "out of memory");
  // The same bytes for the same records.
  lxw_doc_properties properties{};
  properties.created = 1;
  workbook_set_properties(state->book, &properties);
  auto *header = workbook_add_format(state->book);
  format_set_bold(header);
  state->findings.emplace(state->book, header, "findings");
  state->lines.emplace(state->book, header, "lines");
  state->findings->begin(finding_columns());
  state->lines->begin(line_columns());
  return std::unique_ptr<Workbook>(new Workbook(std::move(state)));
}

Result<void> Workbook::finding(Row row) {
  return state_->findings->add(finding_columns(), row);
}

Result<void> Workbook::line(Row row) {
  return state_->lines->add(line_columns(), row);
}

/// The rows of all sheets in their order; fails when one could not be written.
Result<std::vector<KeptRows>> Workbook::State::kept_rows() {
  auto sheets = findings->all();
  sheets.insert(sheets.end(), lines->all().begin(), lines->all().end());
  std::sort(sheets.begin(), sheets.end(),
            [](auto const *a, auto const *b) { return a->index < b->index; });
  std::vector<KeptRows> rows;
  for (auto *sheet : sheets) {
    lxw_worksheet_write_single_row(sheet);  // the last, which is still in memory
    errno = 0;
    if (std::fflush(sheet->optimize_tmpfile) != 0 || std::ferror(sheet->optimize_tmpfile) != 0) {
      return cannot_write(folder, std::strerror(errno == 0 ? EIO : errno));
    }
    rows.emplace_back(sheet->optimize_tmpfile);
  }
  return rows;
}

std::string Workbook::State::path() const {
  return fmt::format("/proc/self/fd/{}", descriptor);
}

Result<void> Workbook::finish(io::Sink &sink) {
  auto const rows = state_->kept_rows();
  if (!rows) return tl::unexpected(rows.error());
  auto const closed = workbook_close(std::exchange(state_->book, nullptr));
  if (closed != LXW_NO_ERROR) return cannot_write(state_->folder, lxw_strerror(closed));
  if (!is_whole(state_->path(), *rows)) {
    return cannot_write(state_->folder, "it is not whole; is the disk full?");
  }
  std::array<char, 65'536> block;
  for (off_t at = 0;;) {
    auto const got = ::pread(state_->descriptor, block.data(), block.size(), at);
    if (got < 0) return cannot_write(state_->folder, std::strerror(errno));
    if (got == 0) return {};
    at += got;
    auto const size = static_cast<std::size_t>(got);
    if (auto done = sink.write({block.data(), size}); !done) return done;
  }
}

}  // namespace noc837::output
