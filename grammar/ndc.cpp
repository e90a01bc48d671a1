// SPDX-License-Identifier: Apache-2.0
#include "grammar/ndc.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "grammar/ndc_def.hpp"

namespace noc837::grammar {
namespace {

using edi::Slice;

auto const ndc = *x3::lit(' ') >> x3::omit[-ndc_prefix] >> (capture[ndc_group] % ndc_separator) >>
                 *x3::lit(' ') >> x3::eoi;

std::ptrdiff_t stars_of(std::vector<Slice> const &groups) {
  std::ptrdiff_t stars = 0;
  for (Slice const group : groups) {
    auto const text = group.view();
    stars += std::count(text.begin(), text.end(), '*');
  }
  return stars;
}

/// A star is a zero only where a label may leave one out: at the front of a group.
bool stars_in_front(std::vector<Slice> const &groups) {
  return std::all_of(groups.begin(), groups.end(), [](Slice group) {
    return group.view().substr(1).find('*') == std::string_view::npos;
  });
}

std::string digits_of(Slice group) {
  std::string digits(group.view());
  std::replace(digits.begin(), digits.end(), '*', '0');
  return digits;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Form {
  std::array<std::size_t, 3> widths;
  NdcShape shape;
};
constexpr Form forms[] = {
    {{5, 4, 2}, NdcShape::five_four_two},  {{4, 4, 2}, NdcShape::four_four_two},
    {{5, 3, 2}, NdcShape::five_three_two}, {{5, 4, 1}, NdcShape::five_four_one},
    {{6, 4, 2}, NdcShape::six_four_two},
};

void read_three_groups(std::vector<Slice> const &groups, bool starred, Ndc &value) {
  for (Form const &form : forms) {
    if (groups[0].size != form.widths[0] || groups[1].size != form.widths[1] ||
        groups[2].size != form.widths[2]) {
      continue;
    }
    if (starred && form.shape != NdcShape::five_four_two) return;
    value.shape = starred ? NdcShape::starred : form.shape;
    if (form.shape == NdcShape::six_four_two) return;
    constexpr std::array<std::size_t, 3> hipaa = {5, 4, 2};
    for (std::size_t i = 0; i < 3; ++i) {
      std::string const digits = digits_of(groups[i]);
      value.eleven.append(hipaa[i] - digits.size(), '0').append(digits);
    }
    return;
  }
}

}  // namespace

Ndc read_ndc(std::string_view text) {
  Ndc value;
  if (text.size() == 11 && std::all_of(text.begin(), text.end(), is_digit)) {
    value.shape = NdcShape::eleven;  // what nearly every LIN03 is, without the grammar
    value.digits = text;
    value.eleven = text;
    return value;
  }
  std::vector<Slice> groups;
  char const *first = text.data();
  char const *const last = first + text.size();
  if (!x3::parse(first, last, ndc, groups)) return value;
  value.padded = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  auto const start = text.find_first_not_of(' ');
  value.prefixed = start != std::string_view::npos && (text[start] == 'N' || text[start] == 'n');
  for (Slice const group : groups) value.digits += digits_of(group);
  auto const stars = stars_of(groups);
  bool const starred = stars > 0;
  // A label has ten digits: one zero can be left out of the eleven, not two.
  if (starred && (stars > 1 || !stars_in_front(groups))) return value;
  if (groups.size() == 3) {
    read_three_groups(groups, starred, value);
  } else if (groups.size() == 1 && !starred) {
    if (value.digits.size() == 11) {
      value.shape = NdcShape::eleven;
      value.eleven = value.digits;
    } else if (value.digits.size() == 10) {
      value.shape = NdcShape::ten;
    } else if (value.digits.size() == 12) {
      value.shape = NdcShape::twelve;
    }
  }
  return value;
}

}  // namespace noc837::grammar
