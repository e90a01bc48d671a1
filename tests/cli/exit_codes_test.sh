#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Exit codes, and what decides them.
. "$(dirname "$0")/lib.sh"

case_a_clean_file_exits_0() {
  edi clean >in.edi
  for command in 'check in.edi' 'process in.edi -o out'; do
    run $command
    expect_code 0
    expect_empty stderr
  done
}

case_a_file_that_is_corrected_exits_0() {
  edi corrected >in.edi
  for command in 'check in.edi' 'process in.edi -o out' 'process in.edi -o out --mode annotate'; do
    run $command
    expect_code 0
    expect_empty stderr
  done
}

case_an_error_that_stands_exits_1() {
  edi clean flagged >in.edi
  for command in 'check in.edi' 'process in.edi -o out' 'process in.edi -o out --mode annotate'; do
    run $command
    expect_code 1
    expect_empty stderr
  done
}

case_a_correction_that_is_switched_off_exits_1() {
  edi corrected >in.edi
  run check in.edi --no-fix NDC03
  expect_code 1
  run process in.edi -o out --no-fix ndc-hyphenated
  expect_code 1
}

case_fail_on_decides_from_which_severity_on_the_exit_code_is_1() {
  local kind level want
  while read -r kind level want; do
    edi "$kind" >in.edi
    for command in 'check in.edi' 'process in.edi -o out'; do
      run $command --fail-on "$level"
      [ "$code" -eq "$want" ] || fail "$command of a $kind claim with --fail-on $level: $code"
    done
  done <<'ROWS'
clean info 0
corrected info 0
corrected never 0
warned info 1
warned warning 1
warned error 0
warned never 0
flagged info 1
flagged warning 1
flagged error 1
flagged never 0
ROWS
}

case_wrong_usage_exits_2_with_one_message() {
  edi clean >in.edi
  while read -r line; do
    run $line
    [ "$code" -eq 2 ] || fail "'$line' exits $code"
    expect_one_message
    expect_empty stdout
  done <<'ROWS'
chek in.edi
check
check --fromat csv in.edi
check in.edi --format xml
check in.edi --fail-on sometimes
check in.edi --format
process in.edi
process -o out
process in.edi -o out --mode both
process in.edi -o out --compress rar
process in.edi -o out --codes J34901
process in.edi -o out --profile nobody
process in.edi -o out --fix NDC99
process in.edi -o out --fix NDC06
process in.edi -o -
process in.edi in.edi -o - --mode annotate
extract in.edi --format text
rules NDC99
replay
replay nowhere
ROWS
  expect_no_file out
}

case_no_words_at_all_exit_2_with_the_help() {
  run
  expect_code 2
  expect_in stdout 'usage: noc837 COMMAND'
}

case_an_input_that_cannot_be_read_exits_3_with_one_message() {
  : >empty.edi
  printf 'Dear Sir or Madam' >letter.edi
  mkdir folder.edi
  edi clean | head -c 300 >short.edi
  edi clean | tr '~' '*' >delimiters.edi
  edi clean | sed 's/RECEIVER//; s/\*ZZ\*CBO01 /*ZZ*CBO01/' >widths.edi
  edi clean | zstd -q | head -c 200 >short.edi.zst
  edi clean | gzip | head -c 200 >short.edi.gz
  { edi clean | zstd -q; printf 'more'; } >more.edi.zst
  local name
  for name in empty.edi letter.edi folder.edi short.edi delimiters.edi widths.edi short.edi.zst \
    short.edi.gz more.edi.zst missing.edi; do
    run process "$name" -o out
    [ "$code" -eq 3 ] || fail "process of $name exits $code"
    expect_one_message
    expect_in stderr "noc837: $name: "
    [ -z "$(ls -A out)" ] || fail "$name left $(ls -A out)"
    for command in check extract; do
      run $command "$name"
      [ "$code" -eq 3 ] || fail "$command of $name exits $code"
      expect_one_message
    done
    run process "$name" -o - --mode annotate
    expect_code 3
  done
}

case_a_truncated_file_is_told_with_byte_segment_and_what_was_expected() {
  edi clean | head -c 700 >short.edi
  run process short.edi -o out
  expect_code 3
  grep -q -E '^noc837: short.edi: byte 700: segment [0-9]+: .*; expected SE$' stderr ||
    fail "$(cat stderr)"
}

case_an_output_that_cannot_be_written_exits_4() {
  edi clean >in.edi
  : >file
  run process in.edi -o file
  expect_code 4
  expect_one_message
  run process in.edi -o file/below
  expect_code 4
  [ -d /proc/self ] || return 0
  run process in.edi -o /proc/nowhere
  expect_code 4
}

case_of_several_files_the_worst_decides_and_the_rest_goes_on() {
  edi corrected >a.edi
  printf 'no EDI' >b.edi
  edi flagged >c.edi
  run process a.edi b.edi c.edi -o out
  expect_code 3
  expect_one_message
  expect_in stderr b.edi
  expect_file out/a.corrected.edi out/c.flagged.edi out/a.summary.json out/c.findings.csv
  expect_no_file out/b.findings.csv out/b.summary.json
  run check a.edi b.edi c.edi --format csv
  expect_code 3
  expect_in stdout 'a.edi,NDC03'
  expect_in stdout 'c.edi,NDC06'
  run process a.edi c.edi -o out2
  expect_code 1
  run process a.edi -o out3
  expect_code 0
}

case_an_output_failure_is_worse_than_an_input_failure() {
  edi corrected >a.edi
  printf 'no EDI' >b.edi
  mkdir -p out/a.corrected.edi
  run process b.edi a.edi -o out
  expect_code 4
}

case_no_file_of_ours_ends_in_an_internal_error() {
  local file
  while read -r file; do
    run check "$file" --format jsonl # check_run fails on 70
    [ "$code" -le 3 ] || fail "check of $file exits $code"
  done < <(find "$NOC837_SOURCE_DIR/fixtures" -type f -size -200k | head -400)
}

run_cases "$@"
