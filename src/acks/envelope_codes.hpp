// SPDX-License-Identifier: Apache-2.0
// How acknowledgements name what is wrong with an envelope.
#pragma once

#include <boost/container/static_vector.hpp>
#include <string_view>

#include "rules/rule.hpp"

namespace noc837::acks {

/// Codes of one kind for one envelope; empty where they have nothing to say of a fault.
struct EnvelopeCodes {
  std::string_view interchange = {};  ///< TA105
  std::string_view group = {};        ///< AK905
  std::string_view set = {};          ///< IK502
};

/// True for a finding in ISA, GS, ST, SE, GE or IEA.
[[nodiscard]] bool in_envelope(rules::Finding const &finding);

/// The codes of a finding in one of those.
[[nodiscard]] EnvelopeCodes envelope_codes(rules::Finding const &finding);

/// True where a finding is told in acknowledgements: an error or warning, corrected or not.
[[nodiscard]] inline bool is_told(rules::Finding const &finding) {
  return finding.severity >= Severity::warning;
}

/// The distinct codes of a segment that has room for `most`, in the order they came.
template <std::size_t most>
class Codes {
 public:
  void add(std::string_view code) {
    if (code.empty() || codes_.size() == most) return;
    for (auto const known : codes_) {
      if (known == code) return;
    }
    codes_.push_back(code);
  }
  void clear() { codes_.clear(); }
  [[nodiscard]] bool empty() const { return codes_.empty(); }
  /// Code `index`; empty beyond the last.
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    return index < codes_.size() ? codes_[index] : std::string_view();
  }

 private:
  boost::container::static_vector<std::string_view, most> codes_;
};

}  // namespace noc837::acks
