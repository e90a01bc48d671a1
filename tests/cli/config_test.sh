#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# noc837.toml: where it is found, what beats what, and its mistakes.
. "$(dirname "$0")/lib.sh"

# Rule and severity of each finding of the demo, as check tells them.
rules_of() {
  run check "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi" --format csv --fail-on never "$@"
  expect_code 0
  tail -n +2 stdout | cut -d, -f2,4,5 | sort >rules
}

case_the_file_in_the_working_directory_sets_defaults() {
  rules_of
  grep -q '^NDC04,error,corrected$' rules || fail "$(cat rules)"
  printf 'no-fix = ["NDC04"]\n[severity]\nNDC05 = "warning"\n' >noc837.toml
  rules_of
  grep -q '^NDC04,error,flagged$' rules || fail "$(cat rules)"
  grep -q '^NDC05,warning,reported$' rules || fail "$(cat rules)"
}

case_the_command_line_beats_the_file() {
  printf 'no-fix = ["NDC04", "NDC03"]\nseverity = ["NDC05=info"]\n' >noc837.toml
  rules_of --fix ndc-ten-digit-hyphenated --severity NDC05=off
  grep -q '^NDC04,error,corrected$' rules || fail "$(cat rules)"
  if grep -q '^NDC05' rules; then fail "$(cat rules)"; fi
}

case_the_file_beats_the_profile() {
  printf 'profile = "./strict.toml"\n' >noc837.toml
  printf '[severity]\nNDC05 = "warning"\nNDC04 = "info"\n' >strict.toml
  rules_of
  grep -q '^NDC05,warning,reported$' rules || fail "$(cat rules)"
  printf 'severity = ["NDC05=error"]\n' >>noc837.toml
  rules_of
  grep -q '^NDC05,error,flagged$' rules || fail "$(cat rules)"
  grep -q '^NDC04,info,corrected$' rules || fail "$(cat rules)"
}

case_a_table_speaks_to_one_command() {
  printf 'quiet = true\nfail-on = "never"\n[process]\noutput = "there"\nfail-on = "error"\n' \
    >noc837.toml
  run process "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
  expect_code 1
  [ -f there/clinic.corrected.edi ] || fail "$(ls)"
  run check "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
  expect_code 0
}

case_the_users_folder_comes_second() {
  mkdir -p home/noc837
  printf 'fail-on = "never"\n' >home/noc837/noc837.toml
  XDG_CONFIG_HOME=$PWD/home run check "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
  expect_code 0
  XDG_CONFIG_HOME=$PWD/home run check --config none "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
  expect_code 1
  printf 'fail-on = "error"\n' >noc837.toml
  XDG_CONFIG_HOME=$PWD/home run check "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
  expect_code 1
  printf 'fail-on = "never"\n' >other.toml
  run check --config other.toml "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
  expect_code 0
}

case_paths_are_seen_from_the_file() {
  mkdir -p conf/plans
  printf 'profiles = "plans"\n' >conf/c.toml
  printf 'title = "A plan of ours"\n' >conf/plans/ours.toml
  run profiles --config conf/c.toml
  expect_code 0
  expect_in stdout 'A plan of ours'
}

case_fix_only_switches_the_others_off() {
  rules_of --fix-only NDC04
  grep -q '^NDC04,error,corrected$' rules || fail "$(cat rules)"
  grep -q '^DSC01,error,flagged$' rules || fail "$(cat rules)"
  printf 'fix = ["QTY07"]\n' >noc837.toml
  rules_of --fix-only NDC04
  grep -q '^QTY07,error,flagged$' rules || fail "$(cat rules)"
}

case_config_shows_values_and_where_they_come_from() {
  printf 'codes = "noc"\n\n[process]\nmode = "annotate"\nmax-ratio = 250\n' >noc837.toml
  run config
  expect_code 0
  expect_in stdout 'file: noc837.toml'
  grep -qE '^  codes +noc +noc837.toml: line 1$' stdout || fail "$(cat stdout)"
  grep -qE '^  mode +annotate +noc837.toml: line 4$' stdout || fail "$(cat stdout)"
  grep -qE '^  fail-on +error +default$' stdout || fail "$(cat stdout)"
  grep -qE '^  max-ratio +250 +noc837.toml: line 5$' stdout || fail "$(cat stdout)"
  grep -qE '^  max-window +128 +default$' stdout || fail "$(cat stdout)"
  expect_not_in stdout ' yes '
  run config check --config none
  grep -qE '^  codes +j3490 +default$' stdout || fail "$(cat stdout)"
  run config chek
  expect_code 2
  expect_in stderr 'did you mean check?'
}

case_mistakes_name_file_line_and_the_nearest_word() {
  local toml message
  while IFS='|' read -r toml message; do
    printf '\n%b\n' "$toml" >noc837.toml
    run check "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
    expect_code 2
    expect_in stderr "noc837.toml: line $message"
  done <<'ROWS'
fail-onn = "info"|2: unknown key 'fail-onn'; did you mean fail-on?
[check]\nfromat = "csv"|3: unknown key 'fromat'
quiet = "yes"|2: quiet cannot be yes; expected true or false
fail-on = ["info"]|2: fail-on cannot be info; expected a text
fix = 1.5|2: fix cannot be 1.5; expected a list of texts
config = "x"|2: config is for the command line
codes = |2: 
ROWS
  printf 'fix = ["NDC99"]\n' >noc837.toml
  run check "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
  expect_code 2
  expect_in stderr "there is no rule 'NDC99'"
  run check --config missing.toml "$NOC837_SOURCE_DIR/fixtures/demo/clinic.edi"
  expect_code 2
  expect_in stderr 'missing.toml: cannot be read'
}

run_cases
