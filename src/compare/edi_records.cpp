// SPDX-License-Identifier: Apache-2.0
#include "compare/edi_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <string_view>
#include <utility>

#include "base/printable.hpp"
#include "claims/reader.hpp"
#include "edi/elements.hpp"
#include "grammar/segments.hpp"
#include "output/privacy.hpp"

namespace noc837::compare {
namespace {

// A segment's key is its text with these in place of the delimiters, and behind it what else is
// compared of it, each as name, named, value. Everything that is told of a segment is made from
// its key, and only of segments that differ.
constexpr edi::Delimiters key_delimiters = {'\x01', '\x02', '\x03', '\x04'};
constexpr char named = '\x05';

/// ISA11 and ISA16 hold delimiters.
constexpr std::size_t isa_repetition = 11;
constexpr std::size_t isa_component = 16;

class EdiRecords final : public Records {
 public:
  EdiRecords(io::Source &source, std::string file, EdiOptions const &options)
      : file_(std::move(file)),
        options_(options),
        privacy_(options.show_phi),
        reader_(source, watch_) {}

  Result<std::optional<Record>> next() override {
    while (waiting_.empty()) {
      if (auto done = read(); !done) return with_file(done.error(), file_);
      if (ended_) return std::nullopt;
    }
    auto record = std::move(waiting_.front());
    waiting_.pop_front();
    return record;
  }

  void describe(Record &record) const override {
    if (record.kind == gap_kind) return;
    auto const separator = key_delimiters.element;
    auto const last = edi::element_count(record.key, separator);
    record.text = record.kind;
    for (std::size_t number = 1; number <= last; ++number) {
      auto const value = edi::element(record.key, number, separator);
      if (auto const at = value.find(named); at != std::string_view::npos) {
        record.fields.push_back(
            {std::string(value.substr(0, at)), printable(value.substr(at + 1))});
        continue;
      }
      auto const asked = std::min(number, output::Privacy::most_elements);
      bool const hidden =
          std::find(record.hidden.begin(), record.hidden.end(), asked) != record.hidden.end();
      describe_element(record, number, value, hidden);
    }
  }

 private:
  static constexpr std::string_view gap_kind = "text outside of interchanges";

  /// Takes the next unit, and with the end of an interchange what follows it.
  Result<void> read() {
    auto unit = reader_.next();
    if (!unit) return tl::unexpected(unit.error());
    if (*unit != nullptr && (*unit)->kind == claims::UnitKind::interchange_end) {
      take(**unit);
      unit = reader_.next();
      if (!unit) return tl::unexpected(unit.error());
      bool const blank = *unit != nullptr && (*unit)->kind == claims::UnitKind::gap &&
                         edi::trim((*unit)->bytes).empty();
      add_line_end(waiting_.back(), blank ? (*unit)->bytes : std::string_view());
      if (blank) return {};
    }
    ended_ = *unit == nullptr && waiting_.empty();
    if (*unit != nullptr) take(**unit);
    return {};
  }

  void take(claims::Unit const &unit) {
    using claims::UnitKind;
    if (unit.kind == UnitKind::gap) return gap(unit);
    if (unit.kind != UnitKind::claim) place_ = std::make_shared<std::string>();
    segments_.clear();
    grammar::split_segments(unit.bytes, unit.delimiters, unit.offset, unit.ordinal, segments_);
    for (auto const &segment : segments_) waiting_.push_back(record(segment, unit.delimiters));
  }

  /// Bytes outside of interchanges: a record of its own, unless they are line ends that the user
  /// does not want to hear of.
  void gap(claims::Unit const &unit) {
    if (options_.ignore_line_ends && edi::trim(unit.bytes).empty()) return;
    Record out;
    out.kind = gap_kind;
    out.key = out.kind + std::string(unit.bytes);
    out.text = printable_utf8(unit.bytes.substr(0, 200));
    waiting_.push_back(std::move(out));
  }

  Record record(edi::Segment const &segment, edi::Delimiters const &delimiters) {
    privacy_.enter(segment, delimiters);
    Record out;
    out.kind = edi::upper(edi::element(segment.text, 0, delimiters.element));
    out.ordinal = segment.ordinal;
    enter(out.kind, segment.text, delimiters);
    out.place = place_;
    out.key = out.kind == "ISA" ? isa_key(segment.text, delimiters)
                                : segment_key(segment.text, delimiters);
    for (std::size_t number = 1; number <= output::Privacy::most_elements; ++number) {
      if (privacy_.hides(number)) out.hidden.push_back(static_cast<unsigned char>(number));
    }
    auto const tail = segment.tail;
    if (out.kind != "IEA") add_line_end(out, tail.substr(std::min<std::size_t>(1, tail.size())));
    return out;
  }

  static std::string segment_key(std::string_view text, edi::Delimiters const &delimiters) {
    std::string out(text);
    for (char &c : out) {
      if (c == delimiters.element) {
        c = key_delimiters.element;
      } else if (c == delimiters.component) {
        c = key_delimiters.component;
      } else if (c == delimiters.repetition && c != 0) {
        c = key_delimiters.repetition;
      }
    }
    return out;
  }

  [[nodiscard]] std::string isa_key(std::string_view text,
                                    edi::Delimiters const &delimiters) const {
    std::string out = "ISA";
    auto const last = edi::element_count(text, delimiters.element);
    for (std::size_t number = 1; number <= last; ++number) {
      bool const delimiter = number == isa_repetition || number == isa_component;
      out += key_delimiters.element;
      if (delimiter && options_.ignore_delimiters) continue;
      out += edi::element(text, number, delimiters.element);
    }
    if (!options_.ignore_delimiters) {
      add_named(out, "element separator", {&delimiters.element, 1});
      add_named(out, "segment terminator", {&delimiters.terminator, 1});
    }
    return out;
  }

  static void add_named(std::string &key, std::string_view name, std::string_view value) {
    key.append(1, key_delimiters.element).append(name).append(1, named).append(value);
  }

  /// What follows the terminator is told once for an interchange, and where it is another.
  void add_line_end(Record &out, std::string_view bytes) {
    if (options_.ignore_line_ends) return;
    if (out.kind == "ISA") {
      line_end_ = bytes;
    } else if (bytes == line_end_) {
      return;
    }
    add_named(out.key, "line end", bytes.empty() ? "none" : bytes);
  }

  void enter(std::string const &id, std::string_view text, edi::Delimiters const &delimiters) {
    if (id == "CLM") {
      claim_ = "claim " + printable(edi::element(text, 1, delimiters.element));
      place_ = std::make_shared<std::string>(claim_);
    } else if (id == "LX") {
      auto const number = printable(edi::element(text, 1, delimiters.element));
      place_ = std::make_shared<std::string>(claim_ + " line " + number);
    }
  }

  static void describe_element(Record &record, std::size_t number, std::string_view value,
                               bool hidden) {
    auto const component = key_delimiters.component;
    auto const name = fmt::format("{}{:02}", record.kind, number);
    record.text += "*";
    record.text += hidden && !value.empty() ? "HIDDEN" : shown(value);
    bool const composite = value.find(component) != std::string_view::npos &&
                           value.find(key_delimiters.repetition) == std::string_view::npos;
    if (!composite) {
      record.fields.push_back({name, shown(value), hidden});
      return;
    }
    auto const parts = edi::element_count(value, component) + 1;
    for (std::size_t part = 1; part <= parts; ++part) {
      record.fields.push_back({fmt::format("{}-{}", name, part),
                               shown(edi::component(value, part, component)), hidden});
    }
  }

  /// A value with the usual delimiters, safe to show.
  static std::string shown(std::string_view value) {
    constexpr edi::Delimiters usual;
    std::string out(value);
    for (char &c : out) {
      if (c == key_delimiters.component) c = usual.component;
      if (c == key_delimiters.repetition) c = usual.repetition;
    }
    return printable_utf8(out);
  }

  std::string file_;
  EdiOptions options_;
  output::Privacy privacy_;
  grammar::Watch watch_;
  claims::Reader reader_;
  edi::Segments segments_;
  std::deque<Record> waiting_;
  bool ended_ = false;
  std::string claim_;
  std::shared_ptr<std::string const> place_ = std::make_shared<std::string>();
  std::string line_end_;  ///< behind this interchange's ISA
};

}  // namespace

std::unique_ptr<Records> edi_records(io::Source &source, std::string file,
                                     EdiOptions const &options) {
  return std::make_unique<EdiRecords>(source, std::move(file), options);
}

}  // namespace noc837::compare
