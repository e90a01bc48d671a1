// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

#include <fmt/format.h>

#include "base/printable.hpp"

namespace noc837 {

std::string Error::message() const {
  std::string text;
  if (!file.empty()) text += printable(file) + ": ";
  if (line) text += fmt::format("line {}: ", *line);
  if (offset) text += fmt::format("byte {}: ", *offset);
  if (segment) text += fmt::format("segment {}: ", *segment);
  text += what;
  if (!expected.empty()) text += "; expected " + expected;
  return text;
}

}  // namespace noc837
