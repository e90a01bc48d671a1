// SPDX-License-Identifier: Apache-2.0
// The other services that claims bill, and the diagnoses that go with them.
#pragma once

#include <span>
#include <string_view>

#include "tools/generator/guide.hpp"

namespace noc837::generator {

/// A HCPCS code with a usual charge; `revenue` is for institutional lines, where an empty code
/// means a line billed by revenue code alone.
struct Service {
  std::string_view code;
  std::string_view revenue;
  int cents;
  int most_units;
  bool with_drug_loop;
};

std::span<Service const> services(Guide guide);

/// ICD-10-CM codes of ordinary visits.
std::span<std::string_view const> diagnoses();

}  // namespace noc837::generator
