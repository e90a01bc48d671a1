// SPDX-License-Identifier: Apache-2.0
#include "batch/find.hpp"

#include "support/catch.hpp"

using namespace noc837::batch;

TEST_CASE("files are selected by name", "[find]") {
  Selection selection;
  selection.patterns = default_patterns();
  for (char const *name : {"a.edi", "A.EDI", "a.837.zst", "b.txt.gz", "dir/c.dat", "x.y.x12"}) {
    INFO(name);
    CHECK(selects(selection, name));
  }
  for (char const *name : {"a.pdf", ".a.edi", "edi", "a.edi.part", "a.edi.bz2", "dir/.b.edi"}) {
    INFO(name);
    CHECK_FALSE(selects(selection, name));
  }
  selection.patterns = {"CLM_????.out"};
  CHECK(selects(selection, "clm_0001.OUT"));
  CHECK_FALSE(selects(selection, "clm_001.out"));
  CHECK_FALSE(selects(selection, "a.edi"));
}
