// SPDX-License-Identifier: Apache-2.0
// A file or stdout, written in large blocks.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

namespace noc837::generator {

/// Holds at most a few megabytes; every failure to write is a std::system_error.
class Sink {
 public:
  /// `-` is stdout.
  explicit Sink(std::string const &path);

  /// Append here, then call passed().
  std::string &buffer() { return buffer_; }
  /// Writes the buffer out when it has become large.
  void passed() {
    if (buffer_.size() >= block) write_out();
  }
  [[nodiscard]] std::uint64_t bytes() const { return written_ + buffer_.size(); }
  /// Writes what is left and closes.
  void finish();

 private:
  struct Close {
    void operator()(std::FILE *file) const { std::fclose(file); }
  };
  static constexpr std::size_t block = std::size_t{4} << 20U;

  void write_out();

  std::string path_;
  std::string buffer_;
  std::uint64_t written_ = 0;
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace noc837::generator
