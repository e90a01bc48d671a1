// SPDX-License-Identifier: Apache-2.0
#include "rules/modifier_table.hpp"

#include <algorithm>
#include <array>

namespace noc837::rules {
namespace {

constexpr std::string_view state_defined = "defined by a state's Medicaid programme";
constexpr std::string_view state_use = "only where that state's manual names it";
constexpr std::string_view distinct = "a service apart from others of the day";
constexpr std::string_view distinct_use =
    "as a rule on the procedure; on a drug only where the payer wants sites or products told apart";
constexpr std::string_view side_use =
    "on the injection procedure; on eye drugs where the payer takes it";
constexpr std::string_view nebulizer_use = "inhalation drugs billed to a DME contractor";

constexpr std::array table = {
    Modifier{"JZ", "nothing of the drug was thrown away",
             "Medicare Part B, single-dose container, drug paid for apart, all of it given; "
             "mandatory for services from 2023-07-01 on"},
    Modifier{"JW", "the part of the drug that was thrown away",
             "on a line of its own beside the line with the dose given; never with JZ"},
    Modifier{"JA", "given into a vein", "codes of drugs that have several routes"},
    Modifier{"JB", "given under the skin", "codes of drugs that have several routes"},
    Modifier{"JE", "given with the dialysate", "drugs for dialysis patients"},
    Modifier{"TB", "bought under the 340B programme",
             "Medicare, hospitals and clinics of the 340B programme; information only"},
    Modifier{"JG", "bought under the 340B programme",
             "services up to 2024; later ones take TB, as far as is known"},
    Modifier{"UD", "bought under the 340B programme, Medicaid",
             "states that adopted it, such as Massachusetts"},
    Modifier{"U1", state_defined, state_use},
    Modifier{"U2", state_defined, state_use},
    Modifier{"U3", state_defined, state_use},
    Modifier{"U4", state_defined, state_use},
    Modifier{"U5", state_defined, state_use},
    Modifier{"U6", state_defined, state_use},
    Modifier{"U7", state_defined, state_use},
    Modifier{"U8", state_defined, state_use},
    Modifier{"U9", state_defined, state_use},
    Modifier{"UA", state_defined, state_use},
    Modifier{"UB", state_defined, state_use},
    Modifier{"UC", state_defined, state_use},
    Modifier{"KX", "the medical policy's conditions are met", "only where a policy asks for it"},
    Modifier{"GA", "notice of non-coverage signed, required by policy",
             "a denial as not necessary is expected and the patient signed an ABN"},
    Modifier{"GX", "notice of non-coverage signed, voluntary", "together with GY"},
    Modifier{"GY", "excluded from Medicare by law",
             "self-administered drugs, to get the denial that the next payer wants"},
    Modifier{"GZ", "denial expected, no notice signed", "the provider bears the cost"},
    Modifier{"EY", "no order from a physician", "durable medical equipment"},
    Modifier{"PO", "off-campus hospital department, excepted", "hospital outpatient lines"},
    Modifier{"PN", "off-campus hospital department, not excepted", "hospital outpatient lines"},
    Modifier{"ER", "off-campus emergency department of a hospital", "hospital outpatient lines"},
    Modifier{"AY", "not for the treatment of kidney failure",
             "dialysis centres, drugs given for something else"},
    Modifier{"25", "separate visit on the day of a procedure",
             "on the visit's line only, never on a drug"},
    Modifier{"59", distinct, distinct_use},
    Modifier{"XE", distinct, distinct_use},
    Modifier{"XS", distinct, distinct_use},
    Modifier{"XP", distinct, distinct_use},
    Modifier{"XU", distinct, distinct_use},
    Modifier{"RT", "right side", side_use},
    Modifier{"LT", "left side", side_use},
    Modifier{"50", "both sides", side_use},
    Modifier{"E1", "upper left eyelid", side_use},
    Modifier{"E2", "lower left eyelid", side_use},
    Modifier{"E3", "upper right eyelid", side_use},
    Modifier{"E4", "lower right eyelid", side_use},
    Modifier{"KD", "infused through durable medical equipment", "pump drugs such as J7799"},
    Modifier{"KO", "unit dose of a single drug", nebulizer_use},
    Modifier{"KP", "first drug of a unit dose of several", nebulizer_use},
    Modifier{"KQ", "second or later drug of a unit dose of several", nebulizer_use},
    Modifier{"SL", "vaccine supplied by the state", "vaccines"},
    Modifier{"FB", "item obtained at no cost", "samples and replacements"},
};

}  // namespace

std::span<Modifier const> modifier_table() {
  return table;
}

Modifier const *find_modifier(std::string_view code) {
  auto const found = std::find_if(table.begin(), table.end(),
                                  [&](Modifier const &row) { return row.code == code; });
  return found == table.end() ? nullptr : &*found;
}

}  // namespace noc837::rules
