// SPDX-License-Identifier: Apache-2.0
// Words that billers type around a drug, and short names of drugs.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace noc837::claims {

/// The words that this program ships, and those that a user adds. Case does not matter.
class Vocabulary {
 public:
  Vocabulary();

  /// A word that names no drug.
  void add_stop_word(std::string_view word);
  /// A word that names a drug, whatever it looks like.
  void add_drug_name(std::string_view word);

  /// True for a word that names no drug: UNCLASSIFIED, INJECTION, SEE, J3490, ...
  [[nodiscard]] bool is_stop_word(std::string_view word) const;
  /// True for a word that is a name by itself: four letters or more, or a short name such as B12.
  /// Of stop words nobody should ask.
  [[nodiscard]] bool names_drug(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  using Words = std::unordered_set<std::string, Hash, std::equal_to<>>;

  Words stop_words_;
  Words short_names_;
  Words added_names_;  ///< these are no stop words
  std::size_t longest_stop_word_ = 0;
};

/// The words that this program ships.
[[nodiscard]] Vocabulary const &shipped_vocabulary();

}  // namespace noc837::claims
