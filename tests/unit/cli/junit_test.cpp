// SPDX-License-Identifier: Apache-2.0
// JUnit XML of replayed cases.
#include "cli/junit.hpp"

#include "support/catch.hpp"

using namespace noc837;

TEST_CASE("JUnit XML counts, names and tells failures with every character escaped", "[junit]") {
  std::vector<cli::CaseResult> const results = {
      {"cases/a.edi", {}, 0.25},
      {"cases/b&<>\".edi", {"b.corrected.edi differs\n~ LIN\n    LIN03 <1> -> \"2\" \x1b\n"}, 0.5}};
  CHECK(cli::junit_xml(results) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<testsuites>\n"
        "  <testsuite name=\"noc837 replay\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\" "
        "time=\"0.750\">\n"
        "    <testcase classname=\"cases\" name=\"a.edi\" time=\"0.250\"/>\n"
        "    <testcase classname=\"cases\" name=\"b&amp;&lt;&gt;&quot;.edi\" time=\"0.500\">\n"
        "      <failure message=\"b.corrected.edi differs\">b.corrected.edi differs\n~ LIN\n"
        "    LIN03 &lt;1&gt; -&gt; &quot;2&quot; \\x1B\n</failure>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n");
}
