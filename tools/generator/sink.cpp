// SPDX-License-Identifier: Apache-2.0
// A file or stdout, written in large blocks.
#include "tools/generator/sink.hpp"

#include <cerrno>
#include <system_error>

namespace noc837::generator {
namespace {

[[noreturn]] void fail(std::string const &path) {
  throw std::system_error(errno, std::generic_category(), path);
}

}  // namespace

Sink::Sink(std::string const &path) : path_(path) {
  file_.reset(path == "-" ? stdout : std::fopen(path.c_str(), "wb"));
  if (!file_) fail(path_);
  std::setvbuf(file_.get(), nullptr, _IONBF, 0);
  buffer_.reserve(block + block / 4);
}

void Sink::write_out() {
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) != buffer_.size()) fail(path_);
  written_ += buffer_.size();
  buffer_.clear();
}

void Sink::finish() {
  write_out();
  if (std::fclose(file_.release()) != 0) fail(path_);
}

}  // namespace noc837::generator
