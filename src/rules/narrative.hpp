// SPDX-License-Identifier: Apache-2.0
// Where a drug line says in words which drug it was.
#pragma once

#include <string_view>

#include "rules/rule.hpp"

namespace noc837::rules {

/// One text of a drug line and where it stands.
struct Narrative {
  claims::DrugText const *text = nullptr;
  claims::Index at = 0;
  std::string_view element;  ///< SV101-7, SV202-7 or NTE02
};

/// The description and the line's notes, but for empty ones and this program's annotations. The
/// texts live as long as the claim.
[[nodiscard]] claims::Few<Narrative> narratives(LineCase const &c);

/// The first drug name in them; empty where no words can be one.
[[nodiscard]] std::string_view drug_name(claims::DrugLine const &line);

}  // namespace noc837::rules
