#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# noc837 mask: nobody is in the copy, and every finding of the original is.
. "$(dirname "$0")/lib.sh"

key() { printf 'a secret of more than sixteen bytes' >key; }

# What decides a finding: rule, severity, status, line, loop, element, offset, segment.
findings_of() {
  run check "$1" --format csv --fail-on never "${@:2}"
  cut -d, -f2,4,5,11,12,13,14,15 stdout | tail -n +2 | sort >"$1.findings"
}

# Counts in $found.
masked_copy_has_the_findings() {
  local file=$1 lost
  shift
  cp "$file" in.edi
  rm -rf out
  run mask in.edi -o out --key key
  [ "$code" -eq 0 ] || return 0
  expect_equal "$(stat -c %s out/in.masked.edi)" "$(stat -c %s in.edi)" "length of $file masked"
  findings_of in.edi "$@"
  findings_of out/in.masked.edi "$@"
  lost=$(comm -23 in.edi.findings out/in.masked.edi.findings)
  [ -z "$lost" ] || fail "lost from $file: $lost"
  found=$((found + $(wc -l <in.edi.findings)))
}

case_the_copy_has_every_finding_of_the_original() {
  key
  local found=0
  each_checkable_fixture masked_copy_has_the_findings
  [ "$found" -gt 300 ] || fail "only $found findings were compared"
}

case_no_name_id_address_or_number_is_left() {
  edi clean flagged >in.edi
  run mask in.edi -o -
  expect_code 0
  local value
  for value in TESTER ALEX TST000111 'SAMPLE STREET' SPRINGFIELD 19700102 62702 8005550123 \
    LAKESIDE 1790002012 123456789 1487003026 DANA 'CEDAR BILLING' CBO01 clean-1; do
    expect_in in.edi "$value"
    expect_not_in stdout "$value"
  done
}

case_payers_codes_amounts_and_drugs_stay() {
  edi clean >in.edi
  run mask in.edi -o -
  local value
  for value in 'NM1*PR*2*SAMPLE HEALTH PLAN*****PI*99999' 'KETOROLAC 15MG IM' 'N4*00409379501' \
    'SV1*HC:96372*100*UN*1***1' 'DTP*472*D8*20260914' 'HI*ABK:R112'; do
    expect_in stdout "$value"
  done
}

case_the_same_key_gives_the_same_copy_and_another_key_another() {
  edi clean >in.edi
  key
  run mask in.edi -o - --key key
  cp stdout first
  run mask in.edi -o - --key key
  expect_same stdout first
  run mask in.edi -o -
  if cmp -s stdout first; then fail 'a new key gave the same copy'; fi
}

case_dates_move_only_when_asked_and_all_of_a_patient_alike() {
  edi clean clean >in.edi
  run mask in.edi -o - --shift-dates
  expect_not_in stdout 20260914
  expect_equal "$(grep -o 'DTP\*472\*D8\*[0-9]*' stdout | sort -u | wc -l | tr -d ' ')" 1
}

case_people_in_free_text_go_and_the_drug_stays() {
  edi clean | sed 's/:KETOROLAC 15MG IM/:JOHN Q TESTER DOB 01-02-1970 TORADOL 15MG IV/' >in.edi
  run mask in.edi -o -
  expect_in stdout 'TORADOL 15MG IV'
  expect_not_in stdout JOHN
  expect_not_in stdout 01-02-1970
}

case_a_set_of_another_kind_is_refused() {
  edi clean | sed 's/ST\*837/ST*835/' >in.edi
  run mask in.edi -o out
  expect_code 3
  expect_in stderr 'cannot be masked'
  expect_no_file out/in.masked.edi
}

case_a_key_too_short_is_wrong_usage() {
  edi clean >in.edi
  printf short >key
  run mask in.edi -o - --key key
  expect_code 2
  expect_in stderr '16 random bytes'
}

run_cases "$@"
