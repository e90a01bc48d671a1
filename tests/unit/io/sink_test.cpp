// SPDX-License-Identifier: Apache-2.0
// Outputs appear whole or not at all, for their owner only.
#include "io/sink.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <iostream>
#include <vector>

#include "io/digest.hpp"
#include "samples.hpp"
#include "support/catch.hpp"

using namespace noc837;
using io::Codec;
using io::FileSink;
using test::Folder;
using test::sample_text;

namespace {

/// A process id that belongs to nobody: a child's that has ended.
pid_t dead_pid() {
  pid_t const child = ::fork();
  if (child == 0) ::_exit(0);
  REQUIRE(child > 0);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  return child;
}

std::string temporary(std::string const &name, pid_t pid) {
  return "." + name + "." + std::to_string(pid) + ".noc837tmp";
}

/// Puts another file in the place of standard output while it lives.
class StandardOutput {
 public:
  explicit StandardOutput(int descriptor) : saved_((std::cout.flush(), ::dup(STDOUT_FILENO))) {
    ::dup2(descriptor, STDOUT_FILENO);
  }
  ~StandardOutput() {
    ::dup2(saved_, STDOUT_FILENO);
    ::close(saved_);
  }
  StandardOutput(StandardOutput const &) = delete;
  StandardOutput &operator=(StandardOutput const &) = delete;

 private:
  int saved_;
};

}  // namespace

TEST_CASE("what is written is read back, by every codec and in any pieces", "[sink]") {
  for (Codec const codec : {Codec::none, Codec::zstd, Codec::gzip}) {
    for (std::size_t const size : {0UL, 1UL, 1000UL, 262143UL, 262144UL, 262145UL, 900000UL}) {
      for (std::size_t const piece : {1000UL, 262144UL, 1000000UL}) {
        Folder const folder;
        std::string const text = sample_text(size);
        auto const path = folder / "out";
        auto sink = FileSink::create(path, codec, true);
        REQUIRE(sink);
        for (std::size_t at = 0; at < size; at += piece) {
          REQUIRE((*sink)->write(std::string_view(text).substr(at, piece)));
        }
        REQUIRE((*sink)->finish());
        REQUIRE((*sink)->commit());
        CHECK((*sink)->target() == path);
        CHECK((*sink)->stored_bytes() == std::filesystem::file_size(path));
        auto source = io::open_source(path, {.digest = true});
        REQUIRE(source);
        CHECK((*source)->codec() == codec);
        CHECK(test::read_all(**source).value() == text);
        CHECK((*source)->sha256() == (*sink)->sha256());
      }
    }
  }
}

TEST_CASE("no digest is computed that was not asked for", "[sink]") {
  Folder const folder;
  auto sink = FileSink::create(folder / "out", Codec::none, false);
  REQUIRE(sink);
  CHECK((*sink)->sha256().empty());
}

TEST_CASE("a file is its owner's only, whatever the umask", "[sink]") {
  Folder const folder;
  mode_t const before = ::umask(0);
  auto sink = FileSink::create(folder / "out", Codec::none, false);
  ::umask(before);
  REQUIRE(sink);
  struct stat status {};
  REQUIRE(::stat((folder / temporary("out", ::getpid())).c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  REQUIRE((*sink)->finish());
  REQUIRE((*sink)->commit());
  REQUIRE(::stat((folder / "out").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("nothing stands under the name before commit, and nothing at all without it", "[sink]") {
  Folder const folder;
  {
    auto sink = FileSink::create(folder / "out", Codec::none, false);
    REQUIRE(sink);
    REQUIRE((*sink)->write("ISA"));
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
    REQUIRE((*sink)->finish());
    CHECK_FALSE(std::filesystem::exists(folder / "out"));
  }
  CHECK(folder.files() == 0);
  folder.write("out", "before");
  {
    auto sink = FileSink::create(folder / "out", Codec::none, false);
    REQUIRE(sink);
    REQUIRE((*sink)->write("after"));
    REQUIRE((*sink)->finish());
    CHECK(test::file_bytes(folder / "out") == "before");
    REQUIRE((*sink)->commit());
  }
  CHECK(test::file_bytes(folder / "out") == "after");
  CHECK(folder.files() == 1);
}

TEST_CASE("what killed runs left of a target is removed, and nothing else", "[sink]") {
  Folder const folder;
  pid_t const dead = dead_pid();
  std::string const dead_digits = std::to_string(dead);
  std::vector<std::string> const kept = {
      temporary("out", ::getppid()),             // alive
      temporary("out.edi", dead),                // another target's
      temporary("other", dead),                  //
      "." + dead_digits + ".noc837tmp",          // no name of ours
      ".out.x" + dead_digits + ".noc837tmp",     //
      ".out.-" + dead_digits + ".noc837tmp",     //
      ".out." + dead_digits + ".noc837tmp.bak",  //
      ".out..noc837tmp",                         //
      ".out.0.noc837tmp",                        //
      ".out.99999999999999999999.noc837tmp",     //
      "out." + dead_digits + ".noc837tmp",       //
  };
  for (auto const &name : kept) folder.write(name, "");
  folder.write(temporary("out", dead), "");
  auto sink = FileSink::create(folder / "out", Codec::none, false);
  REQUIRE(sink);
  CHECK_FALSE(std::filesystem::exists(folder / temporary("out", dead)));
  for (auto const &name : kept) {
    INFO(name);
    CHECK(std::filesystem::exists(folder / name));
  }
}

TEST_CASE("a killed run's leftover under this very process id does not stand in the way",
          "[sink]") {
  // In a container every run has the same process id.
  Folder const folder;
  folder.write(temporary("out", ::getpid()), "left");
  auto sink = FileSink::create(folder / "out", Codec::none, false);
  REQUIRE(sink);
  REQUIRE((*sink)->write("new"));
  REQUIRE((*sink)->finish());
  REQUIRE((*sink)->commit());
  CHECK(test::file_bytes(folder / "out") == "new");
  CHECK(folder.files() == 1);
}

TEST_CASE("a target that is no regular file is refused and left alone", "[sink]") {
  Folder const folder;
  folder.write("file", "kept");
  std::filesystem::create_directory(folder / "directory");
  std::filesystem::create_symlink("file", folder / "link");
  std::filesystem::create_symlink("missing", folder / "dangling");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  auto const names = folder.files();
  for (auto const *name : {"directory", "link", "dangling", "pipe"}) {
    INFO(name);
    auto const sink = FileSink::create(folder / name, Codec::none, false);
    REQUIRE_FALSE(sink);
    CHECK(sink.error().fault == Fault::output);
    CHECK(sink.error().file == folder / name);
    CHECK(sink.error().what == "exists and is no regular file");
  }
  CHECK(folder.files() == names);
  CHECK(test::file_bytes(folder / "file") == "kept");
}

TEST_CASE("a folder that is not there is an output failure", "[sink]") {
  Folder const folder;
  folder.write("file", "");
  for (auto const *name : {"missing/out", "file/out"}) {
    auto const sink = FileSink::create(folder / name, Codec::none, false);
    REQUIRE_FALSE(sink);
    CHECK(sink.error().fault == Fault::output);
    CHECK(sink.error().file == folder / name);
    CHECK(sink.error().what.find("cannot be created: ") == 0);
  }
}

TEST_CASE("a file that cannot grow is an output failure and leaves nothing", "[sink]") {
  Folder const folder;
  auto const before = ::signal(SIGXFSZ, SIG_IGN);
  rlimit saved{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &saved) == 0);
  rlimit small = saved;
  small.rlim_cur = 1000;
  for (Codec const codec : {Codec::none, Codec::zstd, Codec::gzip}) {
    auto sink = FileSink::create(folder / "out", codec, false);
    REQUIRE(sink);
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
    auto done = (*sink)->write(sample_text(100'000));
    if (done) done = (*sink)->finish();
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &saved) == 0);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == Fault::output);
    CHECK(done.error().file == folder / "out");
    CHECK(done.error().what == "cannot be written: File too large");
  }
  ::signal(SIGXFSZ, before);
  CHECK(folder.files() == 0);
}

TEST_CASE("standard output fails when it is full, not when its reader goes away", "[sink]") {
  auto const before = ::signal(SIGPIPE, SIG_IGN);
  auto const write = [](int descriptor) {
    StandardOutput const replaced(descriptor);
    auto const sink = io::standard_output();
    auto done = sink->write(std::string(600'000, 'x'));
    if (done) done = sink->write("more");
    return done ? sink->finish() : done;
  };
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  CHECK(write(ends[1]));
  ::close(ends[1]);
  int const full = ::open("/dev/full", O_WRONLY);
  if (full >= 0) {
    auto const done = write(full);
    ::close(full);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == Fault::output);
  }
  ::signal(SIGPIPE, before);
}

TEST_CASE("where one of several files cannot be named, names stand for what they did", "[sink]") {
  Folder const folder;
  folder.write("a", "earlier a");
  std::vector<std::unique_ptr<FileSink>> files;
  for (auto const *name : {"a", "b", "c"}) {
    auto sink = FileSink::create(folder / name, Codec::none, false);
    REQUIRE(sink);
    REQUIRE((*sink)->write("new"));
    REQUIRE((*sink)->finish());
    files.push_back(std::move(*sink));
  }
  std::filesystem::create_directory(folder / "c");
  CHECK_FALSE(io::commit_all(files));
  files.clear();
  CHECK(test::file_bytes(folder / "a") == "earlier a");
  CHECK_FALSE(std::filesystem::exists(folder / "b"));
  CHECK(folder.files() == 2);
}

TEST_CASE("files that are named together take the place of earlier ones", "[sink]") {
  Folder const folder;
  folder.write("a", "earlier a");
  std::vector<std::unique_ptr<FileSink>> files;
  for (auto const *name : {"a", "b"}) {
    auto sink = FileSink::create(folder / name, Codec::none, false);
    REQUIRE(sink);
    REQUIRE((*sink)->write("new"));
    REQUIRE((*sink)->finish());
    files.push_back(std::move(*sink));
  }
  REQUIRE(io::commit_all(files));
  CHECK(test::file_bytes(folder / "a") == "new");
  CHECK(test::file_bytes(folder / "b") == "new");
  CHECK(folder.files() == 2);
}
