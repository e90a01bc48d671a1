// SPDX-License-Identifier: Apache-2.0
// A folder for a ledger, its key and inputs.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "support/catch.hpp"

namespace noc837::test {

class Scratch {
 public:
  Scratch() {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "noc837-ledger-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
  }
  ~Scratch() { std::filesystem::remove_all(folder_); }
  Scratch(Scratch const &) = delete;
  Scratch &operator=(Scratch const &) = delete;

  [[nodiscard]] std::string path(std::string const &name) const { return folder_ + "/" + name; }
  /// A file that holds `bytes`.
  [[nodiscard]] std::string file(std::string const &name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

 private:
  std::string folder_;
};

}  // namespace noc837::test
