// SPDX-License-Identifier: Apache-2.0
// Any text as an NDC, a quantity, an amount and a date.
#include <algorithm>

#include "fuzz.hpp"
#include "grammar/date.hpp"
#include "grammar/decimal.hpp"
#include "grammar/ndc.hpp"
#include "grammar/quantity.hpp"

using namespace noc837;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const *data, std::size_t size) {
  auto const text = fuzz::text_of(data, size);
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  auto const ndc = grammar::read_ndc(text);
  if (ndc.known()) {
    fuzz::require(
        ndc.eleven.size() == 11 && std::all_of(ndc.eleven.begin(), ndc.eleven.end(), digit),
        "an NDC that is known has eleven digits");
    auto const again = grammar::read_ndc(ndc.eleven);
    fuzz::require(again.known() && again.eleven == ndc.eleven, "its eleven digits are read as it");
    std::size_t const typed =
        static_cast<std::size_t>(std::count_if(text.begin(), text.end(), digit));
    fuzz::require(typed >= 10, "no digit of an NDC is made up but a padding zero");
  }
  if (auto const amount = grammar::read_decimal(text)) {
    auto const again = grammar::read_decimal(amount->to_string());
    fuzz::require(again && *again == *amount, "a decimal is read as it is written");
  }
  if (auto const number = grammar::plain_number(text)) {
    fuzz::require(grammar::read_decimal(*number).has_value(), "a plain number is a number");
  }
  static_cast<void>(grammar::read_typed_quantity(text));
  static_cast<void>(grammar::read_date(text));
  static_cast<void>(grammar::read_period("RD8", text));
  return 0;
}
