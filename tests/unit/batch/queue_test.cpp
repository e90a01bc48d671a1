// SPDX-License-Identifier: Apache-2.0
#include "batch/queue.hpp"

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

#include "support/catch.hpp"

using namespace noc837::batch;
namespace fs = std::filesystem;

namespace {

/// Files of given sizes in a folder that goes away.
class Files {
 public:
  Files() {
    std::string pattern = (fs::temp_directory_path() / "noc837-queue-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~Files() { fs::remove_all(folder_); }
  Files(Files const &) = delete;
  Files &operator=(Files const &) = delete;

  fs::path make(std::string const &name, std::size_t size) {
    std::ofstream(folder_ / name) << std::string(size, 'x');
    return folder_ / name;
  }

 private:
  fs::path folder_;
};

}  // namespace

TEST_CASE("the largest file is handed out first", "[queue]") {
  Files files;
  Queue queue;
  for (std::size_t const size : {10U, 1000U, 100U})
    queue.push(files.make(std::to_string(size), size));
  queue.close();
  for (char const *name : {"1000", "100", "10"}) {
    auto const path = queue.pop();
    REQUIRE(path);
    CHECK(path->filename() == name);
    queue.done(*path);
  }
  CHECK_FALSE(queue.pop());
}

TEST_CASE("a file is handed out to one at a time", "[queue]") {
  Files files;
  Queue queue;
  auto const file = files.make("a", 1);
  queue.push(file);
  queue.push(file);
  CHECK(queue.waiting() == 1);
  REQUIRE(queue.pop() == file);
  queue.push(file);  // it has changed while it was in work
  CHECK(queue.waiting() == 0);
  CHECK(queue.active() == 1);
  queue.done(file);
  CHECK(queue.waiting() == 1);
  CHECK(queue.active() == 0);
  REQUIRE(queue.pop() == file);
  queue.done(file);
  queue.close();
  CHECK_FALSE(queue.pop());
}

TEST_CASE("a stopped queue hands out nothing that waits", "[queue]") {
  Files files;
  Queue queue;
  queue.push(files.make("a", 1));
  queue.stop();
  CHECK_FALSE(queue.pop());
}

TEST_CASE("a waiting worker wakes up when the queue is closed", "[queue]") {
  Queue queue;
  bool nothing = false;
  std::thread worker([&] { nothing = !queue.pop(); });
  queue.close();
  worker.join();
  CHECK(nothing);
}
