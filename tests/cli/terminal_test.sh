#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What a person at a terminal sees: segments with carets, colours, progress.
. "$(dirname "$0")/lib.sh"

escape=$(printf '\033')

case_a_finding_shows_its_segment_with_a_caret_under_the_element() {
  edi flagged >in.edi
  run check in.edi
  expect_in stdout '| LIN**N4*123'
  expect_equal "$(grep -A1 '| LIN\*\*N4\*123' stdout | tail -1 | tr -d ' ')" '|^^^'
  local segment
  segment=$(grep -o '^[0-9]* | LIN' stdout | cut -d' ' -f1)
  expect_in stdout "LIN03 (segment $segment,"
}

case_a_missing_element_is_pointed_at_where_it_belongs() {
  edi clean | sed 's/J3490:::::[^*]*/J3490/' >in.edi
  run check in.edi
  expect_in stdout 'SV101-7'
  local row
  row=$(grep -n -A1 '| SV1\*HC:J3490\*150' stdout | tail -1 | sed 's/^[0-9]*-//')
  expect_equal "$(expr index "$row" '^')" "$(($(expr index "$row" '|') + 1 + 13))" "the column in '$row'"
}

case_names_and_ids_of_people_are_not_shown() {
  edi flagged warned corrected >in.edi
  run check in.edi
  expect_not_in stdout TESTER
  expect_not_in stdout TST000111
  expect_not_in stdout 'CLM*'
}

case_what_is_in_a_file_cannot_steer_the_terminal() {
  edi flagged | sed "s/N4\*123~/N4*1${escape}[2J23~/" >in.edi
  run check in.edi
  expect_in stdout '\x1B[2J'
  expect_not_in stdout "$escape"
}

case_colours_follow_option_and_environment() {
  edi flagged >in.edi
  local want words
  while IFS='|' read -r want words; do
    env -u NO_COLOR -u CLICOLOR -u CLICOLOR_FORCE $words "$NOC837" check in.edi >stdout
    if [ "$want" = yes ]; then expect_in stdout "$escape[" else expect_not_in stdout "$escape"; fi
  done <<'ROWS'
no|
no|CLICOLOR=1
yes|CLICOLOR_FORCE=1
no|CLICOLOR_FORCE=0
no|CLICOLOR_FORCE=1 NO_COLOR=1
ROWS
  NO_COLOR=1 run check in.edi --color always
  expect_in stdout "$escape["
  CLICOLOR_FORCE=1 run check in.edi --color never
  expect_not_in stdout "$escape"
  run check in.edi --color sometimes
  expect_code 2
}

case_progress_stands_on_standard_error_only_and_is_taken_away_again() {
  edi flagged >in.edi
  run process in.edi -o out --progress always
  expect_in stderr 'claims'
  expect_equal "$(tail -c 4 stderr)" "$(printf '\r\033[K')" 'the end of standard error'
  expect_not_in stdout "$escape"
  run check in.edi --progress always
  expect_in stderr '%'
}

case_there_is_no_progress_in_a_pipe_nor_with_quiet() {
  edi flagged >in.edi
  local words
  for words in '' '--progress auto' '--progress never' '--progress always --quiet'; do
    run check in.edi $words
    expect_empty stderr
  done
  run check in.edi --quiet
  expect_not_in stdout 'at stake'
  expect_in stdout NDC06
}

case_a_terminal_gets_progress_and_colours_without_asking() {
  command -v script >/dev/null || skip 'no script command'
  edi flagged >in.edi
  TERM=xterm script -qec "$NOC837 process in.edi -o out" typescript >/dev/null 2>&1 </dev/null
  expect_in typescript "findings"
  TERM=xterm script -qec "env -u NO_COLOR $NOC837 check in.edi" typescript >/dev/null 2>&1 </dev/null
  expect_in typescript "$escape[31m"
  TERM=dumb script -qec "env -u NO_COLOR $NOC837 check in.edi" typescript >/dev/null 2>&1 </dev/null
  expect_not_in typescript "$escape["
}

run_cases "$@"
