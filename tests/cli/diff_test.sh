#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# diff and replay as testers use them.
. "$(dirname "$0")/lib.sh"

case_diff_tells_what_a_correction_changed() {
  edi corrected >in.edi
  run process in.edi -o out
  run diff in.edi out/in.corrected.edi
  expect_code 1
  expect_in stdout '~ claim corrected-1 line 2: LIN (28)'
  expect_in stdout '    LIN03    00409-3795-01 -> 00409379501'
  expect_in stdout '1 changed, 0 only in the first, 0 only in the second'
  run diff in.edi in.edi
  expect_code 0
  expect_equal "$(cat stdout)" 'no differences'
}

case_diff_reads_compressed_files_and_standard_input() {
  edi corrected >in.edi
  gzip -k in.edi
  run_from in.edi diff in.edi.gz -
  expect_code 0
}

case_diff_can_be_asked_to_look_past_delimiters_and_line_ends() {
  edi clean >a.edi
  edi clean | tr '*' '|' | sed 's/~/~\r\n/g' >b.edi
  run diff a.edi b.edi
  expect_code 1
  expect_in stdout 'line end'
  run diff a.edi b.edi --ignore-line-ends
  expect_code 1
  expect_in stdout 'element separator'
  run diff a.edi b.edi --ignore-line-ends --ignore-delimiters
  expect_code 0
}

case_diff_shows_no_person_unless_asked_and_nothing_when_quiet() {
  edi clean >a.edi
  edi clean | sed 's/TESTER/OTHERNAME/' >b.edi
  run diff a.edi b.edi
  expect_code 1
  expect_not_in stdout OTHERNAME
  run diff a.edi b.edi --show-phi
  expect_in stdout 'TESTER -> OTHERNAME'
  run diff a.edi b.edi --quiet
  expect_code 1
  expect_empty stdout
}

case_diff_wants_two_files_that_can_be_read() {
  edi clean >a.edi
  run diff a.edi
  expect_code 2
  run diff a.edi missing.edi
  expect_code 3
  expect_one_message
  head -c 500 a.edi >cut.edi
  run diff a.edi cut.edi
  expect_code 3
  expect_in stderr cut.edi
}

# A folder with two cases whose expected outputs stand beside them.
make_cases() {
  mkdir -p cases/deep
  edi corrected flagged >cases/a.edi
  edi clean >cases/deep/b.edi
  run replay cases --update
  expect_code 0
}

case_replay_shows_what_differs_by_element_column_and_path() {
  make_cases
  sed -i 's/00409379501/00409379502/' cases/a.corrected.edi
  sed -i 's/,ndc-hyphenated,/,ndc-other,/' cases/a.findings.csv
  sed -i 's/"claims"/"klaims"/' cases/a.summary.json
  run replay cases
  expect_code 1
  expect_in stdout 'LIN03    00409379502 -> 00409379501'
  expect_in stdout 'name     ndc-other -> ndc-hyphenated'
  expect_in stdout '/klaims/total'
  expect_in stdout '1 passed, 1 failed'
}

case_replay_tells_missing_and_unexpected_outputs() {
  make_cases
  rm cases/a.flagged.edi
  cp cases/a.corrected.edi cases/deep/b.flagged.edi
  run replay cases
  expect_in stdout 'cases/a.flagged.edi: was not expected'
  expect_in stdout 'cases/deep/b.flagged.edi: was not written'
  expect_in stdout '0 passed, 2 failed'
  run replay cases --update
  run replay cases
  expect_code 0
  expect_no_file cases/deep/b.flagged.edi
}

case_replay_expects_acknowledgements_where_a_folder_above_asks_for_them() {
  make_cases
  cp cases/a.findings.csv findings
  echo '--ack 999,277ca' >cases/replay.acks
  run replay cases/deep
  expect_code 1
  expect_in stdout 'cases/deep/b.999.edi: was not expected'
  run replay cases --update
  expect_same cases/a.findings.csv findings
  expect_no_file cases/a.ta1.edi
  sed -i 's/IK5\*A/IK5*E/' cases/a.999.edi
  sed -i 's/QTY\*90\*1/QTY*90*2/' cases/deep/b.277ca.edi
  run replay cases
  expect_code 1
  expect_in stdout 'cases/a.999.edi differs'
  expect_in stdout 'cases/deep/b.277ca.edi differs'
  rm cases/replay.acks
  run replay cases
  expect_in stdout 'cases/deep/b.999.edi: was not written'
  echo '--ack 999' >cases/deep/b.args
  run replay cases/deep --update
  expect_no_file cases/deep/b.277ca.edi
}

case_replay_gives_the_same_with_any_number_of_jobs() {
  make_cases
  sed -i 's/00409379501/00409379502/' cases/a.corrected.edi
  run replay cases --jobs 1
  cp stdout one
  local jobs
  for jobs in 2 7; do
    run replay cases -j "$jobs"
    expect_same stdout one
  done
  run replay cases --jobs 0
  expect_code 2
}

case_replay_writes_JUnit_XML() {
  make_cases
  sed -i 's/00409379501/00409379502/' cases/a.corrected.edi
  run replay cases --junit results.xml
  expect_code 1
  expect_in results.xml 'tests="2" failures="1"'
  expect_in results.xml '<testcase classname="cases/deep" name="b.edi"'
  expect_in results.xml 'LIN03    00409379502 -&gt; 00409379501'
  ! command -v python3 >/dev/null ||
    python3 -c 'import sys, xml.dom.minidom as x; x.parse("results.xml")' 2>stderr || fail "$(cat stderr)"
}

case_a_case_with_wrong_options_fails_and_the_others_run() {
  make_cases
  echo '--no-such-option' >cases/a.args
  run replay cases
  expect_code 1
  expect_in stdout 'no-such-option'
  expect_in stdout '1 passed, 1 failed'
}

run_cases "$@"
