// SPDX-License-Identifier: Apache-2.0
// What two files are compared by: a segment of EDI, or a row of a table.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace noc837::compare {

/// A named value.
struct Field {
  std::string name;  ///< LIN03, or a column
  std::string value;
  bool hidden = false;  ///< `value` must not be shown
};

struct Record {
  std::string key;            ///< equal keys: equal records
  std::string kind;           ///< LIN; only records of one kind can be one another's change
  std::uint64_t ordinal = 0;  ///< segment in the set or interchange, or row; from 1
  std::shared_ptr<std::string const> place;  ///< "claim RB-1001 line 2"; null or empty: none
  std::vector<unsigned char> hidden;         ///< elements that must not be shown

  // Known once the record is described.
  std::string text;  ///< the whole record as it may be shown
  std::vector<Field> fields;
};

/// The records of one file, in order.
class Records {
 public:
  virtual ~Records() = default;

  /// The next record; nothing at the end.
  [[nodiscard]] virtual Result<std::optional<Record>> next() = 0;
  /// Adds text and fields to a record of this file; asked for once, and only where it differs.
  virtual void describe(Record &record) const = 0;
};

}  // namespace noc837::compare
