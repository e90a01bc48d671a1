#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The program is killed at any moment: no partial file stands under a final name, the next run
# removes what was left and gives what an undisturbed run gives.
. "$(dirname "$0")/lib.sh"

kills=${NOC837_KILLS:-100}

# The arguments of a run that writes all there is: outputs into $1, a page and a database into $2.
job() {
  printf '%s\n' process in.edi -o "$1" -q --no-timing "${everything[@]}" \
    --report "$2/page.html" --sqlite "$2/results.db"
}

whole_run() {
  mkdir desk whole-desk
  mapfile -t whole_words < <(job whole whole-desk)
  mapfile -t words < <(job out desk)
  run "${whole_words[@]}"
  expect_code 1
  sqlite3 whole-desk/results.db .dump >whole.sql
}

# The page is whole or absent; the database has all of the input or nothing, once whoever opens it
# has taken back what was under way.
expect_whole_or_absent_desk() {
  local rows
  [ ! -e desk/page.html ] || expect_same desk/page.html whole-desk/page.html
  [ -s desk/results.db ] || return 0
  sqlite3 desk/results.db .dump >desk.sql 2>sqlite.log || fail "$(cat sqlite.log)"
  rows=$(grep -c '^INSERT' desk.sql)
  [ "$rows" -eq 0 ] || expect_same desk.sql whole.sql
}

# After a kill: whatever is there is whole; a rerun gives everything and leaves nothing else.
expect_recovery() {
  expect_whole_or_absent out whole
  run "${words[@]}"
  expect_code 1
  expect_same_folder out whole
  expect_equal "$(ls -A desk)" "$(ls -A whole-desk)" 'files in desk'
  expect_same desk/page.html whole-desk/page.html
  expect_whole_or_absent_desk
}

case_killed_at_random_moments() {
  many_claims 4000 | asking_for_ta1 >in.edi
  local i begin took unfinished=0
  begin=$(date +%s%N)
  whole_run
  took=$((($(date +%s%N) - begin) / 1000))
  RANDOM=837
  for ((i = 0; i < kills; ++i)); do
    [ $((i % 2)) -eq 0 ] || rm -rf out desk/*  # over an earlier run's outputs, and into nothing
    "$NOC837" "${words[@]}" 2>stderr &
    local pid=$! wait_for=$((RANDOM * took / 32768))
    sleep "$(printf '0.%06d' $((wait_for % 1000000)))"
    kill -KILL "$pid" 2>kill.log
    # The shell's own report of the kill goes to its standard error.
    { wait "$pid"; code=$?; } 2>wait.log
    if [ "$code" -eq 137 ]; then unfinished=$((unfinished + 1)); fi
    expect_whole_or_absent out whole
    # Every other time the database stays as it was left, for the next run to take back.
    [ $((i % 4)) -ge 2 ] || expect_whole_or_absent_desk
    if [ $((i % 10)) -eq 9 ]; then expect_recovery; fi
  done
  expect_recovery
  [ "$unfinished" -gt 0 ] || fail "none of $kills kills came before the end of a run"
  printf '         %d kills, %d before the end of the run, 0 losses\n' "$kills" "$unfinished"
}

case_killed_at_each_system_call_that_touches_a_file() {
  can_trace || skip 'strace cannot be used here'
  edi clean corrected flagged | asking_for_ta1 >in.edi
  whole_run
  local call count i total=0
  for call in openat read write pwrite64 fsync mkdir unlink rename close renameat2; do
    # Files of an earlier run are exchanged for new ones by a call of its own.
    [ $call = renameat2 ] || rm -rf out desk/*
    strace -f -qq -o trace -e trace="$call" "$NOC837" "${words[@]}" >stdout 2>stderr
    count=$(grep -c "$call(" trace)
    [ "$count" -gt 0 ] || fail "no call of $call is seen"
    for ((i = 1; i <= count; ++i)); do
      [ $((i % 2)) -eq 0 ] || [ $call = renameat2 ] || rm -rf out desk/*
      { strace -f -qq -o trace -e trace="$call" -e inject="$call:signal=KILL:when=$i" \
        "$NOC837" "${words[@]}" >stdout 2>stderr; } 2>shell.log
      expect_whole_or_absent out whole
      [ $((i % 4)) -ge 2 ] || expect_whole_or_absent_desk
      [ $((i % 4)) -ne 0 ] || expect_recovery
      total=$((total + 1))
    done
    expect_recovery
  done
  printf '         killed at each of %d calls, 0 losses\n' "$total"
}

# SQLite, where rows of one input do not fit its cache, opens a file and then takes its name away.
case_killed_while_sqlite_has_a_temporary_file_with_a_name() {
  can_trace || skip 'strace cannot be used here'
  many_claims 12000 >in.edi
  everything=(--threads 1)  # calls are counted by thread
  whole_run
  strace -f -qq -o trace -e trace=unlink "$NOC837" "${words[@]}" >stdout 2>stderr
  local at
  at=$(grep -n etilqs_ trace | head -1 | cut -d: -f1)
  [ -n "$at" ] || fail 'SQLite needs no temporary file for this input'
  rm -rf out desk/*
  { strace -f -qq -o trace -e trace=unlink -e inject="unlink:signal=KILL:when=$at" \
    "$NOC837" "${words[@]}" >stdout 2>stderr; } 2>shell.log
  [ -n "$(find . -name 'etilqs_*')" ] || fail 'no temporary file of SQLite is left to clean up'
  expect_recovery
}

run_cases "$@"
