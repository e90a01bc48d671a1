# SPDX-License-Identifier: Apache-2.0
# Helpers for tests of the program as users run it. A test script defines functions whose names
# begin with `case_` and read as sentences, then calls run_cases. Each case runs in a folder of
# its own. NOC837 names the program.
# shellcheck shell=bash

set -u
: "${NOC837:?names the program to test}"
: "${NOC837_SOURCE_DIR:?names the folder of the sources}"
export LC_ALL=C
# No configuration of the user who runs the tests.
export XDG_CONFIG_HOME=/nonexistent

# --- What a case may call -----------------------------------------------------------------------

# Runs the program. Its streams go to the files stdout and stderr, its exit code to $code.
run() {
  "$NOC837" "$@" >stdout 2>stderr </dev/null
  code=$?
  check_run
}

# The same with standard input from a file.
run_from() {
  local input=$1
  shift
  "$NOC837" "$@" >stdout 2>stderr <"$input"
  code=$?
  check_run
}

# No run may end in an internal error, a signal or a sanitizer's report.
check_run() {
  case $code in
    0 | 1 | 2 | 3 | 4) ;;
    *) fail "exit code $code: $(cat stderr)" ;;
  esac
  if grep -q -e 'Sanitizer' -e 'runtime error' stderr; then fail "$(cat stderr)"; fi
}

fail() {
  printf '%s\n' "$*" >&3
  exit 1
}

skip() {
  printf '%s\n' "$*" >&3
  exit 77
}

# Sanitizers reserve terabytes of addresses, and ptrace ends their leak check.
sanitized() { grep -q -a -F __asan_init "$NOC837"; }

can_trace() {
  command -v strace >/dev/null && ! sanitized && strace -qq -o /dev/null true 2>/dev/null
}

expect_code() {
  [ "$code" -eq "$1" ] || fail "exit code $code instead of $1; stderr: $(cat stderr)"
}

expect_equal() {
  [ "$1" = "$2" ] || fail "'$1' instead of '$2'${3:+ ($3)}"
}

expect_in() {
  grep -q -F -e "$2" -- "$1" || fail "no '$2' in $1: $(head -c 600 -- "$1")"
}

expect_not_in() {
  if grep -q -F -e "$2" -- "$1"; then fail "'$2' in $1"; fi
}

expect_empty() {
  [ ! -s "$1" ] || fail "$1 is not empty: $(head -c 600 -- "$1")"
}

expect_file() {
  local file
  for file in "$@"; do [ -f "$file" ] || fail "no file $file in: $(ls -A "$(dirname "$file")" 2>&1)"; done
}

expect_no_file() {
  local file
  for file in "$@"; do [ ! -e "$file" ] || fail "there is a file $file"; done
}

expect_same() {
  cmp -- "$1" "$2" >cmp.out 2>&1 || fail "$(cat cmp.out)"
}

# No temporary file is left in a folder, and nothing but files of ours is.
expect_no_temporaries() {
  local left
  left=$(find "$1" -name '.*' ! -path "$1" ! -name . | head -3)
  [ -z "$left" ] || fail "left behind: $left"
}

# One line on standard error that begins with the program's name.
expect_one_message() {
  expect_equal "$(wc -l <stderr | tr -d ' ')" 1 "lines on standard error: $(cat stderr)"
  [[ $(cat stderr) == noc837:* ]] || fail "standard error: $(cat stderr)"
}

# --- Inputs -------------------------------------------------------------------------------------

# Prints the claims that its arguments name, under one subscriber: clean, corrected (its NDC has
# hyphens), flagged (its NDC can be no NDC), warned (it has no NDC).
claims() {
  local number=0 kind lin
  for kind in "$@"; do
    number=$((number + 1))
    case $kind in
      clean) lin='LIN**N4*00409379501~CTP****1*ML~' ;;
      corrected) lin='LIN**N4*00409-3795-01~CTP****1*ML~' ;;
      flagged) lin='LIN**N4*123~CTP****1*ML~' ;;
      warned) lin='' ;;
      *) fail "no kind of claim: $kind" ;;
    esac
    printf '%s' "CLM*$kind-$number*250***11:B:1*Y*A*Y*Y~HI*ABK:R112*ABF:G8918~"
    printf '%s' 'NM1*82*1*EXAMPLE*DANA****XX*1487003026~PRV*PE*PXC*207R00000X~'
    printf '%s' 'LX*1~SV1*HC:96372*100*UN*1***1~DTP*472*D8*20260914~LX*2~'
    printf '%s' 'SV1*HC:J3490:::::KETOROLAC 15MG IM*150*UN*1***1:2~DTP*472*D8*20260914~'
    printf '%s' "$lin"
  done
}

# Prints an interchange with the claims that its arguments name.
edi() {
  local set
  set='BHT*0019*00*B0915*20260915*1200*CH~'
  set+='NM1*41*2*CEDAR BILLING OFFICE*****46*CBO01~PER*IC*CLAIMS DESK*TE*8005550123~'
  set+='NM1*40*2*SAMPLE CLEARINGHOUSE*****46*SCH01~'
  set+='HL*1**20*1~NM1*85*2*LAKESIDE INFUSION CLINIC*****XX*1790002012~N3*100 HARBOR ROAD~'
  set+='N4*SPRINGFIELD*IL*627010001~REF*EI*123456789~'
  set+='HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*TESTER*ALEX****MI*TST000111~'
  set+='N3*1 SAMPLE STREET~N4*SPRINGFIELD*IL*627020001~DMG*D8*19700102*F~'
  set+="NM1*PR*2*SAMPLE HEALTH PLAN*****PI*99999~$(claims "$@")"
  printf '%s' 'ISA*00*          *00*          *ZZ*CBO01          *ZZ*SCH01          '
  printf '%s' '*260915*1200*^*00501*000000001*0*T*:~'
  printf '%s' 'GS*HC*CBO01*SCH01*20260915*1200*1*X*005010X222A1~ST*837*0001*005010X222A1~'
  printf '%s' "${set}SE*$(($(tr -cd '~' <<<"$set" | wc -c) + 2))*0001~GE*1*1~IEA*1*000000001~"
}

# Calls a function with each fixture that check can read, and behind it the words of its options.
each_checkable_fixture() {
  local file words
  while read -r file; do
    words=()
    case $file in *.corrected.edi | *.flagged.edi | *.annotated.edi) continue ;; esac
    case $file in *.ta1.edi | *.999.edi | *.277ca.edi) continue ;; esac
    [ -f "${file%.*}.args" ] && read -r -d '' -a words <"${file%.*}.args"
    # Options that only process has.
    case " ${words[*]} " in *' --mode '* | *' --compress '* | *' --ack '*) continue ;; esac
    "$1" "$file" "${words[@]}"
  done < <(find "$NOC837_SOURCE_DIR/fixtures" -name '*.edi' -size -60k | sort)
}

# --- The cases of a script ----------------------------------------------------------------------

run_cases() {
  local name sentence folder reason failed=0 ran=0
  # In memory where that is possible: outputs wait for the disk, and tests write many.
  local scratch=${TMPDIR:-/dev/shm}
  [ -w "$scratch" ] || scratch=/tmp
  for name in $(declare -F | sed -n 's/^declare -f \(case_.*\)/\1/p'); do
    sentence=${name#case_}
    sentence=${sentence//_/ }
    case $sentence in *"${1:-}"*) ;; *) continue ;; esac
    folder=$(mktemp -d "$scratch/noc837-cli-XXXXXX")
    reason=$folder.reason
    (cd "$folder" && "$name") 3>"$reason"
    case $? in
      0) printf 'ok       %s\n' "$sentence" ;;
      77) printf 'skipped  %s: %s\n' "$sentence" "$(cat "$reason")" ;;
      *)
        printf 'FAILED   %s: %s\n' "$sentence" "$(cat "$reason")"
        failed=$((failed + 1))
        ;;
    esac
    ran=$((ran + 1))
    chmod -R u+rwx "$folder"
    rm -rf "$folder" "$reason"
  done
  [ "$ran" -gt 0 ] || { printf 'no case to run\n' && exit 1; }
  [ "$failed" -eq 0 ] || { printf '%d of %d failed\n' "$failed" "$ran" && exit 1; }
}
