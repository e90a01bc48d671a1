// SPDX-License-Identifier: Apache-2.0
#include "verify/claims.hpp"

#include <utility>

#include "edi/elements.hpp"

namespace noc837::verify {
namespace {

using edi::tag;

/// True for a set whose claims are looked at: 837 of a guide or addendum of ours.
bool is_ours(std::string_view set, std::string_view guide) {
  if (edi::trim(set) != "837") return false;
  guide = edi::trim(guide);
  for (std::string_view const base : {"005010X222", "005010X223"}) {
    if (!guide.starts_with(base)) continue;
    auto const addendum = guide.substr(base.size());
    return addendum.empty() || addendum == "A1" || addendum == "A2" ||
           (addendum == "A3" && base.ends_with('3'));
  }
  return false;
}

/// The place of a level by HL03.
std::size_t place_of(std::string_view level) {
  if (level == "20") return 3;
  return level == "22" ? 4 : 5;
}

}  // namespace

Result<std::optional<Item>> Claims::next() {
  Segment segment;
  while (!ready_) {
    auto const more = segments_.next(segment);
    if (!more) return tl::unexpected(more.error());
    if (!*more) {
      if (claim_ || passed_) return fail(Fault::input, "the last set is not closed", "SE");
      return std::nullopt;
    }
    take(segment);
  }
  return std::exchange(ready_, std::nullopt);
}

void Claims::take(Segment const &segment) {
  auto const element = [&](std::size_t number) {
    return edi::trim(edi::element(segment.text, number, segment.delimiters.element));
  };
  structure_.take(segment, !passed_);
  if (passed_) {
    passed_->add(segment.whole);
    if (segment.id != tag("SE")) return;
    set_.digest = passed_->hex();
    passed_.reset();
    ready_ = std::exchange(set_, {});
    return;
  }
  switch (segment.id) {
    case tag("ISA"):
      return open(0, segment, segment.whole);
    case tag("GS"):
      version_ = element(8);
      return open(1, segment, segment.whole);
    case tag("ST"):
      open(2, segment, segment.whole);
      if (is_ours(element(1), element(3).empty() ? std::string_view(version_) : element(3))) return;
      set_ = {};
      set_.set = true;
      set_.number = ++sets_;
      set_.offset = segment.offset;
      passed_.emplace();
      passed_->add(segment.whole);
      return;
    case tag("HL"):
      // HL01, HL02 and HL04 are made anew by a split; Structure judges them.
      return open(place_of(element(3)), segment, segment.whole.substr(segment.text.size()));
    case tag("CLM"):
      return begin_claim(segment);
    case tag("SE"):
    case tag("GE"):
    case tag("IEA"):
      end_claim();
      return;
    default:
      break;
  }
  if (claim_) {
    claim_->parts.push_back({claim_->bytes.size(), segment.text.size(), segment.id});
    claim_->bytes.append(segment.whole);
  } else {
    above_[place_].append(segment.whole);
    known_ = false;
  }
}

void Claims::open(std::size_t place, Segment const &segment, std::string_view kept) {
  end_claim();
  for (std::size_t i = place; i < places; ++i) above_[i].clear();
  place_ = place;
  // Levels are told apart from what they would be elsewhere by their HL03.
  above_[place] = edi::element(segment.text, 3, segment.delimiters.element);
  above_[place].append(kept);
  known_ = false;
}

void Claims::begin_claim(Segment const &segment) {
  end_claim();
  claim_.emplace();
  claim_->number = ++claims_;
  claim_->offset = segment.offset;
  claim_->delimiters = segment.delimiters;
  claim_->digest = digest_of_places();
  claim_->parts.push_back({0, segment.text.size(), segment.id});
  claim_->bytes = segment.whole;
}

void Claims::end_claim() {
  if (claim_) ready_ = std::exchange(claim_, std::nullopt);
}

std::string Claims::digest_of_places() {
  if (!std::exchange(known_, true)) {
    io::Digest digest;
    for (auto const &bytes : above_) {
      digest.add(std::to_string(bytes.size()) + ":");
      digest.add(bytes);
    }
    digest_ = digest.hex();
  }
  return digest_;
}

}  // namespace noc837::verify
