// SPDX-License-Identifier: Apache-2.0
// Defects of dates, revenue codes and places of service.
#include <string>

#include "tools/generator/calendar.hpp"
#include "tools/generator/defects.hpp"

namespace noc837::generator {
namespace {

using enum Status;
constexpr auto later = Family::later;
constexpr auto professional = Scope::professional;
constexpr auto institutional = Scope::institutional;

bool medicare(Target const &t) {
  return t.claim().medicare();
}

void set_date(Target const &t, std::string_view date) {
  t.line().date = date;
}
void set_revenue(Target const &t, std::string_view revenue) {
  t.line().revenue = revenue;
}

void remove_code(Target const &t) {
  t.line().code.clear();
  t.line().description.clear();
  t.line().modifiers = {};
}

constexpr Defect rows[] = {
    {.name = "date-missing",
     .scope = professional,
     .expected = {{{"DAT01", flagged}}},
     .apply = [](Target const &t) { set_date(t, ""); },
     .family = later},
    {.name = "date-missing-institutional",
     .scope = institutional,
     .expected = {{{"DAT01", reported}}},
     .apply = [](Target const &t) { set_date(t, ""); },
     .family = later},
    {.name = "date-malformed",
     .scope = professional,
     .expected = {{{"DAT01", flagged}}},
     .apply = [](Target const &t) { set_date(t, t.random.chance(0.5) ? "20241345" : "010524"); },
     .family = later},
    {.name = "date-in-future",
     .scope = professional,
     .expected = {{{"DAT02", reported}}},
     .apply = [](Target const &t) { set_date(t, "20991231"); },
     .family = later},
    {.name = "date-in-future-institutional",
     .scope = institutional,
     .expected = {{{"DAT02", reported}, {"DAT03", reported}}},
     .apply = [](Target const &t) { set_date(t, "20991231"); },
     .family = later},
    {.name = "date-span-reversed",
     .expected = {{{"DAT02", reported}}},
     .apply =
         [](Target const &t) {
           t.line().date_qualifier = "RD8";
           t.line().date = date_text(t.claim().day + 2);
           t.line().date.append("-").append(date_text(t.claim().day));
         },
     .family = later},
    {.name = "date-outside-statement",
     .scope = institutional,
     .expected = {{{"DAT03", reported}}},
     .apply = [](Target const &t) { set_date(t, date_text(t.claim().day + 20)); },
     .family = later},
    {.name = "drug-revenue-without-code",
     .scope = institutional,
     .expected = {{{"INS01", flagged}}},
     .apply = remove_code,
     .suits = [](Target const &t) { return t.drug_lines() > 1; },
     .family = later},
    {.name = "revenue-not-pharmacy",
     .scope = institutional,
     .expected = {{{"INS02", reported}}},
     .apply = [](Target const &t) { set_revenue(t, t.random.chance(0.5) ? "0300" : "0270"); },
     .family = later},
    {.name = "revenue-three-digits",
     .scope = institutional,
     .expected = {{{"INS03", corrected}}},
     .apply = [](Target const &t) { set_revenue(t, "636"); },
     .family = later},
    {.name = "revenue-general-pharmacy",
     .scope = institutional,
     .expected = {{{"INS04", reported}}},
     .apply = [](Target const &t) { set_revenue(t, "0250"); },
     .suits = medicare,
     .family = later,
     .profile = "medicare"},
    {.name = "place-of-facility",
     .scope = professional,
     .expected = {{{"POS01", reported}}},
     .apply = [](Target const &t) { t.line().place = t.random.chance(0.5) ? "22" : "24"; },
     .suits = medicare,
     .family = later,
     .profile = "medicare"},
    {.name = "place-unknown",
     .scope = professional,
     .expected = {{{"POS02", reported}}},
     .apply = [](Target const &t) { t.line().place = "90"; },
     .family = later},
};

}  // namespace

std::span<Defect const> setting_defects() {
  return rows;
}

}  // namespace noc837::generator
