// SPDX-License-Identifier: Apache-2.0
// Any text as a payer's profile, on top of those that come with the program.
#include "fuzz.hpp"
#include "profiles/profile_set.hpp"

using namespace noc837;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  static std::vector<profiles::RuleName> const rules = {{"NDC03", "ndc-hyphenated", true},
                                                        {"NDC02", "ndc-missing", false}};
  static auto const text_of_default = [] {
    std::vector<profiles::ProfileText> out;
    out.push_back({"default", "default.toml", "description = \"d\"\n"});
    return out;
  }();
  auto texts = text_of_default;
  texts.push_back({"mine", "mine.toml", std::string(fuzz::text_of(data, size))});
  auto const set = profiles::ProfileSet::load(texts, rules);
  if (set) {
    fuzz::require(set->find("mine") != nullptr, "a profile that loads is there");
  } else {
    fuzz::require(set.error().fault == Fault::usage, "a mistake is told as one");
    fuzz::require(!set.error().message().empty(), "a mistake is told");
  }
  return 0;
}
