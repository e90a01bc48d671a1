// SPDX-License-Identifier: Apache-2.0
// A claim as it will be written: text, not meaning, because defects write what no type allows.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tools/generator/drugs.hpp"
#include "tools/generator/money.hpp"
#include "tools/generator/payers.hpp"

namespace noc837::generator {

struct Provider {
  std::string_view last;
  std::string_view first;
  std::string npi;
  std::string_view taxonomy;
};

/// Loop 2410. A correct one has LIN and CTP, and sometimes a prescription number.
struct DrugLoop {
  bool has_ndc = true;
  std::string unused;  ///< LIN01
  std::string qualifier = "N4";
  std::string ndc;
  bool has_quantity = true;
  std::string price;  ///< CTP03, of the old guide
  std::string quantity;
  std::string unit;
  std::string prescription;  ///< REF*XZ
  std::string link;          ///< REF*VY
  int stray_elements = 0;    ///< separators after CTP05
  int stray_components = 0;
};

/// Where the drug loop stands; everything but `last` is wrong.
enum class LoopPosition { last, before_service, before_note, after_provider };

struct Note {
  std::string_view qualifier;
  std::string text;
};

enum class ServiceSegment { right, other_guide, none };

/// Loop 2400.
struct ServiceLine {
  std::string number;  ///< LX01; empty: the position in the claim
  ServiceSegment segment = ServiceSegment::right;
  std::string revenue;
  std::string_view qualifier = "HC";
  std::string code;  ///< empty: a revenue code only
  std::array<std::string, 4> modifiers;
  std::string description;
  std::string overflow;  ///< an eighth component
  std::string charge;
  Money counted;  ///< what the line adds to CLM02
  std::string noncovered;
  std::string_view unit_code = "UN";
  std::string units = "1";
  std::string place;     ///< SV105
  std::string pointers;  ///< a character each, '0' + number: '1' is the first diagnosis
  int stray_elements = 0;
  std::string_view date_qualifier = "D8";
  std::string date;  ///< empty: no DTP*472
  std::string control;
  std::vector<Note> notes;
  std::vector<DrugLoop> loops;
  LoopPosition loop_position = LoopPosition::last;
  Provider const *provider = nullptr;  ///< 2420A, 2420C in the institutional guide
  std::string adjudicated_code;        ///< SVD03-2; empty: as billed

  // What a drug line was made from, so that defects can tell it differently.
  Drug const *drug = nullptr;
  Dose dose;
  std::string_view route;
  bool paired = false;  ///< one of a JW pair

  void set_charge(Money amount) {
    charge = money_text(amount);
    counted = amount;
  }
};

/// Loop 2300 and below.
struct Claim {
  Guide guide = Guide::professional;
  Payer payer;
  Place const *location = nullptr;
  std::string id;
  std::string facility;  ///< CLM05-1: place of service or type of bill
  std::string_view frequency = "1";
  std::string original;  ///< REF*F8
  std::string authorization;
  std::string clearinghouse;  ///< REF*D9
  std::string note;           ///< 2300 NTE*ADD
  std::string_view principal_qualifier = "ABK";
  std::vector<std::string> diagnoses;
  int day = 0;  ///< of service
  Provider const *rendering = nullptr;
  std::string rendering_npi;
  bool secondary = false;  ///< as the subscriber's payer
  Payer earlier;           ///< who paid first, when secondary
  Money misstated;         ///< how far CLM02 is off
  std::vector<ServiceLine> lines;

  [[nodiscard]] bool professional() const { return guide == Guide::professional; }
  [[nodiscard]] bool medicare() const { return payer.kind == PayerKind::medicare; }
  /// Medicare hospital outpatient departments: the drug is packaged, so JW and JZ do not apply.
  [[nodiscard]] bool packaged() const { return medicare() && facility == "13"; }
  [[nodiscard]] Money total() const {
    Money sum = misstated;
    for (auto const &line : lines) sum += line.counted;
    return sum;
  }
};

struct Person {
  std::string_view last;
  std::string_view first;
  bool female = false;
  std::string street;
  std::string born;
  std::string member;  ///< of subscribers
};

struct Patient {
  Person person;  ///< of dependents
  std::vector<Claim> claims;
};

/// Loop 2000B with what hangs on it: the subscriber's own claims, or those of dependents.
struct Subscriber {
  Person person;
  Payer payer;
  Place const *location = nullptr;
  bool secondary = false;
  Payer earlier;
  bool dependents = false;
  std::vector<Patient> patients;
};

}  // namespace noc837::generator
