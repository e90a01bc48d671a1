#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Standard input and output, compressed input and output.
. "$(dirname "$0")/lib.sh"

case_a_dash_reads_standard_input() {
  edi corrected flagged >in.edi
  run_from in.edi process - -o out
  expect_code 1
  expect_file out/stdin.corrected.edi out/stdin.flagged.edi out/stdin.summary.json
  run process in.edi -o out
  expect_same out/in.corrected.edi out/stdin.corrected.edi
  expect_same out/in.flagged.edi out/stdin.flagged.edi
  run_from in.edi check -
  expect_code 1
  run_from in.edi extract -
  expect_code 0
}

case_a_pipe_that_gives_its_bytes_one_by_one_is_read_to_its_end() {
  edi corrected >in.edi
  { head -c 3 in.edi; sleep 0.1; tail -c +4 in.edi | head -c 200; sleep 0.1; tail -c +204 in.edi; } |
    "$NOC837" process - -o out >stdout 2>stderr
  code=$?
  expect_code 0
  run process in.edi -o out
  expect_same out/in.corrected.edi out/stdin.corrected.edi
}

case_annotate_writes_the_EDI_to_standard_output_and_the_summary_to_standard_error() {
  edi clean corrected flagged >in.edi
  run process in.edi -o out --mode annotate
  run process in.edi -o - --mode annotate
  expect_code 1
  expect_same stdout out/in.annotated.edi
  expect_in stderr 'claims      3: '
  run_from in.edi process - -o - --mode annotate --quiet
  expect_code 1
  expect_same stdout out/in.annotated.edi
  expect_empty stderr
  [ ! -e ./- ] || fail 'a folder named - was made'
}

case_compressed_input_is_known_by_its_content_whatever_its_name() {
  edi corrected >plain
  zstd -q <plain >a.edi
  gzip <plain >b.edi.zst
  cp plain c.edi.gz
  head -c 500 plain | zstd -q >d.edi
  tail -c +501 plain | zstd -q >>d.edi
  head -c 500 plain | gzip >e.edi
  tail -c +501 plain | gzip >>e.edi
  local name
  for name in a.edi b.edi.zst c.edi.gz d.edi e.edi; do
    rm -rf out
    run process "$name" -o out --compress none
    expect_code 0
    run process plain -o expected
    expect_same "out/${name:0:1}.corrected.edi" expected/plain.corrected.edi
  done
}

case_auto_compresses_as_the_input_is_and_other_reports_never() {
  edi corrected flagged >a.edi
  edi corrected flagged | zstd -q >b.edi.zst
  edi corrected flagged | gzip >c.edi.gz
  run process a.edi b.edi.zst c.edi.gz -o out --compress auto
  expect_code 1
  expect_file out/a.corrected.edi out/b.corrected.edi.zst out/c.corrected.edi.gz \
    out/a.flagged.edi out/b.flagged.edi.zst out/c.flagged.edi.gz \
    out/b.findings.csv out/b.lines.csv out/b.summary.json
  zstd -dcq out/b.corrected.edi.zst >b
  gzip -dc out/c.corrected.edi.gz >c
  expect_same out/a.corrected.edi b
  expect_same out/a.corrected.edi c
}

case_compress_decides_whatever_the_input_is() {
  edi corrected >a.edi
  edi corrected | zstd -q >b.edi
  run process a.edi -o out --compress zstd
  expect_file out/a.corrected.edi.zst
  run process a.edi -o out --compress gzip
  expect_file out/a.corrected.edi.gz
  expect_no_file out/a.corrected.edi.zst
  run process b.edi -o out --compress none
  expect_file out/b.corrected.edi
  run process a.edi -o - --mode annotate --compress gzip
  gzip -dc <stdout >annotated
  run process a.edi -o - --mode annotate
  expect_same stdout annotated
}

case_a_reader_that_goes_away_is_no_failure() {
  local i
  edi $(for i in $(seq 1 2000); do echo warned; done) >in.edi
  local command
  for command in 'check in.edi' 'check in.edi --format jsonl' 'extract in.edi' \
    'process in.edi -o - --mode annotate -q'; do
    "$NOC837" $command 2>stderr | head -1 >first
    [ "${PIPESTATUS[0]}" -eq 0 ] || fail "$command exits ${PIPESTATUS[0]}: $(cat stderr)"
    expect_empty stderr
    [ -s first ] || fail "$command wrote nothing"
  done
}

case_a_reader_that_went_away_does_not_hide_what_was_found() {
  edi $(for i in $(seq 1 500); do echo flagged; done) >in.edi
  "$NOC837" check in.edi 2>stderr | head -1 >first
  expect_equal "${PIPESTATUS[0]}" 1
  expect_empty stderr
}

case_messages_and_summaries_that_nobody_reads_change_no_exit_code() {
  local i names=()
  for i in $(seq 1 40); do
    edi flagged >"$i.edi"
    names+=("$i.edi")
  done
  local codes
  "$NOC837" process "${names[@]}" -o out 2>stderr | :
  codes=("${PIPESTATUS[@]}")
  expect_equal "${codes[0]}" 1
  expect_empty stderr
  "$NOC837" process 1.edi -o - --mode annotate 2>&1 >/dev/null | :
  codes=("${PIPESTATUS[@]}")
  expect_equal "${codes[0]}" 1
  "$NOC837" check missing.edi 2>&1 | :
  codes=("${PIPESTATUS[@]}")
  expect_equal "${codes[0]}" 3
  "$NOC837" rules | :
  codes=("${PIPESTATUS[@]}")
  expect_equal "${codes[0]}" 0
}

case_standard_output_that_is_full_exits_4() {
  [ -c /dev/full ] || skip 'no /dev/full'
  edi flagged >in.edi
  local command
  for command in 'check in.edi' 'check in.edi --format csv' 'extract in.edi' 'rules' 'rules NDC03' \
    'process in.edi -o - --mode annotate -q' 'process in.edi -o out' '--version' '--help' \
    'check --help'; do
    "$NOC837" $command >/dev/full 2>stderr
    code=$?
    [ "$code" -eq 4 ] || fail "$command exits $code"
  done
}

run_cases "$@"
