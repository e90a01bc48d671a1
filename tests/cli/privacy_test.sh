#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Nothing that the program prints says who a patient is. Every fixture goes through every command
# with a mark in each name, address, birth date, phone number and id of a person; the marks may not
# come out but in the EDI itself.
. "$(dirname "$0")/lib.sh"

# Prints an EDI file with marks. Files with several ISA, or none that can be read, are left out.
marked() {
  local separator terminator
  [ "$(grep -a -o 'ISA' "$1" | wc -l)" -eq 1 ] || return 1
  [ "$(head -c 3 "$1")" = ISA ] || return 1
  separator=$(head -c 4 "$1" | tail -c 1)
  terminator=$(head -c 106 "$1" | tail -c 1)
  case $separator$terminator in *[\\[:space:]]* | ?) return 1 ;; esac
  awk -v sep="$separator" -v term="$terminator" '
    function mark(i) { if (e[i] != "") e[i] = "ZQX" (++marks) }
    BEGIN { RS = term; ORS = "" }
    {
      n = split($0, e, sep)
      id = e[1]
      gsub(/[ \t\r\n]/, "", id)
      if (id ~ /^(NM1|HL|CLM|LX|SBR|SVD)$/) person = id == "NM1" && e[2] ~ /^(IL|QC|74|36|GD|70|03|S1)$/
      if (id == "NM1" && person) for (i = 4; i <= n; ++i) if (i != 9) mark(i)
      if (id == "N3" && person) for (i = 2; i <= n; ++i) mark(i)
      if (id == "N4" && person) for (i = 2; i <= n; ++i) mark(i)
      if (id == "PER" && person) for (i = 3; i <= n; i += 2) mark(i)
      if (id == "DMG") mark(3)
      if (id == "SBR") mark(4)
      if (id == "REF" && (person || e[2] ~ /^(SY|1W|IG|EA)$/)) mark(3)
      out = e[1]
      for (i = 2; i <= n; ++i) out = out sep e[i]
      # What is behind the last terminator is no segment.
      print out (id != "" ? term : "")
    }
    END { exit marks == 0 }' "$1"
}

expect_no_mark() {
  local file
  for file in "$@"; do
    [ -e "$file" ] || continue
    if grep -a -q ZQX "$file"; then
      fail "$(grep -a -m1 -o '.\{0,80\}ZQX.\{0,20\}' "$file") is in $file, after $last"
    fi
  done
}

case_no_command_prints_who_a_patient_is() {
  local file tried=0 command last
  while IFS= read -r file; do
    marked "$file" >in.edi || continue
    tried=$((tried + 1))
    rm -rf out
    # Commands that print what a claim holds; those that do not know an option fail and print that.
    for command in 'check in.edi' 'check in.edi --format csv' 'check in.edi --format jsonl' \
      'check in.edi --snip 5' 'extract in.edi --format jsonl' 'process in.edi -o out' \
      'process in.edi -o out --mode annotate' \
      'process in.edi -o out --snip 5 --xlsx --sqlite out/results.db --report out/review.html'; do
      last="$command of $file"
      run $command --fail-on info
      expect_no_mark stdout stderr
    done
    last="process of $file"
    expect_no_mark out/*.csv out/*.json out/*.html out/*.db
    if [ -e out/in.xlsx ]; then unzip -p out/in.xlsx >out/workbook && expect_no_mark out/workbook; fi
    # Cut short and damaged, so that errors are seen as well.
    head -c "$(($(stat -c %s in.edi) / 2 + tried % 97))" in.edi >cut.edi
    last="check of a part of $file"
    run check cut.edi
    expect_no_mark stdout stderr
  done < <(find "$NOC837_SOURCE_DIR/fixtures" -name '*.edi' |
    grep -v -E '\.(corrected|flagged|annotated|ta1|999|277ca)\.edi' | sort | awk "NR % ${NOC837_EVERY:-3} == 0")
  [ "$tried" -ge 100 ] || fail "only $tried fixtures could be marked"
  printf '         %d fixtures\n' "$tried"
}

case_the_mark_is_seen_where_it_is_asked_for() {
  edi flagged >plain
  marked plain >in.edi || fail 'the example cannot be marked'
  expect_in in.edi ZQX
  run process in.edi -o out --report report.html --show-phi
  expect_code 1
  expect_in report.html ZQX
  run process in.edi -o out --report report.html
  expect_not_in report.html ZQX
}

case_outputs_are_readable_by_their_owner_only() {
  edi flagged corrected >in.edi
  (umask 0 && exec "$NOC837" process in.edi -o out -q --report out/report.html) >stdout 2>stderr
  expect_equal "$(find out -type f ! -perm 600 | head -1)" '' 'a file that others can read'
  [ "$(find out -type f | wc -l)" -ge 6 ] || fail "too few files: $(ls out)"
}

case_temporary_files_stand_beside_their_outputs_only() {
  command -v strace >/dev/null && strace -qq -o /dev/null true 2>/dev/null || skip 'no strace here'
  edi flagged >in.edi
  strace -f -qq -o trace -e trace=openat,open,creat "$NOC837" process in.edi -o out -q >stdout 2>stderr
  # A build that measures coverage writes its counts.
  local strange
  strange=$(grep -E 'O_CREAT|O_TMPFILE' trace | grep -v -e '"out/' -e '\.gcda"' | head -1)
  [ -z "$strange" ] || fail "$strange"
}

run_cases "$@"
