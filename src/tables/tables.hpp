// SPDX-License-Identifier: Apache-2.0
// The user's reference tables: the FDA's NDC directory and the CMS crosswalk of NDCs to HCPCS
// codes, compiled into one file by `noc837 tables build`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.hpp"
#include "base/error.hpp"
#include "grammar/date.hpp"
#include "io/mapped_file.hpp"
#include "tables/format.hpp"
#include "tables/text_column.hpp"

namespace noc837::tables {

/// Eleven digits as the number by which NDCs are looked up; nothing for any other text.
[[nodiscard]] std::optional<std::uint64_t> ndc_number(std::string_view eleven);
/// The same back: eleven digits.
[[nodiscard]] std::string ndc_text(std::uint64_t ndc);

[[nodiscard]] Day day_of(grammar::Date const &date);
[[nodiscard]] grammar::Date date_of(Day day);
/// Nothing for a number that the crosswalk leaves open.
[[nodiscard]] std::optional<Decimal> value_of(StoredDecimal const &number);

/// What the directory says about a product, for a person. Empty where it says nothing.
struct ProductText {
  std::string proprietary;  ///< with its suffix
  std::string nonproprietary;
  std::string form;
  std::string route;
  std::string strength;  ///< "30 mg/mL", of several substances "5 mg/mL; 10 mg/mL"
  std::string labeler;
  std::string category;
};

/// What the crosswalk says about a code and an NDC, for a person.
struct AssignmentText {
  std::string dosage;  ///< "15 MG"
  std::string description;
  std::string drug;
  std::string labeler;
};

/// An opened tables file. Look-ups touch the mapped file only and allocate nothing; texts are
/// decompressed when they are asked for. Records live as long as the object. Safe to share
/// between threads.
class Tables {
 public:
  /// Checks that all of the file is as it was written. Fails with Fault::usage.
  [[nodiscard]] static Result<Tables> open(std::string const &path);

  [[nodiscard]] bool has_directory() const { return !packages_.empty(); }
  [[nodiscard]] bool has_crosswalk() const { return !quarters_.empty(); }

  /// Every package listed under an NDC; as a rule one.
  [[nodiscard]] std::span<Package const> packages(std::uint64_t ndc) const;
  [[nodiscard]] std::span<Package const> packages(std::string_view eleven) const;
  /// The product of a package.
  [[nodiscard]] Product const &product(Package const &package) const;
  /// Its names in capitals, separated by bars.
  [[nodiscard]] std::string_view names(Product const &product) const;

  /// Every code that an NDC has had, by date.
  [[nodiscard]] std::span<Assignment const> assignments(std::uint64_t ndc) const;
  [[nodiscard]] std::span<Assignment const> assignments(std::string_view eleven) const;
  /// True where a loaded crosswalk speaks of that day.
  [[nodiscard]] bool covers(Day day) const;

  // For people, and for findings: these allocate.
  [[nodiscard]] std::string package_text(Package const &package) const;
  [[nodiscard]] ProductText product_text(Package const &package) const;
  [[nodiscard]] AssignmentText assignment_text(Assignment const &assignment) const;
  /// The files that the tables were built from, a line each.
  [[nodiscard]] std::vector<std::string> sources() const;

  [[nodiscard]] std::span<Package const> all_packages() const { return packages_; }
  [[nodiscard]] std::span<Assignment const> all_assignments() const { return assignments_; }
  [[nodiscard]] std::span<Quarter const> all_quarters() const { return quarters_; }

 private:
  explicit Tables(io::MappedFile file) : file_(std::move(file)) {}

  [[nodiscard]] Result<void> read();

  io::MappedFile file_;
  std::span<Package const> packages_;
  std::span<Product const> products_;
  std::string_view names_;
  std::span<Assignment const> assignments_;
  std::span<Quarter const> quarters_;
  TextColumn package_texts_;
  TextColumn product_texts_;
  TextColumn assignment_texts_;
  TextColumn source_texts_;
};

}  // namespace noc837::tables
