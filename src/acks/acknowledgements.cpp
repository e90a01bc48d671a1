// SPDX-License-Identifier: Apache-2.0
#include "acks/acknowledgements.hpp"

#include <fmt/chrono.h>

#include <ctime>

namespace noc837::acks {

using claims::UnitKind;

namespace {

Options with_time(Options options) {
  if (options.stamp || !options.clock) return options;
  auto const now = fmt::localtime(std::time(nullptr));
  options.stamp = Stamp{fmt::format("{:%Y%m%d}", now), fmt::format("{:%H%M}", now)};
  return options;
}

}  // namespace

Acknowledgements::Acknowledgements(Options const &options, AckFile::Open const &open,
                                   std::string const &folder)
    : options_(with_time(options)), numbers_(options) {
  auto const file = [&](Kind kind) { return AckFile(kind, open, options_, numbers_); };
  if (options.interchange) interchange_.emplace(file(Kind::ta1));
  if (options.implementation) implementation_.emplace(file(Kind::implementation));
  if (options.claims) claims_.emplace(file(Kind::claims), folder);
}

Result<void> Acknowledgements::unit(claims::Unit const &unit) {
  if (unit.kind == UnitKind::interchange) {
    received_ = received_interchange(unit);
    if (!received_) return {};  // the reader would have refused it
    if (interchange_) interchange_->begin(*received_);
    if (implementation_) implementation_->begin(*received_);
    if (claims_) claims_->begin(*received_);
    return {};
  }
  if (implementation_) {
    if (auto done = implementation_->unit(unit); !done) return done;
  }
  if (claims_) {
    if (auto done = claims_->unit(unit); !done) return done;
  }
  if (unit.kind != UnitKind::interchange_end) return {};
  received_.reset();
  return interchange_ ? interchange_->end() : Result<void>();
}

Result<void> Acknowledgements::claim(claims::Unit const &unit, edits::Review const *review) {
  if (implementation_) {
    if (auto done = implementation_->claim(review); !done) return done;
  }
  return claims_ ? claims_->claim(unit, review) : Result<void>();
}

Result<void> Acknowledgements::finding(rules::Finding const &finding) {
  if (interchange_) interchange_->finding(finding);
  return implementation_ ? implementation_->finding(finding) : Result<void>();
}

Result<std::string> Acknowledgements::refusal(Error const &error) {
  std::string text;
  if (!interchange_ || !received_) return text;
  io::StringSink sink(text);
  auto const open = [&](std::string_view) -> Result<io::Sink *> { return &sink; };
  ControlNumbers numbers(options_);
  InterchangeAck ack(AckFile(Kind::ta1, open, options_, numbers));
  ack.begin(*received_);
  if (auto done = ack.refuse(error); !done) return tl::unexpected(done.error());
  return text;
}

}  // namespace noc837::acks
