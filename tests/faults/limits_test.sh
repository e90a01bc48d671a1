#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Signals, broken pipes, and too little of what the system gives.
. "$(dirname "$0")/lib.sh"

# Starts the program reading a pipe that stays open, and sends signal $1 when output has begun.
stopped_by() {
  local signal=$1 pid
  shift
  rm -rf out in.edi
  mkfifo in.edi
  env --default-signal="$signal" "$NOC837" "$@" >stdout 2>stderr &
  pid=$!
  exec 9>in.edi
  many_claims 4000 | head -c 1500000 >&9  # more than is read at a time
  until ls out/.*flagged*noc837tmp >ls.log 2>&1; do sleep 0.02; done
  kill -"$signal" "$pid"
  wait "$pid"
  code=$?
  exec 9>&-
}

case_a_signal_stops_the_run_and_leaves_nothing() {
  local row
  for row in INT:130 TERM:143 HUP:129; do
    stopped_by "${row%:*}" process in.edi -o out -q
    expect_code "${row#*:}"
    expect_in stderr 'stopped by a signal'
    expect_nothing_in out
  done
}

case_a_signal_leaves_the_outputs_of_an_earlier_run_and_of_finished_inputs() {
  edi flagged >first.edi
  mkfifo second.edi
  mkdir out
  echo earlier >out/second.summary.json
  env --default-signal=TERM "$NOC837" process first.edi second.edi -o out -q >stdout 2>stderr &
  local pid=$!
  exec 9>second.edi
  many_claims 20 | head -c 5000 >&9
  until ls out/.second*noc837tmp >ls.log 2>&1; do sleep 0.02; done
  kill -TERM "$pid"
  wait "$pid"
  code=$?
  exec 9>&-
  expect_code 143
  expect_file out/first.flagged.edi out/first.summary.json
  expect_equal "$(cat out/second.summary.json)" earlier
  expect_no_temporaries out
}

case_signals_at_random_moments_end_with_everything_or_nothing() {
  many_claims 2000 >in.edi
  run process in.edi -o whole -q --no-timing
  local i stopped=0
  RANDOM=837
  for ((i = 0; i < 40; ++i)); do
    rm -rf out
    env --default-signal=INT "$NOC837" process in.edi -o out -q --no-timing >stdout 2>stderr &
    local pid=$!
    sleep "0.$(printf '%03d' $((RANDOM % 80)))"
    kill -INT "$pid" 2>kill.log
    wait "$pid"
    code=$?
    case $code in
      1) ;;
      130) stopped=$((stopped + 1)) ;;
      *) fail "exit code $code: $(cat stderr)" ;;
    esac
    # Everything, also when the signal came while the outputs were being named, or nothing.
    if [ -d out ] && [ -n "$(ls -A out)" ]; then expect_same_folder out whole; fi
  done
  printf '         %d of 40 runs were stopped\n' "$stopped"
}

case_a_signal_that_is_ignored_stays_ignored() {
  edi flagged >part
  mkfifo in.edi
  (trap '' HUP; exec "$NOC837" process in.edi -o out -q >stdout 2>stderr) &
  local pid=$!
  exec 9>in.edi
  head -c 500 part >&9
  until ls out/.*noc837tmp >ls.log 2>&1; do sleep 0.02; done
  kill -HUP "$pid"
  sleep 0.1
  tail -c +501 part >&9
  exec 9>&-
  wait "$pid"
  code=$?
  expect_code 1
  expect_file out/in.flagged.edi
}

case_a_pipe_that_breaks_ends_the_writing_and_nothing_else() {
  many_claims 4000 >in.edi
  local command
  for command in 'check in.edi' 'extract in.edi' 'process in.edi -o - --mode annotate -q'; do
    "$NOC837" $command 2>stderr | head -c 10 >first
    code=${PIPESTATUS[0]}
    case $code in 0 | 1) ;; *) fail "$command exits $code: $(cat stderr)" ;; esac
    expect_empty stderr
  done
  # Outputs in files do not depend on who reads the summary.
  "$NOC837" process in.edi -o out 2>stderr | :
  expect_file out/in.summary.json
}

case_out_of_file_descriptors() {
  # To see whether an address can be read, UBSan opens a pipe, and without one reports a bad object.
  if sanitized; then skip 'sanitizers need descriptors of their own'; fi
  edi clean flagged >in.edi
  local limit failed=0
  for limit in 3 4 5 6 7 8 9 10 12; do
    rm -rf out
    limited -n "$limit" process in.edi -o out -q
    case $code in
      1) expect_file out/in.summary.json ;;
      3 | 4)
        failed=$((failed + 1))
        [ -s stderr ] || fail "nothing is said with $limit descriptors"
        [ ! -d out ] || expect_nothing_in out
        ;;
      127) ;;  # the loader could not open its libraries
      *) fail "exit code $code with $limit descriptors: $(cat stderr)" ;;
    esac
  done
  [ "$failed" -gt 0 ] || fail 'descriptors never ran out'
  expect_equal "$code" 1 'exit code with 12 descriptors'
}

case_little_memory() {
  if sanitized; then skip 'sanitizers take all addresses'; fi
  many_claims 200 >in.edi
  zstd -q in.edi -o in.zst
  local limit file failed=0 done=0
  for limit in 8 12 16 20 21 22 23 24 26 28 32 36 40 44 46 48 50 52 56 60 64 72 80 96 112 128 192 256 512 1024; do
    # With less, libraries cannot be loaded or begin, before the program does.
    limited -v $((limit * 1024)) --version
    [ "$code" -eq 0 ] || continue
    for file in in.edi in.zst; do
      rm -rf out
      limited -v $((limit * 1024)) process "$file" -o out -q
      case $code in
        1) done=$((done + 1)) ;;
        3 | 4 | 70)
          failed=$((failed + 1))
          [ -s stderr ] || fail "nothing is said with $limit MiB"
          [ ! -d out ] || expect_nothing_in out
          ;;
        *) fail "exit code $code with $limit MiB: $(cat stderr)" ;;
      esac
    done
  done
  expect_equal "$code" 1 'exit code with 1 GiB'
  [ "$failed" -gt 0 ] || fail 'memory never ran out'
  printf '         %d runs had enough, %d were told that they had not\n' "$done" "$failed"
}

run_cases "$@"
