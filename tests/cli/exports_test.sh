#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Findings and lines as a workbook and in a database.
. "$(dirname "$0")/lib.sh"

query() { sqlite3 -batch results.db "$1"; }

case_the_database_has_what_the_tables_have() {
  edi corrected flagged clean >in.edi
  run process in.edi -o out --fail-on never --sqlite results.db
  expect_code 0
  expect_equal "$(query 'SELECT count(*) FROM finding')" "$(($(wc -l <out/in.findings.csv) - 1))"
  expect_equal "$(query 'SELECT count(*) FROM drug_line')" 3
  expect_equal "$(query 'SELECT claim, rule, element, "before" FROM worklist')" \
    'flagged-2|NDC06|LIN03|123'
  expect_equal "$(query 'SELECT "before", "after" FROM correction')" '00409-3795-01|00409379501'
  expect_equal "$(query 'SELECT lines, cents FROM charge_at_risk')" '1|15000'
  expect_equal "$(query 'SELECT claims, drug_lines, claims_flagged FROM input')" '3|3|1'
  expect_equal "$(stat -c %a results.db)" 600
}

case_the_same_input_again_replaces_what_was_there() {
  edi flagged flagged >in.edi
  run process in.edi -o out --fail-on never --sqlite results.db
  edi flagged >in.edi
  edi clean >other.edi
  run process in.edi other.edi -o out --fail-on never --sqlite results.db
  expect_equal "$(query 'SELECT file, claims FROM input ORDER BY file')" $'in.edi|1\nother.edi|1'
  expect_equal "$(query "SELECT count(*) FROM finding WHERE rule = 'NDC06'")" 1
}

case_an_input_that_fails_leaves_no_rows() {
  edi flagged | head -c 900 >in.edi
  run process in.edi -o out --sqlite results.db
  expect_code 3
  expect_equal "$(query 'SELECT count(*) FROM input')" 0
}

case_files_worked_on_at_once_write_one_database() {
  mkdir in
  local i
  for i in $(seq 24); do edi corrected flagged clean >in/$i.edi; done
  run batch in -o out --fail-on never --sqlite results.db --jobs 6 --no-sync --quiet
  expect_code 0
  expect_equal "$(query 'SELECT count(*), sum(claims) FROM input')" '24|72'
  expect_equal "$(query 'SELECT count(*), count(DISTINCT input) FROM drug_line')" '72|24'
  expect_equal "$(query 'SELECT count(*) FROM finding')" \
    "$(cat out/*.findings.csv | grep -c -v '^file,')"
  # The database is an output: that it has changed is no reason to begin anew.
  run batch in -o out --fail-on never --sqlite results.db --no-sync --quiet
  expect_equal "$(grep -c 'info skipped' stderr)" 24
}

case_programs_write_one_database_at_once() {
  edi flagged >part
  local i
  for i in $(seq 8); do
    cp part $i.edi
    "$NOC837" process $i.edi -o out --sqlite results.db --fail-on never -q --no-sync 2>>stderr &
  done
  wait
  expect_empty stderr
  expect_equal "$(query 'SELECT count(*) FROM input')" 8
  # One that takes long holds no other up.
  mkfifo slow.edi
  "$NOC837" process slow.edi -o out --sqlite results.db --fail-on never -q 2>slow.stderr &
  local pid=$!
  exec 9>slow.edi
  head -c 900 part >&9
  until ls out/.slow*noc837tmp >ls.log 2>&1; do sleep 0.02; done
  timeout 10 "$NOC837" process 1.edi -o out --sqlite results.db --fail-on never -q 2>stderr
  code=$?
  tail -c +901 part >&9
  exec 9>&-
  wait "$pid"
  expect_code 0
  expect_empty slow.stderr
  expect_equal "$(query 'SELECT count(*) FROM input')" 9
}

case_a_file_that_is_no_results_database_is_refused() {
  edi clean >in.edi
  sqlite3 results.db 'CREATE TABLE other (x)'
  run process in.edi -o out --sqlite results.db
  expect_code 4
  expect_in stderr 'database of another program'
  printf 'this is a text file and no database, as its first bytes tell' >results.db
  run process in.edi -o out --sqlite results.db
  expect_code 4
  expect_no_file out/in.corrected.edi
}

case_the_workbook_keeps_NDCs_as_text_and_charges_as_numbers() {
  edi corrected flagged >in.edi
  run process in.edi -o out --fail-on never --xlsx
  expect_file out/in.xlsx
  unzip -p out/in.xlsx xl/worksheets/sheet2.xml >lines.xml
  expect_in lines.xml 't="inlineStr"><is><t>00409379501</t>'
  expect_in lines.xml '<v>150</v>'
  unzip -p out/in.xlsx xl/workbook.xml >book.xml
  expect_in book.xml 'name="findings"'
  expect_in book.xml 'name="lines"'
  expect_in out/in.summary.json "$(sha256sum out/in.xlsx | cut -d' ' -f1)"
  expect_no_temporaries out
}

case_a_workbook_without_findings_has_its_headers() {
  edi clean >in.edi
  run process in.edi -o out --xlsx
  expect_code 0
  unzip -p out/in.xlsx xl/worksheets/sheet1.xml >sheet.xml
  expect_in sheet.xml '<t>suggestion</t>'
}

run_cases "$@"
