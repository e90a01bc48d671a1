// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.hpp"

#include <atomic>
#include <thread>
#include <vector>

#include "io/digest.hpp"
#include "ledger/key.hpp"
#include "ledger/schema.hpp"
#include "ledger/upkeep.hpp"
#include "unit/ledger/scratch.hpp"

using namespace noc837;
using ledger::Earlier;
using ledger::Ledger;
using test::Scratch;

namespace {

constexpr std::int64_t mark = 7;

/// An input that is being read.
class Input {
 public:
  Input(Scratch const &scratch, std::string const &name, std::string const &bytes)
      : path_(scratch.file(name, bytes)) {
    auto opened = Ledger::open(scratch.path("ledger.sqlite"), mark);
    REQUIRE(opened);
    ledger_ = std::move(*opened);
    REQUIRE(ledger_->begin(path_, name));
    REQUIRE(ledger_->enter(1, "000000001", "2026-09-14"));
  }

  Input &bills(std::int64_t hash, std::uint64_t claim, std::int64_t account = 1) {
    REQUIRE(ledger_->add(hash, claim, account));
    return *this;
  }
  Input &amends(std::int64_t account, std::uint64_t claim) {
    REQUIRE(ledger_->amend(account, claim));
    return *this;
  }
  /// "march.edi 3" or "here 3"; empty where it was not billed.
  [[nodiscard]] std::string finds(std::int64_t hash) {
    auto const earlier = ledger_->find(hash);
    REQUIRE(earlier);
    if (!*earlier) return {};
    return ((*earlier)->file.empty() ? "here" : (*earlier)->file) + " " +
           std::to_string((*earlier)->claim);
  }
  [[nodiscard]] bool ends() {
    auto const sha256 = io::sha256_of(path_);
    REQUIRE(sha256);
    auto const written = ledger_->write(*sha256, std::filesystem::file_size(path_));
    REQUIRE(written);
    if (*written) REQUIRE(ledger_->commit());
    return *written;
  }

 private:
  std::string path_;
  std::unique_ptr<Ledger> ledger_;
};

void run_sql(Scratch const &scratch, std::string const &text) {
  auto database = sqlite::Database::open(scratch.path("ledger.sqlite"));
  REQUIRE(database);
  REQUIRE(database->run(text));
}

}  // namespace

TEST_CASE("What one input bills the next one finds, with its place", "[ledger]") {
  Scratch const scratch;
  CHECK(Input(scratch, "march.edi", "m").bills(10, 3).bills(11, 3).ends());
  Input april(scratch, "april.edi", "a");
  CHECK(april.finds(10) == "march.edi 3");
  CHECK(april.finds(12).empty());
  auto opened = Ledger::open(scratch.path("ledger.sqlite"), mark);
  REQUIRE(opened);
  REQUIRE((*opened)->begin("-", "-"));
  auto const earlier = (*opened)->find(11);
  REQUIRE(earlier);
  REQUIRE(*earlier);
  CHECK((*earlier)->interchange == "000000001");
  CHECK((*earlier)->sent == "2026-09-14");
}

TEST_CASE("An input finds what it had itself", "[ledger]") {
  Scratch const scratch;
  Input march(scratch, "march.edi", "m");
  CHECK(march.finds(10).empty());
  march.bills(10, 1);
  CHECK(march.finds(10) == "here 1");
  march.amends(1, 2);
  CHECK(march.finds(10).empty());
  march.bills(10, 2);
  CHECK(march.finds(10) == "here 2");
}

TEST_CASE("An input that is not committed leaves nothing", "[ledger]") {
  Scratch const scratch;
  static_cast<void>(Input(scratch, "march.edi", "m").bills(10, 1));
  CHECK(Input(scratch, "april.edi", "a").finds(10).empty());
}

TEST_CASE("The same content finds what it found the first time, whatever its name", "[ledger]") {
  Scratch const scratch;
  CHECK(Input(scratch, "march.edi", "m").bills(10, 1).ends());
  CHECK(Input(scratch, "april.edi", "a").bills(10, 1).bills(20, 2).ends());
  CHECK(Input(scratch, "march.edi", "m").finds(10).empty());
  CHECK(Input(scratch, "march-again.edi", "m").finds(20).empty());
  Input april(scratch, "april.edi", "a");
  CHECK(april.finds(10) == "march.edi 1");
  CHECK(april.bills(10, 1).ends());
  // Another content of the same size is another input.
  CHECK(Input(scratch, "may.edi", "y").finds(10) == "april.edi 1");
  auto const stats = ledger::stats(scratch.path("ledger.sqlite"));
  REQUIRE(stats);
  CHECK(stats->inputs == 2);
  CHECK(stats->entries == 3);
}

TEST_CASE("What was replaced or voided may be billed anew", "[ledger]") {
  Scratch const scratch;
  CHECK(Input(scratch, "march.edi", "m").bills(10, 1, 100).bills(20, 2, 200).ends());
  CHECK(Input(scratch, "april.edi", "a").amends(100, 1).bills(11, 1, 100).ends());
  Input may(scratch, "may.edi", "y");
  CHECK(may.finds(10).empty());
  CHECK(may.finds(11) == "april.edi 1");
  CHECK(may.finds(20) == "march.edi 2");
  may.amends(200, 1);
  CHECK(may.finds(20).empty());
  // What march was before april's replacement it still is to itself.
  CHECK(Input(scratch, "march.edi", "m").finds(10).empty());
}

TEST_CASE("An input that was overtaken is told so, and finds it then", "[ledger]") {
  Scratch const scratch;
  Input march(scratch, "march.edi", "m");
  Input april(scratch, "april.edi", "a");
  Input may(scratch, "may.edi", "y");
  CHECK(march.bills(10, 1).ends());
  CHECK_FALSE(april.bills(10, 1).ends());
  CHECK(may.bills(30, 1).ends());
  CHECK(Input(scratch, "april.edi", "a").finds(10) == "march.edi 1");
}

TEST_CASE("Many connections at once lose nothing", "[ledger]") {
  constexpr int writers = 8;
  constexpr int inputs = 20;
  Scratch const scratch;
  std::vector<std::thread> threads;
  std::atomic<int> failures{0};
  for (int writer = 0; writer < writers; ++writer) {
    threads.emplace_back([&, writer] {
      for (int input = 0; input < inputs; ++input) {
        auto opened = Ledger::open(scratch.path("ledger.sqlite"), mark);
        auto const number = writer * inputs + input;
        bool good = opened && (*opened)->begin("-", "x") && (*opened)->enter(1, "1", "") &&
                    (*opened)->add(number, 1, 1);
        auto const written = good ? (*opened)->write(std::to_string(number), 1) : false;
        good = written && *written && (*opened)->commit();
        if (!good) ++failures;
      }
    });
  }
  for (auto &thread : threads) thread.join();
  CHECK(failures == 0);
  auto const stats = ledger::stats(scratch.path("ledger.sqlite"));
  REQUIRE(stats);
  CHECK(stats->inputs == writers * inputs);
  CHECK(stats->entries == writers * inputs);
}

TEST_CASE("Pruning forgets what came before a day, and nothing else", "[ledger]") {
  Scratch const scratch;
  CHECK(Input(scratch, "march.edi", "m").bills(-5, 1).bills(10, 1).amends(9, 2).ends());
  run_sql(scratch, "UPDATE input SET day = '2020-01-01'");
  CHECK(Input(scratch, "april.edi", "a").bills(11, 1).amends(8, 2).ends());
  auto const stats = ledger::prune(scratch.path("ledger.sqlite"), "2020-01-02");
  REQUIRE(stats);
  CHECK(stats->inputs == 1);
  CHECK(stats->entries == 1);
  CHECK(stats->amended == 1);
  Input may(scratch, "may.edi", "y");
  CHECK(may.finds(10).empty());
  CHECK(may.finds(11) == "april.edi 1");
  // Numbers of inputs are not given twice: march comes behind april now.
  CHECK(Input(scratch, "march.edi", "m").bills(10, 1).ends());
  CHECK(Input(scratch, "march.edi", "m").finds(11) == "april.edi 1");
}

TEST_CASE("Another key, another database and a later version are refused", "[ledger]") {
  Scratch const scratch;
  auto const file = scratch.path("ledger.sqlite");
  CHECK(Ledger::open(file, mark));
  auto const other_key = Ledger::open(file, mark + 1);
  REQUIRE_FALSE(other_key);
  CHECK(other_key.error().fault == Fault::usage);
  run_sql(scratch, "PRAGMA user_version = 99");
  auto const later = Ledger::open(file, mark);
  REQUIRE_FALSE(later);
  CHECK(later.error().message().find("version 99") != std::string::npos);
  run_sql(scratch, "PRAGMA user_version = 1; PRAGMA application_id = 1");
  CHECK_FALSE(Ledger::open(file, mark));
  CHECK_FALSE(Ledger::open(scratch.file("text", "no database, as its first bytes tell"), mark));
  CHECK_FALSE(ledger::stats(scratch.path("nothing")));
}

TEST_CASE("A ledger of an earlier version is brought up to date", "[ledger]") {
  Scratch const scratch;
  // Version 0: a file that was made and not filled, as after a crash.
  run_sql(scratch, "PRAGMA user_version = 0");
  CHECK(Ledger::open(scratch.path("ledger.sqlite"), mark));
  auto const stats = ledger::stats(scratch.path("ledger.sqlite"));
  REQUIRE(stats);
  CHECK(stats->version == ledger::schema_version());
}

TEST_CASE("A key is made once, for its owner only, and read back", "[ledger]") {
  Scratch const scratch;
  auto const made = ledger::Key::open(scratch.path("key"));
  auto const read = ledger::Key::open(scratch.path("key"));
  auto const other = ledger::Key::open(scratch.path("other"));
  REQUIRE(made);
  REQUIRE(read);
  REQUIRE(other);
  CHECK(made->hash("dose") == read->hash("dose"));
  CHECK(made->hash("dose") != other->hash("dose"));
  CHECK(made->mark() == read->mark());
  auto const mode = std::filesystem::status(scratch.path("key")).permissions();
  CHECK(mode == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
  auto const wrong = ledger::Key::open(scratch.file("wrong", "0123456789abcdef"));
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().fault == Fault::usage);
  CHECK_FALSE(ledger::Key::open(scratch.path("no/folder/key")));
}
