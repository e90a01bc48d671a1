// SPDX-License-Identifier: Apache-2.0
#include "acks/segment_writer.hpp"

#include <string>

#include "support/catch.hpp"

using namespace noc837;
using acks::Element;
using acks::SegmentWriter;

TEST_CASE("segments without what is empty at their ends", "[acks]") {
  SegmentWriter out;
  out.write("AK2", {"837", "0001", ""});
  out.write("IK4", {Element{"5", "1", ""}, "", "I6"});
  out.write("STC", {Element{"A7", "218"}, "20261012", "U", "", "", Element{"", ""}});
  out.write("CTX", {"", ""});
  CHECK(out.text() == "AK2*837*0001~\nIK4*5:1**I6~\nSTC*A7:218*20261012*U~\nCTX~\n");
  CHECK(out.take_count() == 4);
  CHECK(out.take_count() == 0);
}

TEST_CASE("what cannot be written becomes blanks", "[acks]") {
  SegmentWriter out({'|', '>', '!', '\n'});
  out.write("NM1", {"O|NEILL > SONS!", Element{"A>B", "C"}, "M\xC3\x9CLLER", "a:b*c~d"});
  CHECK(out.text() == "NM1|O NEILL   SONS|A B>C|M  LLER|a:b*c~d\n");
}

TEST_CASE("a repetition separator is chosen where the input has none", "[acks]") {
  CHECK(SegmentWriter({'*', ':', 0, '~'}).delimiters().repetition == '^');
  CHECK(SegmentWriter({'^', '!', 0, '~'}).delimiters().repetition == '|');
  CHECK(SegmentWriter({'*', ':', '+', '~'}).delimiters().repetition == '+');
}

TEST_CASE("values are cut without blanks at the end", "[acks]") {
  CHECK(acks::cut("  ABC DEF ", 4) == "ABC");
  CHECK(acks::cut("", 4).empty());
}
