#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Output folders that cannot be written to, or go away.
. "$(dirname "$0")/lib.sh"

# Runs the program as somebody who has no rights here.
run_as_nobody() {
  [ "$(id -u)" -eq 0 ] || { run "$@" && return; }
  setpriv --reuid=65534 --regid=65534 --clear-groups "$NOC837" "$@" >stdout 2>stderr </dev/null
  code=$?
  check_run
}

case_a_folder_that_may_not_be_written_to() {
  command -v setpriv >/dev/null || skip 'no setpriv'
  edi flagged >in.edi
  chmod 755 . && mkdir out && chmod 555 out
  run_as_nobody process in.edi -o out "${everything[@]}"
  expect_code 4
  expect_in stderr 'Permission denied'
  expect_nothing_in out
  run_as_nobody process in.edi -o out/deeper
  expect_code 4
  expect_one_message
}

case_an_input_that_may_not_be_read() {
  command -v setpriv >/dev/null || skip 'no setpriv'
  edi flagged >in.edi
  mkdir out && chmod 777 . out && chmod 600 in.edi
  [ "$(id -u)" -eq 0 ] || chmod 0 in.edi
  run_as_nobody process in.edi -o out
  expect_code 3
  expect_in stderr 'Permission denied'
  expect_nothing_in out
}

case_a_folder_that_goes_away_while_it_is_written_to() {
  edi flagged >part
  mkfifo in.edi
  "$NOC837" process in.edi -o out -q "${everything[@]}" >stdout 2>stderr &
  local pid=$!
  exec 9>in.edi
  head -c 500 part >&9
  until ls out/.*noc837tmp >ls.log 2>&1; do sleep 0.02; done
  rm -rf out
  tail -c +501 part >&9
  exec 9>&-
  wait "$pid"
  code=$?
  expect_code 4
  expect_one_message
  expect_no_file out
}

case_an_output_folder_that_is_a_file_or_a_dangling_link() {
  edi flagged >in.edi
  : >file
  ln -s nowhere/at/all link
  local target
  for target in file file/out link /dev/null /dev/full/out; do
    run process in.edi -o "$target"
    expect_code 4
    expect_one_message
  done
  expect_empty file
}

case_outputs_that_stand_as_links_devices_or_folders_are_not_written_through() {
  edi flagged | asking_for_ta1 >in.edi
  mkdir out
  echo precious >victim
  local kind make
  for make in 'ln -s ../victim' 'ln -s /dev/null' 'mkfifo' 'mkdir'; do
    for kind in findings.csv lines.csv flagged.edi ta1.edi 999.edi 277ca.edi xlsx summary.json; do
      rm -rf out/*
      $make out/in.$kind
      run process in.edi -o out "${everything[@]}"
      expect_code 4
      expect_in stderr 'is no regular file'
      expect_equal "$(ls -A out)" "in.$kind" 'files in out'
    done
  done
  expect_equal "$(cat victim)" precious
}

case_a_link_to_a_folder_is_followed() {
  edi flagged >in.edi
  mkdir real
  ln -s real out
  run process in.edi -o out
  expect_code 1
  expect_file real/in.flagged.edi
}

case_temporary_files_of_others_are_left_alone() {
  edi flagged >in.edi
  mkdir out
  : >out/.in.flagged.edi.1.noc837tmp  # process 1 lives
  : >out/.in.flagged.edi.99999999.noc837tmp
  : >out/.other.flagged.edi.99999999.noc837tmp
  : >out/.in.flagged.edi.noc837tmp
  : >out/.in.corrected.edi.99999999.noc837tmp
  run process in.edi -o out
  expect_code 1
  expect_equal "$(ls -A out | grep noc837tmp | tr '\n' ' ')" \
    '.in.flagged.edi.1.noc837tmp .in.flagged.edi.noc837tmp .other.flagged.edi.99999999.noc837tmp '
}

case_a_link_in_place_of_a_temporary_file_is_not_followed() {
  edi flagged >in.edi
  mkdir out
  echo precious >victim
  # The name that the next process will take cannot be known; all that it may be are taken.
  local pid
  pid=$(sh -c 'echo $$')
  for ((i = pid; i < pid + 400; ++i)); do ln -s ../victim "out/.in.flagged.edi.$i.noc837tmp"; done
  run process in.edi -o out
  [ "$code" -eq 4 ] || [ "$code" -eq 1 ] || fail "exit code $code"
  expect_equal "$(cat victim)" precious
}

run_cases "$@"
