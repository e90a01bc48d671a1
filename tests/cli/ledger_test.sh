#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# --ledger: claims and doses that were billed before, across runs.
. "$(dirname "$0")/lib.sh"

query() { sqlite3 -batch ledger.sqlite "$1"; }
# The rules found in a findings file, one a line.
rules_in() { cut -d, -f2 "$1" | tail -n +2; }
process() { run process "$@" -o out --no-timing --ledger ledger.sqlite; }

case_a_claim_of_an_earlier_run_is_found_with_file_interchange_and_day() {
  edi clean >march.edi
  edi clean clean | sed 's/000000001/000000002/g; s/clean-2/other-2/' >april.edi
  process march.edi
  expect_code 0
  expect_equal "$(rules_in out/march.findings.csv)" ""
  process april.edi
  expect_code 0
  expect_in out/april.findings.csv \
    'the same claim was billed before: claim 1 of march.edi, interchange 000000001, sent 2026-09-15'
  # The second claim of april bills the dose of the first.
  expect_in out/april.findings.csv 'the same dose was billed before: claim 1 of this file'
  expect_equal "$(rules_in out/april.findings.csv)" $'DUP01\nDUP02'
}

case_a_file_that_comes_again_finds_what_it_found_the_first_time() {
  edi clean >march.edi
  edi clean corrected >april.edi
  process march.edi
  process april.edi
  cp out/april.findings.csv first.csv
  for _ in 1 2; do
    process march.edi
    expect_equal "$(rules_in out/march.findings.csv)" ""
    process april.edi
    expect_same out/april.findings.csv first.csv
  done
  expect_equal "$(query 'SELECT count(*) FROM input')" 2
}

case_a_claim_that_is_held_back_is_not_billed() {
  edi flagged >march.edi
  edi flagged | sed 's/N4\*123~/N4*00409379501~/' >april.edi
  process march.edi
  expect_code 1
  process april.edi
  expect_code 0
  expect_equal "$(rules_in out/april.findings.csv)" ""
}

case_a_run_that_fails_leaves_nothing() {
  edi clean clean | head -c 1200 >march.edi
  process march.edi
  expect_code 3
  expect_equal "$(query 'SELECT count(*) FROM input')" 0
  expect_equal "$(query 'SELECT count(*) FROM billed')" 0
  # Neither does one whose outputs cannot get their names.
  edi clean >march.edi
  mkdir -p out/march.corrected.edi
  process march.edi
  expect_code 4
  expect_equal "$(query 'SELECT count(*) FROM billed')" 0
}

case_check_looks_and_adds_nothing() {
  edi clean >march.edi
  edi corrected >april.edi
  run check march.edi --ledger ledger.sqlite --format csv
  expect_code 0
  expect_equal "$(query 'SELECT count(*) FROM billed')" 0
  process march.edi
  run check april.edi --ledger ledger.sqlite --format csv
  expect_in stdout 'DUP02,line-duplicate'
  expect_equal "$(query 'SELECT count(*) FROM input')" 1
}

case_of_the_files_of_a_batch_that_bill_the_same_one_is_the_first() {
  mkdir in
  local n
  for n in 1 2 3 4 5 6; do edi clean | sed "s/000000001/00000000$n/g" >in/$n.edi; done
  run batch in -o night --jobs 4 --ledger ledger.sqlite --quiet
  expect_code 0
  expect_equal "$(cat night/*.findings.csv | grep -c DUP01)" 5
  # Skipped when it is run again, though the ledger is another one now.
  run batch in -o night --jobs 4 --ledger ledger.sqlite --quiet
  expect_equal "$(grep -c " skipped file=" stderr)" 6
}

case_four_processes_at_once_lose_nothing_and_see_one_another() {
  local n
  for n in 1 2 3 4; do
    mkdir -p "in$n"
    for m in 1 2 3 4 5; do
      edi clean | sed "s/clean-1/clean-$m/; s/TST000111/TST$m/; s/000000001/0000000$n$m/g" >"in$n/$n$m.edi"
    done
  done
  for n in 1 2 3 4; do
    "$NOC837" process in$n/*.edi -o "out$n" --ledger ledger.sqlite --quiet 2>"err$n" &
  done
  wait
  for n in 1 2 3 4; do expect_empty "err$n"; done
  # Twenty files, five claims: each claim is new once.
  expect_equal "$(query 'SELECT count(*) FROM input')" 20
  expect_equal "$(cat out?/*.findings.csv | grep -c DUP01)" 15
  expect_equal "$(query 'PRAGMA integrity_check')" ok
}

case_neither_names_nor_numbers_are_in_the_ledger_and_the_key_is_apart() {
  edi clean corrected >march.edi
  process march.edi
  local file
  for file in ledger.sqlite*; do
    for word in TESTER ALEX TST000111 clean-1 1790002012 KETOROLAC 00409379501; do
      expect_not_in "$file" "$word"
    done
  done
  expect_equal "$(stat -c %a ledger.sqlite ledger.sqlite.key)" $'600\n600'
  mv ledger.sqlite.key elsewhere
  process march.edi
  expect_code 2
  expect_in stderr 'was kept with another key'
  rm ledger.sqlite.key
  process march.edi --ledger-key elsewhere
  expect_code 0
}

case_stats_and_prune_tell_what_is_left() {
  edi clean >march.edi
  edi corrected >april.edi
  process march.edi april.edi
  query "UPDATE input SET day = '2020-01-01' WHERE file = 'march.edi'"
  run ledger stats ledger.sqlite
  expect_code 0
  expect_in stdout 'from 2020-01-01 to'
  run ledger prune ledger.sqlite --older-than 400
  expect_code 0
  expect_equal "$(query 'SELECT file FROM input')" april.edi
  expect_equal "$(query 'SELECT count(*) FROM billed')" 2
}

case_what_makes_no_sense_is_refused() {
  edi clean >march.edi
  run ledger prune ledger.sqlite
  expect_code 2
  run ledger stats ledger.sqlite
  expect_code 2
  expect_no_file ledger.sqlite
  run ledger forget ledger.sqlite
  expect_code 2
  run process march.edi -o out --shard 1/2 --ledger ledger.sqlite
  expect_code 2
  run process march.edi -o - --mode annotate --ledger ledger.sqlite
  expect_code 2
  run process march.edi -o out --ledger-key key
  expect_code 2
  expect_no_file ledger.sqlite
  sqlite3 ledger.sqlite 'CREATE TABLE other (x)'
  process march.edi
  expect_code 2
  expect_one_message
}

run_cases "$@"
