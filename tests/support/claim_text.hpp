// SPDX-License-Identifier: Apache-2.0
// Claims for tests, written as EDI text.
#pragma once

#include <string>
#include <string_view>

#include "claims/claim.hpp"
#include "edi/delimiters.hpp"
#include "edi/guide.hpp"
#include "profiles/profile.hpp"
#include "rules/rule.hpp"

namespace noc837::test {

/// A claim read from text, with the delimiters * : ^ ~ or others. Owns what its views point into.
class ClaimText {
 public:
  explicit ClaimText(std::string text, edi::Guide guide = edi::Guide::professional,
                     edi::Delimiters delimiters = {});
  ClaimText(ClaimText const &) = delete;
  ClaimText &operator=(ClaimText const &) = delete;

  [[nodiscard]] claims::Claim const &claim() const { return claim_; }

  /// What the rule with this id finds, and nothing else.
  [[nodiscard]] rules::Findings findings(std::string_view rule_id) const;
  /// The claim's text after the correction of the first finding of this rule; the text as it is
  /// when the rule finds nothing or has no correction.
  [[nodiscard]] std::string corrected_by(std::string_view rule_id) const;

  profiles::Profile profile;
  tables::Tables const *tables = nullptr;
  claims::Levels levels;  ///< set before reading again with `read()`
  void read();

 private:
  std::string text_;
  edi::Guide guide_;
  edi::Delimiters delimiters_;
  edi::Segments segments_;
  claims::Claim claim_;
  grammar::Watch watch_;
};

/// A clean 837P claim whose second line is a J3490 drug line built from these segments; each
/// argument is the text of whole segments ("LIN**N4*00409379501~").
[[nodiscard]] std::string professional_claim(std::string_view service, std::string_view notes = "",
                                             std::string_view drug = "");

/// The same for 837I, type of bill 0131.
[[nodiscard]] std::string institutional_claim(std::string_view service, std::string_view notes = "",
                                              std::string_view drug = "");

}  // namespace noc837::test
