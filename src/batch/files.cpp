// SPDX-License-Identifier: Apache-2.0
#include "batch/files.hpp"

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "io/sink.hpp"

namespace noc837::batch {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> failure(Fault fault, fs::path const &path, std::string what) {
  auto failed = fail(fault, std::move(what));
  failed.value().file = path.string();
  return failed;
}

Result<void> make_parent(fs::path const &path) {
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (!error) return {};
  return failure(Fault::output, path.parent_path(), "cannot be created: " + error.message());
}

}  // namespace

Result<std::string> read_file(fs::path const &path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file.is_open() || file.bad()) return failure(Fault::input, path, "cannot be read");
  return bytes;
}

Result<void> write_file(fs::path const &path, std::string_view bytes) {
  if (auto done = make_parent(path); !done) return done;
  auto const sink = io::FileSink::create(path.string(), io::Codec::none, false);
  if (!sink) return tl::unexpected(sink.error());
  if (auto done = (*sink)->write(bytes); !done) return done;
  if (auto done = (*sink)->finish(); !done) return done;
  return (*sink)->commit();
}

Result<fs::path> move_file(fs::path const &from, fs::path const &to) {
  if (auto done = make_parent(to); !done) return tl::unexpected(done.error());
  fs::path target = to;
  for (int number = 1;; ++number) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) {
      return target;
    }
    if (errno != EEXIST) {
      return failure(Fault::output, from, std::string("cannot be moved: ") + std::strerror(errno));
    }
    target = to.string() + "." + std::to_string(number);
  }
}

}  // namespace noc837::batch
