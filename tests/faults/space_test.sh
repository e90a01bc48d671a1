#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# There is no room for an output: exit 4, a message that names it, and no output.
. "$(dirname "$0")/lib.sh"

case_a_file_size_limit_at_every_output() {
  many_claims 400 | asking_for_ta1 >in.edi
  run process in.edi -o whole -q --no-timing "${everything[@]}"
  expect_file whole/in.{ta1,999,277ca}.edi whole/in.xlsx
  local size limits=() mode
  # ulimit -f counts blocks of 1024 bytes: below each output's size.
  for size in $(stat -c %s whole/*); do
    [ "$size" -lt 1024 ] || limits+=($(((size - 1) / 1024)))
  done
  for size in 1 "${limits[@]}"; do
    rm -rf out
    limited -f "$size" process in.edi -o out -q --no-timing "${everything[@]}"
    expect_code 4
    expect_in stderr 'noc837: out'
    expect_in stderr 'File too large'
    expect_nothing_in out
  done
  for mode in zstd gzip; do
    limited -f 1 process in.edi -o out -q --no-timing --compress "$mode"
    expect_code 4
    expect_nothing_in out
  done
  limited -f 1 check in.edi
  expect_code 4
}

case_a_full_disk_at_every_output() {
  [ "$(id -u)" -eq 0 ] || skip 'a small file system takes root'
  mkdir disk
  mount -t tmpfs -o size=1m tmpfs disk 2>mount.log || skip "no tmpfs here: $(cat mount.log)"
  trap 'umount disk' EXIT
  many_claims 400 | asking_for_ta1 >in.edi
  run process in.edi -o whole -q --no-timing "${everything[@]}"
  expect_file whole/in.{ta1,999,277ca}.edi whole/in.xlsx
  local free full=0
  # From no room at all to enough for everything.
  for free in 0 4 16 32 64 96 128 192 256 320 384 512 640 768 896 1024; do
    rm -rf disk/out disk/ballast
    head -c $(((1024 - free) * 1024)) /dev/zero >disk/ballast 2>head.log
    run process in.edi -o disk/out -q --no-timing "${everything[@]}"
    if [ "$code" -eq 4 ]; then
      full=$((full + 1))
      [ ! -d disk/out ] || expect_nothing_in disk/out
      # libxlsxwriter says on its own that it could not write.
      expect_equal "$(grep -c '^noc837: ' stderr)" 1 "messages: $(cat stderr)"
    else
      expect_code 1
      expect_same_folder disk/out whole
    fi
  done
  [ "$full" -gt 4 ] || fail "the disk was full only $full times"
  # Over an earlier run's outputs: they stay as they are.
  cp whole/* disk/out
  head -c 2000000 /dev/zero >disk/ballast 2>head.log
  run process in.edi -o disk/out -q --no-timing "${everything[@]}"
  expect_code 4
  expect_same_folder disk/out whole
  printf '         the disk was full %d times\n' "$full"
}

case_a_full_disk_ends_one_file_and_not_the_batch() {
  [ "$(id -u)" -eq 0 ] || skip 'a small file system takes root'
  mkdir disk
  mount -t tmpfs -o size=1m tmpfs disk 2>mount.log || skip "no tmpfs here: $(cat mount.log)"
  trap 'umount disk' EXIT
  many_claims 4000 >big.edi
  edi flagged >small.edi
  run process big.edi small.edi -o disk/out -q
  expect_code 4
  expect_file disk/out/small.flagged.edi disk/out/small.summary.json
  expect_no_file disk/out/big.flagged.edi disk/out/big.summary.json
}

run_cases "$@"
