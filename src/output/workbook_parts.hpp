// SPDX-License-Identifier: Apache-2.0
// A finished workbook read again: libxlsxwriter does not look whether its temporary files took what
// it wrote to them, so that on a full disk rows can be missing in a file that was closed well.
#pragma once

#include <cstdio>
#include <string>
#include <vector>

#include "base/error.hpp"

namespace noc837::output {

/// The rows of a sheet as libxlsxwriter keeps them until the workbook is closed.
class KeptRows {
 public:
  /// Takes the rows that `file` holds, all of which were written to it.
  explicit KeptRows(std::FILE *file);
  ~KeptRows();
  KeptRows(KeptRows &&other) noexcept;
  KeptRows(KeptRows const &) = delete;
  KeptRows &operator=(KeptRows const &) = delete;
  KeptRows &operator=(KeptRows &&) = delete;

  /// True when `text` stands at `offset`.
  [[nodiscard]] bool holds(std::string_view text, std::size_t offset) const;
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  int descriptor_;
  std::size_t size_ = 0;
};

/// True when each part of the workbook is a whole XML document, and sheet N has all rows of
/// `sheets[N - 1]`.
[[nodiscard]] bool is_whole(std::string const &workbook, std::vector<KeptRows> const &sheets);

}  // namespace noc837::output
