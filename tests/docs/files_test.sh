#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# docs/files.md names every column of the tables and every key of the summary.
set -euo pipefail
source=${1:?names the folder of the sources}
program=${2:?names the program to test}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$program" process "$source/fixtures/demo/clinic.edi" -o "$out" --fail-on never --quiet
missing=0
expect_told() {
  grep -qE "^\|.*\b$1\b.*\|.*\|$" "$source/docs/files.md" && return
  echo "docs/files.md does not tell $1 of $2"
  missing=$((missing + 1))
}
names=0
for table in findings lines; do
  for column in $(head -1 "$out/clinic.$table.csv" | tr , ' '); do
    expect_told "$column" "$table.csv"
    names=$((names + 1))
  done
done
for key in $(grep -oE '^  "[a-z_]+"' "$out/clinic.summary.json" | tr -d ' "'); do
  expect_told "$key" summary.json
  names=$((names + 1))
done
echo "$names columns and keys, $missing missing"
[ "$names" -gt 60 ] && [ "$missing" -eq 0 ]
