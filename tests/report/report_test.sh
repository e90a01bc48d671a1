#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes review pages and opens them in a browser. Screenshots stay in the folder named second.
# NOC837 and GENERATE name the programs. Exits 77, which ctest takes for skipped, without a browser.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
sources=${1:?names the folder of the sources}
screenshots=${2:?names the folder for screenshots}
: "${NOC837:?}" "${GENERATE:?}"
export CHROMIUM=${CHROMIUM:-$(command -v chromium || true)}

for need in node "${CHROMIUM:-chromium}"; do
  command -v "$need" >/dev/null || { echo "skipped: no $need here; tools/setup --browser installs it"; exit 77; }
done
if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  echo "skipped: playwright-core needs Node.js 20 or newer"
  exit 77
fi
if [ ! -d "$here/node_modules/playwright-core" ]; then
  echo "skipped: no playwright-core in tests/report; tools/setup --browser installs it"
  exit 77
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
page() {
  local name=$1
  shift
  "$NOC837" check "$@" --report "$scratch/$name.html" --quiet --no-timing --fail-on never >/dev/null
}
clinic=$sources/fixtures/demo/clinic.edi
page small "$clinic"
page phi "$clinic" --show-phi
page sampled "$clinic" --report-lines 2
# Markup and script wherever a claim has room for text; the closing tag ends the data if it may.
sed -e 's|KETOROLAC 15MG IV|</script><img src=x onerror=hostile=1>|' \
  -e 's|TESTOPEL PELLET 75MG X10 SUBQ|<!--<script>hostile=1;//|' \
  -e 's|RB-1002|"onclick="hostile=1|' \
  -e "s|AETNA|\$(hostile)\&lt;b\&gt;\\xE2\\x80\\xA8'-->|" \
  -e 's|RIVERBEND PAIN CLINIC|{{data}}</title><svg onload=hostile=1>|' \
  -e 's|6697970901|6697<b>\\u003c|' "$clinic" >"$scratch/hostile.edi"
page hostile "$scratch/hostile.edi"
"$GENERATE" --size 6MB --seed 7 --drug-share 0.6 --defect-share 0.95 -o "$scratch/large.edi"
page large "$scratch/large.edi"
node "$here/review_test.mjs" "$scratch" "$screenshots"
