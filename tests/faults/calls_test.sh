#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every system call that touches a file fails once: a message, the right exit code, and no output
# that looks whole.
. "$(dirname "$0")/lib.sh"

# Runs the program with call $1 failing with error $2, each time at another place; exit codes $3
# are right. Files that the loader and libraries read are left alone: only calls behind the
# opening of the input count.
failing() {
  local call=$1 error=$2 allowed=$3 first count i
  shift 3
  rm -rf out
  strace -f -qq -o trace -e trace="openat,$call" "$NOC837" "$@" >stdout 2>stderr </dev/null
  count=$(grep -c " $call(" trace)
  first=$(awk -v call=" $call(" 'index($0, call) { n++ } /in\.edi/ && !found { found = 1; print n + (call == " openat(" ? 0 : 1) }' trace | head -1)
  for ((i = first; i <= count; ++i)); do
    rm -rf out
    strace -f -qq -o trace -e trace="$call" -e inject="$call:error=$error:when=$i" \
      "$NOC837" "$@" >stdout 2>stderr </dev/null
    code=$?
    case " $allowed " in
      *" $code "*) ;;
      *) fail "$call $i of $count fails with $error: exit code $code: $(cat stderr)" ;;
    esac
    if [ "$code" -gt 1 ]; then
      [ -s stderr ] || fail "$call $i of $count fails with $error, and nothing is said"
      [ ! -d out ] || expect_nothing_in out
    elif [ -d out ]; then
      expect_same_folder out whole
    fi
    total=$((total + 1))
  done
}

case_a_call_that_fails_is_told_and_leaves_no_output() {
  can_trace || skip 'strace cannot be used here'
  total=0
  edi clean corrected flagged | asking_for_ta1 >in.edi
  run process in.edi -o whole -q --no-timing "${everything[@]}"
  local error
  for error in ENOSPC EIO EDQUOT EFBIG; do
    failing write "$error" '4' process in.edi -o out -q --no-timing "${everything[@]}"
  done
  failing fsync EIO '4' process in.edi -o out -q --no-timing "${everything[@]}"
  failing rename EACCES '4' process in.edi -o out -q --no-timing "${everything[@]}"
  failing rename EROFS '4' process in.edi -o out -q --no-timing "${everything[@]}"
  # 1: OpenSSL goes without its configuration. 4: the workbook cannot be read again.
  failing read EIO '1 3 4' process in.edi -o out -q --no-timing "${everything[@]}"
  failing openat EMFILE '1 3 4' process in.edi -o out -q --no-timing "${everything[@]}"
  failing openat EACCES '1 3 4' process in.edi -o out -q --no-timing "${everything[@]}"
  failing close EIO '1 4' process in.edi -o out -q --no-timing "${everything[@]}"
  failing read EIO '3' check in.edi
  failing write ENOSPC '4' check in.edi
  printf '         %d calls failed, each told\n' "$total"
}

case_a_call_that_is_interrupted_is_tried_again() {
  can_trace || skip 'strace cannot be used here'
  total=0
  edi clean corrected flagged | asking_for_ta1 >in.edi
  run process in.edi -o whole -q --no-timing --ack ta1,999,277ca
  failing write EINTR '1' process in.edi -o out -q --no-timing --ack ta1,999,277ca
  failing read EINTR '1' process in.edi -o out -q --no-timing --ack ta1,999,277ca
}

# strace counts the calls of each thread by itself, and which thread reads a block is chance.
case_a_read_that_fails_on_any_of_several_threads() {
  can_trace || skip 'strace cannot be used here'
  many_claims 1000 >in.edi
  run process in.edi -o whole -q --no-timing --threads 3
  local i injected=1
  for ((i = 1; injected > 0; ++i)); do
    rm -rf out
    strace -f -qq -o trace -P in.edi -e trace=read -e inject="read:error=EIO:when=$i" \
      "$NOC837" process in.edi -o out -q --no-timing --threads 3 >stdout 2>stderr </dev/null
    code=$?
    injected=$(grep -c INJECTED trace)
    if [ "$injected" -gt 0 ]; then
      expect_code 3
      expect_in stderr 'cannot be read: Input/output error'
      expect_nothing_in out
    else
      expect_code 1
      expect_same_folder out whole
    fi
  done
  [ "$i" -gt 3 ] || fail "only $i reads"
}

run_cases "$@"
