// SPDX-License-Identifier: Apache-2.0
#include "verify/compare.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "edi/elements.hpp"
#include "grammar/decimal.hpp"

namespace noc837::verify {
namespace {

using edi::tag;

/// Steps through the segments of a claim.
class Walk {
 public:
  explicit Walk(Item const &item) : item_(item) {}

  [[nodiscard]] bool done() const { return at_ == item_.parts.size(); }
  [[nodiscard]] bool at_line() const { return !done() && part().id == tag("LX"); }
  [[nodiscard]] std::string_view text() const { return item_.text(part()); }
  [[nodiscard]] bool at_service() const {
    return part().id == tag("SV1") || part().id == tag("SV2");
  }
  [[nodiscard]] std::string_view element(std::size_t number) const {
    return edi::trim(edi::element(text(), number, item_.delimiters.element));
  }
  /// True for a segment that corrections and notes may change, add or take out.
  [[nodiscard]] bool at_touchable() const {
    switch (part().id) {
      case tag("LX"):
      case tag("SV1"):
      case tag("SV2"):
      case tag("LIN"):
      case tag("CTP"):
      case tag("NTE"):
      case tag("HI"):
        return true;
      case tag("REF"):
        return element(1) == "XZ" || element(1) == "VY";
      default:
        return false;
    }
  }
  void step() { ++at_; }
  /// Steps to the next segment of this line for which `wanted` holds; false when there is none.
  template <class Wanted>
  bool seek(Wanted const &wanted) {
    while (!done() && !at_line() && !wanted(*this)) step();
    return !done() && !at_line();
  }

 private:
  [[nodiscard]] Item::Part const &part() const { return item_.parts[at_]; }

  Item const &item_;
  std::size_t at_ = 0;
};

/// Texts are the same, line ends inside them aside (wrapped lines may be joined).
bool same_text(std::string_view a, std::string_view b) {
  if (a == b) return true;
  auto const without_line_ends = [](std::string text) {
    std::erase_if(text, [](char c) { return c == '\r' || c == '\n'; });
    return text;
  };
  return without_line_ends(std::string(a)) == without_line_ends(std::string(b));
}

/// Amounts are the same, their spelling aside ($ and commas may be taken out).
bool same_amount(std::string_view a, std::string_view b) {
  auto const plain = [](std::string text) {
    std::erase_if(text, [](char c) { return c == '$' || c == ',' || c == ' '; });
    return text;
  };
  auto const x = plain(std::string(a));
  auto const y = plain(std::string(b));
  auto const value_x = grammar::read_decimal(x);
  auto const value_y = grammar::read_decimal(y);
  return value_x && value_y ? *value_x == *value_y : x == y;
}

/// The procedure code: the second component, or all there is before a qualifier is put in front.
std::string code_of(std::string_view composite, char separator) {
  return edi::upper(edi::trim(edi::component(composite, 2, separator)));
}

bool same_service(Walk const &in, Walk const &out, edi::Delimiters const &delimiters) {
  bool const institutional = in.text().substr(0, 3) == "SV2";
  std::size_t const composite = institutional ? 2 : 1;
  return edi::equal_folded(in.text().substr(0, 3), out.text().substr(0, 3)) &&
         code_of(in.element(composite), delimiters.component) ==
             code_of(out.element(composite), delimiters.component) &&
         same_amount(in.element(composite + 1), out.element(composite + 1));
}

/// Compares one line, or what stands before the first, and steps to its end.
bool same_line(Walk &in, Walk &out, edi::Delimiters const &delimiters) {
  auto const kept = [](Walk const &walk) { return !walk.at_touchable(); };
  auto const service = [](Walk const &walk) { return walk.at_service(); };
  auto services_in = in;
  auto services_out = out;
  for (;;) {
    bool const more = services_in.seek(service);
    if (services_out.seek(service) != more) return false;
    if (!more) break;
    if (!same_service(services_in, services_out, delimiters)) return false;
    services_in.step();
    services_out.step();
  }
  for (;;) {
    bool const more = in.seek(kept);
    if (out.seek(kept) != more) return false;
    if (!more) return true;
    if (!same_text(in.text(), out.text())) return false;
    in.step();
    out.step();
  }
}

}  // namespace

Likeness compare(Item const &in, Item const &out) {
  if (in.set != out.set || in.digest != out.digest) return Likeness::different;
  if (in.set || in.bytes == out.bytes) return Likeness::same;
  if (in.delimiters != out.delimiters) return Likeness::different;
  // Line ends belong to their segments: where no segment changed they may not have either.
  bool const same_segments = in.parts.size() == out.parts.size() &&
                             std::equal(in.parts.begin(), in.parts.end(), out.parts.begin(),
                                        [&](Item::Part const &a, Item::Part const &b) {
                                          return in.text(a) == out.text(b);
                                        });
  if (same_segments) return Likeness::different;
  Walk a(in);
  Walk b(out);
  for (;;) {
    if (!same_line(a, b, in.delimiters)) return Likeness::different;
    if (a.done() != b.done()) return Likeness::different;
    if (a.done()) return Likeness::changed;
    a.step();  // LX
    b.step();
  }
}

}  // namespace noc837::verify
