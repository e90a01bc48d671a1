// SPDX-License-Identifier: Apache-2.0
// Where the texts of profiles come from: the program itself, a folder, a file.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "profiles/profile_set.hpp"
#include "profiles/shipped.hpp"

namespace noc837::profiles {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> unreadable(std::string const &path, std::string why) {
  auto failed = fail(Fault::usage, "cannot be read: " + std::move(why));
  failed.value().file = path;
  return failed;
}

}  // namespace

std::vector<ProfileText> shipped_texts() {
  std::vector<ProfileText> out;
  for (Shipped const &shipped : shipped_profiles) {
    std::string const name(shipped.name);
    out.push_back({name, name + ".toml", std::string(shipped.text)});
  }
  return out;
}

Result<ProfileText> text_of(std::string const &file) {
  if (fs::is_directory(file)) return unreadable(file, "it is a folder");
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in) return unreadable(file, std::strerror(errno));
  return ProfileText{fs::path(file).stem().string(), file, text.str()};
}

Result<std::vector<ProfileText>> texts_in(std::string const &folder) {
  std::vector<std::string> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".toml") files.push_back(at->path().string());
  }
  if (error) return unreadable(folder, error.message());
  std::sort(files.begin(), files.end());
  std::vector<ProfileText> out;
  for (auto const &file : files) {
    auto text = text_of(file);
    if (!text) return tl::unexpected(text.error());
    out.push_back(std::move(*text));
  }
  return out;
}

}  // namespace noc837::profiles
