#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# File names: stems, odd names, names that clash.
. "$(dirname "$0")/lib.sh"

case_suffixes_are_taken_off_the_name_of_an_output() {
  local name stem
  while read -r name stem; do
    rm -rf out
    edi corrected >"$name"
    run process "$name" -o out
    expect_code 0
    [ -f "out/$stem.corrected.edi" ] || fail "$name gives $(ls out)"
    rm "$name"
  done <<'ROWS'
a.edi a
a.837 a
a.x12 a
a.txt a
a.dat a
a.EDI a
a.edi.zst a
a.837.gz a
a a
a.b.edi a.b
a.csv a.csv
a.edi.edi a.edi
a.zst a
.edi .edi
ROWS
}

case_inputs_of_the_same_stem_are_refused_before_anything_is_written() {
  edi clean >a.edi
  edi clean >a.837
  mkdir sub
  edi clean >sub/a.txt.gz
  run process a.edi a.837 -o out
  expect_code 2
  expect_in stderr 'a.edi and a.837 would write the same outputs'
  run process a.edi sub/a.txt.gz -o out
  expect_code 2
  run process a.edi a.edi -o out
  expect_code 2
  expect_no_file out
}

case_names_with_blanks_and_quotes() {
  local name="October claims (\"last\") it's.edi"
  edi corrected flagged >"$name"
  run process "$name" -o 'out folder'
  expect_code 1
  expect_file "out folder/${name%.edi}.corrected.edi" "out folder/${name%.edi}.flagged.edi"
  expect_in "out folder/${name%.edi}.summary.json" '\"last\"'
}

case_names_with_a_newline_stay_on_one_line_of_messages_and_tables() {
  local name=$'a\nb.edi'
  edi flagged >"$name"
  run process "$name" -o out
  expect_code 1
  expect_file $'out/a\nb.flagged.edi'
  run check "$name" --format csv
  expect_equal "$(wc -l <stdout | tr -d ' ')" "$(($(edi flagged >x.edi; "$NOC837" check x.edi --format csv | wc -l)))"
  printf 'no EDI' >"$name"
  run check "$name"
  expect_code 3
  expect_one_message
}

case_names_that_begin_with_a_dash_follow_two_dashes() {
  edi corrected >-a.edi
  edi corrected >--format.edi
  run process -o out -- -a.edi --format.edi
  expect_code 0
  expect_file out/-a.corrected.edi out/--format.corrected.edi
  run check -- -a.edi
  expect_code 0
  run check ./-a.edi
  expect_code 0
}

case_names_that_are_no_utf_8() {
  local name=$'caf\xe9.edi'
  edi corrected >"$name" 2>/dev/null || skip 'the file system refuses such names'
  run process "$name" -o out
  expect_code 0
  expect_file $'out/caf\xe9.corrected.edi'
}

run_cases "$@"
