// SPDX-License-Identifier: Apache-2.0
// Sources give the uncompressed bytes or fail: never fewer bytes as if they were all.
#include "io/source.hpp"

#include <sys/stat.h>

#include <set>
#include <thread>
#include <vector>

#include "io/digest.hpp"
#include "samples.hpp"
#include "support/catch.hpp"

using namespace noc837;
using io::Codec;
using test::Folder;
using test::gzip_member;
using test::read_memory;
using test::sample_text;
using test::skippable_frame;
using test::zstd_frame;

namespace {

struct Stored {
  std::string what;
  std::string bytes;
  std::string text;
  Codec codec;
};

std::vector<Stored> stored_forms() {
  std::string const text = sample_text(5000);
  std::string const half = text.substr(0, 2500);
  std::string const rest = text.substr(2500);
  return {
      {"plain", text, text, Codec::none},
      {"empty", "", "", Codec::none},
      {"one byte", "I", "I", Codec::none},
      {"three bytes", "ISA", "ISA", Codec::none},
      {"three bytes of a magic number", "\x28\xB5\x2F", "\x28\xB5\x2F", Codec::none},
      {"zstd", zstd_frame(text), text, Codec::zstd},
      {"zstd without checksum", zstd_frame(text, false), text, Codec::zstd},
      {"two zstd frames", zstd_frame(half) + zstd_frame(rest), text, Codec::zstd},
      {"an empty zstd frame", zstd_frame(""), "", Codec::zstd},
      {"empty zstd frames around", zstd_frame("") + zstd_frame(text) + zstd_frame(""), text,
       Codec::zstd},
      {"skippable frames around",
       skippable_frame("note") + zstd_frame(half) + skippable_frame("") + zstd_frame(rest) +
           skippable_frame("end"),
       text, Codec::zstd},
      {"nothing but a skippable frame", skippable_frame("note"), "", Codec::zstd},
      {"gzip", gzip_member(text), text, Codec::gzip},
      {"two gzip members", gzip_member(half) + gzip_member(rest), text, Codec::gzip},
      {"an empty gzip member", gzip_member(""), "", Codec::gzip},
      {"empty gzip members around", gzip_member("") + gzip_member(text) + gzip_member(""), text,
       Codec::gzip},
      {"gzip padded with zeros", gzip_member(text) + std::string(1000, '\0'), text, Codec::gzip},
      {"zeros between gzip members",
       gzip_member(half) + std::string(512, '\0') + gzip_member(rest) + std::string(1, '\0'), text,
       Codec::gzip},
  };
}

}  // namespace

TEST_CASE("a source gives the same bytes whatever the codec and the size of reads", "[source]") {
  for (auto const &form : stored_forms()) {
    for (std::size_t const size : {1UL, 2UL, 3UL, 7UL, 64UL, 4999UL, 5000UL, 5001UL, 65536UL}) {
      INFO(form.what << " in reads of " << size);
      auto const source = io::memory_source(form.bytes);
      CHECK(source->codec() == form.codec);
      auto const read = test::read_all(*source, size);
      REQUIRE(read);
      CHECK(*read == form.text);
      CHECK(source->stored_bytes() == form.bytes.size());
    }
  }
}

TEST_CASE("a compressed file cut at any byte fails, never ends as if whole", "[source]") {
  std::string const text = sample_text(600);
  struct Row {
    std::string what;
    std::string bytes;
    std::size_t magic;               ///< fewer bytes than this are plain text
    std::vector<std::size_t> whole;  ///< cuts that leave a whole file
  };
  auto const zstd = zstd_frame(text);
  auto const unchecked = zstd_frame(text, false);
  auto const gzip = gzip_member(text);
  std::vector<Row> const rows = {
      {"zstd", zstd, 4, {}},
      {"zstd without checksum", unchecked, 4, {}},
      {"zstd frames", zstd + zstd, 4, {zstd.size()}},
      {"skippable and zstd", skippable_frame("note") + zstd, 4, {12}},
      {"gzip", gzip, 2, {}},
      {"gzip members", gzip + gzip, 2, {gzip.size()}},
  };
  for (auto const &row : rows) {
    for (std::size_t cut = row.magic; cut < row.bytes.size(); ++cut) {
      bool const whole = std::find(row.whole.begin(), row.whole.end(), cut) != row.whole.end();
      for (std::size_t const size : {1UL, 65536UL}) {
        auto const read = read_memory(std::string_view(row.bytes).substr(0, cut), size);
        INFO(row.what << " cut at " << cut << " in reads of " << size);
        REQUIRE(read.has_value() == whole);
        if (whole) continue;
        CHECK(read.error().fault == Fault::input);
        CHECK(read.error().what.find("is cut short at stored byte " + std::to_string(cut)) !=
              std::string::npos);
      }
    }
  }
}

TEST_CASE("damage to any byte is found or harmless", "[source]") {
  std::string const text = sample_text(600);
  for (auto const &[bytes, magic] : {std::pair{zstd_frame(text), 4}, {gzip_member(text), 2}}) {
    std::size_t found = 0;
    for (std::size_t at = static_cast<std::size_t>(magic); at < bytes.size(); ++at) {
      for (unsigned const flip : {0x01U, 0x80U, 0xFFU}) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ flip);
        auto const read = read_memory(damaged);
        if (read) {
          INFO("byte " << at << " flipped by " << flip);
          REQUIRE(*read == text);
        } else {
          ++found;
          REQUIRE(read.error().fault == Fault::input);
        }
      }
    }
    CHECK(found > 2 * bytes.size());  // all but a few header bits
  }
}

TEST_CASE("what follows the compressed data is not passed over", "[source]") {
  std::string const text = sample_text(100);
  for (std::string const &bytes :
       {zstd_frame(text) + "ISA*00*", zstd_frame(text) + std::string(8, '\0'),
        zstd_frame(text) + gzip_member(text), gzip_member(text) + "ISA*00*",
        gzip_member(text) + zstd_frame(text), gzip_member(text) + std::string("\0\0xyz", 5)}) {
    auto const read = read_memory(bytes);
    REQUIRE_FALSE(read);
    CHECK(read.error().what.find("damaged") != std::string::npos);
  }
}

TEST_CASE("output far larger than the stored bytes comes whole", "[source]") {
  std::string const zeros(3'000'000, '0');
  for (auto const &bytes : {zstd_frame(zeros), gzip_member(zeros)}) {
    auto const read = read_memory(bytes, 1000);
    REQUIRE(read);
    CHECK(*read == zeros);
  }
}

TEST_CASE("a file is read by its content and digested as stored", "[source]") {
  Folder const folder;
  for (auto const &form : stored_forms()) {
    INFO(form.what);
    auto const path = folder.write("file.edi", form.bytes);
    auto source = io::open_source(path, {.digest = true});
    REQUIRE(source);
    auto const read = test::read_all(**source);
    REQUIRE(read);
    CHECK(*read == form.text);
    CHECK((*source)->codec() == form.codec);
    CHECK((*source)->stored_bytes() == form.bytes.size());
    io::Digest digest;
    digest.add(form.bytes);
    CHECK((*source)->sha256() == digest.hex());
  }
  auto const source = io::open_source(folder / "file.edi");
  REQUIRE(source);
  REQUIRE(test::read_all(**source));
  CHECK((*source)->sha256().empty());
}

TEST_CASE("a pipe that gives a byte at a time is read whole", "[source]") {
  Folder const folder;
  auto const path = folder / "pipe";
  for (auto const &form : stored_forms()) {
    INFO(form.what);
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    std::thread writer([&] {
      std::ofstream out(path, std::ios::binary);
      for (std::size_t at = 0; at < form.bytes.size() && at < 600; ++at) {
        out << form.bytes[at] << std::flush;
      }
      if (form.bytes.size() > 600) out << form.bytes.substr(600) << std::flush;
    });
    auto source = io::open_source(path);
    auto const read =
        source ? test::read_all(**source) : Result<std::string>(std::string("not opened"));
    writer.join();
    REQUIRE(read);
    CHECK(*read == form.text);
    std::filesystem::remove(path);
  }
}

TEST_CASE("what cannot be read is an input failure that says why", "[source]") {
  Folder const folder;
  auto const missing = io::open_source(folder / "missing.edi");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().fault == Fault::input);
  CHECK(missing.error().what == "cannot be opened: No such file or directory");
  auto const directory = io::open_source(folder / ".");
  REQUIRE_FALSE(directory);
  CHECK(directory.error().fault == Fault::input);
  CHECK(directory.error().what == "is a directory");
}

TEST_CASE("the digest is SHA-256 however the bytes come", "[digest]") {
  io::Digest empty;
  CHECK(empty.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  io::Digest parts;
  for (auto const *part : {"a", "", "bc"}) parts.add(part);
  CHECK(parts.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("reading begins anew where a frame or member begins", "[source]") {
  Folder const folder;
  for (auto const &form : stored_forms()) {
    auto const path = folder.write("in", form.bytes);
    std::set<std::uint64_t> starts;
    auto const source = io::open_source(path);
    REQUIRE(source);
    for (std::uint64_t given = 0; given < form.text.size();) {
      char byte = 0;
      REQUIRE((*source)->read(&byte, 1));
      auto const start = (*source)->start();
      starts.insert(start.stored);
      REQUIRE(start.offset <= given);
      if (++given % 997 != 0) continue;
      auto const again = io::open_source(path, {.start = start, .offset = given});
      REQUIRE(again);
      auto const rest = test::read_all(**again);
      REQUIRE(rest);
      CHECK(*rest == form.text.substr(given));
      CHECK((*again)->stored_bytes() == form.bytes.size());
    }
    INFO(form.what);
    if (form.what.starts_with("two")) CHECK(starts.size() == 2);
  }
  auto const path = folder.write("in", sample_text(100));
  auto const plain = io::open_source(path, {.start = {40, 40}, .offset = 50});
  REQUIRE(plain);
  CHECK(test::read_all(**plain) == sample_text(100).substr(50));
  CHECK_FALSE(io::open_source(path, {.offset = 101}));
}
