// SPDX-License-Identifier: Apache-2.0
#include "rules/reference_checks.hpp"

#include <algorithm>
#include <chrono>

#include "base/iso_date.hpp"
#include "edi/elements.hpp"
#include "rules/line_facts.hpp"
#include "rules/narrative.hpp"
#include "rules/ndc_checks.hpp"

namespace noc837::rules::reference {
namespace {

using tables::Day;
using tables::Form;
using tables::Licence;
using tables::Package;
using Packages = std::span<Package const>;

/// Shorter words are routes, units and abbreviations.
constexpr std::size_t shortest_name = 4;

/// Calls `check(loop, packages)` for each drug loop whose NDC the directory has.
template <class Check>
void each_listed(LineCase const &c, Check const &check) {
  for (auto const &loop : c.line.loops) {
    if (auto const packages = listed(c, loop); !packages.empty()) check(loop, packages);
  }
}

Draft at_id(Report &report, claims::DrugLoop const &loop) {
  Draft draft = report.at(loop.lin.at, "2410", "LIN03");
  draft.before(loop.lin.value.id.view());
  return draft;
}

Draft at_code(LineCase const &c, Report &report) {
  Draft draft = report.at(*c.service.service, "2400", procedure_component(c.service, 2));
  draft.before(c.service.procedure.code.view());
  return draft;
}

Day months_after(Day day, int months) {
  return tables::day_of(tables::date_of(day) + std::chrono::months(months));
}

bool marketed(Package const &package, Day day, int grace_months) {
  if (package.is(Package::excluded) || day < package.first_day) return false;
  return package.last_day == tables::no_last_day ||
         day <= months_after(package.last_day, grace_months);
}

std::string date_text(Day day) {
  auto const date = tables::date_of(day);
  return iso_date(date);
}

/// Why a package was not on the market.
std::string reason(Package const &package, Day day) {
  if (package.is(Package::excluded)) return "the FDA has taken this NDC out of its directory";
  if (day < package.first_day) {
    return "the NDC is on the market from " + date_text(package.first_day) + " on";
  }
  return "the NDC left the market on " + date_text(package.last_day);
}

Form form_of(LineCase const &c, Packages packages) {
  return c.tables->product(packages.front()).form;
}

/// What all of the packages are sold under; other where they differ.
Licence licence_of(LineCase const &c, Packages packages) {
  auto const first = c.tables->product(packages.front()).licence;
  bool const same = std::all_of(packages.begin(), packages.end(), [&](Package const &package) {
    return c.tables->product(package).licence == first;
  });
  return same ? first : Licence::other;
}

bool in_names(LineCase const &c, Packages packages, std::string const &word) {
  return std::any_of(packages.begin(), packages.end(), [&](Package const &package) {
    auto const names = c.tables->names(c.tables->product(package));
    // Of a package without a product no name is known: any may be right.
    return names.empty() || names.find(word) != std::string_view::npos;
  });
}

/// Where the words of the narratives are against the packages of a line.
enum class Naming : std::uint8_t { none, other, same };

Naming naming_of(LineCase const &c, Packages packages) {
  Naming naming = Naming::none;
  for (Narrative const &narrative : narratives(c)) {
    for (auto const word : narrative.text->words) {
      if (word.size < shortest_name) continue;
      if (in_names(c, packages, edi::upper(word.view()))) return Naming::same;
      naming = Naming::other;
    }
  }
  return naming;
}

}  // namespace

std::span<Package const> listed(LineCase const &c, claims::DrugLoop const &loop) {
  if (c.tables == nullptr || !loop.ndc.known() || !ndc::holds_ndc(loop)) return {};
  return c.tables->packages(loop.ndc.eleven);
}

Doses doses_of(LineCase const &c) {
  auto const *loop = c.line.loop();
  if (loop == nullptr) return Doses::unknown;
  auto const packages = listed(c, *loop);
  if (packages.empty()) return Doses::unknown;
  bool const single = packages.front().is(Package::single_dose);
  bool const multi = packages.front().is(Package::multi_dose);
  if (single == multi) return Doses::unknown;  // a kit may hold both
  return single ? Doses::single : Doses::multi;
}

std::string listed_name(LineCase const &c) {
  auto const *loop = c.line.loop();
  if (loop == nullptr) return {};
  auto const packages = listed(c, *loop);
  if (packages.empty()) return {};
  auto const text = c.tables->product_text(packages.front());
  std::string name = text.nonproprietary.empty() ? text.proprietary : text.nonproprietary;
  if (name.empty()) return {};
  if (!text.strength.empty()) name.append(" ").append(text.strength);
  return edi::upper(name);
}

void not_listed(LineCase const &c, Report &report) {
  for (auto const &loop : c.line.loops) {
    if (!loop.ndc.known() || !ndc::holds_ndc(loop) || ndc::names_no_package(loop, c.profile)) {
      continue;
    }
    if (c.tables->packages(loop.ndc.eleven).empty()) at_id(report, loop);
  }
}

void not_marketed(LineCase const &c, Report &report) {
  auto const date = service_start(c.claim, c.line);
  if (!date) return;
  Day const day = tables::day_of(*date);
  each_listed(c, [&](claims::DrugLoop const &loop, Packages packages) {
    bool const on_market = std::any_of(packages.begin(), packages.end(), [&](auto const &package) {
      return marketed(package, day, c.profile.market_grace_months);
    });
    if (!on_market) at_id(report, loop).message(reason(packages.front(), day));
  });
}

void other_drug(LineCase const &c, Report &report) {
  if (says_compound(c.line)) return;
  claims::DrugLoop const *other = nullptr;
  bool same = false;
  each_listed(c, [&](claims::DrugLoop const &loop, Packages packages) {
    auto const naming = naming_of(c, packages);
    same = same || naming == Naming::same;
    if (naming == Naming::other && other == nullptr) other = &loop;
  });
  if (other == nullptr || same) return;
  at_id(report, *other).suggest("the NDC is of " + listed_name(c));
}

void unit_against_form(LineCase const &c, Report &report) {
  each_listed(c, [&](claims::DrugLoop const &loop, Packages packages) {
    if (!loop.ctp) return;
    auto const unit = loop.ctp->value.unit;
    Form const form = form_of(c, packages);
    bool const wrong =
        (form == Form::liquid && is(unit, "UN")) || (form == Form::powder && is(unit, "ML"));
    if (!wrong) return;
    report.at(loop.ctp->at, "2410", "CTP05-1")
        .before(unit.view())
        .message(form == Form::liquid ? "the NDC is of a liquid, which is counted in ML"
                                      : "the NDC is of a powder, whose vials are counted in UN")
        .suggest(form == Form::liquid ? "ML, with the quantity in millilitres"
                                      : "UN, with the number of vials");
  });
}

void not_new(LineCase const &c, Report &report) {
  auto const date = service_start(c.claim, c.line);
  if (!date || !is(c.service.procedure.code, "C9399")) return;
  Day const day = tables::day_of(*date);
  each_listed(c, [&](claims::DrugLoop const &, Packages packages) {
    Day const since = packages.front().first_day;
    if (since == tables::no_first_day || day <= months_after(since, c.profile.new_drug_months)) {
      return;
    }
    bool const biologic = licence_of(c, packages) == Licence::biologic;
    at_code(c, report)
        .message("the NDC has been on the market since " + date_text(since))
        .suggest(biologic ? "J3590, or the drug's own code" : "J3490, or the drug's own code");
  });
}

void other_licence(LineCase const &c, Report &report) {
  bool const drug_code = is(c.service.procedure.code, "J3490");
  if (!drug_code && !is(c.service.procedure.code, "J3590")) return;
  each_listed(c, [&](claims::DrugLoop const &, Packages packages) {
    auto const licence = licence_of(c, packages);
    if (drug_code && licence == Licence::biologic) {
      at_code(c, report).message("the NDC is of a biologic (BLA)").suggest("J3590");
    } else if (!drug_code && licence == Licence::drug) {
      at_code(c, report).message("the NDC is of a drug (NDA or ANDA)").suggest("J3490");
    }
  });
}

void waste_of_multi_dose(LineCase const &c, Report &report) {
  if (doses_of(c) != Doses::multi) return;
  for (int i = 1; i <= 4; ++i) {
    auto const modifier = c.service.procedure.modifier(i);
    if (!is_any(modifier, {"JW", "JZ"})) continue;
    auto const component = static_cast<std::size_t>(i) + 2;
    report.at(*c.service.service, "2400", procedure_component(c.service, component))
        .before(modifier.view())
        .suggest("no JW or JZ, or the NDC of a single-dose package");
    return;
  }
}

}  // namespace noc837::rules::reference
