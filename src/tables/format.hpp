// SPDX-License-Identifier: Apache-2.0
// The layout of a tables file. docs/tables.md tells it in words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <type_traits>

namespace noc837::tables {

/// Days since 1970-01-01.
using Day = std::int32_t;
inline constexpr Day no_first_day = std::numeric_limits<Day>::min();
inline constexpr Day no_last_day = std::numeric_limits<Day>::max();

/// How a product is dosed, by DOSAGEFORMNAME.
enum class Form : std::uint8_t { other, liquid, powder };

/// Under what a product is sold, by MARKETINGCATEGORYNAME.
enum class Licence : std::uint8_t { other, drug, biologic };

/// A number of the crosswalk, mantissa / 10^scale; a mantissa of 0 is a number that is not given.
struct StoredDecimal {
  std::int64_t mantissa = 0;
  std::int64_t scale = 0;
  bool operator==(StoredDecimal const &) const = default;
};

/// A package of the NDC directory, or an inner package that its text names.
struct Package {
  static constexpr std::uint32_t excluded = 1;     ///< NDC_EXCLUDE_FLAG is E
  static constexpr std::uint32_t sample = 2;       ///< SAMPLE_PACKAGE is Y
  static constexpr std::uint32_t single_dose = 4;  ///< the text says SINGLE-DOSE or SINGLE-USE
  static constexpr std::uint32_t multi_dose = 8;   ///< the text says MULTI-DOSE
  static constexpr std::uint32_t inner = 16;       ///< named only in the text of another package

  std::uint64_t ndc = 0;         ///< the eleven digits as a number
  Day first_day = no_first_day;  ///< on the market from
  Day last_day = no_last_day;    ///< on the market until
  std::uint32_t product = 0;     ///< index in the products
  std::uint32_t flags = 0;

  [[nodiscard]] bool is(std::uint32_t flag) const { return (flags & flag) != 0; }
};

/// A product of the NDC directory.
struct Product {
  std::uint32_t names_offset = 0;  ///< in the names: proprietary, other and substance names
  std::uint32_t names_size = 0;
  Form form = Form::other;
  Licence licence = Licence::other;
  std::uint16_t unused = 0;
};

/// What one HCPCS code meant for an NDC over some quarters that follow one another.
struct Assignment {
  std::uint64_t ndc = 0;
  Day first_day = no_first_day;
  Day last_day = no_last_day;
  std::array<char, 8> code{};       ///< five characters, then zeros
  StoredDecimal item_size;          ///< PKG SIZE: what one vial or syringe holds
  StoredDecimal items;              ///< PKG QTY: vials or syringes in the package
  StoredDecimal units_per_item;     ///< BILLUNITS
  StoredDecimal units_per_package;  ///< BILLUNITSPKG

  [[nodiscard]] std::string_view hcpcs() const { return {code.data(), 5}; }
};

/// A span of days that a crosswalk file speaks of.
struct Quarter {
  Day first_day = 0;
  Day last_day = 0;
};

/// Where the records of a section stand.
struct Section {
  std::uint64_t offset = 0;  ///< from the start of the file, a multiple of 8
  std::uint64_t count = 0;   ///< of records, not bytes
};

/// The sections, in the file's order. A text has an entry a record: `ends` are u64 offsets in the
/// bytes behind each block.
enum class SectionId : std::size_t {
  packages,
  products,
  names,
  assignments,
  quarters,
  package_text_ends,
  package_text,
  product_text_ends,
  product_text,
  assignment_text_ends,
  assignment_text,
  source_text_ends,
  source_text,
};
inline constexpr std::size_t section_count = 13;

/// The start of the file, in the byte order of the machine that wrote it.
struct Header {
  static constexpr std::array<char, 8> expected_magic = {'N', 'O', 'C', '8', '3', '7', 'T', '\n'};
  static constexpr std::uint32_t expected_order = 0x01020304;
  static constexpr std::uint32_t current_version = 1;

  std::array<char, 8> magic = expected_magic;
  std::uint32_t byte_order = expected_order;
  std::uint32_t version = current_version;
  std::uint64_t size = 0;      ///< of the file, bytes
  std::uint64_t checksum = 0;  ///< XXH3-64 of everything behind this field
  std::array<Section, section_count> sections{};

  [[nodiscard]] Section &section(SectionId id) { return sections[static_cast<std::size_t>(id)]; }
  [[nodiscard]] Section const &section(SectionId id) const {
    return sections[static_cast<std::size_t>(id)];
  }
};

/// Bytes of the header that the checksum does not cover.
inline constexpr std::size_t unsummed_bytes = offsetof(Header, sections);
/// Entries of a text that are compressed together.
inline constexpr std::size_t block_entries = 512;

static_assert(sizeof(Package) == 24 && sizeof(Product) == 12 && sizeof(Assignment) == 88);
static_assert(unsummed_bytes == 32 && sizeof(Header) == 32 + section_count * sizeof(Section));
static_assert(std::is_trivially_copyable_v<Package> && std::is_trivially_copyable_v<Product> &&
              std::is_trivially_copyable_v<Assignment> && std::is_trivially_copyable_v<Header>);

}  // namespace noc837::tables
