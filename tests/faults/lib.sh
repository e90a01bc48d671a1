# SPDX-License-Identifier: Apache-2.0
# Helpers for tests that break things while the program works. A case is as in ../cli/lib.sh.
# shellcheck shell=bash
. "$(dirname "${BASH_SOURCE[0]}")/../cli/lib.sh"

# What a run may leave in a folder, whatever happened: no file at all, or files that are whole.
# Compares each file of $1 with the one of its name in $2; summaries are compared without times.
expect_whole_or_absent() {
  local file
  for file in "$1"/*; do
    [ -e "$file" ] || continue
    cmp -s -- "$file" "$2/${file##*/}" || fail "$file is not what a whole run writes"
  done
}

# The same, and all of them are there, and nothing else.
expect_same_folder() {
  expect_equal "$(ls -A "$1")" "$(ls -A "$2")" "files in $1 and $2"
  expect_whole_or_absent "$1" "$2"
}

expect_nothing_in() {
  local left
  left=$(ls -A "$1" 2>/dev/null)
  [ -z "$left" ] || fail "left in $1: $left"
}

# Runs the program with a limit of the shell: `limited -f 10 process in.edi -o out`.
limited() {
  local option=$1 value=$2
  shift 2
  (ulimit "$option" "$value" && exec "$NOC837" "$@") >stdout 2>stderr </dev/null
  code=$?
  if grep -q -e 'Sanitizer' -e 'runtime error' stderr; then fail "$(cat stderr)"; fi
}

# Every file that a run over one input can write. Inputs that ask for a TA1 get one.
everything=(--ack ta1,999,277ca --xlsx)
asking_for_ta1() { sed 's/\*000000001\*0\*T\*/*000000001*1*T*/'; }

# An input of about $1 claims, of all kinds.
many_claims() {
  local i kinds=()
  for ((i = 0; i < $1; i += 5)); do kinds+=(clean corrected flagged warned clean); done
  edi "${kinds[@]}"
}
