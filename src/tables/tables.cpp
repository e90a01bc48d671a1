// SPDX-License-Identifier: Apache-2.0
#include "tables/tables.hpp"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>

namespace noc837::tables {
namespace {

constexpr std::size_t ndc_digits = 11;

/// Records of a sorted table with this NDC.
template <class Record>
std::span<Record const> with_ndc(std::span<Record const> records, std::uint64_t ndc) {
  auto const first = std::lower_bound(
      records.begin(), records.end(), ndc,
      [](Record const &record, std::uint64_t wanted) { return record.ndc < wanted; });
  auto last = first;
  while (last != records.end() && last->ndc == ndc) ++last;
  return {first, last};
}

/// The fields of an entry, separated by tabs; empty ones where it has fewer.
template <std::size_t N>
std::array<std::string, N> fields_of(std::string_view text) {
  std::array<std::string, N> out;
  for (auto &field : out) {
    auto const value = text.substr(0, text.find('\t'));
    field = value;
    text.remove_prefix(std::min(text.size(), value.size() + 1));
  }
  return out;
}

constexpr std::uint32_t swapped(std::uint32_t value) {
  return (value >> 24U) | ((value >> 8U) & 0xFF00U) | ((value << 8U) & 0xFF0000U) | (value << 24U);
}

Result<void> check_header(Header const &header, std::string_view bytes) {
  if (header.magic != Header::expected_magic) {
    return fail(Fault::usage, "is no tables file", "a file that `noc837 tables build` wrote");
  }
  if (header.byte_order == swapped(Header::expected_order)) {
    return fail(Fault::usage, "was built on a machine with another byte order",
                "tables built on a machine like this one");
  }
  if (header.version > Header::current_version) {
    return fail(Fault::usage,
                fmt::format("has version {} of the tables format, which is newer than this program",
                            header.version),
                fmt::format("version {}", Header::current_version));
  }
  if (header.version < Header::current_version || header.byte_order != Header::expected_order) {
    return fail(Fault::usage, "was built by another version of noc837", "tables built anew");
  }
  if (header.size != bytes.size()) {
    return fail(Fault::usage,
                fmt::format("has {} bytes and was written with {}", bytes.size(), header.size),
                "a whole file: build or copy it anew");
  }
  if (header.checksum !=
      XXH3_64bits(bytes.data() + unsummed_bytes, bytes.size() - unsummed_bytes)) {
    return fail(Fault::usage, "is damaged: its checksum does not agree with its content",
                "a whole file: build or copy it anew");
  }
  return {};
}

/// Gives out the sections of a file, and remembers whether each lies in it.
class Sections {
 public:
  Sections(Header const &header, std::string_view bytes) : header_(header), bytes_(bytes) {}

  template <class Record>
  std::span<Record const> records(SectionId id) {
    auto const &section = header_.section(id);
    if (section.offset % alignof(std::uint64_t) != 0 || section.offset > bytes_.size() ||
        section.count > (bytes_.size() - section.offset) / sizeof(Record)) {
      sound_ = false;
      return {};
    }
    // The mapping begins at a page and the records are plain numbers, written the same way.
    return {reinterpret_cast<Record const *>(bytes_.data() + section.offset), section.count};
  }
  std::string_view text(SectionId id) {
    auto const chars = records<char>(id);
    return {chars.data(), chars.size()};
  }
  TextColumn column(SectionId ends, SectionId bytes) {
    return {records<std::uint64_t>(ends), text(bytes)};
  }
  [[nodiscard]] bool sound() const { return sound_; }

 private:
  Header const &header_;
  std::string_view bytes_;
  bool sound_ = true;
};

}  // namespace

std::optional<std::uint64_t> ndc_number(std::string_view eleven) {
  std::uint64_t value = 0;
  auto const *const end = eleven.data() + eleven.size();
  auto const read = std::from_chars(eleven.data(), end, value);
  if (eleven.size() != ndc_digits || read.ec != std::errc() || read.ptr != end) {
    return std::nullopt;
  }
  return value;
}

std::string ndc_text(std::uint64_t ndc) {
  return fmt::format("{:011}", ndc);
}

Day day_of(grammar::Date const &date) {
  return static_cast<Day>(std::chrono::sys_days(date).time_since_epoch().count());
}

grammar::Date date_of(Day day) {
  return std::chrono::sys_days(std::chrono::days(day));
}

std::optional<Decimal> value_of(StoredDecimal const &number) {
  if (number.mantissa == 0) return std::nullopt;
  return Decimal(number.mantissa, static_cast<int>(number.scale));
}

Result<Tables> Tables::open(std::string const &path) {
  auto file = io::MappedFile::open(path);
  if (!file) return tl::unexpected(file.error());
  Tables tables(std::move(*file));
  if (auto done = tables.read(); !done) return with_file(done.error(), path);
  return tables;
}

Result<void> Tables::read() {
  auto const bytes = file_.bytes();
  if (bytes.size() < sizeof(Header)) {
    return fail(Fault::usage, "is too short to be a tables file",
                "a file that `noc837 tables build` wrote");
  }
  auto const &header = *reinterpret_cast<Header const *>(bytes.data());
  if (auto done = check_header(header, bytes); !done) return done;
  Sections sections(header, bytes);
  packages_ = sections.records<Package>(SectionId::packages);
  products_ = sections.records<Product>(SectionId::products);
  names_ = sections.text(SectionId::names);
  assignments_ = sections.records<Assignment>(SectionId::assignments);
  quarters_ = sections.records<Quarter>(SectionId::quarters);
  package_texts_ = sections.column(SectionId::package_text_ends, SectionId::package_text);
  product_texts_ = sections.column(SectionId::product_text_ends, SectionId::product_text);
  assignment_texts_ = sections.column(SectionId::assignment_text_ends, SectionId::assignment_text);
  source_texts_ = sections.column(SectionId::source_text_ends, SectionId::source_text);
  if (!sections.sound()) return fail(Fault::usage, "is damaged: its sections lie outside it");
  return {};
}

std::span<Package const> Tables::packages(std::uint64_t ndc) const {
  return with_ndc(packages_, ndc);
}

std::span<Package const> Tables::packages(std::string_view eleven) const {
  auto const ndc = ndc_number(eleven);
  return ndc ? packages(*ndc) : std::span<Package const>();
}

Product const &Tables::product(Package const &package) const {
  static constexpr Product none;
  return package.product < products_.size() ? products_[package.product] : none;
}

std::string_view Tables::names(Product const &product) const {
  if (product.names_offset > names_.size()) return {};
  return names_.substr(product.names_offset, product.names_size);
}

std::span<Assignment const> Tables::assignments(std::uint64_t ndc) const {
  return with_ndc(assignments_, ndc);
}

std::span<Assignment const> Tables::assignments(std::string_view eleven) const {
  auto const ndc = ndc_number(eleven);
  return ndc ? assignments(*ndc) : std::span<Assignment const>();
}

bool Tables::covers(Day day) const {
  return std::any_of(quarters_.begin(), quarters_.end(), [&](Quarter const &quarter) {
    return quarter.first_day <= day && day <= quarter.last_day;
  });
}

std::string Tables::package_text(Package const &package) const {
  return package_texts_.at(static_cast<std::size_t>(&package - packages_.data()));
}

ProductText Tables::product_text(Package const &package) const {
  auto f = fields_of<7>(product_texts_.at(package.product));
  return {std::move(f[0]), std::move(f[1]), std::move(f[2]), std::move(f[3]),
          std::move(f[4]), std::move(f[5]), std::move(f[6])};
}

AssignmentText Tables::assignment_text(Assignment const &assignment) const {
  auto f = fields_of<4>(
      assignment_texts_.at(static_cast<std::size_t>(&assignment - assignments_.data())));
  return {std::move(f[0]), std::move(f[1]), std::move(f[2]), std::move(f[3])};
}

std::vector<std::string> Tables::sources() const {
  std::vector<std::string> out;
  for (std::string line; !(line = source_texts_.at(out.size())).empty();) out.push_back(line);
  return out;
}

}  // namespace noc837::tables
