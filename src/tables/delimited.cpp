// SPDX-License-Identifier: Apache-2.0
#include "tables/delimited.hpp"

#include <csv.h>
#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "edi/elements.hpp"
#include "io/source.hpp"

namespace noc837::tables {
namespace {

/// `text` in UTF-8; nothing where it is not in `encoding`, unless `replace` puts a question mark
/// for what is not.
std::optional<std::string> converted(std::string_view text, char const *encoding, bool replace) {
  auto *const conversion = ::iconv_open("UTF-8", encoding);
  std::unique_ptr<void, decltype(&::iconv_close)> const closes(conversion, &::iconv_close);
  std::string out;
  std::string chunk(1U << 16U, '\0');
  char *from = const_cast<char *>(text.data());
  std::size_t left = text.size();
  while (left > 0) {
    char *to = chunk.data();
    std::size_t room = chunk.size();
    bool const done = ::iconv(conversion, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    bool const full = !done && errno == E2BIG;
    out.append(chunk.data(), chunk.size() - room);
    if (done || full) continue;
    if (!replace) return std::nullopt;
    out += '?';
    ++from;
    --left;
  }
  return out;
}

std::string as_utf8(std::string text) {
  std::string_view const bytes = text;
  if (bytes.starts_with("\xEF\xBB\xBF")) return text.substr(3);
  if (bytes.starts_with("\xFF\xFE")) return *converted(bytes.substr(2), "UTF-16LE", true);
  if (bytes.starts_with("\xFE\xFF")) return *converted(bytes.substr(2), "UTF-16BE", true);
  if (converted(bytes, "UTF-8", false)) return text;
  return *converted(bytes, "WINDOWS-1252", true);
}

/// What the parser of rows calls back.
struct Rows {
  std::function<Result<void>(std::size_t, Fields const &)> const &take;
  std::size_t line = 0;   ///< that is being parsed
  std::size_t begin = 0;  ///< of the row that is being parsed; 0 between rows
  Fields fields;
  Result<void> result;

  void field(void const *bytes, std::size_t size) {
    if (begin == 0) begin = line;
    fields.emplace_back(edi::trim({static_cast<char const *>(bytes), size}));
  }
  void row() {
    bool const blank = std::all_of(fields.begin(), fields.end(),
                                   [](std::string const &value) { return value.empty(); });
    if (result && !blank) result = take(begin, fields);
    fields.clear();
    begin = 0;
  }
};

void on_field(void *bytes, std::size_t size, void *rows) {
  static_cast<Rows *>(rows)->field(bytes, size);
}
void on_row(int, void *rows) {
  static_cast<Rows *>(rows)->row();
}

}  // namespace

Error at_line(std::size_t line, std::string what, std::string expected) {
  return fail(Fault::usage, fmt::format("line {}: {}", line, what), std::move(expected)).value();
}

Result<std::string> read_text(std::string const &path) {
  auto const failed = [&](Error error) {
    error.fault = Fault::usage;
    return with_file(std::move(error), path);
  };
  auto const source = io::open_source(path);
  if (!source) return failed(source.error());
  std::string text;
  for (std::string chunk(1U << 20U, '\0');;) {
    auto const got = (*source)->read(chunk.data(), chunk.size());
    if (!got) return failed(got.error());
    if (*got == 0) return as_utf8(std::move(text));
    text.append(chunk, 0, *got);
  }
}

Result<void> read_rows(std::string_view text, Format format,
                       std::function<Result<void>(std::size_t, Fields const &)> const &take) {
  csv_parser parser;
  if (csv_init(&parser, 0) != 0) return fail(Fault::internal, "no memory");
  std::unique_ptr<csv_parser, decltype(&csv_free)> const frees(&parser, &csv_free);
  if (format == Format::tabs) {
    csv_set_delim(&parser, CSV_TAB);
    csv_set_quote(&parser, '\0');
  }
  Rows rows{take, 0, 0, {}, {}};
  while (!text.empty() && rows.result) {
    // A line at a time, so that each row knows its line.
    auto const line = text.substr(0, std::min(text.size(), text.find('\n')) + 1);
    ++rows.line;
    if (csv_parse(&parser, line.data(), line.size(), on_field, on_row, &rows) != line.size()) {
      return tl::unexpected(at_line(rows.line, csv_strerror(csv_error(&parser))));
    }
    text.remove_prefix(line.size());
  }
  // Stray quotes are taken as they are; only one that never closes is an error.
  csv_set_opts(&parser, CSV_STRICT | CSV_STRICT_FINI);
  if (rows.result && csv_fini(&parser, on_field, on_row, &rows) != 0) {
    return tl::unexpected(at_line(rows.begin, "a quoted field has no end", "a closing quote"));
  }
  return rows.result;
}

Columns::Columns(Fields const &names) {
  std::transform(names.begin(), names.end(), std::back_inserter(names_), folded);
}

std::string Columns::folded(std::string_view name) {
  std::string out;
  for (char const c : edi::upper(name)) {
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

std::optional<std::size_t> Columns::find(std::initializer_list<std::string_view> names) const {
  for (auto const name : names) {
    auto const at = std::find(names_.begin(), names_.end(), folded(name));
    if (at != names_.end()) return static_cast<std::size_t>(at - names_.begin());
  }
  return std::nullopt;
}

Result<std::size_t> Columns::need(std::initializer_list<std::string_view> names) const {
  if (auto const found = find(names)) return *found;
  return fail(Fault::usage, fmt::format("there is no column {}", *names.begin()),
              "the header row that the file is published with");
}

std::string_view field(Fields const &fields, std::optional<std::size_t> column) {
  return column && *column < fields.size() ? std::string_view(fields[*column]) : std::string_view();
}

}  // namespace noc837::tables
