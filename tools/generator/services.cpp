// SPDX-License-Identifier: Apache-2.0
// The other services that claims bill, and the diagnoses that go with them.
#include "tools/generator/services.hpp"

#include <array>

namespace noc837::generator {
namespace {

constexpr std::array<Service, 24> professional{{
    {"99213", "", 12500, 1, false}, {"99214", "", 18500, 1, false}, {"99215", "", 24800, 1, false},
    {"99203", "", 16900, 1, false}, {"96372", "", 3850, 2, false},  {"96365", "", 14275, 1, false},
    {"96366", "", 4420, 3, false},  {"96374", "", 8890, 1, false},  {"96375", "", 3915, 2, false},
    {"96413", "", 28650, 1, false}, {"36415", "", 1200, 1, false},  {"85025", "", 2235, 1, false},
    {"80053", "", 3180, 1, false},  {"81002", "", 950, 1, false},   {"93000", "", 4725, 1, false},
    {"71046", "", 8160, 1, false},  {"G0008", "", 2900, 1, false},  {"J1885", "", 460, 4, true},
    {"J2405", "", 310, 8, true},    {"J0696", "", 575, 4, true},    {"J1100", "", 215, 10, false},
    {"J7030", "", 1140, 2, false},  {"J3420", "", 640, 1, true},    {"A4216", "", 105, 6, false},
}};

constexpr std::array<Service, 20> institutional{{
    {"99283", "0450", 68500, 1, false}, {"99284", "0450", 114200, 1, false},
    {"G0463", "0510", 21900, 1, false}, {"96365", "0260", 39450, 1, false},
    {"96366", "0260", 11875, 3, false}, {"96374", "0260", 24600, 1, false},
    {"36415", "0300", 2450, 1, false},  {"85025", "0305", 6120, 1, false},
    {"80053", "0301", 9875, 1, false},  {"87086", "0306", 7230, 1, false},
    {"71046", "0324", 28650, 1, false}, {"70450", "0351", 134500, 1, false},
    {"93005", "0730", 17320, 1, false}, {"J1885", "0636", 1240, 4, true},
    {"J2405", "0636", 890, 8, true},    {"J0696", "0636", 2175, 4, true},
    {"J7030", "0258", 4480, 2, false},  {"", "0250", 5260, 6, false},
    {"", "0270", 3845, 4, false},       {"97110", "0420", 15890, 2, false},
}};

constexpr std::array<std::string_view, 24> visit_diagnoses{
    "I10",   "E119",  "E785",   "J069",  "M5450", "R079",  "N390", "K5900",
    "F411",  "M1711", "J45909", "R519",  "L309",  "D509",  "E039", "K219",
    "R1084", "M0579", "C50911", "G8929", "I2510", "N1830", "B349", "H6690"};

}  // namespace

std::span<Service const> services(Guide guide) {
  if (guide == Guide::professional) return professional;
  return institutional;
}

std::span<std::string_view const> diagnoses() {
  return visit_diagnoses;
}

}  // namespace noc837::generator
