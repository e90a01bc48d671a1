#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# explain as a biller uses it.
. "$(dirname "$0")/lib.sh"

case_a_claim_is_explained_with_the_levels_above_it_and_its_findings() {
  edi corrected flagged >in.edi
  run explain in.edi --claim flagged-2
  expect_code 0
  expect_in stdout 'claim flagged-2: 837P, 005010X222A1'
  expect_in stdout '2010AA Billing provider'
  expect_in stdout '2010BB Payer'
  expect_in stdout '2410 Drug identification'
  expect_in stdout '^ error NDC06'
  expect_not_in stdout corrected-1
}

case_every_segment_of_the_claim_is_there_with_its_number() {
  edi flagged >in.edi
  run explain in.edi --claim flagged-1
  local segment missing=0
  while read -r segment; do
    grep -q -F "  $segment" stdout || missing=$((missing + 1))
  done < <(tr '~' '\n' <in.edi | sed -n '/^CLM/,/^SE/p' | grep -v '^SE')
  expect_equal "$missing" 0 'missing segments'
  local number
  number=$(tr '~' '\n' <in.edi | sed '1,/^GS/d' | grep -n '^LIN' | cut -d: -f1)
  grep -q "^ *$number  LIN" stdout || fail "LIN does not stand at $number"
}

case_people_are_hidden_unless_asked_for() {
  edi clean >in.edi
  run explain in.edi --claim clean-1
  expect_not_in stdout TESTER
  expect_not_in stdout TST000111
  run explain in.edi --claim clean-1 --show-phi
  expect_in stdout TESTER
}

case_without_a_number_every_claim_is_explained() {
  edi clean flagged >in.edi
  run explain in.edi
  expect_equal "$(grep -c '^claim ' stdout)" 2
}

case_a_number_that_is_not_there_is_told() {
  edi clean >in.edi
  run explain in.edi --claim clean-9
  expect_code 2
  expect_in stderr "holds no claim 'clean-9'"
  run explain
  expect_code 2
  run explain missing.edi --claim x
  expect_code 3
}

case_institutional_claims_and_every_fixture_can_be_explained() {
  local file
  for file in "$NOC837_SOURCE_DIR"/fixtures/{institutional,hierarchy,delimiters,secondary}/*.edi; do
    case $file in *.ta1.edi | *.999.edi | *.277ca.edi) continue ;; esac # `ack` prints those
    run explain "$file"
    [ "$code" -eq 0 ] || fail "$file: $(cat stderr)"
    expect_not_in stdout '(not in the guide)'
  done
}

run_cases "$@"
