// SPDX-License-Identifier: Apache-2.0
// Words that name a drug and no person.
#pragma once

#include <string_view>

namespace noc837::mask {

/// True for names of drugs given by injection or infusion, for names built on a stem that the
/// United States Adopted Names Council assigns (-MAB, -CAINE, -CILLIN), and for salts and forms.
/// `word` may be in any case.
[[nodiscard]] bool is_drug_word(std::string_view word);

}  // namespace noc837::mask
