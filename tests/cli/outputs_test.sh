#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Output files: where they appear, who can read them, what is left when something goes wrong.
. "$(dirname "$0")/lib.sh"

case_the_folder_is_made_with_those_above_it() {
  edi corrected >in.edi
  run process in.edi -o a/b/c
  expect_code 0
  expect_file a/b/c/in.corrected.edi
}

case_a_run_writes_the_files_that_it_promises_and_no_other() {
  edi corrected flagged >in.edi
  run process in.edi -o out
  expect_equal "$(ls -A out | tr '\n' ' ')" \
    'in.corrected.edi in.findings.csv in.flagged.edi in.lines.csv in.summary.json '
  run process in.edi -o out2 --mode annotate
  expect_equal "$(ls -A out2 | tr '\n' ' ')" \
    'in.annotated.edi in.findings.csv in.lines.csv in.summary.json '
}

case_EDI_that_would_hold_no_claim_is_not_written() {
  edi corrected >a.edi
  edi flagged >b.edi
  run process a.edi b.edi -o out
  expect_file out/a.corrected.edi out/b.flagged.edi
  expect_no_file out/a.flagged.edi out/b.corrected.edi
}

case_outputs_are_for_their_owner_only_whatever_the_umask() {
  edi corrected flagged >in.edi
  umask 000
  run process in.edi -o out
  local file
  for file in out/*; do expect_equal "$(stat -c %a "$file")" 600 "$file"; done
}

case_an_output_that_others_could_read_becomes_private() {
  edi corrected >in.edi
  mkdir out
  : >out/in.corrected.edi
  chmod 644 out/in.corrected.edi
  run process in.edi -o out
  expect_equal "$(stat -c %a out/in.corrected.edi)" 600
}

case_a_folder_without_permission_to_write_exits_4_and_stays_as_it_is() {
  [ "$(id -u)" -ne 0 ] || skip 'root may write everywhere'
  edi corrected >in.edi
  mkdir out
  chmod 500 out
  run process in.edi -o out
  expect_code 4
  expect_one_message
  expect_equal "$(ls -A out)" ''
}

case_something_in_the_way_of_an_output_exits_4_and_leaves_nothing() {
  edi corrected flagged >in.edi
  local kind
  for kind in corrected.edi flagged.edi findings.csv lines.csv summary.json; do
    mkdir -p "out/in.$kind"
    run process in.edi -o out
    [ "$code" -eq 4 ] || fail "a folder named in.$kind: exit code $code"
    expect_one_message
    expect_in stderr "in.$kind"
    expect_equal "$(ls -A out)" "in.$kind"
    rmdir "out/in.$kind"
  done
}

case_a_link_in_the_way_of_an_output_is_not_followed() {
  edi corrected >in.edi
  mkdir out
  echo precious >precious
  ln -s ../precious out/in.corrected.edi
  run process in.edi -o out
  expect_code 4
  expect_equal "$(cat precious)" precious
  expect_no_temporaries out
}

case_outputs_of_an_earlier_run_that_this_one_does_not_write_go_away() {
  edi corrected flagged >in.edi
  run process in.edi -o out
  expect_file out/in.corrected.edi out/in.flagged.edi
  edi corrected >in.edi
  run process in.edi -o out
  expect_file out/in.corrected.edi
  expect_no_file out/in.flagged.edi
  run process in.edi -o out --compress zstd
  expect_file out/in.corrected.edi.zst
  expect_no_file out/in.corrected.edi
  run process in.edi -o out --mode annotate
  expect_file out/in.annotated.edi
  expect_no_file out/in.corrected.edi.zst
}

case_a_failed_run_leaves_the_outputs_of_the_earlier_one() {
  edi corrected flagged >in.edi
  run process in.edi -o out
  cp -r out before
  edi corrected flagged | head -c 1150 >in.edi
  run process in.edi -o out
  expect_code 3
  diff -r out before >stdout || fail "changed: $(cat stdout)"
}

case_files_of_others_in_the_folder_stay() {
  edi corrected >in.edi
  mkdir out
  echo mine | tee out/in.txt out/other.corrected.edi out/.hidden >/dev/null
  run process in.edi -o out
  expect_file out/in.txt out/other.corrected.edi out/.hidden
}

case_no_temporary_file_is_left_after_success_or_failure() {
  edi corrected flagged >a.edi
  edi corrected flagged | head -c 1150 >b.edi
  run process a.edi b.edi -o out
  expect_code 3
  expect_no_temporaries out
  expect_equal "$(find . -name '*tmp*')" ''
}

# Starts a run on standard input that has written but cannot end, and kills it.
start_and_kill() {
  mkfifo pipe
  "$NOC837" process - -o out "$@" <pipe >stdout 2>stderr &
  local pid=$! i
  # Enough claims for the window to be given out; their end is never written.
  { edi $(for i in $(seq 1 4000); do echo corrected flagged; done) | head -c -100; sleep 30; } >pipe &
  local writer=$!
  for i in $(seq 1 300); do
    [ "$(find out -name '.stdin.flagged.edi*' 2>/dev/null | wc -l)" -gt 0 ] && break
    sleep 0.1
  done
  kill -9 "$pid"
  wait "$pid" 2>/dev/null
  kill "$writer" 2>/dev/null
  rm pipe
}

case_a_run_that_was_killed_leaves_no_output_and_the_next_one_cleans_up() {
  start_and_kill
  expect_equal "$(find out -type f ! -name '.*')" ''
  [ "$(find out -type f -name '.*' | wc -l)" -gt 0 ] || fail 'nothing was being written'
  edi corrected flagged >in.edi
  run_from in.edi process - -o out
  expect_code 1
  expect_no_temporaries out
}

case_the_next_run_cleans_up_outputs_that_it_does_not_write_itself() {
  start_and_kill
  edi clean >in.edi
  run_from in.edi process - -o out --mode annotate
  expect_code 0
  expect_no_temporaries out
}

case_a_leftover_of_a_run_with_this_process_id_is_no_obstacle() {
  # In a container every run may be process 1.
  edi corrected >in.edi
  mkdir out
  bash -c 'for kind in findings.csv corrected.edi; do : >"out/.in.$kind.$$.noc837tmp"; done
    exec "$NOC837" process in.edi -o out' >stdout 2>stderr
  code=$?
  expect_code 0
  expect_file out/in.corrected.edi
  expect_no_temporaries out
}

case_a_file_that_is_being_written_by_another_run_is_left_alone() {
  edi corrected >in.edi
  mkdir out
  sleep 30 &
  local other=$!
  : >"out/.in.corrected.edi.$other.noc837tmp"
  run process in.edi -o out
  kill "$other"
  expect_code 0
  expect_file "out/.in.corrected.edi.$other.noc837tmp" out/in.corrected.edi
}

case_a_full_disk_exits_4_and_leaves_nothing() {
  mkdir disk
  mount -t tmpfs -o size=256k tmpfs disk 2>/dev/null || skip 'needs root and the right to mount'
  # shellcheck disable=SC2064
  trap "umount '$PWD/disk'" EXIT
  edi $(for i in $(seq 1 1000); do echo corrected; done) >big.edi
  run process big.edi -o disk/out
  expect_code 4
  expect_one_message
  expect_in stderr 'No space left on device'
  expect_equal "$(find disk -type f)" ''
}

case_a_run_in_the_folder_of_its_input_leaves_the_input_as_it_is() {
  edi corrected flagged >in.edi
  cp in.edi before.edi
  run process in.edi -o .
  expect_code 1
  expect_same in.edi before.edi
  expect_file in.corrected.edi in.flagged.edi
}

run_cases "$@"
