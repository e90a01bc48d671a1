#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# docs/snip.md lists the situational rules that the program has: no more, no fewer, in their order.
set -u
page=${1:?names docs/snip.md}
noc837=${2:?names the program}
listed=$(sed -n -E 's/^\| (SNP4[0-9]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|.*/\1 \3 \2 \4/p' "$page")
known=$("$noc837" rules | sed -n -E \
  's/^(SNP4[0-9]+) +[a-z0-9-]+ +([a-z]+) +([0-9A-Za-z]+) +- +(.*)$/\1 \2 \3 \4/p')
count=$(wc -l <<< "$known")
if [ "$listed" != "$known" ]; then
  diff <(echo "$listed") <(echo "$known") | head -20
  echo "docs/snip.md is stale"
  exit 1
fi
echo "$count situational rules"
[ "$count" -ge 60 ]
