// SPDX-License-Identifier: Apache-2.0
// A whole input read in units, for the tests of claims.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claims/reader.hpp"
#include "io/source.hpp"
#include "support/edi_text.hpp"

namespace noc837::test {

/// A unit that owns its bytes.
struct Seen {
  claims::UnitKind kind;
  std::string bytes;
  std::uint64_t offset;
  std::uint64_t ordinal;
  std::uint64_t segments;
  edi::Delimiters delimiters;
  edi::Guide guide;
  std::uint32_t lines;
  bool watched;
  bool faulty_line;
  bool operator==(Seen const &) const = default;
};

struct Reading {
  std::vector<Seen> units;
  std::optional<Error> error;
  std::vector<std::pair<std::uint64_t, std::string>> notices;
  std::uint64_t bytes = 0;

  [[nodiscard]] std::string joined() const {
    std::string out;
    for (auto const &unit : units) out += unit.bytes;
    return out;
  }
  /// The kinds in order: "interchange group set level claim ...".
  [[nodiscard]] std::string kinds() const {
    constexpr char const *names[] = {"gap",       "interchange",    "group",  "set",
                                     "level",     "claim",          "passed", "set_end",
                                     "group_end", "interchange_end"};
    std::string out;
    for (auto const &unit : units) {
      out.append(out.empty() ? "" : " ").append(names[static_cast<std::size_t>(unit.kind)]);
    }
    return out;
  }
};

/// A source that gives a few bytes at a time.
class Trickle final : public io::Source {
 public:
  Trickle(std::string_view bytes, std::size_t most) : bytes_(bytes), most_(most) {}
  Result<std::size_t> read(char *to, std::size_t size) override {
    auto const count = bytes_.copy(to, std::min(size, most_));
    bytes_.remove_prefix(count);
    return count;
  }
  [[nodiscard]] std::uint64_t stored_bytes() const override { return 0; }
  [[nodiscard]] std::string sha256() override { return {}; }

 private:
  std::string_view bytes_;
  std::size_t most_;
};

inline Reading read_units(io::Source &source, claims::Limits limits = {}) {
  static grammar::Watch const watch = [] {
    grammar::Watch out;
    out.add("J3490");
    return out;
  }();
  Reading out;
  claims::Reader reader(source, watch, limits);
  for (;;) {
    auto const next = reader.next();
    if (!next) {
      out.error = next.error();
      break;
    }
    if (*next == nullptr) break;
    auto const &unit = **next;
    out.units.push_back({unit.kind, std::string(unit.bytes), unit.offset, unit.ordinal,
                         unit.segments, unit.delimiters, unit.guide, unit.lines, unit.watched,
                         unit.faulty_line});
  }
  for (auto const &notice : reader.notices()) out.notices.emplace_back(notice.offset, notice.what);
  out.bytes = reader.bytes();
  return out;
}

inline Reading read_units(std::string_view text, claims::Limits limits = {}) {
  return read_units(*io::memory_source(text), limits);
}

inline std::string claim_text(std::string_view id, std::string_view code = "J3490") {
  std::string text = "CLM*";
  return text.append(id).append("*10***11:B:1~LX*1~SV1*HC:").append(code).append("*10*UN*1~");
}

/// A professional set with one subscriber and two claims.
inline std::string two_claims(std::string_view number = "0001") {
  std::string body(billing_level);
  body.append(subscriber_level).append(claim_text("A1")).append(claim_text("A2", "99213"));
  return transaction_set(body, number);
}

}  // namespace noc837::test
