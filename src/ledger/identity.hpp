// SPDX-License-Identifier: Apache-2.0
// What makes a claim the same claim and a drug line the same dose, as text that is hashed and then
// forgotten. Case, outer blanks, delimiters and the spelling of numbers and NDCs do not count, so
// that a claim is known in the form that it came in and in the one that it left in.
#pragma once

#include <string>

#include "claims/claim.hpp"

namespace noc837::ledger {

/// Billing provider, payer with its turn (SBR01), member and claim number (CLM01): what a
/// replacement or void shares with the claim that it speaks of.
[[nodiscard]] std::string account_text(claims::Claim const &claim);

/// The account, total charge, statement dates, and of every line the revenue and procedure code,
/// the charge and the date. Frequency and original reference do not count.
[[nodiscard]] std::string claim_text(claims::Claim const &claim);

/// Billing provider, payer with its turn, member, patient, dates of service, drug (the NDC, else
/// procedure code and narrative), quantity, units, and the modifiers that tell doses of one day
/// apart. Empty where member or date is missing, or neither NDC nor narrative tells the drug.
[[nodiscard]] std::string dose_text(claims::Claim const &claim, claims::DrugLine const &line);

}  // namespace noc837::ledger
