// SPDX-License-Identifier: Apache-2.0
#include "rules/quantity_checks.hpp"

#include <algorithm>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"
#include "rules/line_facts.hpp"
#include "rules/quantity_form.hpp"

namespace noc837::rules::quantity {
namespace {

using claims::At;
using edi::Slice;
using grammar::Ctp;
using grammar::DrugTokenKind;

/// Calls `check(ctp)` for each CTP of the line, in a drug loop or astray.
template <class Check>
void each_ctp(LineCase const &c, Check const &check) {
  static_cast<void>(any_ctp(c.line, [&](At<Ctp> const &ctp) {
    check(ctp);
    return false;
  }));
}

/// Calls `check(ctp, value)` for each quantity that is written as X12 wants and more than zero.
template <class Check>
void each_amount(LineCase const &c, Check const &check) {
  each_ctp(c, [&](At<Ctp> const &ctp) {
    auto const value = plain_quantity(ctp.value.quantity.view());
    if (value && *value > Decimal{}) check(ctp, *value);
  });
}

Draft at_quantity(Report &report, At<Ctp> const &ctp) {
  Draft draft = report.at(ctp.at, "2410", "CTP04");
  draft.before(ctp.value.quantity.view());
  return draft;
}

Draft at_unit(Report &report, At<Ctp> const &ctp) {
  Draft draft = report.at(ctp.at, "2410", "CTP05-1");
  draft.before(ctp.value.unit.view());
  return draft;
}

/// Quantity and unit in one correction.
void set_both(LineCase const &c, Draft &draft, claims::Index at, std::string_view number,
              std::string_view unit) {
  auto const &delimiters = c.claim.delimiters;
  if (!delimiters.can_hold(number) || !delimiters.can_hold(unit)) return;
  std::string text = edi::with_element(c.claim.segment(at).text, 4, number, delimiters);
  text = edi::with_component(text, 5, 1, unit, delimiters);
  draft.set_text(std::move(text), std::string(number).append(" ").append(unit));
}

std::string plain_or_typed(std::string_view number) {
  return grammar::plain_number(number).value_or(std::string(number));
}

/// CTP05-1 with the quantity in it: ML10.
void quantity_in_unit(LineCase const &c, At<Ctp> const &ctp, grammar::TypedQuantity const &glued,
                      Draft &draft) {
  draft.message("the unit has the quantity in it");
  auto const unit = read_unit(glued.unit.view());
  if (unit.code.empty()) return;
  std::string const number = plain_or_typed(glued.number.view());
  auto const have = read_quantity(ctp.value.quantity.view());
  if (have.form == Form::empty) {
    set_both(c, draft, ctp.at, number, unit.code);
    draft.opt_in().suggest(number + " " + std::string(unit.code));
  } else if (have.value && have.value == grammar::read_decimal(number)) {
    draft.set_component(5, 1, unit.code);
    if (unit.meaning == Meaning::likely) draft.opt_in().suggest(std::string(unit.code));
  }
}

bool accepts(profiles::Profile const &profile, std::string_view unit) {
  return std::any_of(profile.units_of_measure.begin(), profile.units_of_measure.end(),
                     [&](std::string const &one) { return edi::equal_folded(one, unit); });
}

std::string list_of(std::vector<std::string> const &values) {
  std::string out;
  for (auto const &value : values) out.append(out.empty() ? "" : ", ").append(value);
  return out;
}

bool is_one_of(Slice word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view one) { return edi::equal_folded(word.view(), one); });
}

bool is_milligram(Slice unit) {
  return is_one_of(unit, {"MG", "MGS", "MGM"});
}

bool is_value(Slice number, Decimal const &value) {
  return grammar::read_typed_decimal(number.view()) == value;
}

/// True where the narrative shows that as many millilitres or pieces may be right: 1 MG/ML, 5 ML.
bool explains(grammar::DrugToken const &token, Decimal const &value) {
  switch (token.kind) {
    case DrugTokenKind::dose:
      return !is_milligram(token.unit) && is_value(token.value, value);
    case DrugTokenKind::pack:
    case DrugTokenKind::count:
      return is_value(token.value, value);
    case DrugTokenKind::concentration:
      return is_milligram(token.unit) && is_one_of(token.per_unit, {"ML", "MLS", "CC"}) &&
             (token.per_value == token.value.view() ||
              (token.per_value.empty() && is_value(token.value, Decimal(1, 0))));
    default:
      return false;
  }
}

/// True for a dose of `value` milligrams.
bool doses(grammar::DrugToken const &token, Decimal const &value) {
  return token.kind == DrugTokenKind::dose && is_milligram(token.unit) &&
         is_value(token.value, value);
}

}  // namespace

void invalid(LineCase const &c, Report &report) {
  each_ctp(c, [&](At<Ctp> const &ctp) {
    auto const have = read_quantity(ctp.value.quantity.view());
    switch (have.form) {
      case Form::empty:
        // QTY07 speaks of a unit that has the quantity in it.
        if (read_glued(ctp.value.unit.view())) return;
        at_quantity(report, ctp).message("the quantity is missing");
        return;
      case Form::plain:
        if (*have.value > Decimal{}) return;
        at_quantity(report, ctp).message("the quantity is not more than zero");
        return;
      case Form::other:
        at_quantity(report, ctp).message("the quantity is not a number");
        return;
      default:
        return;
    }
  });
}

void punctuated(LineCase const &c, Report &report) {
  each_ctp(c, [&](At<Ctp> const &ctp) {
    auto const raw = ctp.value.quantity.view();
    auto const have = read_quantity(raw);
    if (have.form == Form::punctuated) {
      at_quantity(report, ctp).set_element(4, have.number);
    } else if (have.form == Form::unclear) {
      Draft draft = at_quantity(report, ctp);
      draft.message("the quantity has a comma or blank that may stand for a point");
      std::string pointed(raw);
      std::replace(pointed.begin(), pointed.end(), ',', '.');
      if (grammar::read_decimal(pointed)) draft.suggest(pointed);
    }
  });
}

void with_unit(LineCase const &c, Report &report) {
  each_ctp(c, [&](At<Ctp> const &ctp) {
    auto const raw = ctp.value.quantity.view();
    auto const glued = grammar::read_decimal(raw) ? std::nullopt : read_glued(raw);
    if (!glued) return;
    Draft draft = at_quantity(report, ctp);
    std::string const number = plain_or_typed(glued->number.view());
    auto const unit = read_unit(glued->unit.view());
    auto const have = edi::trim(ctp.value.unit.view());
    if (have.empty()) {
      if (unit.code.empty()) return;
      set_both(c, draft, ctp.at, number, unit.code);
      draft.opt_in().suggest(number + " " + std::string(unit.code));
    } else if (edi::equal_folded(glued->unit.view(), have)) {
      draft.set_element(4, number);
    } else if (!unit.code.empty() && unit.code == read_unit(have).code) {
      draft.set_element(4, number);
      if (unit.meaning == Meaning::likely) draft.opt_in().suggest(number);
    } else {
      draft.message("the quantity has a unit in it that is not the one in CTP05");
    }
  });
}

void too_many_decimals(LineCase const &c, Report &report) {
  each_amount(c, [&](At<Ctp> const &ctp, Decimal const &value) {
    if (value.significant_scale() <= c.profile.quantity_decimals) return;
    at_quantity(report, ctp)
        .message("the quantity has more than " + std::to_string(c.profile.quantity_decimals) +
                 " decimals");
  });
}

void too_large(LineCase const &c, Report &report) {
  each_amount(c, [&](At<Ctp> const &ctp, Decimal const &value) {
    auto const raw = ctp.value.quantity.view();
    bool const pointless = raw.size() >= 10 && raw.find('.') == std::string_view::npos;
    if (!pointless && value.integer_digits() <= 8) return;
    Draft draft = at_quantity(report, ctp);
    if (pointless && raw.size() == 10) {
      draft.message("ten digits without a point may have three decimals that are not shown")
          .suggest(value.divided_by_power_of_ten(3).to_string());
    }
  });
}

void unit_missing(LineCase const &c, Report &report) {
  each_ctp(c, [&](At<Ctp> const &ctp) {
    if (!edi::trim(ctp.value.unit.view()).empty()) return;
    if (read_glued(ctp.value.quantity.view())) return;  // QTY03
    at_unit(report, ctp).suggest("UN for a powder, ML for a liquid");
  });
}

void not_standard(LineCase const &c, Report &report) {
  each_ctp(c, [&](At<Ctp> const &ctp) {
    auto const raw = ctp.value.unit.view();
    auto const unit = read_unit(raw);
    if (edi::trim(raw).empty() || raw == unit.code) return;
    Draft draft = at_unit(report, ctp);
    switch (unit.meaning) {
      case Meaning::exact:
        draft.set_component(5, 1, unit.code);
        break;
      case Meaning::likely:
        draft.set_component(5, 1, unit.code).opt_in().suggest(std::string(unit.code));
        break;
      case Meaning::container:
        draft.message("the unit is a container").suggest("UN for a powder, ML for a liquid");
        break;
      case Meaning::microgram:
        draft.message("micrograms have no unit code; bill the package's unit")
            .suggest("UN for a powder, ML for a liquid");
        break;
      case Meaning::unknown:
        if (auto const glued = read_glued(raw)) {
          quantity_in_unit(c, ctp, *glued, draft);
        } else {
          draft.suggest("F2, GR, ME, ML or UN");
        }
    }
  });
}

void not_accepted(LineCase const &c, Report &report) {
  each_ctp(c, [&](At<Ctp> const &ctp) {
    auto const raw = ctp.value.unit.view();
    if (accepts(c.profile, raw) || !one_of(raw, standard_units)) return;
    Draft draft = at_unit(report, ctp);
    draft.suggest(list_of(c.profile.units_of_measure));
    auto const have = read_quantity(ctp.value.quantity.view());
    if (raw != "ME" || !accepts(c.profile, "GR") || !have.value) return;
    auto const grams = have.value->divided_by_power_of_ten(3);
    if (!(grams > Decimal{}) || grams.significant_scale() > c.profile.quantity_decimals) return;
    draft.suggest(grams.to_string() + " GR");
    set_both(c, draft, ctp.at, grams.to_string(), "GR");
  });
}

void is_dose(LineCase const &c, Report &report) {
  each_amount(c, [&](At<Ctp> const &ctp, Decimal const &value) {
    auto const unit = ctp.value.unit.view();
    // A vial or a millilitre of one milligram is common.
    if ((unit != "ML" && unit != "UN") || value == Decimal(1, 0)) return;
    auto const any_token = [&](auto const &passes) {
      return any_narrative(c.line, [&](claims::DrugText const &text) {
        return std::any_of(text.tokens.begin(), text.tokens.end(),
                           [&](auto const &token) { return passes(token, value); });
      });
    };
    if (any_token(doses) && !any_token(explains)) at_quantity(report, ctp);
  });
}

void fractional(LineCase const &c, Report &report) {
  each_amount(c, [&](At<Ctp> const &ctp, Decimal const &value) {
    if (ctp.value.unit == "UN" && !value.whole()) at_quantity(report, ctp);
  });
}

}  // namespace noc837::rules::quantity
