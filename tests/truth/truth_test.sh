#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Files with known defects, both guides and six payers, each claim judged by the profile of its
# payer: what is found is what was put in, no more and no less. Prints precision and recall of each
# rule; fails where one is below 1, and where a kind of defect was never made.
set -euo pipefail
generate=${1:?names the generator}
program=${2:?names the program to test}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

# The usual delimiters; and others, because the asterisk that stands for a zero of an NDC cannot be
# written between asterisks.
"$generate" --claims 40000 --seed 837 --drug-share 0.08 --defect-share 1 --defects all \
  -o usual.edi --truth usual.csv
"$generate" --claims 4000 --seed 11 --drug-share 0.08 --defect-share 1 --defects all \
  --element-separator '|' --component-separator '>' --newline crlf -o other.edi --truth other.csv

# Defects that only reference tables show, among correct lines of drugs that the tables know.
"$generate" --claims 4000 --seed 5 --drug-share 0.08 --defect-share 1 --defects tables \
  -o tables.edi --truth tables.csv --directory .
quarters=(202{4,5}Q{1,2,3,4}=crosswalk.csv)
"$program" tables build --ndc-package package.txt --ndc-product product.txt \
  --asp-crosswalk "${quarters[@]}" -o tables.noc >built

# Every unclassified-drug code, for defects choose among them; PAY02 is off unless asked for. Exit 1
# says that errors stand, as they have to.
for stem in usual other tables; do
  options=(--codes noc --severity PAY02=info)
  [ "$stem" != tables ] || options+=(--tables tables.noc)
  "$program" process "$stem.edi" -o . "${options[@]}" -q || [ $? -eq 1 ]
done

# Rows as "rule file/interchange/group/set/claim/line/status", each once: a rule may say the same of
# two segments of a line. Columns are found by name, for findings get new ones at their end.
rows() {
  awk -F, -v file="$1" -v wanted="interchange,group,set,claim,line,status" '
    NR == 1 { for (i = 1; i <= NF; ++i) at[$i] = i; n = split(wanted, name, ","); next }
    { row = $at["rule"] " " file; for (i = 1; i <= n; ++i) row = row "/" $at[name[i]]; print row }
  ' "$2"
}
for stem in usual other tables; do
  rows "$stem" "$stem.csv" >>truth.rows
  rows "$stem" "$stem.findings.csv" >>found.rows
done
LC_ALL=C sort -u truth.rows >truth
LC_ALL=C sort -u found.rows >found

# The values of a column, each once. Quoted texts may hold commas; none is asked for.
values() {
  local column=$1
  shift
  sed -s 's/"[^"]*"//g' "$@" | awk -F, -v column="$column" '
    { for (i = 1; i <= NF; ++i) if ($i == column) { at = i; next } }
    { print $at }
  ' | LC_ALL=C sort -u
}
"$generate" --list-defects | awk 'NR > 1 { print $1 }' | LC_ALL=C sort >kinds
values defect usual.csv other.csv tables.csv | grep -v '^none$' >made
values profile usual.findings.csv other.findings.csv >profiles
values guide usual.findings.csv other.findings.csv >guides
"$program" rules | awk 'NR > 1 && $1 !~ /^SNP/ { print $1 }' | LC_ALL=C sort >rules

echo "rule      made  precision  recall"
{
  LC_ALL=C comm -12 truth found | sed 's/ .*/ hit/'
  LC_ALL=C comm -23 truth found | sed 's/ .*/ missed/'
  LC_ALL=C comm -13 truth found | sed 's/ .*/ extra/'
} | awk '
  { ++count[$1, $2]; rule[$1] }
  END {
    for (id in rule) {
      hit = count[id, "hit"] + 0; missed = count[id, "missed"] + 0; extra = count[id, "extra"] + 0
      printf "%-7s%7d  %9.3f  %6.3f\n", id, hit + missed,
        hit + extra ? hit / (hit + extra) : 1, hit + missed ? hit / (hit + missed) : 1
    }
  }' | LC_ALL=C sort | tee table
echo "$(wc -l <made) kinds of defects, $(wc -l <truth) findings, $(wc -l <table) rules"
echo "rules without a defect here (their fixtures test them):" \
  "$(awk '{ print $1 }' table | LC_ALL=C comm -13 - rules | tr '\n' ' ')"
echo "profiles: $(tr '\n' ' ' <profiles)"

faults=0
fail() {
  echo "$1"
  faults=$((faults + 1))
}
cmp -s truth found || {
  fail "missed (<) and found without a defect (>):"
  diff truth found | grep '^[<>]' | head -40
} || true
unmade=$(LC_ALL=C comm -23 kinds made)
[ -z "$unmade" ] || fail "never made: $unmade"
[ "$(wc -l <made)" -ge 20 ] || fail "fewer than 20 kinds of defects"
for payer in aetna bcbs cigna medicaid palmetto unitedhealthcare wps; do
  grep -qx "$payer" profiles || fail "no claim was judged by the profile $payer"
done
[ "$(wc -l <guides)" -eq 2 ] || fail "not both guides: $(tr '\n' ' ' <guides)"
[ "$faults" -eq 0 ]
