#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The program is built as the README of any distribution would have it: read from its ELF.
. "$(dirname "$0")/lib.sh"

elf() {
  command -v readelf >/dev/null || skip 'no readelf'
  readelf -W "$@" "$NOC837" 2>/dev/null
}

case_it_is_position_independent() {
  elf -h | grep -q 'Type: *DYN' || fail 'its addresses are fixed'
}

case_its_relocations_are_read_only_before_it_runs() {
  elf -l | grep -q GNU_RELRO || fail 'no RELRO'
  elf -d | grep -q -E 'BIND_NOW|Flags:.*NOW' || fail 'symbols are bound lazily'
}

case_its_stack_cannot_be_run() {
  elf -l | grep GNU_STACK | grep -q -v E || fail 'the stack is executable'
  ! elf -l | grep -q 'RWE' || fail 'a segment can be written and run'
}

case_its_stack_is_guarded() {
  elf --dyn-syms | grep -q __stack_chk_fail || fail 'no stack protector'
}

case_libc_checks_its_buffers() {
  if grep -q -a -F __asan_init "$NOC837"; then skip 'sanitizers check them'; fi
  case ${NOC837_CONFIG:-Release} in Debug) skip 'needs optimisation' ;; esac
  elf --dyn-syms | grep -q -E '__[a-z]+_chk' || fail 'nothing is fortified'
}

run_cases "$@"
