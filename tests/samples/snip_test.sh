#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Validation of public 837 samples, where a folder with them is named by NOC837_SAMPLES or lies
# beside the project as for the property tests: sound ones have no finding of levels 1 to 3 that
# snip_explained.tsv does not explain, wrong ones have those of snip_expected.tsv at their place.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
samples=${NOC837_SAMPLES:-$here/../../../shared/samples}
[ -d "$samples" ] || { echo "there is no folder $samples with samples"; exit 77; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
faults=0
fault() {
  echo "$1"
  faults=$((faults + 1))
}

sound=0
for file in "$samples"/files/*; do
  name=$(basename "$file")
  "$NOC837" check --snip 3 --format csv --fail-on never "$file" > "$scratch/out" 2>/dev/null ||
    continue # no X12 that can be read; the error tests have those
  rules=$(grep -a -o ',SNP[0-9]*,' "$scratch/out" | tr -d , | sort -u | paste -sd,)
  explained=$(awk -F'\t' -v name="$name" '$1 == name {print $2}' "$here/snip_explained.tsv")
  [ "$rules" = "$explained" ] || fault "$name: found '$rules', explained '$explained'"
  [ -n "$rules" ] || sound=$((sound + 1))
done
while IFS=$'\t' read -r name rule loop element segment; do
  case $name in '#'* | '') continue ;; esac
  "$NOC837" check --snip 3 --format csv --fail-on never "$samples/malformed/$name" \
    > "$scratch/out" 2>/dev/null
  awk -F, -v rule="$rule" -v loop="$loop" -v element="$element" -v segment="$segment" \
    '$2 == rule && $12 == loop && $13 == element && $15 == segment {found = 1} END {exit !found}' \
    "$scratch/out" || fault "$name: $rule $loop $element in segment $segment was not found"
done < "$here/snip_expected.tsv"
echo "$sound sound samples without a finding, $faults faults"
[ "$sound" -ge 100 ] && [ "$faults" -eq 0 ]
