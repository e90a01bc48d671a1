#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# noc837 verify finds whatever is lost, doubled, moved or changed.
. "$(dirname "$0")/lib.sh"

split() {
  edi "$@" >in.edi
  run process in.edi -o . -q --fail-on never
  expect_code 0
}

# Claims and their outputs with `sed` script $2 applied to file $1: not verified.
tampered() {
  local file=$1 script=$2
  cp "$file" whole
  sed -i -E "$script" "$file"
  if cmp -s whole "$file"; then fail "nothing to tamper with in $file: $script"; fi
  run verify in.edi in.corrected.edi in.flagged.edi
  expect_code 1
  expect_in stdout 'not verified: '
  cp whole "$file"
}

case_outputs_of_a_split_are_verified() {
  split clean corrected flagged warned flagged clean
  run verify in.edi in.corrected.edi in.flagged.edi
  expect_code 0
  expect_in stdout 'each of 6 claims is there once, 3 unchanged, 3 changed'
  expect_in stdout 'counts of SE, GE and IEA are right'
  run verify in.edi in.flagged.edi in.corrected.edi
  expect_code 0
  run verify -q in.edi in.corrected.edi in.flagged.edi
  expect_empty stdout
}

case_an_output_in_place_is_verified() {
  edi clean corrected flagged >in.edi
  run process in.edi -o . --mode annotate -q
  run verify in.edi in.annotated.edi
  expect_code 0
}

case_compressed_outputs_are_verified() {
  edi clean flagged | zstd -q >in.edi.zst
  run process in.edi.zst -o . -q
  run verify in.edi.zst in.corrected.edi.zst in.flagged.edi.zst
  expect_code 0
}

case_a_missing_output_is_found() {
  split clean flagged
  run verify in.edi in.corrected.edi
  expect_code 1
  expect_in stdout 'claim 2 (byte'
  run verify in.edi in.flagged.edi
  expect_code 1
}

case_an_input_without_claims_needs_no_output() {
  edi >none.edi
  run process none.edi -o . -q
  expect_no_file none.corrected.edi none.flagged.edi
  run verify none.edi
  expect_code 0
  split clean
  run verify in.edi
  expect_code 1
}

case_a_claim_that_is_lost_doubled_moved_or_foreign_is_found() {
  split clean flagged corrected
  local claim='CLM\*clean-1[^C]*(C[^L][^C]*)*'
  tampered in.corrected.edi "s/$claim//"
  tampered in.corrected.edi "s/($claim)/\1\1/"
  tampered in.corrected.edi "s/($claim)(CLM.*)SE/\3\1SE/"
  tampered in.flagged.edi 's/CLM\*flagged-2/CLM*flagged-9/'
  cp in.corrected.edi whole
  cp in.flagged.edi in.corrected.edi
  run verify in.edi in.corrected.edi in.flagged.edi
  expect_code 1
  cp whole in.corrected.edi
  run verify in.edi in.corrected.edi in.corrected.edi
  expect_code 1
}

case_a_byte_that_may_not_change_is_found() {
  split clean flagged corrected
  local script
  for script in 's/ALEX/ALEC/' 's/TST000111/TST000112/' 's/\*250\*/*251*/' 's/\*150\*/*105*/' \
    's/J3490/J3590/' 's/DTP\*472\*D8\*20260914/DTP*472*D8*20260915/' 's/PRV\*PE[^~]*~//' \
    's/1790002012/1790002020/' 's/ISA\*00/ISA*01/' 's/X\*005010X222A1~ST/T*005010X222A1~ST/'; do
    tampered in.corrected.edi "$script"
  done
}

case_a_wrong_count_or_level_is_found() {
  split clean flagged corrected
  local script
  for script in 's/SE\*[0-9]+/SE*7/' 's/GE\*1/GE*2/' 's/IEA\*1/IEA*2/' 's/HL\*2\*1\*22\*0/HL*3*1*22*0/' \
    's/HL\*2\*1\*22\*0/HL*2*2*22*0/' 's/HL\*2\*1\*22\*0/HL*2*1*22*1/'; do
    tampered in.flagged.edi "$script"
  done
}

case_wrong_counts_of_the_input_are_no_fault_of_the_outputs() {
  edi clean flagged | sed -E 's/SE\*[0-9]+/SE*7/' >in.edi
  run process in.edi -o . -q --fail-on never
  run verify in.edi in.corrected.edi in.flagged.edi
  expect_code 0
  expect_in stdout 'not judged'
}

case_claims_that_could_have_gone_either_way_are_told_apart() {
  # One claim sent three times: as it should be, with an NDC that can be none, and as it should be.
  edi clean clean clean | sed -E 's/clean-[23]/clean-1/g; s/00409379501/123/2' >in.edi
  run process in.edi -o . -q --fail-on never
  run verify in.edi in.corrected.edi in.flagged.edi
  expect_code 0
  expect_in stdout 'each of 3 claims'
}

case_what_cannot_be_read_exits_3_and_what_is_not_asked_right_2() {
  split clean flagged
  head -c 900 in.corrected.edi >short.edi
  run verify in.edi short.edi in.flagged.edi
  expect_code 3
  expect_in stderr 'short.edi: byte'
  run verify in.edi missing.edi
  expect_code 3
  run verify
  expect_code 2
  run verify a b c d
  expect_code 2
}

run_cases "$@"
