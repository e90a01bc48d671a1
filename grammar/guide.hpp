// SPDX-License-Identifier: Apache-2.0
// An implementation guide as flat tables: loops, segments, elements, codes and conditions. The
// tables are made from grammar/guides/*.guide when the program is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "edi/segment.hpp"
#include "grammar/eight_bytes.hpp"

namespace noc837::grammar {

/// Type of a data element.
enum class ValueType : std::uint8_t {
  identifier,  ///< ID
  string,      ///< AN
  integer,     ///< N0
  decimal,     ///< R
  date,        ///< DT: CCYYMMDD or YYMMDD
  time,        ///< TM: HHMM, HHMMSS or with one or two digits more
  padded,      ///< text of a fixed width, which may be blanks alone: ISA02
  composite,
};

enum class Usage : std::uint8_t { required, situational, not_used };

/// What it takes to tell that a value is sound. Most are of a shape that takes a few steps.
enum class Shape : std::uint8_t {
  text,       ///< printable text between the lengths; codes, if any, are a set kept by others
  code,       ///< one of the codes, which all are of eight characters at most
  integer,    ///< digits
  decimal,    ///< digits with a point among them
  period,     ///< a date whose format the value before it names
  composite,  ///< components
  other,      ///< a closer look
};

/// A data element of the standard.
struct DataElement {
  std::string_view number;  ///< 782, C003, I05
  std::string_view name;    ///< Monetary Amount
};

/// An element, or a component of one, as a guide uses it.
struct ElementUse {
  std::uint16_t least = 0;         ///< characters; of a number digits
  std::uint16_t most = 0;          ///< likewise
  std::uint16_t data_element = 0;  ///< in Guide::data_elements
  std::uint16_t codes = 0;         ///< first of the allowed values in Guide::codes
  std::uint16_t code_count = 0;    ///< 0: any value
  std::uint16_t components = 0;    ///< first component in Guide::elements
  std::uint8_t component_count = 0;
  std::uint8_t repeats = 1;
  ValueType type = ValueType::string;
  Usage usage = Usage::situational;
  bool code_set = false;  ///< the codes are a set kept by others: level 5
  bool dated = false;     ///< a date whose format the value before it names (1250, 1251)
  Shape shape = Shape::other;
  std::uint16_t required = 0;  ///< bit n: component n is required
  std::uint16_t not_used = 0;  ///< bit n: component n is not used
};

/// A syntax condition of the standard between elements of one segment.
struct Condition {
  enum class Kind : std::uint8_t {
    paired,       ///< P: all or none
    required,     ///< R: at least one
    exclusive,    ///< E: at most one
    conditional,  ///< C: with the first, all others
    list,         ///< L: with the first, at least one other
  };
  Kind kind = Kind::paired;
  std::uint8_t first = 0;  ///< element number
  std::uint32_t mask = 0;  ///< bit n for element n, the first included
};

/// A segment at one place of a guide.
struct SegmentUse {
  std::uint16_t tag = 0;       ///< in Guide::tags
  std::uint16_t elements = 0;  ///< element 01 in Guide::elements
  std::uint16_t conditions = 0;
  std::uint8_t element_count = 0;
  std::uint8_t condition_count = 0;
  std::uint32_t required = 0;  ///< bit n: element n is required
  std::uint32_t not_used = 0;  ///< bit n: element n is not used
};

/// A segment or loop inside a loop.
struct Child {
  std::uint16_t target = 0;    ///< in Guide::segments, or in Guide::loops
  std::uint16_t position = 0;  ///< children of the same position come in any order
  std::uint16_t most = 1;      ///< 0: any number
  Usage usage = Usage::situational;
  bool is_loop = false;
  bool is_unit = false;     ///< a loop that the reader gives as a unit of its own
  std::uint8_t bit = 0;     ///< of its own in Loop::due where it must occur; else 0
  std::uint8_t before = 0;  ///< bits of those that must occur at a lower position
};

struct Loop {
  std::string_view id;            ///< 2010AA
  std::string_view name;          ///< Billing provider
  std::uint16_t children = 0;     ///< in Guide::children
  std::uint16_t child_count = 0;  ///< the first child is the segment that begins the loop
  std::uint16_t required = 0;     ///< in Guide::required: children that must occur
  std::uint16_t required_count = 0;
  std::uint8_t due = 0;  ///< bits of those, without the first child's
};

/// A segment id and the element whose value tells its uses apart: REF01, HI01-1.
struct TagUse {
  edi::Tag tag = 0;
  std::uint8_t key_element = 0;    ///< 0: none
  std::uint8_t key_component = 0;  ///< 0: the element is no composite
  bool ambiguous = false;          ///< in some loop two uses have the same key
};

/// A child that a segment with this key can be. What the walk asks of it is held here as well, so
/// that it looks in one place.
struct Candidate {
  std::uint64_t code = 0;      ///< packed key; 0: any
  std::uint16_t child = 0;     ///< in Guide::children
  std::uint16_t position = 0;  ///< of the child
  std::uint16_t most = 0;      ///< of the child
  std::uint16_t use = 0;       ///< in Guide::segments: the segment itself, or a loop's first
};

/// The candidates of one segment id in one loop.
struct Slot {
  std::uint16_t begin = 0;
  std::uint16_t count = 0;
};

/// A code as a number; of codes longer than eight characters a hash that no shorter one has.
[[nodiscard]] constexpr std::uint64_t packed_code(std::string_view code) {
  std::uint64_t value = 0;
  if (code.size() <= 8) {
    for (char const c : code) value = value << 8U | static_cast<unsigned char>(c);
    return value;
  }
  value = 0xcbf29ce484222325U;
  for (char const c : code) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return value | std::uint64_t{1} << 63U;
}

/// The same of a code in a run of bytes that ends at `end`.
[[nodiscard]] inline std::uint64_t packed_code(std::string_view code, char const *end) {
  if (code.empty() || code.size() > 8 || end - code.data() < 8) return packed_code(code);
  return __builtin_bswap64(eight_bytes(code.data())) >> (64 - 8 * code.size());
}

struct Guide {
  std::string_view name;     ///< 837P
  std::string_view version;  ///< 005010X222A1
  std::span<Loop const> loops;
  std::span<Child const> children;
  std::span<SegmentUse const> segments;
  std::span<ElementUse const> elements;
  std::span<Condition const> conditions;
  std::span<std::uint64_t const> codes;  ///< of each element sorted
  std::span<std::uint16_t const> required;
  std::span<TagUse const> tags;
  std::span<std::uint8_t const> tag_hash;  ///< 256 entries: index of a tag plus one, or 0
  std::uint32_t tag_multiplier = 0;
  std::span<Slot const> slots;  ///< loop * tags.size() + tag
  std::span<Candidate const> candidates;
  std::span<DataElement const> data_elements;

  static constexpr std::size_t no_tag = ~std::size_t{0};

  /// The place of `tag` in tags; no_tag where the guide has no such segment.
  [[nodiscard]] std::size_t tag_index(edi::Tag tag) const {
    auto const at = tag_hash[tag * tag_multiplier >> 24U];
    return at != 0 && tags[at - 1U].tag == tag ? at - 1U : no_tag;
  }
  [[nodiscard]] std::span<Candidate const> candidates_of(std::size_t loop, std::size_t tag) const {
    Slot const slot = slots[loop * tags.size() + tag];
    return candidates.subspan(slot.begin, slot.count);
  }
  [[nodiscard]] std::span<ElementUse const> elements_of(SegmentUse const &segment) const {
    return elements.subspan(segment.elements, segment.element_count);
  }
  [[nodiscard]] std::span<ElementUse const> components_of(ElementUse const &element) const {
    return elements.subspan(element.components, element.component_count);
  }
  [[nodiscard]] std::span<std::uint64_t const> codes_of(ElementUse const &element) const {
    return codes.subspan(element.codes, element.code_count);
  }
  /// The loop's place in loops; loops.size() where there is none of this id.
  [[nodiscard]] std::size_t loop_index(std::string_view id) const;
};

[[nodiscard]] Guide const &guide_837p();      // 005010X222A1
[[nodiscard]] Guide const &guide_837i();      // 005010X223A2
[[nodiscard]] Guide const &guide_999();       // 005010X231A1
[[nodiscard]] Guide const &guide_277ca();     // 005010X214
[[nodiscard]] Guide const &guide_envelope();  // ISA, GS, ST, SE, GE, IEA, each a loop of its own

}  // namespace noc837::grammar
