#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs every ```sh block of a page of documentation, and fails when one of its commands does.
set -u
page=${1:?names the page}
program=${2:?names the program to test}
source=${3:?names the folder of the sources}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/noc837"
mkdir "$scratch/build"
ln -s "$(dirname "$program")" "$scratch/build/release"
ln -s "$source/fixtures" "$scratch/fixtures"
cd "$scratch" || exit 2
PATH=$scratch/bin:$PATH
export HOME=$scratch XDG_CONFIG_HOME=$scratch
# A library that was built with AddressSanitizer may come behind others.
export ASAN_OPTIONS=verify_asan_link_order=0

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
      printf 'this block of %s fails:\n%s\n' "$page" "$block"
      cat .log
      faults=$((faults + 1))
    fi
  elif $inside; then
    block+=$line$'\n'
  fi
done <"$page"
echo "$blocks blocks, $faults faults"
[ "$blocks" -gt 0 ] && [ "$faults" -eq 0 ]
