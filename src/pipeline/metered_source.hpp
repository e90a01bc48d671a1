// SPDX-License-Identifier: Apache-2.0
// A source that tells a meter what was read of it.
#pragma once

#include "io/source.hpp"
#include "pipeline/meter.hpp"

namespace noc837::pipeline {

class MeteredSource final : public io::Source {
 public:
  /// `meter` may be null.
  MeteredSource(io::Source &source, Meter *meter) : source_(source), meter_(meter) {}

  Result<std::size_t> read(char *to, std::size_t size) override {
    auto got = source_.read(to, size);
    if (meter_ != nullptr) {
      auto const now = source_.stored_bytes();
      meter_->stored_bytes += now - told_;
      told_ = now;
      meter_->tick();
    }
    return got;
  }
  [[nodiscard]] io::Codec codec() const override { return source_.codec(); }
  [[nodiscard]] std::uint64_t stored_bytes() const override { return source_.stored_bytes(); }
  [[nodiscard]] std::string sha256() override { return source_.sha256(); }

 private:
  io::Source &source_;
  Meter *meter_;
  std::uint64_t told_ = 0;
};

}  // namespace noc837::pipeline
