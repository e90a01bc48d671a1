// SPDX-License-Identifier: Apache-2.0
// Interchanges for tests, written with * : ^ ~ and put into any delimiters.
#pragma once

#include <string>
#include <string_view>

#include "edi/delimiters.hpp"

namespace noc837::test {

/// `text`, written with * : ^ ~, in other delimiters and with `line_end` after each segment.
inline std::string in_delimiters(std::string_view text, edi::Delimiters const &delimiters,
                                 std::string_view line_end = "") {
  std::string out;
  for (char const c : text) {
    switch (c) {
      case '*':
        out += delimiters.element;
        break;
      case ':':
        out += delimiters.component;
        break;
      case '^':
        out += delimiters.repetition;
        break;
      case '~':
        out.append(1, delimiters.terminator).append(line_end);
        break;
      default:
        out += c;
    }
  }
  return out;
}

inline constexpr std::string_view isa_text =
    "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260914*1530*^*00501*"
    "000000001*0*T*:~";

/// ISA, `groups` and an IEA that counts them.
inline std::string interchange(std::string_view groups, edi::Delimiters const &delimiters = {},
                               std::string_view line_end = "") {
  std::size_t count = 0;
  for (auto at = groups.find("GS*"); at != groups.npos; at = groups.find("GS*", at + 1)) ++count;
  std::string text(isa_text);
  text.append(groups).append("IEA*" + std::to_string(count) + "*000000001~");
  return in_delimiters(text, delimiters, line_end);
}

/// A group of `sets` under GS06 `number`.
inline std::string group(std::string_view sets, std::string_view version = "005010X222A1",
                         std::string_view number = "1") {
  std::size_t count = 0;
  for (auto at = sets.find("ST*"); at != sets.npos; at = sets.find("ST*", at + 1)) ++count;
  std::string text = "GS*HC*S*R*20260914*1530*";
  text.append(number).append("*X*").append(version).append("~").append(sets);
  return text.append("GE*" + std::to_string(count) + "*").append(number).append("~");
}

/// A transaction set of `body` (BHT included here) with a right SE.
inline std::string transaction_set(std::string_view body, std::string_view number = "0001",
                                   std::string_view guide = "005010X222A1",
                                   std::string_view type = "837") {
  std::string text = "ST*";
  text.append(type).append("*").append(number).append("*").append(guide).append("~");
  text.append("BHT*0019*00*1*20260914*1530*CH~").append(body);
  std::size_t segments = 1;
  for (char const c : text) segments += c == '~' ? 1U : 0U;
  return text.append("SE*" + std::to_string(segments) + "*").append(number).append("~");
}

inline constexpr std::string_view billing_level =
    "HL*1**20*1~NM1*85*2*TEST CLINIC*****XX*1234567893~N4*SPRINGFIELD*IL*62701~";
inline constexpr std::string_view subscriber_level =
    "HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*M1~NM1*PR*2*TEST PAYER*****PI*12345~";

}  // namespace noc837::test
