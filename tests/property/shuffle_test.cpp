// SPDX-License-Identifier: Apache-2.0
// What stands around the data does not matter: delimiters, line ends, window size, compression.
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <string>
#include <vector>

#include "property/inputs.hpp"
#include "property/run.hpp"
#include "property/x12.hpp"
#include "support/catch.hpp"

using namespace noc837;
using namespace noc837::test;

namespace {

constexpr RawDelimiters delimiter_sets[] = {
    {'*', ':', '^', '~'},
    {'|', '>', '!', '~'},
    {'\x1d', '\x1f', '\x1e', '\x1c'},
    {'*', ':', '^', '\n'},
    {'^', '\\', '`', '\''},
    {'\t', '<', '{', '}'},
    {'\xa6', '\xff', '\x80', '\xb6'},
};

std::string zstd_frame(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  auto const size = ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1);
  REQUIRE(ZSTD_isError(size) == 0);
  out.resize(size);
  return out;
}

std::string gzip_member(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip = 15 + 16;
  REQUIRE(deflateInit2(&stream, 1, Z_DEFLATED, gzip, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string in(bytes);
  std::string out(deflateBound(&stream, static_cast<uLong>(in.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef *>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef *>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

/// `bytes` in `parts` frames or members, one behind the other.
template <class Pack>
std::string packed(std::string_view bytes, std::size_t parts, Pack pack) {
  std::string out;
  auto const size = bytes.size() / parts + 1;
  while (!bytes.empty()) {
    out += pack(bytes.substr(0, size));
    bytes.remove_prefix(std::min(size, bytes.size()));
  }
  return out;
}

/// A zstd frame that decoders pass over.
std::string skippable_frame() {
  return std::string("\x50\x2a\x4d\x18\x04\0\0\0none", 12);
}

}  // namespace

TEST_CASE("other delimiters do not change the findings", "[shuffle]") {
  std::size_t tried = 0;
  for (auto const &input : readable_inputs()) {
    auto const expected = findings_of(input.bytes);
    for (auto const &delimiters : delimiter_sets) {
      auto const other = with_delimiters(input.bytes, delimiters);
      if (other.empty() || other == input.bytes) continue;
      // A typographic quote is spelled with one that such a file cannot hold.
      bool const foreign = std::any_of(input.bytes.begin(), input.bytes.end(),
                                       [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
      if (foreign && delimiters.terminator == '\'') continue;
      ++tried;
      INFO(input.name << " with " << delimiters.element << delimiters.component
                      << delimiters.repetition << delimiters.terminator);
      CHECK(findings_of(other) == expected);
    }
  }
  CHECK(tried > 0);
}

TEST_CASE("other line ends do not change the findings", "[shuffle]") {
  std::size_t tried = 0;
  for (auto const &input : readable_inputs()) {
    auto const expected = findings_of(input.bytes);
    for (auto const *newline : {"", "\n", "\r\n", "\r", "\n\n"}) {
      auto const other = with_newlines(input.bytes, newline);
      if (other.empty() || other == input.bytes) continue;
      ++tried;
      INFO(input.name);
      CHECK(findings_of(other) == expected);
      auto const annotated = run(other, pipeline::Mode::annotate);
      REQUIRE(annotated.ok);
      // What is put in ends as what stands around it does.
      CHECK(difference(with_newlines(annotated.file("annotated.edi"), newline),
                       annotated.file("annotated.edi")) == "");
    }
  }
  CHECK(tried > 0);
}

TEST_CASE("the size of the window does not change what comes out", "[shuffle]") {
  for (auto const &input : all_inputs()) {
    auto const usual = run(input.bytes, pipeline::Mode::split);
    for (std::size_t const window : {1, 2, 3, 7, 64, 200, 4096}) {
      INFO(input.name << " with a window of " << window);
      auto settings = usual_settings();
      settings.limits.block = window;
      auto const ran = run(input.bytes, pipeline::Mode::split, settings);
      REQUIRE(ran.ok == usual.ok);
      CHECK(ran.error.message() == usual.error.message());
      REQUIRE(ran.files.size() == usual.files.size());
      for (auto const &[kind, bytes] : usual.files) {
        INFO(kind);
        CHECK(difference(bytes, ran.file(kind)) == "");
      }
    }
  }
}

TEST_CASE("compressed input gives what plain input gives", "[shuffle]") {
  for (auto const &input : all_inputs()) {
    if (input.bytes.empty()) continue;
    auto const plain = run(input.bytes, pipeline::Mode::split);
    struct Row {
      char const *how;
      std::string bytes;
    };
    Row const rows[] = {
        {"zstd", zstd_frame(input.bytes)},
        {"zstd in 7 frames", packed(input.bytes, 7, zstd_frame)},
        {"zstd behind a skippable frame", skippable_frame() + zstd_frame(input.bytes)},
        {"gzip", gzip_member(input.bytes)},
        {"gzip in 7 members", packed(input.bytes, 7, gzip_member)},
        {"gzip padded with zeros", gzip_member(input.bytes) + std::string(512, '\0')},
    };
    for (auto const &[how, bytes] : rows) {
      INFO(input.name << " as " << how);
      auto const ran = run(bytes, pipeline::Mode::split);
      REQUIRE(ran.ok == plain.ok);
      CHECK(ran.error.message() == plain.error.message());
      for (auto const *kind : {"corrected.edi", "flagged.edi", "findings.csv", "lines.csv"}) {
        INFO(kind);
        CHECK(difference(plain.file(kind), ran.file(kind)) == "");
      }
    }
  }
}

TEST_CASE("compressed input cut at any byte is refused", "[shuffle]") {
  auto const bytes = fixture_inputs().front().bytes;
  for (auto const &packed_bytes : {zstd_frame(bytes), gzip_member(bytes)}) {
    for (std::size_t size = 0; size < packed_bytes.size(); ++size) {
      auto const ran = run(packed_bytes.substr(0, size), pipeline::Mode::split);
      INFO("cut to " << size << " of " << packed_bytes.size());
      CHECK_FALSE(ran.ok);
      CHECK(ran.error.fault == Fault::input);
      CHECK(ran.files.empty());
    }
  }
}
