// SPDX-License-Identifier: Apache-2.0
// Reference tables that know the drugs of the generator, in the layouts of the FDA and of CMS.
#pragma once

#include <string>
#include <string_view>

namespace noc837::generator {

/// Packages of a drug that the directory knows beside the one that is billed; `unlisted` is the
/// one that it does not know. Each is named by the last two digits of its NDC.
enum class Sold { withdrawn, multi_dose, biologic, under_own_code, unlisted };

/// The NDC of that package.
[[nodiscard]] std::string package_of(std::string_view ndc, Sold sold);

/// A product that no line bills, as a liquid or as a powder.
[[nodiscard]] std::string_view other_product(bool liquid);

/// Writes package.txt, product.txt and crosswalk.csv, which holds for any quarter, into `folder`.
/// Throws std::system_error.
void write_directory(std::string const &folder);

}  // namespace noc837::generator
