// SPDX-License-Identifier: Apache-2.0
#include "rules/table.hpp"

#include <array>
#include <bit>
#include <boost/container/small_vector.hpp>
#include <cstdint>

#include "edi/elements.hpp"
#include "rules/families.hpp"
#include "rules/report.hpp"

namespace noc837::rules {
namespace {

bool applies(Rule const &rule, edi::Guide guide) {
  switch (rule.scope) {
    case Scope::professional:
      return guide == edi::Guide::professional;
    case Scope::institutional:
      return guide == edi::Guide::institutional;
    case Scope::both:
      break;
  }
  return true;
}

std::vector<Rule const *> collect() {
  std::vector<Rule const *> rules;
  for (auto const family :
       {envelope_rules, structure_rules, procedure_rules, ndc_rules, quantity_rules,
        description_rules, units_rules, charge_rules, modifier_rules, diagnosis_rules, date_rules,
        setting_rules, compound_rules, coordination_rules, provider_rules, validation_rules}) {
    for (Rule const &rule : family()) rules.push_back(&rule);
  }
  return rules;
}

/// What of a rule its checking takes: the rows themselves, with their texts, are far apart.
struct Step {
  ClaimCheck check_claim;
  LineCheck check_line;
  Given given;
  Rule const *rule;
};

/// Some of a guide's steps: a bit for each.
class StepSet {
 public:
  void add(std::size_t step) { words_.at(step / 64) |= std::uint64_t{1} << step % 64; }
  void take_out(StepSet const &other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  }
  template <class Use>
  void each(Use const &use) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (auto word = words_[i]; word != 0; word &= word - 1) {
        use(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }

 private:
  std::array<std::uint64_t, 3> words_{};
};

/// The checks of one guide, in the catalogue's order.
class Steps {
 public:
  void add(Rule const &rule) {
    auto const number = steps_.size();
    all_.add(number);
    for (unsigned i = 0; i < given_parts; ++i) {
      if (needs(rule, given_part(i))) needing_[i].add(number);
    }
    steps_.push_back({rule.check_claim, rule.check_line, rule.given, &rule});
  }

  [[nodiscard]] Step const &operator[](std::size_t number) const { return steps_[number]; }
  /// Those that may have something to say about a claim and its lines, which together have `given`.
  [[nodiscard]] StepSet asked(Given given) const {
    StepSet out = all_;
    for (unsigned i = 0; i < given_parts; ++i) {
      if (!has_all(given, given_part(i))) out.take_out(needing_[i]);
    }
    return out;
  }

 private:
  std::vector<Step> steps_;
  StepSet all_;
  std::array<StepSet, given_parts> needing_;
};

Steps const &steps_for(edi::Guide guide) {
  static auto const tables = [] {
    std::array<Steps, edi::guides> out;
    for (std::size_t i = 0; i < out.size(); ++i) {
      for (Rule const *rule : all_rules()) {
        bool const checks = rule->check_claim != nullptr || rule->check_line != nullptr;
        if (checks && applies(*rule, static_cast<edi::Guide>(i))) out[i].add(*rule);
      }
    }
    return out;
  }();
  return tables[static_cast<std::size_t>(guide)];
}

/// A drug line and what a rule may need it to have.
struct JudgedLine {
  LineCase line;
  Given given;
};

}  // namespace

std::vector<Rule const *> const &all_rules() {
  static std::vector<Rule const *> const rules = collect();
  return rules;
}

Rule const *find_rule(std::string_view id_or_name) {
  for (Rule const *rule : all_rules()) {
    if (edi::equal_folded(rule->id, id_or_name) || edi::equal_folded(rule->name, id_or_name)) {
      return rule;
    }
  }
  return nullptr;
}

std::vector<profiles::RuleName> const &rule_names() {
  static auto const names = [] {
    std::vector<profiles::RuleName> out;
    for (Rule const *rule : all_rules()) {
      out.push_back({rule->id, rule->name, rule->fix != Fix::none});
    }
    return out;
  }();
  return names;
}

bool needs(Rule const &rule, Given part) {
  return has_all(rule.given, part);
}

bool needs_tables(Rule const &rule) {
  return needs(rule, Given::directory) || needs(rule, Given::crosswalk);
}

bool silent(Rule const &rule, tables::Tables const *tables) {
  bool const directory = tables != nullptr && tables->has_directory();
  bool const crosswalk = tables != nullptr && tables->has_crosswalk();
  return (needs(rule, Given::directory) && !directory) ||
         (needs(rule, Given::crosswalk) && !crosswalk);
}

void check_claim(claims::Claim const &claim, profiles::Recognized const &payer, Findings &findings,
                 tables::Tables const *tables) {
  profiles::Profile const &profile = *payer.profile;
  Steps const &steps = steps_for(claim.guide);
  ClaimCase const whole{claim, profile, payer};
  Given const of_claim = given_of(whole);
  Given of_any = of_claim;
  boost::container::small_vector<JudgedLine, 8> lines;
  for (claims::DrugLine const &line : claim.drug_lines) {
    LineCase const c{claim, line, claim.service(line), profile, tables};
    lines.push_back({c, of_claim | given_of(c)});
    of_any = of_any | lines.back().given;
  }
  Report report(claim, findings);
  steps.asked(of_any).each([&](std::size_t number) {
    Step const &step = steps[number];
    if (step.check_claim != nullptr && has_all(of_claim, step.given)) {
      report.begin(*step.rule, nullptr);
      step.check_claim(whole, report);
    }
    if (step.check_line == nullptr) return;
    for (JudgedLine const &judged : lines) {
      if (!has_all(judged.given, step.given)) continue;
      report.begin(*step.rule, &judged.line.service);
      step.check_line(judged.line, report);
    }
  });
}

}  // namespace noc837::rules
