#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs every ```sh block of README.md, and fails when one of its commands does.
set -u
readme=${1:?names the README}
program=${2:?names the program to test}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/noc837"
ln -s "$(dirname "$readme")/fixtures" "$scratch/fixtures"
cd "$scratch" || exit 2
PATH=$scratch/bin:$PATH

blocks=0
faults=0
block=
inside=false
while IFS= read -r line; do
  if [ "$line" = '```sh' ]; then
    inside=true
    block=
  elif $inside && [ "$line" = '```' ]; then
    inside=false
    blocks=$((blocks + 1))
    if ! bash -euo pipefail -c "$block" >.log 2>&1; then
      printf 'this block of README.md fails:\n%s\n' "$block"
      cat .log
      faults=$((faults + 1))
    fi
  elif $inside; then
    block+=$line$'\n'
  fi
done <"$readme"
echo "$blocks blocks, $faults faults"
[ "$blocks" -gt 0 ] && [ "$faults" -eq 0 ]
