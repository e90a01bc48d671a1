#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The program is killed at any moment: no partial file stands under a final name, the next run
# removes what was left and gives what an undisturbed run gives.
. "$(dirname "$0")/lib.sh"

kills=${NOC837_KILLS:-100}

# After a kill: whatever is there is whole; a rerun gives everything and leaves nothing else.
expect_recovery() {
  expect_whole_or_absent out whole
  run process in.edi -o out -q --no-timing "${everything[@]}"
  expect_code 1
  expect_same_folder out whole
}

case_killed_at_random_moments() {
  many_claims 4000 | asking_for_ta1 >in.edi
  local i begin took unfinished=0
  begin=$(date +%s%N)
  run process in.edi -o whole -q --no-timing "${everything[@]}"
  took=$((($(date +%s%N) - begin) / 1000))
  RANDOM=837
  for ((i = 0; i < kills; ++i)); do
    [ $((i % 2)) -eq 0 ] || rm -rf out  # over an earlier run's outputs, and into nothing
    "$NOC837" process in.edi -o out -q --no-timing "${everything[@]}" 2>stderr &
    local pid=$! wait_for=$((RANDOM * took / 32768))
    sleep "$(printf '0.%06d' $((wait_for % 1000000)))"
    kill -KILL "$pid" 2>kill.log
    # The shell's own report of the kill goes to its standard error.
    { wait "$pid"; code=$?; } 2>wait.log
    if [ "$code" -eq 137 ]; then unfinished=$((unfinished + 1)); fi
    expect_whole_or_absent out whole
    if [ $((i % 10)) -eq 9 ]; then expect_recovery; fi
  done
  expect_recovery
  [ "$unfinished" -gt 0 ] || fail "none of $kills kills came before the end of a run"
  printf '         %d kills, %d before the end of the run, 0 losses\n' "$kills" "$unfinished"
}

case_killed_at_each_system_call_that_touches_a_file() {
  can_trace || skip 'strace cannot be used here'
  edi clean corrected flagged | asking_for_ta1 >in.edi
  run process in.edi -o whole -q --no-timing "${everything[@]}"
  local call count i total=0
  for call in openat read write fsync unlink rename close; do
    rm -rf out
    strace -f -qq -o trace -e trace="$call" "$NOC837" process in.edi -o out -q --no-timing "${everything[@]}" \
      >stdout 2>stderr
    count=$(grep -c "$call(" trace)
    [ "$count" -gt 0 ] || fail "no call of $call is seen"
    for ((i = 1; i <= count; ++i)); do
      [ $((i % 2)) -eq 0 ] || rm -rf out
      { strace -f -qq -o trace -e trace="$call" -e inject="$call:signal=KILL:when=$i" \
        "$NOC837" process in.edi -o out -q --no-timing "${everything[@]}" >stdout 2>stderr; } 2>shell.log
      expect_whole_or_absent out whole
      [ $((i % 4)) -ne 0 ] || expect_recovery
      total=$((total + 1))
    done
    expect_recovery
  done
  printf '         killed at each of %d calls, 0 losses\n' "$total"
}

run_cases "$@"
