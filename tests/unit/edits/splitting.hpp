// SPDX-License-Identifier: Apache-2.0
// Inputs split as the pipeline splits them, and what is wrong with an output's levels and counts.
#pragma once

#include <charconv>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "claims/hierarchy.hpp"
#include "claims/reader.hpp"
#include "edi/elements.hpp"
#include "edits/split.hpp"
#include "grammar/envelope.hpp"
#include "grammar/hierarchy.hpp"
#include "io/sink.hpp"
#include "io/source.hpp"
#include "support/catch.hpp"
#include "support/edi_text.hpp"

namespace noc837::test {

/// Calls `visit` for each unit of `text`; entering it in the hierarchy is left to that.
inline void each_unit(std::string_view text,
                      std::function<void(claims::Unit const &, claims::Hierarchy &)> const &visit) {
  static grammar::Watch const watch = [] {
    grammar::Watch out;
    out.add("J3490");
    return out;
  }();
  auto const source = io::memory_source(text);
  claims::Reader reader(*source, watch);
  claims::Hierarchy hierarchy;
  for (;;) {
    auto const unit = reader.next();
    if (!unit) FAIL(unit.error().message());
    if (*unit == nullptr) return;
    visit(**unit, hierarchy);
  }
}

inline std::string claim_id(claims::Unit const &unit) {
  auto const text = unit.bytes.substr(0, unit.bytes.find(unit.delimiters.terminator));
  return std::string(grammar::read_clm(text, unit.delimiters).id.view());
}

/// The output that holds the claims with these ids, and passed sets where asked for.
inline std::string split(std::string_view text, std::set<std::string> const &ids,
                         edits::Recounts recounts = {}, bool passed = false,
                         std::size_t most_held = std::size_t{4} << 20U) {
  std::string out;
  io::StringSink sink(out);
  int opened = 0;
  edits::SplitOutput output(
      [&]() -> Result<io::Sink *> {
        ++opened;
        return &sink;
      },
      recounts, most_held);
  std::uint64_t claims = 0;
  each_unit(text, [&](claims::Unit const &unit, claims::Hierarchy &hierarchy) {
    if (unit.kind == claims::UnitKind::claim) {
      if (ids.count(claim_id(unit)) == 0) return;
      ++claims;
      REQUIRE(output.claim(unit, nullptr, hierarchy));
      return;
    }
    REQUIRE(output.close(unit, hierarchy));
    hierarchy.enter(unit);
    bool const other = unit.kind == claims::UnitKind::set && unit.guide == edi::Guide::other;
    if (passed && (other || unit.kind == claims::UnitKind::passed)) {
      REQUIRE(output.pass(unit, hierarchy));
    }
  });
  CHECK(output.written().claims == claims);
  CHECK(output.written().bytes == out.size());
  CHECK(opened == (out.empty() ? 0 : 1));
  CHECK(output.empty() == out.empty());
  return out;
}

/// Each claim's bytes with the levels above it, by id: what a split must not change.
inline std::map<std::string, std::string> claims_of(std::string_view text) {
  std::map<std::string, std::string> out;
  if (text.empty()) return out;
  each_unit(text, [&](claims::Unit const &unit, claims::Hierarchy &hierarchy) {
    hierarchy.enter(unit);
    if (unit.kind != claims::UnitKind::claim) return;
    std::string all;
    for (std::size_t i = 0; i < claims::places; ++i) {
      auto const &open = hierarchy.at(static_cast<claims::Place>(i));
      if (!open.present) continue;
      std::string_view bytes = open.bytes;
      bool const level = i >= static_cast<std::size_t>(claims::Place::billing);
      if (level) bytes.remove_prefix(bytes.find(unit.delimiters.terminator));
      all.append(bytes);
    }
    CHECK(out.emplace(claim_id(unit), all.append(unit.bytes)).second);
  });
  return out;
}

/// What is wrong with HL01, HL02, HL04, SE01, GE01 and IEA01.
inline std::vector<std::string> faults_of(std::string_view text) {
  std::vector<std::string> faults;
  std::vector<std::string> kept;
  std::uint64_t groups = 0;
  std::uint64_t sets = 0;
  auto const trailer = [&](claims::Unit const &unit, std::uint64_t counted) {
    auto const read = grammar::read_trailer(unit.bytes, unit.delimiters).count;
    if (read.view() != std::to_string(counted)) faults.emplace_back(unit.bytes);
  };
  auto const check_levels = [&] {
    for (std::size_t i = 0; i < kept.size(); ++i) {
      auto const hl = grammar::read_hl(kept[i], {});
      std::string const number = std::to_string(i + 1);
      bool right = hl.id.view() == number;
      bool children = false;
      bool parent = hl.parent.empty();
      for (std::size_t j = 0; j < kept.size(); ++j) {
        auto const other = grammar::read_hl(kept[j], {});
        if (other.parent == number) children = true;
        int const below = hl.level == "23" ? 22 : 20;
        if (j < i && other.id.view() == hl.parent.view()) {
          parent = other.level == std::to_string(below);
        }
      }
      right = right && parent && (hl.child_code == "1") == children;
      if (!right) faults.push_back(kept[i]);
    }
    kept.clear();
  };
  if (text.empty()) return faults;
  each_unit(text, [&](claims::Unit const &unit, claims::Hierarchy &) {
    using claims::UnitKind;
    switch (unit.kind) {
      case UnitKind::interchange:
        groups = 0;
        break;
      case UnitKind::group:
        ++groups;
        sets = 0;
        break;
      case UnitKind::set:
        ++sets;
        break;
      case UnitKind::level:
        kept.emplace_back(unit.bytes.substr(0, unit.bytes.find(unit.delimiters.terminator)));
        break;
      case UnitKind::set_end:
        trailer(unit, unit.ordinal);
        check_levels();
        break;
      case UnitKind::group_end:
        trailer(unit, sets);
        break;
      case UnitKind::interchange_end:
        trailer(unit, groups);
        break;
      default:
        break;
    }
  });
  return faults;
}

}  // namespace noc837::test
