// SPDX-License-Identifier: Apache-2.0
// Which elements of a claim say who the patient is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/segment.hpp"
#include "rules/rule.hpp"

namespace noc837::output {

/// Follows segments in the order of the file and hides what identifies a person who is no
/// provider: names, addresses, ids, dates of birth, phone numbers. The names of providers, of
/// payers and of who sends and receives the file stay, and so does the text of notes, in which
/// the drug is described. What is hidden becomes HIDDEN.
class Privacy {
 public:
  /// No segment that is hidden in part has more elements.
  static constexpr std::size_t most_elements = 12;

  explicit Privacy(bool show) : show_(show) {}

  /// Takes note of the segment that hides() speaks of next.
  void enter(edi::Segment const &segment, edi::Delimiters const &delimiters);
  /// Takes note of segment `at` of a claim, and of those before it that say whose it is.
  void enter(edi::Segments const &claim, std::size_t at, edi::Delimiters const &delimiters);
  /// True if element `number` of the segment is to be hidden.
  [[nodiscard]] bool hides(std::size_t number) const;
  /// The text of the segment entered last, with the hidden elements replaced.
  [[nodiscard]] std::string shown(edi::Segment const &segment,
                                  edi::Delimiters const &delimiters) const;

 private:
  bool show_;
  bool person_ = false;  ///< N3, N4, DMG, REF and PER belong to a person
  edi::Tag id_ = 0;
  std::string qualifier_;  ///< element 1, in upper case
};

/// `value` of a finding (before, after, suggestion) as it may be shown: HIDDEN where its element
/// says who a person is. Validation finds faults in such elements too.
[[nodiscard]] std::string_view shown_value(rules::Finding const &finding, std::string_view value);

}  // namespace noc837::output
