// SPDX-License-Identifier: Apache-2.0
#include "snip/balance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/decimal.hpp"
#include "snip/amounts.hpp"
#include "snip/short_number.hpp"

namespace noc837::snip {
namespace {

using edi::tag;

/// A first look that most claims pass: no other payers, lines numbered from 1, and charges, all of
/// them short amounts, that add up.
class PlainClaim {
 public:
  explicit PlainClaim(Case const &claim) : claim_(claim) {}

  [[nodiscard]] bool is_sound() {
    for (auto const &segment : claim_.segments) {
      if (!see(segment)) return false;
    }
    return lines_ == 0 || total_ == sum_;
  }

 private:
  [[nodiscard]] bool see(Placed const &segment) {
    switch (segment.id) {
      case tag("CLM"):
        return add(segment, 2, total_);
      case tag("LX"):
        return is_line(segment);
      case tag("SV1"):
        ++lines_;
        return add(segment, 2, sum_);
      case tag("SV2"):
        ++lines_;
        return add(segment, 3, sum_);
      case tag("SBR"):
      case tag("SVD"):
        return false;
      default:
        return true;
    }
  }

  [[nodiscard]] bool add(Placed const &segment, std::size_t number, std::uint64_t &sum) const {
    auto const value = claim_.element(segment, number);
    if (!ShortNumber::can_be(value, claim_.stretch.bytes.data() + claim_.stretch.bytes.size())) {
      return false;
    }
    ShortNumber const charge(value);
    auto const hundredths = charge.valid() ? charge.hundredths() : std::nullopt;
    sum += hundredths.value_or(0);
    return hundredths.has_value();
  }

  /// The next number, as it is written usually.
  [[nodiscard]] bool is_line(Placed const &segment) {
    std::uint64_t number = 0;
    auto const text = segment.text.substr(std::min<std::size_t>(segment.text.size(), 3));
    for (char const c : text) {
      if (c < '0' || c > '9') return false;
      number = number * 10 + static_cast<unsigned>(c - '0');
    }
    return text.size() <= 6 && number == ++expected_;
  }

  Case const &claim_;
  std::uint64_t total_ = 0;  ///< CLM02 in hundredths
  std::uint64_t sum_ = 0;    ///< of the lines' charges
  std::uint64_t lines_ = 0;
  std::uint64_t expected_ = 0;  ///< LX01
};

/// An element that is an amount; most are short.
std::optional<Decimal> amount_at(Case const &claim, Placed const &segment, std::size_t number) {
  auto const value = claim.element(segment, number);
  if (ShortNumber::can_be(value, claim.stretch.bytes.data() + claim.stretch.bytes.size())) {
    ShortNumber const digits(value);
    auto const hundredths = digits.valid() ? digits.hundredths() : std::nullopt;
    if (hundredths) return Decimal(static_cast<Decimal::Mantissa>(*hundredths), 2);
  }
  return amount(value);
}

/// The adjustments of one CAS: CAS03, 06, 09, 12, 15 and 18.
Decimal adjustments(Case const &claim, Placed const &cas) {
  Decimal sum;
  for (std::size_t number = 3; number <= 18; number += 3) {
    if (auto const value = amount_at(claim, cas, number)) sum += *value;
  }
  return sum;
}

Decimal minus(Decimal const &value) {
  auto text = value.to_string();
  return *amount(text.starts_with('-') ? text.substr(1) : "-" + text);
}

/// One payer's part in the claim: loop 2320 and the 2430 loops that name it.
struct OtherPayer {
  std::string_view id;           ///< 2330B NM109
  Placed const *paid = nullptr;  ///< 2320 AMT*D
  std::optional<Decimal> paid_amount;
  Decimal adjusted;  ///< 2320 CAS
  bool has_adjustments = false;
  Decimal paid_on_lines;
  bool has_lines = false;
};

class Balance {
 public:
  Balance(Case const &claim, Issues &issues) : claim_(claim), issues_(issues) {}

  void run() {
    for (auto const &segment : claim_.segments) see(segment);
    end_adjudication();
    if (total_ && lines_ > 0 && *total_ != sum_) {
      Issue &issue = add(Fault::claim_total, *header_, 2);
      issue.suggestion = sum_.to_money();
    }
    for (auto const &payer : payers_) check_payer(payer);
  }

 private:
  void see(Placed const &segment) {
    switch (segment.id) {
      case tag("CLM"):
        header_ = &segment;
        total_ = amount_at(claim_, segment, 2);
        break;
      case tag("LX"):
        end_adjudication();
        charge_.reset();
        break;
      case tag("SV1"):
        service(amount_at(claim_, segment, 2));
        break;
      case tag("SV2"):
        service(amount_at(claim_, segment, 3));
        break;
      case tag("SBR"):
        payers_.emplace_back();
        break;
      case tag("AMT"):
        if (payers_.empty() || svd_ != nullptr || claim_.loop_of(segment) != "2320") break;
        if (claim_.element(segment, 1) != "D") break;
        payers_.back().paid = &segment;
        payers_.back().paid_amount = amount_at(claim_, segment, 2);
        break;
      case tag("NM1"):
        if (!payers_.empty() && claim_.loop_of(segment) == "2330B") {
          payers_.back().id = claim_.element(segment, 9);
        }
        break;
      case tag("SVD"):
        adjudication(segment);
        break;
      case tag("CAS"):
        if (svd_ != nullptr) {
          adjudicated_ += adjustments(claim_, segment);
        } else if (!payers_.empty()) {
          payers_.back().adjusted += adjustments(claim_, segment);
          payers_.back().has_adjustments = true;
        }
        break;
      default:
        break;
    }
  }

  void service(std::optional<Decimal> const &charge) {
    charge_ = charge;
    ++lines_;
    if (charge) {
      sum_ += *charge;
    } else {
      total_.reset();  // a line without a charge: nothing to compare
    }
  }

  void adjudication(Placed const &svd) {
    end_adjudication();
    auto const paid = amount_at(claim_, svd, 2);
    if (!paid) return;
    svd_ = &svd;
    adjudicated_ = *paid;
    auto const id = claim_.element(svd, 1);
    auto const payer = std::find_if(payers_.begin(), payers_.end(),
                                    [&](OtherPayer const &other) { return other.id == id; });
    if (payer == payers_.end()) return;
    payer->has_lines = true;
    payer->paid_on_lines += *paid;
  }

  /// A line's 2430 loop has ended.
  void end_adjudication() {
    if (svd_ != nullptr && charge_ && adjudicated_ != *charge_) {
      Issue &issue = add(Fault::line_adjudication, *svd_, 2);
      issue.message += fmt::format(": {} against {}", adjudicated_.to_money(), charge_->to_money());
    }
    svd_ = nullptr;
  }

  void check_payer(OtherPayer const &payer) {
    if (!payer.paid_amount) return;
    if (payer.has_lines) {
      auto const expected = payer.paid_on_lines + minus(payer.adjusted);
      if (*payer.paid_amount == expected) return;
      add(Fault::payer_paid, *payer.paid, 2).suggestion = expected.to_money();
    } else if (payer.has_adjustments && total_) {
      auto const decided = *payer.paid_amount + payer.adjusted;
      if (decided == *total_) return;
      add(Fault::claim_adjudication, *payer.paid, 2).message +=
          fmt::format(": {} against {}", decided.to_money(), total_->to_money());
    }
  }

  Issue &add(Fault fault, Placed const &segment, std::uint8_t element) {
    return add_issue(claim_, check_of(fault), segment, {element, 0, 0}, issues_);
  }

  Case const &claim_;
  Issues &issues_;
  Placed const *header_ = nullptr;
  std::optional<Decimal> total_;   ///< CLM02
  std::optional<Decimal> charge_;  ///< of the line at hand
  Decimal sum_;                    ///< of the lines' charges
  std::size_t lines_ = 0;
  Placed const *svd_ = nullptr;  ///< of the 2430 loop at hand
  Decimal adjudicated_;          ///< what it paid and adjusted
  std::vector<OtherPayer> payers_;
};

}  // namespace

bool is_plain_and_sound(Case const &claim) {
  return PlainClaim(claim).is_sound();
}

void check_line_numbers(Case const &claim, Issues &issues) {
  std::uint32_t expected = 0;
  for (auto const &segment : claim.segments) {
    if (segment.id != tag("LX")) continue;
    ++expected;
    auto const text = claim.element(segment, 1);
    std::uint32_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) continue;  // level 1 tells
    if (number == expected) continue;
    add_issue(claim, check_of(Fault::line_number), segment, {1, 0, 0}, issues).suggestion =
        std::to_string(expected);
    expected = number;
  }
}

void check_balance(Case const &claim, Issues &issues) {
  Balance(claim, issues).run();
}

}  // namespace noc837::snip
