// SPDX-License-Identifier: Apache-2.0
// Dates masked or moved, in the form they came in.
#pragma once

#include <chrono>
#include <span>

#include "mask/keyed.hpp"

namespace noc837::mask {

/// Days by which one patient's dates move: 1 to 364 back, so that none comes to lie ahead.
[[nodiscard]] std::chrono::days shift_of(Key const &key, std::string_view patient);

/// Another day of the same year, by key; what is no CCYYMMDD gets other digits.
void mask_birth_date(Key const &key, std::span<char> value);

/// Moves every CCYYMMDD in a value: D8, RD8, DT. Other digits stay.
void shift_dates(std::chrono::days shift, std::span<char> value);

/// Another date in the shape of a typed one: 09/14/2026, 9-14-26, 2026-09-14.
void mask_typed_date(Key const &key, std::span<char> value);

}  // namespace noc837::mask
