// SPDX-License-Identifier: Apache-2.0
// Exact decimals for money and quantities.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace noc837 {

/// mantissa / 10^scale, exactly. Elements have up to 18 digits (DE782), 38 fit, so sums
/// over any file do.
class Decimal {
 public:
  __extension__ using Mantissa = __int128;
  constexpr Decimal() = default;
  constexpr Decimal(Mantissa mantissa, int scale) : mantissa_(mantissa), scale_(scale) {}

  [[nodiscard]] constexpr bool zero() const { return mantissa_ == 0; }
  [[nodiscard]] constexpr bool negative() const { return mantissa_ < 0; }
  /// Digits after the point as written; `7.00` has two.
  [[nodiscard]] constexpr int scale() const { return scale_; }
  /// Digits after the point that are needed; `7.00` needs none.
  [[nodiscard]] int significant_scale() const;
  /// Digits before the point; `0.5` has none.
  [[nodiscard]] int integer_digits() const;
  [[nodiscard]] bool whole() const { return significant_scale() == 0; }

  /// The value with the fewest digits: `7`, `0.5`, `-3.25`.
  [[nodiscard]] std::string to_string() const;
  /// The value with at least two digits after the point: `7.00`.
  [[nodiscard]] std::string to_money() const;

  /// This value moved `places` to the right of the point: 500 shifted by 3 is 0.5.
  [[nodiscard]] constexpr Decimal divided_by_power_of_ten(int places) const {
    return {mantissa_, scale_ + places};
  }

  Decimal &operator+=(Decimal const &other) {
    if (scale_ != other.scale_) return add_scaled(other);
    mantissa_ += other.mantissa_;
    return *this;
  }
  /// a * b / c where that comes out even with at most `most_scale` digits after the point; nothing
  /// where it does not, or where c is zero.
  friend std::optional<Decimal> exact_ratio(Decimal const &a, Decimal const &b, Decimal const &c,
                                            int most_scale);
  friend Decimal operator+(Decimal a, Decimal const &b) { return a += b; }
  friend bool operator==(Decimal const &a, Decimal const &b) { return (a <=> b) == 0; }
  friend std::strong_ordering operator<=>(Decimal const &a, Decimal const &b) {
    if (a.scale_ != b.scale_ && !b.zero()) return compare_scaled(a, b);
    if (a.mantissa_ < b.mantissa_) return std::strong_ordering::less;
    return a.mantissa_ > b.mantissa_ ? std::strong_ordering::greater : std::strong_ordering::equal;
  }

 private:
  Decimal &add_scaled(Decimal const &other);
  static std::strong_ordering compare_scaled(Decimal const &a, Decimal const &b);

  Mantissa mantissa_ = 0;
  int scale_ = 0;
};

[[nodiscard]] std::optional<Decimal> exact_ratio(Decimal const &a, Decimal const &b,
                                                 Decimal const &c, int most_scale);

}  // namespace noc837
