// SPDX-License-Identifier: Apache-2.0
// Parts of a file, judged apart and merged, give the bytes of one run.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "output/report/page.hpp"
#include "pipeline/index.hpp"
#include "pipeline/part_facts.hpp"
#include "pipeline/shard.hpp"
#include "property/inputs.hpp"
#include "property/run.hpp"
#include "support/catch.hpp"
#include "unit/io/samples.hpp"

using namespace noc837;
using namespace noc837::test;

namespace {

using Files = std::map<std::string, std::string>;

pipeline::ProcessOptions options_for(pipeline::Mode mode) {
  pipeline::ProcessOptions options;
  options.mode = mode;
  options.durability = io::Durability::cache;
  options.timing = false;
  options.acks.interchange = options.acks.implementation = options.acks.claims = true;
  return options;
}

/// Every claim is validated, so that the 999 has something to tell.
pipeline::Settings settings() {
  auto out = usual_settings();
  out.validation.level = snip::Level::guide;
  return out;
}

/// What one run over the file makes; nothing where it cannot be read.
Files whole(std::string const &file, pipeline::Mode mode) {
  ScratchFolder const folder;
  auto const done = pipeline::process(file, folder.path(), options_for(mode), settings());
  return done ? folder.files() : Files();
}

/// What `count` parts make, judged from the last to the first and merged in some order.
Files merged(std::string const &file, pipeline::Mode mode, unsigned count,
             std::string const &index = "") {
  ScratchFolder const parts;
  ScratchFolder const folder;
  for (unsigned number = count; number > 0; --number) {
    auto const done =
        pipeline::process_part(file, parts.path(), {{number, count}, "test", "", index, "test"},
                               options_for(mode), settings());
    if (!done) return {{"error", done.error().message()}};
  }
  std::vector<std::string> names;
  for (auto const &[name, bytes] : parts.files()) {
    if (name.ends_with(".json")) names.push_back(parts.path() + "/" + name);
  }
  std::shuffle(names.begin(), names.end(), std::mt19937(count));
  auto const done = pipeline::merge(names, folder.path(), options_for(mode));
  return done ? folder.files() : Files{{"error", done.error().message()}};
}

void check_same(Files const &expected, Files const &actual) {
  auto const error = actual.find("error");
  if (error != actual.end()) FAIL(error->second);
  CHECK(actual.size() == expected.size());
  for (auto const &[name, bytes] : expected) {
    INFO(name);
    auto const found = actual.find(name);
    REQUIRE(found != actual.end());
    CHECK(difference(bytes, found->second) == "");
  }
}

std::string stored(ScratchFolder const &folder, std::string const &name, std::string_view bytes) {
  auto path = folder.path() + "/" + name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

constexpr unsigned most = 16;
constexpr unsigned ways_to_store = 3;
constexpr std::size_t pieces = 9;

/// The bytes as they are, in frames of zstd, or in members of gzip.
std::string packed(std::string const &bytes, unsigned way) {
  if (way % ways_to_store == 0) return bytes;
  auto const size = bytes.size() / pieces + 1;
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += size) {
    auto const piece = std::string_view(bytes).substr(at, size);
    out +=
        way % ways_to_store == 1 ? zstd_frame(piece) + skippable_frame("note") : gzip_member(piece);
  }
  return out;
}

std::string page_of(output::Report &report, output::Summary const &summary) {
  std::string page;
  io::StringSink sink(page);
  REQUIRE(output::write_page(report, summary, {}, sink));
  return page;
}

std::string index_path(ScratchFolder const &folder) {
  return folder.path() + "/index";
}

/// An index with places in small files as well.
Result<pipeline::IndexFacts> indexed(ScratchFolder const &folder, std::string const &file) {
  auto often = settings();
  often.limits.block = 1000;
  return pipeline::make_index(file, index_path(folder), "test", {}, often,
                              {.bytes = 1, .share = 0, .ratio = 0});
}

}  // namespace

TEST_CASE("1 to 16 parts of every fixture merge into what one run writes", "[shard]") {
  ScratchFolder const scratch;
  std::size_t tried = 0;
  std::size_t acknowledged = 0;
  unsigned turn = 0;
  for (auto const &input : fixture_inputs()) {
    auto const file = stored(scratch, "in.edi", input.bytes);
    auto const expected = whole(file, pipeline::Mode::split);
    if (expected.empty()) continue;
    ++tried;
    acknowledged += expected.count("in.999.edi") * expected.count("in.277ca.edi");
    // Small files all have the same few places to be cut at: each takes its turn of the counts.
    bool const large = input.bytes.size() > 20'000;
    for (unsigned count = 1; count <= most; ++count) {
      if (!large && count > 3 && count != 4 + turn % (most - 3)) continue;
      INFO(input.name << " in " << count);
      check_same(expected, merged(file, pipeline::Mode::split, count));
    }
    ++turn;
  }
  CHECK(tried > 100);
  CHECK(acknowledged > 100);
}

TEST_CASE("1 to 16 parts of generated files merge into what one run writes", "[shard]") {
  ScratchFolder const scratch;
  REQUIRE(generated_inputs().size() > 0);
  std::size_t n = 0;
  for (auto const &input : generated_inputs()) {
    if (++n > 3) break;
    auto const file = stored(scratch, "in.edi", input.bytes);
    for (auto const mode : {pipeline::Mode::split, pipeline::Mode::annotate}) {
      auto const expected = whole(file, mode);
      REQUIRE_FALSE(expected.empty());
      for (unsigned count = 1; count <= most; ++count) {
        INFO(input.name << " in " << count);
        check_same(expected, merged(file, mode, count));
      }
    }
  }
}

TEST_CASE("parts with an index merge into what one run writes, however the file is stored",
          "[shard]") {
  ScratchFolder const scratch;
  std::uint64_t places = 0;
  unsigned turn = 0;
  for (auto const &input : all_inputs()) {
    auto const file = stored(scratch, "in.edi", packed(input.bytes, turn));
    auto const mode = turn % 2 == 0 ? pipeline::Mode::split : pipeline::Mode::annotate;
    auto const expected = whole(file, mode);
    if (expected.empty()) continue;
    auto const index = indexed(scratch, file);
    REQUIRE(index);
    places += index->checkpoints;
    bool const large = input.bytes.size() > 20'000;
    for (unsigned count = 1; count <= most; ++count) {
      if (!large && count != 2 + turn % (most - 1)) continue;
      INFO(input.name << " in " << count << ", stored in way " << turn % ways_to_store);
      check_same(expected, merged(file, mode, count, index_path(scratch)));
    }
    ++turn;
  }
  CHECK(places > 500);
}

TEST_CASE("a part with an index knows the claims before it", "[shard]") {
  ScratchFolder const scratch;
  REQUIRE(generated_inputs().size() > 0);
  auto const &bytes = generated_inputs().front().bytes;
  auto const file = stored(scratch, "in.edi", bytes + bytes);
  auto const expected = whole(file, pipeline::Mode::split);
  REQUIRE(expected.count("in.findings.csv") == 1);
  CHECK(expected.at("in.findings.csv").find("DUP01") != std::string::npos);
  REQUIRE(indexed(scratch, file));
  for (unsigned count = 2; count <= most; ++count) {
    INFO("in " << count);
    check_same(expected, merged(file, pipeline::Mode::split, count, index_path(scratch)));
  }
}

TEST_CASE("parts merge into the workbook and the review page of one run", "[shard]") {
  ScratchFolder const scratch;
  unsigned turn = 0;
  unsigned compared = 0;
  for (auto const &input : all_inputs()) {
    if (turn++ % 7 != 0 && input.bytes.size() < 20'000) continue;
    auto const file = stored(scratch, "in.edi", input.bytes);
    ScratchFolder const single;
    output::Report expected;
    auto options = options_for(pipeline::Mode::split);
    options.exports.workbook = true;
    options.report = &expected;
    auto const whole = pipeline::process(file, single.path(), options, settings());
    if (!whole) continue;
    unsigned const count = 2 + turn % (most - 1);
    INFO(input.name << " in " << count);
    ScratchFolder const parts;
    ScratchFolder const folder;
    std::vector<std::string> names;
    for (unsigned number = 1; number <= count; ++number) {
      output::Report report;
      options.report = &report;
      pipeline::Shard const shard = {number, count};
      REQUIRE(pipeline::process_part(file, parts.path(), {shard, "test", "page.html"}, options,
                                     settings()));
      names.push_back(parts.path() + "/in." + pipeline::part_kind(shard, "json"));
    }
    output::Report report;
    options.report = &report;
    auto const merged = pipeline::merge(names, folder.path(), options);
    REQUIRE(merged);
    check_same(single.files(), folder.files());
    CHECK(folder.files().count("in.xlsx") == 1);
    CHECK(difference(page_of(expected, *whole), page_of(report, *merged)) == "");
    ++compared;
  }
  CHECK(compared > 20);
}

TEST_CASE("an index leads to the last frame before a part", "[shard]") {
  ScratchFolder const scratch;
  REQUIRE(generated_inputs().size() > 0);
  auto const &bytes = generated_inputs().front().bytes;
  REQUIRE(bytes.size() > 50'000);
  for (unsigned way = 0; way < ways_to_store; ++way) {
    INFO("stored in way " << way);
    auto const file = stored(scratch, "in.edi", packed(bytes, way));
    REQUIRE(indexed(scratch, file));
    for (std::uint64_t const offset : {bytes.size() / 3, bytes.size() - 1}) {
      auto index = pipeline::Index::open(index_path(scratch), file, "test");
      REQUIRE(index);
      CHECK(index->facts().size == bytes.size());
      auto const entry = index->last_before(offset);
      REQUIRE(entry);
      REQUIRE(*entry);
      auto const &[checkpoint, start] = **entry;
      CHECK(checkpoint.offset <= offset);
      CHECK(offset - checkpoint.offset < 10'000);
      CHECK(start.offset <= checkpoint.offset);
      CHECK(checkpoint.offset - start.offset < 2 * bytes.size() / pieces);
      auto const source = io::open_source(file, {.start = start, .offset = checkpoint.offset});
      REQUIRE(source);
      CHECK(read_all(**source) == bytes.substr(checkpoint.offset));
    }
  }
}

TEST_CASE("an index of another file, of other options or damaged is refused", "[shard]") {
  ScratchFolder const scratch;
  REQUIRE(generated_inputs().size() > 0);
  auto const &bytes = generated_inputs().front().bytes;
  auto const file = stored(scratch, "in.edi", bytes);
  REQUIRE(indexed(scratch, file));
  auto const path = index_path(scratch);
  CHECK(pipeline::Index::open(path, file, "test"));
  CHECK_FALSE(pipeline::Index::open(path, file, "other"));
  CHECK_FALSE(pipeline::Index::open(file, file, "test"));
  auto const longer = stored(scratch, "longer.edi", bytes + "\n");
  CHECK_FALSE(pipeline::Index::open(path, longer, "test"));
  auto const time = std::filesystem::last_write_time(file);
  std::filesystem::last_write_time(file, time + std::chrono::seconds(1));
  CHECK_FALSE(pipeline::Index::open(path, file, "test"));
  std::filesystem::last_write_time(file, time);
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
  auto index = pipeline::Index::open(path, file, "test");
  REQUIRE(index);
  CHECK_FALSE(index->last_before(bytes.size()));
  std::filesystem::resize_file(path, 40);
  CHECK_FALSE(pipeline::Index::open(path, file, "test"));
}

TEST_CASE("parts that are not all those of one run are refused", "[shard]") {
  ScratchFolder const scratch;
  ScratchFolder const parts;
  ScratchFolder const folder;
  REQUIRE(generated_inputs().size() > 0);
  auto const file = stored(scratch, "in.edi", generated_inputs().front().bytes);
  auto const options = options_for(pipeline::Mode::split);
  for (unsigned number = 1; number <= 3; ++number) {
    REQUIRE(pipeline::process_part(file, parts.path(), {{number, 3}, "a", ""}, options,
                                   usual_settings()));
  }
  auto const part = [&](int number) {
    return parts.path() + "/in.part-" + std::to_string(number) + "-of-3.json";
  };
  CHECK_FALSE(pipeline::merge({part(1), part(3)}, folder.path(), options));
  CHECK_FALSE(pipeline::merge({part(1), part(2)}, folder.path(), options));
  CHECK_FALSE(pipeline::merge({part(1), part(2), part(2)}, folder.path(), options));
  CHECK_FALSE(pipeline::merge({file}, folder.path(), options));
  REQUIRE(pipeline::process_part(file, parts.path(), {{2, 3}, "b", ""}, options, usual_settings()));
  CHECK_FALSE(pipeline::merge({part(1), part(2), part(3)}, folder.path(), options));
  REQUIRE(pipeline::process_part(file, parts.path(), {{2, 3}, "a", ""}, options, usual_settings()));
  auto const units = parts.path() + "/in.part-2-of-3.units";
  std::filesystem::resize_file(units, std::filesystem::file_size(units) - 1);
  CHECK_FALSE(pipeline::merge({part(1), part(2), part(3)}, folder.path(), options));
  CHECK(folder.files().empty());
}
