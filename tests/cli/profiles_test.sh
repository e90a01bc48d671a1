#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Payer profiles on the command line.
. "$(dirname "$0")/lib.sh"

clinic=$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi

case_profiles_lists_and_shows() {
  run profiles
  expect_code 0
  for name in default medicare wps cgs palmetto novitas ngs noridian fcso aetna bcbs cigna \
    unitedhealthcare medicaid; do
    grep -q "^$name " stdout || fail "no $name"
  done
  run profiles wps medicaid
  expect_code 0
  expect_in stdout 'inherits from medicare, default'
  expect_in stdout '(from medicare)'
  expect_in stdout 'source: https://www.findacode.com'
  run profiles wpss
  expect_code 2
  expect_in stderr "there is no profile 'wpss'; did you mean wps?"
}

case_one_file_is_judged_by_the_profiles_of_its_payers() {
  run check "$clinic" --format csv --fail-on never
  tail -n +2 stdout | sed -E 's/.*,([a-z-]+),[^,]*,("[^"]*"|[^,]*)$/\1/' | sort -u >profiles
  [ "$(wc -l <profiles)" -gt 1 ] || fail "$(cat profiles)"
}

case_a_profile_of_ones_own_is_forced_or_added() {
  printf 'title = "Ours"\n[wants]\nndc = "none"\n[severity]\nNDC05 = "info"\n' >ours.toml
  run check "$clinic" --format csv --fail-on never --profile ours.toml
  expect_code 0
  expect_in stdout ',NDC05,ndc-ten-digit-ambiguous,info,reported,'
  expect_in stdout ',ours,'
  mkdir plans
  printf '[[match]]\npayer_ids = ["00901"]\n[severity]\nNDC05 = "info"\n' >plans/local.toml
  run check "$clinic" --format csv --fail-on never --profiles plans
  expect_code 0
  expect_in stdout ',NDC05,ndc-ten-digit-ambiguous,info,reported,'
  expect_in stdout ',local,'
  run profiles --profiles plans
  expect_in stdout local
}

case_mistakes_in_a_profile_end_the_run_before_it_begins() {
  printf '[wants]\nnedd_dose = true\n' >ours.toml
  run process "$clinic" -o out --profile ./ours.toml
  expect_code 2
  expect_in stderr "./ours.toml: line 2: unknown key 'nedd_dose'; did you mean need_dose?"
  expect_no_file out
  run process "$clinic" -o out --profiles nowhere
  expect_code 2
  expect_in stderr 'nowhere: cannot be read'
  run process "$clinic" -o out --profile nowhere.toml
  expect_code 2
}

run_cases
