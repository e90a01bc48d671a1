#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# process --ack: which acknowledgements are written when, and what does not depend on the clock.
. "$(dirname "$0")/lib.sh"

case_only_what_is_asked_for_is_written() {
  edi clean flagged >in.edi
  run process in.edi -o out -q --fail-on never
  expect_code 0
  expect_no_file out/in.ta1.edi out/in.999.edi out/in.277ca.edi
  run process in.edi -o out -q --fail-on never --ack 999
  expect_file out/in.999.edi
  expect_no_file out/in.277ca.edi
  run process in.edi -o out -q --fail-on never --ack 277ca
  expect_file out/in.277ca.edi
  expect_no_file out/in.999.edi
}

case_a_ta1_is_written_where_isa14_asks_for_it_or_the_envelope_is_faulty() {
  edi clean >in.edi
  run process in.edi -o out -q --ack ta1
  expect_code 0
  expect_no_file out/in.ta1.edi
  sed 's/\*000000001\*0\*T/*000000001*1*T/' in.edi >asks.edi
  run process asks.edi -o out -q --ack ta1
  expect_in out/asks.ta1.edi 'TA1*000000001*260915*1200*A*000~'
  sed 's/IEA\*1\*/IEA*4*/' in.edi >faulty.edi
  run process faulty.edi -o out -q --ack ta1
  expect_code 1
  expect_in out/faulty.ta1.edi 'TA1*000000001*260915*1200*E*021~'
}

case_what_is_refused_gets_a_ta1_and_nothing_else() {
  edi clean flagged | head -c 900 >cut.edi
  run process cut.edi -o out -q --ack ta1,999,277ca
  expect_code 3
  expect_in out/cut.ta1.edi 'TA1*000000001*260915*1200*R*023~'
  expect_equal "$(ls -A out)" cut.ta1.edi
  { edi clean | sed 's/GE\*1\*1~//' && printf '\n'; } >jumbled.edi
  run process jumbled.edi -o out -q --ack ta1
  expect_code 3
  expect_in out/jumbled.ta1.edi '*R*022~'
  printf 'no claims here' >prose.edi
  run process prose.edi -o out -q --ack ta1
  expect_code 3
  expect_no_file out/prose.ta1.edi
}

case_a_ta1_is_written_wherever_the_isa_could_be_read() {
  edi clean >in.edi
  head -c 106 in.edi >header.edi
  run process header.edi -o out -q --ack ta1
  expect_code 3
  expect_in stderr 'expected GS or IEA'
  expect_in out/header.ta1.edi 'TA1*000000001*260915*1200*R*023~'
  head -c 120 in.edi >group.edi
  run process group.edi -o out -q --ack ta1
  expect_code 3
  expect_in out/group.ta1.edi '*R*023~'
  head -c 100 in.edi >cut.edi
  run process cut.edi -o out -q --ack ta1
  expect_code 3
  expect_no_file out/cut.ta1.edi
}

case_a_ta1_tells_what_is_larger_than_is_read() {
  edi clean >in.edi
  { head -c 106 in.edi && printf 'GS*' && head -c 3000000 /dev/zero | tr '\0' X; } >early.edi
  run process early.edi -o out -q --ack ta1
  expect_code 3
  expect_in stderr 'longer than'
  expect_in out/early.ta1.edi 'TA1*000000001*260915*1200*R*024~'
  { sed 's/HI\*ABK.*//' in.edi && head -c 3000000 /dev/zero | tr '\0' X; } >late.edi
  run process late.edi -o out -q --ack ta1
  expect_code 3
  expect_in out/late.ta1.edi '*R*024~'
  expect_equal "$(ls -A out)" "$(printf 'early.ta1.edi\nlate.ta1.edi')"
}

case_the_envelope_is_turned_round_to_the_submitter() {
  edi clean >in.edi
  run process in.edi -o out -q --ack 999
  expect_in out/in.999.edi '*ZZ*SCH01          *ZZ*CBO01          *'
  expect_in out/in.999.edi 'GS*FA*SCH01*CBO01*'
}

case_rejected_and_accepted_claims_add_up() {
  edi clean flagged corrected warned flagged >in.edi
  run process in.edi -o out -q --fail-on never --ack 277ca
  expect_in out/in.277ca.edi 'QTY*90*3~'
  expect_in out/in.277ca.edi 'QTY*AA*2~'
  expect_in out/in.277ca.edi 'AMT*YU*750~'
  expect_in out/in.277ca.edi 'AMT*YY*500~'
  expect_equal "$(grep -c '^STC\*A7:218\*.*\*U\*250~' out/in.277ca.edi)" 2
  expect_in out/in.277ca.edi '******A2:748*A2:218~'
  expect_in out/in.277ca.edi 'SVC*HC:J3490*150*****1~'
}

case_validation_is_switched_on_for_a_999_unless_the_user_says_how_much() {
  edi clean | sed 's/DMG\*D8\*19700102/DMG*D8*19701302/' >in.edi
  run process in.edi -o out -q --fail-on never --ack 999
  expect_in out/in.999.edi 'IK3*DMG*'
  expect_in out/in.999.edi 'IK5*R*5~'
  run process in.edi -o out -q --fail-on never --ack 999 --snip 0
  expect_in out/in.999.edi 'IK5*A~'
}

case_a_birth_date_is_not_repeated() {
  edi clean | sed 's/DMG\*D8\*19700102/DMG*D8*19701302/' >in.edi
  run process in.edi -o out -q --fail-on never --ack 999
  expect_not_in out/in.999.edi 19701302
}

case_nothing_depends_on_the_clock_when_that_is_asked_for() {
  edi clean flagged >in.edi
  run process in.edi -o a -q --fail-on never --no-timing --ack 999,277ca
  expect_in a/in.277ca.edi '*260915*1200*'
  expect_in a/in.277ca.edi 'DTP*009*D8*20260915~'
  run process in.edi -o b -q --fail-on never --ack 999,277ca --ack-date 202701020304
  expect_in b/in.999.edi '*270102*0304*'
  expect_in b/in.277ca.edi 'DTP*050*D8*20270102~'
}

case_control_numbers() {
  edi clean >in.edi
  run process in.edi -o out -q --ack 999,277ca
  expect_in out/in.999.edi 'IEA*1*800000001~'
  expect_in out/in.277ca.edi 'IEA*1*900000001~'
  run process in.edi -o out -q --ack 999,277ca --ack-control 77
  expect_equal "$(cat out/in.999.edi out/in.277ca.edi | grep ^IEA | sort | tr '\n' ' ')" \
    'IEA*1*000000077~ IEA*1*000000078~ '
}

case_acknowledgements_are_for_their_owner_only() {
  edi flagged >in.edi
  run process in.edi -o out -q --fail-on never --ack 999,277ca
  expect_equal "$(stat -c %a out/in.999.edi out/in.277ca.edi | sort -u)" 600
  expect_no_temporaries out
}

case_wrong_options_are_told() {
  edi clean >in.edi
  cp in.edi other.edi
  run process in.edi -o out --ack 997
  expect_code 2
  expect_one_message
  run process in.edi -o out --ack 999 --ack-date 20261301
  expect_code 2
  run process in.edi -o out --ack 999 --ack-control 0
  expect_code 2
  run process in.edi other.edi -o out --ack 999 --ack-control 5
  expect_code 2
  run process in.edi -o - --mode annotate --ack 999
  expect_code 2
  expect_in stderr '--ack needs a folder'
}

case_an_acknowledgement_is_printed_for_a_person() {
  edi clean flagged >in.edi
  run process in.edi -o out -q --fail-on never --ack 277ca,999
  run ack out/in.277ca.edi
  expect_code 1
  expect_in stdout 'claim flagged-2, 250: rejected'
  expect_in stdout 'A7 rejected, information is invalid; 218 NDC'
  expect_in stdout 'claims accepted 1'
  expect_not_in stdout TESTER
  expect_not_in stdout TST000111
  expect_not_in stdout 'clean-1'
  run ack --all --show-phi out/in.277ca.edi
  expect_in stdout 'claim clean-1 of ALEX TESTER TST000111, 250: accepted'
  run ack out/in.999.edi
  expect_code 0
  expect_in stdout 'accepted: 1 sets included, 1 received, 1 accepted'
}

case_an_error_of_form_is_printed_with_its_place() {
  edi clean | sed 's/DMG\*D8\*19700102/DMG*D8*19701302/; s/IEA\*1\*/IEA*4*/' >in.edi
  run process in.edi -o out -q --fail-on never --ack 999,ta1
  run ack out/in.999.edi out/in.ta1.edi
  expect_code 1
  expect_in stdout 'DMG in loop 2010: 8 segment has elements in error'
  expect_in stdout 'element 2: 8 invalid date'
  expect_in stdout 'accepted with errors'
  expect_in stdout '021 IEA01 does not count the groups'
  run ack in.edi
  expect_code 3
  expect_in stderr 'no acknowledgement is in it'
}

run_cases "$@"
