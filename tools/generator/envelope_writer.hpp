// SPDX-License-Identifier: Apache-2.0
// Writes the envelope and the levels above the claims, and keeps their counts.
#pragma once

#include <cstdint>
#include <string>

#include "tools/generator/claim_maker.hpp"
#include "tools/generator/segment_writer.hpp"

namespace noc837::generator {

/// ISA to IEA with HL numbers, segment counts and control numbers that agree. The calls must
/// nest as the segments do.
class EnvelopeWriter {
 public:
  EnvelopeWriter(std::string &out, Delimiters const &delimiters, std::uint64_t control);

  void open_interchange();
  void open_group(Guide guide);
  void open_set();
  void billing(Billing const &billing);
  void subscriber(Subscriber const &subscriber);
  void close_set();
  void close_group();
  void close_interchange();

  [[nodiscard]] std::string const &interchange_control() const { return interchange_; }
  [[nodiscard]] std::string group_control() const { return std::to_string(groups_); }
  [[nodiscard]] std::string set_control() const;

 private:
  void person(std::string_view role, Person const &person, Place const &place);
  std::uint64_t level(std::string_view parent, std::string_view kind, bool children);

  std::string &buffer_;
  SegmentWriter out_;
  std::string interchange_;
  Guide guide_ = Guide::professional;
  std::uint64_t groups_ = 0;
  std::uint64_t sets_ = 0;
  std::uint64_t set_start_ = 0;
  std::uint64_t levels_ = 0;
  std::string billing_level_;
};

}  // namespace noc837::generator
