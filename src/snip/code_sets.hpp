// SPDX-License-Identifier: Apache-2.0
// Level 5: codes that others than the guide keep.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "snip/claim_case.hpp"

namespace noc837::snip {

/// A set of codes read from a file.
class CodeList {
 public:
  /// Codes stand one a line, each up to the first blank, comma or tab; quotes, points and what
  /// follows a # are passed over, and case does not matter.
  static CodeList read(std::string_view text);

  [[nodiscard]] bool has(std::string_view code) const;
  [[nodiscard]] std::size_t size() const { return codes_.size(); }

 private:
  std::vector<std::uint64_t> codes_;  ///< packed, sorted
};

/// Code sets that are not shipped, as the user supplies them.
struct CodeFiles {
  std::optional<CodeList> diagnoses;   ///< ICD-10-CM
  std::optional<CodeList> operations;  ///< ICD-10-PCS
  std::optional<CodeList> procedures;  ///< HCPCS, CPT included
  std::optional<CodeList> taxonomy;    ///< health care provider taxonomy
};

/// Reads "icd10=FILE", "icd10pcs=FILE", "hcpcs=FILE" or "taxonomy=FILE" into `files`.
[[nodiscard]] Result<void> add_code_file(std::string const &kind_and_path, CodeFiles &files);

/// Appends the codes of a unit that are in none of the sets. `files` may be null.
void check_code_sets(Case const &unit, CodeFiles const *files, Issues &issues);

}  // namespace noc837::snip
