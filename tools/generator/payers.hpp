// SPDX-License-Identifier: Apache-2.0
// Where providers practise, and the payers whose claims are written.
#pragma once

#include <span>
#include <string_view>

#include "tools/generator/guide.hpp"

namespace noc837::generator {

enum class PayerKind { medicare, aetna, bcbs, cigna, unitedhealthcare, medicaid, unknown };

/// The Medicare contractors want different descriptions.
enum class Contractor { palmetto, noridian, ngs, wps, cgs, fcso, novitas };

struct Place {
  std::string_view city;
  std::string_view state;
  std::string_view zip;
  Contractor contractor;
  std::string_view contractor_name;
  std::string_view part_b;
  std::string_view part_a;
  std::string_view blue_name;
  std::string_view blue_id;
  std::string_view medicaid_name;
  std::string_view medicaid_id;
};

struct Payer {
  PayerKind kind = PayerKind::aetna;
  std::string_view name;
  std::string_view id;
  std::string_view filing;  ///< SBR09

  /// Medicare and Medicaid insure the person, not a family.
  [[nodiscard]] bool has_dependents() const {
    return kind != PayerKind::medicare && kind != PayerKind::medicaid;
  }
};

std::span<Place const> places();

/// The payer of this kind for providers of `place`.
Payer payer_at(PayerKind kind, Place const &place, Guide guide);

/// Throws std::invalid_argument for a name that is none of the six.
PayerKind payer_kind(std::string_view name);

}  // namespace noc837::generator
