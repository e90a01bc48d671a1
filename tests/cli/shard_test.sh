#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Parts of one file and their merging, as users run them.
. "$(dirname "$0")/lib.sh"

case_parts_of_a_compressed_file_merge_into_what_one_run_writes() {
  local i
  for i in 1 2 3 4 5; do edi corrected flagged clean | sed "s/000000001/00000000$i/g"; done >plain
  { head -c 3000 plain | zstd -q; tail -c +3001 plain | zstd -q; } >in.edi.zst
  run process in.edi.zst -o expected --no-timing
  for i in 1 2 3; do
    run process in.edi.zst -o parts --shard "$i/3"
    [ "$code" -le 1 ] || fail "part $i exits $code: $(cat stderr)"
  done
  expect_no_file parts/in.corrected.edi.zst
  run merge parts/in.part-*.json -o out --no-timing
  expect_code 1
  local file
  expect_equal "$(ls out)" "$(ls expected)"
  for file in $(ls expected); do expect_same "expected/$file" "out/$file"; done
}

# Bytes of file $1 that the program reads when it is run with the other arguments.
bytes_read() {
  local file=$1
  shift
  strace -f -qq -e trace=read -P "$file" -o trace "$NOC837" "$@" >/dev/null 2>stderr
  awk -F'= ' '/read\(/ { sum += $NF } END { print sum + 0 }' trace
}

case_with_an_index_a_part_reads_its_own_bytes() {
  can_trace || skip 'strace cannot be used here'
  local i file share read
  edi clean >plain.edi
  for i in 1 2 3 4 5 6 7 8 9 10 11 12 13; do cat plain.edi plain.edi >double && mv double plain.edi; done
  split -b 500000 plain.edi piece.
  for file in piece.*; do zstd -q "$file"; done
  cat piece.*.zst >frames.edi.zst
  for file in "$PWD/plain.edi" "$PWD/frames.edi.zst"; do
    run process "$file" -o expected --no-timing
    run index "$file" -o in.index
    expect_code 0
    expect_in stdout ' places to read from'
    share=$(($(stat -c %s "$file") / 4))
    for i in 1 2 3 4; do
      read=$(bytes_read "$file" process "$file" -o parts --shard "$i/4" --index in.index)
      # A place a megabyte of 8 before the part, and blocks beyond its end.
      [ "$read" -le $((share * 8 / 5 + 262144)) ] || fail "part $i reads $read bytes for $share"
    done
    run merge parts/*.json -o out --no-timing
    expect_code 0
    for i in $(ls expected); do expect_same "expected/$i" "out/$i"; done
    rm -r parts out expected
  done
}

case_an_index_of_something_else_is_refused() {
  edi corrected >in.edi
  edi corrected flagged >other.edi
  run index in.edi -o in.index
  expect_code 0
  run process other.edi -o out --shard 1/2 --index in.index
  expect_code 2
  expect_in stderr 'is the index of another file'
  run process in.edi -o out --shard 1/2 --index in.index --snip 2
  expect_code 2
  expect_in stderr 'was made with other options'
  run process in.edi -o out --shard 1/2 --index in.index --mode annotate --compress zstd
  expect_code 0
  run process in.edi -o out --shard 1/2 --index in.edi
  expect_code 2
  expect_in stderr 'is no index'
  run process in.edi -o out --index in.index
  expect_code 2
  run index in.edi other.edi -o in.index
  expect_code 2
  run index in.edi
  expect_code 2
  run_from in.edi index - -o in.index
  expect_code 2
  edi corrected | head -c 900 >cut.edi
  run index cut.edi -o cut.index
  expect_code 3
  expect_no_file cut.index
}

case_acknowledgements_of_parts_merge_into_those_of_one_run() {
  local i acks=(--ack ta1,999,277ca --ack-date 202609161200 --ack-control 41)
  for i in 1 2 3 4; do
    edi corrected flagged clean | sed "s/000000001/00000000$i/g; s/\*0\*T\*/*1*T*/; s/UN\*1\*\*\*1:2/XX*1***1:2/"
  done >in.edi
  run process in.edi -o expected "${acks[@]}" --no-timing
  expect_in expected/in.999.edi 'IK3*SV1'
  expect_in expected/in.277ca.edi 'STC*A'
  for i in 1 2 3; do run process in.edi -o parts --shard "$i/3" "${acks[@]}"; done
  run merge parts/in.part-*.json -o out --no-timing
  expect_code 1
  expect_equal "$(ls out)" "$(ls expected)"
  for i in $(ls expected); do expect_same "expected/$i" "out/$i"; done
}

# The rows of a results database, whatever their ids.
rows_of() { sqlite3 "$1" 'SELECT * FROM input; SELECT * FROM finding; SELECT * FROM drug_line'; }

case_workbook_database_and_page_of_parts_merge_into_those_of_one_run() {
  local i name suffix count everything=(--xlsx --sqlite all.sqlite --report page.html --show-phi)
  for i in 1 2 3 4; do edi corrected flagged warned clean | sed "s/000000001/00000000$i/g"; done >in.edi
  zstd -q in.edi
  for suffix in .edi .edi.zst; do
    rm -rf all.sqlite page.html out expected parts
    run process "in$suffix" -o expected "${everything[@]}" --no-timing
    mv all.sqlite expected.sqlite
    mv page.html expected.html
    expect_in expected.html 'TST000111'
    rows_of expected.sqlite >expected.rows
    expect_in expected.rows 'J3490'
    for count in 1 3; do
      for ((i = 1; i <= count; ++i)); do
        run process "in$suffix" -o parts --shard "$i/$count" "${everything[@]}"
      done
      expect_no_file page.html
      expect_no_file all.sqlite
      run merge parts/*-of-$count.json -o out --no-timing
      expect_code 1
      expect_equal "$(ls out)" "$(ls expected)"
      for name in $(ls expected); do expect_same "expected/$name" "out/$name"; done
      expect_same expected.html page.html
      rows_of all.sqlite >rows
      expect_same expected.rows rows
      rm all.sqlite page.html
    done
  done
}

case_merge_refuses_parts_of_different_options() {
  edi corrected corrected >in.edi
  run process in.edi -o parts --shard 1/2
  run process in.edi -o parts --shard 2/2 --no-fix NDC03
  run merge parts/*.json -o out
  expect_code 2
  expect_in stderr 'belongs to another run'
  expect_equal "$(ls out)" ''
}

case_a_part_of_a_damaged_file_fails_as_the_whole_does() {
  edi corrected flagged | head -c 900 >in.edi
  run process in.edi -o out
  expect_code 3
  cp stderr whole
  run process in.edi -o parts --shard 2/2
  expect_code 3
  expect_same stderr whole
}

case_wrong_shards_are_refused() {
  edi corrected >in.edi
  cp in.edi other.edi
  local shard
  for shard in 0/2 3/2 2 1/ /2 1/x -1/2 1/2/3; do
    run process in.edi -o out "--shard=$shard"
    expect_code 2
  done
  run process in.edi other.edi -o out --shard 1/2
  expect_code 2
  run_from in.edi process - -o out --shard 1/2
  expect_code 2
  run process in.edi -o out --shard 1/2 --ledger ledger.sqlite
  expect_code 2
  run merge -o out
  expect_code 2
}

run_cases "$@"
