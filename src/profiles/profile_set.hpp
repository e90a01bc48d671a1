// SPDX-License-Identifier: Apache-2.0
// Every profile of a run: loaded once, then read only.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "profiles/profile.hpp"

namespace noc837::profiles {

/// A profile as written.
struct ProfileText {
  std::string name;  ///< "wps"
  std::string file;  ///< for messages
  std::string text;  ///< TOML
};

/// What a profile needs to know of a rule that it names.
struct RuleName {
  std::string_view id;
  std::string_view name;
  bool correctable = false;
};

class ProfileSet {
 public:
  /// Reads texts and resolves what they inherit. Of two texts of one name the later replaces the
  /// earlier, or, where it inherits from its own name, builds on it. A mistake names file, line
  /// and the nearest right word.
  [[nodiscard]] static Result<ProfileSet> load(std::span<ProfileText const> texts,
                                               std::span<RuleName const> rules);

  /// By name; null when there is none.
  [[nodiscard]] Profile const *find(std::string_view name) const;
  /// The profile for a payer that none other fits.
  [[nodiscard]] Profile const &fallback() const { return profiles_.find("default")->second; }
  /// Every profile by name.
  [[nodiscard]] std::map<std::string, Profile, std::less<>> const &all() const { return profiles_; }
  /// The failure for a name that is none, with the nearest.
  [[nodiscard]] Error unknown(std::string_view name) const;

 private:
  std::map<std::string, Profile, std::less<>> profiles_;
};

/// The profiles that come with the program.
[[nodiscard]] std::vector<ProfileText> shipped_texts();

/// The profiles in the *.toml files of `folder`, by name.
[[nodiscard]] Result<std::vector<ProfileText>> texts_in(std::string const &folder);

/// The profile in `file`, named as the file without .toml.
[[nodiscard]] Result<ProfileText> text_of(std::string const &file);

}  // namespace noc837::profiles
