// SPDX-License-Identifier: Apache-2.0
// One file of acknowledgements: envelopes turned round to the submitter, with their counts.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "acks/options.hpp"
#include "acks/received.hpp"
#include "acks/segment_writer.hpp"
#include "base/error.hpp"
#include "io/sink.hpp"

namespace noc837::acks {

enum class Kind : std::uint8_t { ta1, implementation, claims };

/// "ta1.edi", "999.edi", "277ca.edi".
[[nodiscard]] std::string_view file_kind(Kind kind);

/// Control numbers of the interchanges written for one input: counted up from the number that the
/// user gave, or made from the ISA13 that is answered with 7, 8 or 9 for TA1, 999 and 277CA in
/// front. No two are the same, even where the input repeats one.
class ControlNumbers {
 public:
  explicit ControlNumbers(Options const &options) : next_(options.control) {}
  [[nodiscard]] std::uint64_t take(Kind kind, std::string_view received);

 private:
  std::optional<std::uint64_t> next_;
  std::array<std::uint64_t, 3> least_{};  ///< of each kind, behind those taken
};

/// An interchange for each that is answered, holding one functional group of sets. Nothing is
/// opened before there is something to write.
class AckFile {
 public:
  /// Gives the sink of a file when its first byte is to be written.
  using Open = std::function<Result<io::Sink *>(std::string_view kind)>;

  AckFile(Kind kind, Open open, Options const &options, ControlNumbers &numbers)
      : kind_(kind), open_(std::move(open)), stamp_(options.stamp), numbers_(numbers) {}

  /// What is written from here on answers this interchange.
  void answer(ReceivedInterchange const &received);

  /// Writes ISA where it is not written.
  void begin_interchange();
  /// Writes ISA, GS and ST where they are not written; `group` is the one answered.
  void begin_set(ReceivedGroup const &group);
  /// Writes SE; `elsewhere` segments of the set were written past segments().
  [[nodiscard]] Result<void> end_set(std::uint64_t elsewhere = 0);
  /// Writes GE and IEA if an ISA was written.
  [[nodiscard]] Result<void> end_interchange();

  [[nodiscard]] SegmentWriter &segments() { return segments_; }
  [[nodiscard]] Stamp const &stamp() const { return now_; }
  /// Identifies the set at hand among all that are written: BHT03, TRN02.
  [[nodiscard]] std::string reference() const;

  /// The file; flush() what is in segments() before writing to it.
  [[nodiscard]] Result<io::Sink *> sink();
  [[nodiscard]] Result<void> flush();

 private:
  Kind kind_;
  Open open_;
  std::optional<Stamp> stamp_;
  ControlNumbers &numbers_;
  io::Sink *sink_ = nullptr;
  SegmentWriter segments_;
  ReceivedInterchange received_;
  Stamp now_;
  std::uint64_t control_ = 0;
  std::uint64_t sets_ = 0;
  bool in_interchange_ = false;
  bool in_group_ = false;
};

}  // namespace noc837::acks
