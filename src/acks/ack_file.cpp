// SPDX-License-Identifier: Apache-2.0
#include "acks/ack_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "edi/elements.hpp"
#include "grammar/date.hpp"

namespace noc837::acks {
namespace {

constexpr std::uint64_t greatest_control = 999'999'999;

/// What the functional group of an acknowledgement says: GS01, GS08 and ST01.
struct Group {
  std::string_view function;
  std::string_view version;
  std::string_view set;
};

Group group_of(Kind kind) {
  if (kind == Kind::claims) return {"HN", "005010X214", "277"};
  return {"FA", "005010X231A1", "999"};
}

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint64_t number_of(std::string_view text) {
  auto const digits = edi::trim(text);
  std::uint64_t value = 0;
  auto const parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return parsed.ptr == digits.data() + digits.size() ? value : 0;
}

/// When the interchange was made, where its header tells.
Stamp stamp_of(ReceivedInterchange const &received) {
  Stamp stamp{"20" + received.date, received.time};
  if (!grammar::read_date(stamp.date)) stamp.date = "20000101";
  if (stamp.time.size() != 4 || !is_digits(stamp.time)) stamp.time = "0000";
  return stamp;
}

}  // namespace

std::string_view file_kind(Kind kind) {
  switch (kind) {
    case Kind::ta1:
      return "ta1.edi";
    case Kind::implementation:
      return "999.edi";
    case Kind::claims:
      break;
  }
  return "277ca.edi";
}

std::uint64_t ControlNumbers::take(Kind kind, std::string_view received) {
  if (next_) {
    auto const number = *next_;
    next_ = number == greatest_control ? 1 : number + 1;
    return number;
  }
  constexpr std::uint64_t eight_digits = 100'000'000;
  auto const index = static_cast<std::size_t>(kind);
  auto const number =
      std::max((7 + index) * eight_digits + number_of(received) % eight_digits, least_[index]);
  least_[index] = number + 1;
  return number;
}

void AckFile::answer(ReceivedInterchange const &received) {
  received_ = received;
  segments_.use(received.delimiters);
  now_ = stamp_.value_or(stamp_of(received));
}

void AckFile::begin_interchange() {
  if (in_interchange_) return;
  in_interchange_ = true;
  sets_ = 0;
  control_ = numbers_.take(kind_, received_.control_number);
  auto const &delimiters = segments_.delimiters();
  std::string const blanks(10, ' ');
  std::string isa = "ISA";
  for (std::string const &value :
       {std::string("00"), blanks, std::string("00"), blanks, received_.receiver_qualifier,
        received_.receiver, received_.sender_qualifier, received_.sender, now_.date.substr(2),
        now_.time, std::string(1, delimiters.repetition), std::string("00501"),
        fmt::format("{:09}", control_), std::string("0"), received_.usage,
        std::string(1, delimiters.component)}) {
    isa += delimiters.element;
    isa += value;
  }
  segments_.write_raw(isa);
}

void AckFile::begin_set(ReceivedGroup const &group) {
  begin_interchange();
  auto const [function, version, set] = group_of(kind_);
  if (!in_group_) {
    in_group_ = true;
    segments_.write("GS", {function, group.receiver, group.sender, now_.date, now_.time,
                           std::to_string(control_), "X", version});
  }
  ++sets_;
  (void)segments_.take_count();
  segments_.write("ST", {set, fmt::format("{:04}", sets_), version});
}

Result<void> AckFile::end_set(std::uint64_t elsewhere) {
  auto const count = segments_.take_count() + elsewhere + 1;
  segments_.write("SE", {std::to_string(count), fmt::format("{:04}", sets_)});
  return flush();
}

Result<void> AckFile::end_interchange() {
  if (!in_interchange_) return {};
  if (in_group_) segments_.write("GE", {std::to_string(sets_), std::to_string(control_)});
  segments_.write("IEA", {in_group_ ? "1" : "0", fmt::format("{:09}", control_)});
  in_interchange_ = in_group_ = false;
  return flush();
}

std::string AckFile::reference() const {
  return fmt::format("{:09}{:04}", control_, sets_);
}

Result<io::Sink *> AckFile::sink() {
  if (sink_ == nullptr) {
    auto opened = open_(file_kind(kind_));
    if (!opened) return opened;
    sink_ = *opened;
  }
  return sink_;
}

Result<void> AckFile::flush() {
  if (segments_.text().empty()) return {};
  auto const file = sink();
  if (!file) return tl::unexpected(file.error());
  auto done = (*file)->write(segments_.text());
  segments_.clear();
  return done;
}

}  // namespace noc837::acks
