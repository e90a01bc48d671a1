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
  CHECK(output.written().content.claims == claims);
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

inline std::string claim(std::string const &id) {
  return "CLM*" + id + "*10~LX*1~SV1*HC:J3490*10~";
}

/// Claims A to I: providers, subscribers with claims of their own, with patients, with both;
/// several sets, groups and interchanges.
inline std::string const &many() {
  static std::string const text = [] {
    std::string const first = transaction_set(
        "HL*1**20*1~NM1*85*2*ONE~"
        "HL*2*1*22*1~NM1*IL*1*SUB1~" +
        claim("A") + "HL*3*2*23*0~NM1*QC*1*PAT1~" + claim("B") + "HL*4*2*23*0~NM1*QC*1*PAT2~" +
        claim("C") + "HL*5*1*22*0~NM1*IL*1*SUB2~" + claim("D") +
        "HL*6**20*1~NM1*85*2*TWO~"
        "HL*7*6*22*1~NM1*IL*1*SUB3~"
        "HL*8*7*23*0~NM1*QC*1*PAT3~" +
        claim("E") + "HL*9*6*22*0~NM1*IL*1*SUB4~" + claim("F"));
    std::string const second = transaction_set(
        "HL*1**20*1~HL*2*1*22*1~" + claim("G") + "HL*3*2*23*0~" + claim("H"), "0002");
    std::string const third = transaction_set("HL*1**20*1~HL*2*1*22*0~" + claim("I"), "0003");
    return interchange(group(first + second) + group(third, "005010X222A1", "2")) + "\r\n" +
           interchange(group(transaction_set("HL*1**20*1~HL*2*1*22*0~" + claim("J"))));
  }();
  return text;
}

inline std::set<std::string> subset(unsigned bits, bool chosen) {
  std::set<std::string> out;
  for (unsigned i = 0; i < 10; ++i) {
    if ((bits >> i & 1U) == (chosen ? 1U : 0U)) {
      out.insert(std::string(1, static_cast<char>('A' + i)));
    }
  }
  return out;
}

}  // namespace noc837::test
