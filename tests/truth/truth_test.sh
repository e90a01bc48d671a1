#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A file with known defects, both guides and six payers: what is found is what was put in, rule by
# rule. Prints precision and recall of each.
set -euo pipefail
generate=${1:?names the generator}
program=${2:?names the program to test}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$generate" --claims 6000 --seed 837 --drug-share 0.08 --defect-share 1 \
  -o "$scratch/known.edi" --truth "$scratch/truth.csv"
# The core defects are judged by the generic profile: what a payer asks beyond it is no defect here.
# Exit 1 says that errors stand, as they have to.
"$program" process "$scratch/known.edi" -o "$scratch" --profile default -q || [ $? -eq 1 ]

# Rows as "rule interchange/group/set/claim/line/status", each once: a rule may say the same of
# two segments of a line. Columns are found by name, for findings get new ones at their end.
rows() {
  awk -F, -v wanted="rule,interchange,group,set,claim,line,status" '
    NR == 1 { for (i = 1; i <= NF; ++i) at[$i] = i; n = split(wanted, name, ","); next }
    { row = $at["rule"] " "; for (i = 2; i <= n; ++i) row = row "/" $at[name[i]]; print row }
  ' "$1" | LC_ALL=C sort -u
}
rows "$scratch/truth.csv" >"$scratch/truth"
rows "$scratch/known.findings.csv" >"$scratch/found"

defects=$(tail -n +2 "$scratch/truth.csv" | cut -d, -f6 | sort -u | wc -l)
payers=$(tail -n +2 "$scratch/known.findings.csv" | awk -F, '{ print $19 }' | sort -u | wc -l)
echo "$defects kinds of defects, $(wc -l <"$scratch/truth") findings to make"
{
  LC_ALL=C comm -12 "$scratch/truth" "$scratch/found" | sed 's/ .*/ hit/'
  LC_ALL=C comm -23 "$scratch/truth" "$scratch/found" | sed 's/ .*/ missed/'
  LC_ALL=C comm -13 "$scratch/truth" "$scratch/found" | sed 's/ .*/ extra/'
} | awk '
  { ++count[$1, $2]; rule[$1] }
  END {
    for (id in rule) {
      hit = count[id, "hit"] + 0; missed = count[id, "missed"] + 0; extra = count[id, "extra"] + 0
      printf "%-7s%6d  precision %.3f  recall %.3f\n", id, hit,
        hit + extra ? hit / (hit + extra) : 1, hit + missed ? hit / (hit + missed) : 1
    }
  }' | sort
if ! cmp -s "$scratch/truth" "$scratch/found"; then
  echo "missed (<) and found without a defect (>):"
  diff "$scratch/truth" "$scratch/found" | grep '^[<>]' | head -40 || true
  exit 1
fi
[ "$defects" -ge 20 ] && [ "$payers" -ge 6 ]
