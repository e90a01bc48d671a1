// SPDX-License-Identifier: Apache-2.0
// Narratives read once and known again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/drug_text.hpp"
#include "claims/vocabulary.hpp"

namespace noc837::claims {

/// Reads narratives, and remembers those that it read last: an office types the same few again
/// and again. One for each thread.
class NarrativeReader {
 public:
  explicit NarrativeReader(Vocabulary const &vocabulary) : vocabulary_(&vocabulary) {}

  /// As read_drug_text(): slices point into `text`; `out` is as it was made.
  void read(std::string_view text, DrugText &out);

 private:
  struct Seen {
    std::string text;
    DrugText read;  ///< of `text`
  };

  Vocabulary const *vocabulary_;
  std::vector<Seen> seen_;
};

}  // namespace noc837::claims
