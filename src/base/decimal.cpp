// SPDX-License-Identifier: Apache-2.0
#include "base/decimal.hpp"

#include <algorithm>

namespace noc837 {
namespace {

constexpr Decimal::Mantissa ten = 10;

Decimal::Mantissa scaled(Decimal::Mantissa value, int places) {
  for (; places > 0; --places) value *= ten;
  return value;
}

/// Calls `work` with the mantissa, in 64 bits where it fits: dividing 128 bits is slow.
template <class Work>
int with_mantissa(Decimal::Mantissa mantissa, Work const &work) {
  auto const small = static_cast<std::int64_t>(mantissa);
  return small == mantissa ? work(small) : work(mantissa);
}

}  // namespace

int Decimal::significant_scale() const {
  if (scale_ <= 0) return scale_;
  return with_mantissa(mantissa_, [this](auto m) {
    int scale = scale_;
    for (; scale > 0 && m % 10 == 0; m /= 10) --scale;
    return scale;
  });
}

int Decimal::integer_digits() const {
  return with_mantissa(mantissa_, [this](auto m) {
    for (int i = 0; i < scale_; ++i) m /= 10;
    int digits = 0;
    for (; m != 0; m /= 10) ++digits;
    return digits;
  });
}

std::string Decimal::to_string() const {
  int const scale = significant_scale();
  Mantissa m = mantissa_ < 0 ? -mantissa_ : mantissa_;
  for (int i = scale_; i > scale; --i) m /= ten;
  std::string digits;
  for (; m > 0 || static_cast<int>(digits.size()) <= scale; m /= ten) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(m % ten)));
  }
  std::reverse(digits.begin(), digits.end());
  if (scale > 0) digits.insert(digits.size() - static_cast<std::size_t>(scale), 1, '.');
  if (mantissa_ < 0) digits.insert(0, 1, '-');
  return digits;
}

std::string Decimal::to_money() const {
  std::string text = to_string();
  int const scale = significant_scale();
  if (scale == 0) return text + ".00";
  if (scale == 1) return text + "0";
  return text;
}

Decimal &Decimal::add_scaled(Decimal const &other) {
  int const scale = std::max(scale_, other.scale_);
  mantissa_ = scaled(mantissa_, scale - scale_) + scaled(other.mantissa_, scale - other.scale_);
  scale_ = scale;
  return *this;
}

std::strong_ordering Decimal::compare_scaled(Decimal const &a, Decimal const &b) {
  int const scale = std::max(a.scale_, b.scale_);
  auto const left = scaled(a.mantissa_, scale - a.scale_);
  auto const right = scaled(b.mantissa_, scale - b.scale_);
  return Decimal(left, scale) <=> Decimal(right, scale);
}

std::optional<Decimal> exact_ratio(Decimal const &a, Decimal const &b, Decimal const &c,
                                   int most_scale) {
  Decimal::Mantissa over = 0;
  Decimal::Mantissa under = c.mantissa_;
  if (under == 0 || __builtin_mul_overflow(a.mantissa_, b.mantissa_, &over)) return std::nullopt;
  int shift = most_scale + c.scale_ - a.scale_ - b.scale_;
  for (; shift > 0; --shift) {
    if (__builtin_mul_overflow(over, ten, &over)) return std::nullopt;
  }
  for (; shift < 0; ++shift) {
    if (__builtin_mul_overflow(under, ten, &under)) return std::nullopt;
  }
  if (over % under != 0) return std::nullopt;
  return Decimal(over / under, most_scale);
}

}  // namespace noc837
