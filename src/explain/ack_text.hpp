// SPDX-License-Identifier: Apache-2.0
// TA1, 999 and 277CA as a person reads them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "edi/delimiters.hpp"
#include "edi/segment.hpp"

namespace noc837::explain {

struct AckTextOptions {
  bool every_claim = false;  ///< accepted claims as well
  bool show_phi = false;     ///< names and ids of patients
};

/// What was seen of acknowledgements.
struct AckCounts {
  std::uint64_t interchanges = 0;  ///< answered by a TA1
  std::uint64_t sets = 0;          ///< answered by an IK5
  std::uint64_t claims = 0;        ///< answered by a 277CA
  std::uint64_t faulty = 0;        ///< of all these, those not simply accepted

  [[nodiscard]] bool none() const { return interchanges + sets + claims == 0; }
};

/// Takes the segments of a file in order; gives lines of text.
class AckText {
 public:
  explicit AckText(AckTextOptions const &options) : options_(options) {}

  /// Appends what the segment tells.
  void enter(edi::Segment const &segment, edi::Delimiters const &delimiters, std::string &out);

  [[nodiscard]] AckCounts const &counts() const { return counts_; }

 private:
  class Line;
  void interchange(Line &line);
  void implementation(Line &line);
  [[nodiscard]] static std::string element_name(Line const &line, std::size_t number);
  void segment_error(Line &line);
  void element_error(Line &line);
  void set_outcome(Line &line);
  void group_outcome(Line &line);
  void claim_ack(Line &line);
  void name(Line &line);
  void status(Line &line);
  void totals(Line &line);

  AckTextOptions options_;
  AckCounts counts_;
  std::string set_;      ///< ST01
  std::string level_;    ///< HL03 of the 277CA
  std::string patient_;  ///< what may be shown of the patient
  std::string claim_;    ///< the claim's number, while its first STC is awaited
  std::string service_;  ///< the line, while its STC is awaited
};

}  // namespace noc837::explain
