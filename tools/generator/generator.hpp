// SPDX-License-Identifier: Apache-2.0
// Makes the file and its truth.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/generator/claim_maker.hpp"
#include "tools/generator/envelope_writer.hpp"
#include "tools/generator/options.hpp"
#include "tools/generator/sink.hpp"
#include "tools/generator/truth.hpp"

namespace noc837::generator {

/// One run: an interchange with a group for each guide, written as it is made.
class Generator {
 public:
  explicit Generator(Options options);
  void run();

 private:
  void group(std::size_t index);
  void set(Guide guide, std::size_t index);
  void damage(Subscriber &subscriber, std::uint64_t ordinal);
  void damage_claim(Subscriber &subscriber, Patient &patient, std::size_t claim, Random &random);
  bool damage_line(Subscriber &subscriber, Patient &patient, std::size_t claim, std::size_t line,
                   Random &random);
  void tell(Claim const &claim, std::string_view defect, std::vector<Told> const &findings);
  [[nodiscard]] bool enough(std::size_t index) const;

  Options options_;
  Sink file_;
  std::optional<Sink> truth_;
  EnvelopeWriter envelope_;
  ClaimMaker maker_;
  Subscriber subscriber_;
  std::uint64_t claims_ = 0;
  std::uint64_t subscribers_ = 0;
  std::uint64_t billings_ = 0;
  double defects_owed_ = 0;
  std::vector<std::size_t> candidates_;  ///< lines of the claim that may be damaged
};

}  // namespace noc837::generator
