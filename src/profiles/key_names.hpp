// SPDX-License-Identifier: Apache-2.0
// What the keys of a profile mean, for pages and help.
#pragma once

#include <string_view>
#include <vector>

namespace noc837::profiles {

struct KeyName {
  std::string_view name;      ///< "need_dose"
  std::string_view title;     ///< "dose": a few words, for tables side by side
  std::string_view what;      ///< a sentence
  std::string_view expected;  ///< the values that it takes
};

/// Every key of [wants], in the order in which they are shown.
[[nodiscard]] std::vector<KeyName> const &key_names();

/// The title of a key; the key itself where there is none.
[[nodiscard]] std::string_view title_of(std::string_view key);

}  // namespace noc837::profiles
