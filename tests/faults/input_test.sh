#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Inputs that end too early, change while they are read, or are bad among good ones.
. "$(dirname "$0")/lib.sh"

# Every prefix of a file is refused with exit 3, a message that names the byte, and no output.
# Twenty prefixes a run: a bad file does not end a batch.
truncations() {
  local file=$1 size at names i
  size=$(stat -c %s "$file")
  for ((at = 0; at < size; at += 20)); do
    rm -rf cut out
    mkdir cut
    for ((i = at; i < at + 20 && i < size; ++i)); do head -c "$i" "$file" >"cut/$i.edi"; done
    names=(cut/*.edi)
    run process "${names[@]}" -o out -q
    expect_code 3
    expect_nothing_in out
    expect_equal "$(grep -c '^noc837: cut/[0-9]*.edi: ' stderr)" ${#names[@]} "messages at $at"
    expect_equal "$(wc -l <stderr)" ${#names[@]} "lines at $at: $(cat stderr)"
  done
  printf '         %s cut at each of %d bytes\n' "$file" "$size"
}

case_a_file_cut_at_every_byte_is_refused() {
  printf '%s' "$(edi clean corrected flagged)" >plain.edi
  truncations plain.edi
}

case_a_compressed_file_cut_at_every_byte_is_refused() {
  printf '%s' "$(edi clean corrected flagged)" >plain.edi
  zstd -q plain.edi -o in.zst
  gzip -n <plain.edi >in.gz
  truncations in.zst
  truncations in.gz
}

case_a_compressed_file_with_any_byte_changed_is_refused_or_gives_the_same() {
  printf '%s' "$(edi clean corrected flagged)" >plain.edi
  run process plain.edi -o whole -q --no-timing
  zstd -q --check plain.edi -o in.zst
  gzip -n <plain.edi >in.gz
  local file size at refused=0
  for file in in.zst in.gz; do
    size=$(stat -c %s "$file")
    for ((at = 0; at < size; at += 7)); do
      { head -c "$at" "$file"; printf '\125'; tail -c +$((at + 2)) "$file"; } >plain.changed
      rm -rf out
      mv plain.changed plain.edi
      run process plain.edi -o out -q --no-timing --compress none
      if [ "$code" -eq 3 ]; then
        refused=$((refused + 1))
        expect_nothing_in out
      else
        expect_same out/plain.corrected.edi whole/plain.corrected.edi
      fi
    done
  done
  [ "$refused" -gt 100 ] || fail "only $refused changed files were refused"
}

case_a_file_that_grows_while_it_is_read_is_read_to_its_end_or_refused() {
  many_claims 20 >in.edi
  run process in.edi -o whole -q
  head -c 900 in.edi >grows.edi
  # The reader is held at the end of what is there by a pipe that copies on.
  (sleep 0.3; tail -c +901 in.edi >>grows.edi) &
  tail -f -c +1 grows.edi 2>tail.log | head -c "$(stat -c %s in.edi)" |
    "$NOC837" process - -o out -q >stdout 2>stderr
  code=${PIPESTATUS[2]}
  expect_code 1
  expect_same out/stdin.flagged.edi whole/in.flagged.edi
  # Read as it is half written: refused, and nothing stands.
  rm -rf out
  head -c 900 in.edi >grows.edi
  run process grows.edi -o out -q
  expect_code 3
  expect_nothing_in out
}

case_a_file_that_shrinks_while_it_is_read_is_refused() {
  can_trace || skip 'strace cannot be used here'
  many_claims 20000 >in.edi
  # Delayed before its third read of the input, the program finds that the rest is gone.
  strace -f -qq -o trace -e trace=read -P in.edi -e inject=read:delay_enter=600000:when=3 \
    "$NOC837" process in.edi -o out -q >stdout 2>stderr &
  local pid=$!
  sleep 0.3
  truncate -s 500000 in.edi
  wait "$pid"
  code=$?
  expect_code 3
  expect_in stderr 'in.edi: byte'
  expect_nothing_in out
}

case_one_bad_file_among_a_hundred() {
  local i names=()
  for ((i = 1; i <= 100; ++i)); do
    edi flagged clean >"$i.edi"
    names+=("$i.edi")
  done
  head -c 700 42.edi >bad
  mv bad 42.edi
  run process "${names[@]}" -o out -q
  expect_code 3
  expect_one_message
  expect_in stderr '42.edi: byte 700: '
  expect_equal "$(ls out/*.summary.json | wc -l)" 99 'summaries'
  expect_no_file out/42.summary.json out/42.flagged.edi out/42.findings.csv
  run check "${names[@]}" --format csv
  expect_code 3
  expect_one_message
  expect_equal "$(cut -d, -f1 stdout | sort -u | grep -c edi)" 100 'files with findings'
  expect_equal "$(grep '^42.edi' stdout | cut -d, -f2)" ENV07 'findings of the bad file'
}

case_inputs_that_are_no_files() {
  mkdir folder
  local name
  for name in folder missing.edi /dev/null; do
    run process "$name" -o out
    expect_code 3
    expect_one_message
    expect_nothing_in out
  done
}

run_cases "$@"
