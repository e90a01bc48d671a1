#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The review page as a file: when it is written, who may read it, what it does not hold.
. "$(dirname "$0")/lib.sh"

case_check_and_process_write_one_page_for_all_inputs() {
  edi flagged corrected >a.edi
  edi warned >b.edi
  run process a.edi b.edi -o out --report page.html --no-timing
  expect_in page.html '"inputs":["a.edi","b.edi"]'
  expect_in page.html '"claim":"flagged-1"'
  expect_in page.html '"claim":"warned-1"'
  cp page.html processed.html
  run check a.edi b.edi --report page.html --no-timing
  expect_same page.html processed.html
  expect_equal "$(stat -c %a page.html)" 600 'permissions'
  expect_no_temporaries .
}

case_the_page_takes_no_part_in_the_exit_code() {
  edi clean >in.edi
  run check in.edi --report page.html
  expect_code 0
  expect_in page.html '"lines":['
}

case_names_and_ids_of_members_are_in_it_only_when_asked_for() {
  edi flagged >in.edi
  run check in.edi --report page.html
  expect_not_in page.html TESTER
  expect_not_in page.html TST000111
  run check in.edi --report page.html --show-phi
  expect_in page.html 'TESTER, ALEX (TST000111)'
}

case_an_input_that_cannot_be_read_is_not_in_it() {
  edi flagged >a.edi
  edi flagged | head -c 700 >cut.edi
  run check a.edi cut.edi --report page.html
  expect_code 3
  expect_in page.html '"inputs":["a.edi"]'
  expect_not_in page.html cut.edi
}

case_a_page_that_cannot_be_written_is_told() {
  edi clean >in.edi
  run check in.edi --report no/such/folder/page.html
  expect_code 4
  run check in.edi --report -
  expect_code 2
}

case_beyond_the_limit_it_keeps_what_matters_most_and_says_so() {
  edi clean flagged clean corrected >in.edi
  run check in.edi --report page.html --report-lines 2 --no-timing
  expect_in page.html '"subjects":4'
  expect_equal "$(grep -o '"state":"[a-z]*"' page.html | paste -sd' ')" '"state":"flagged" "state":"corrected"'
}

run_cases "$@"
