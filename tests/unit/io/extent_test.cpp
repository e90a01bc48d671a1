// SPDX-License-Identifier: Apache-2.0
#include "io/extent.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include "support/catch.hpp"

using namespace noc837;

TEST_CASE("the size of a plain file is its size", "[extent]") {
  std::string pattern = (std::filesystem::temp_directory_path() / "noc837-extent-XXXXXX").string();
  std::filesystem::path const folder = ::mkdtemp(pattern.data());
  auto const file = folder / "a";
  std::ofstream(file) << std::string(12345, 'x');
  CHECK(io::uncompressed_size(file.string()) == 12345U);
  std::ofstream(file, std::ios::trunc) << "";
  CHECK(io::uncompressed_size(file.string()) == 0U);
  CHECK_FALSE(io::uncompressed_size((folder / "none").string()));
  CHECK_FALSE(io::uncompressed_size(folder.string()));
  std::filesystem::remove_all(folder);
}
