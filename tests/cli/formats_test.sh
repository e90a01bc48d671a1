#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What check, extract, rules and the help print.
. "$(dirname "$0")/lib.sh"

columns=file,rule,name,severity,status,guide,interchange,group,set,claim,line,loop,element,offset
columns+=,segment,before,after,suggestion,payer,profile,stc,message

# The keys of the first JSON line of a file, in order.
keys_of() { head -1 "$1" | grep -o '[{,]"[a-z0-9_]*":' | tr -d '{",:' | paste -sd, -; }

case_findings_as_JSON_lines_have_exactly_these_keys() {
  edi flagged >in.edi
  run check in.edi --format jsonl
  expect_code 1
  expect_equal "$(keys_of stdout)" "$columns"
  local rows
  rows=$(grep -c '^{"file":"in.edi",.*}$' stdout)
  expect_equal "$rows" "$(wc -l <stdout | tr -d ' ')" 'rows that are objects'
}

case_findings_as_CSV_have_exactly_these_columns() {
  edi flagged >in.edi
  run check in.edi --format csv
  expect_equal "$(head -1 stdout)" "$columns"
  edi clean >in.edi
  run check in.edi --format csv
  expect_equal "$(cat stdout)" "$columns"
  run check in.edi --format jsonl
  expect_empty stdout
}

case_findings_as_text_name_place_rule_and_values_and_end_with_a_summary() {
  edi corrected flagged >in.edi
  run check in.edi
  expect_in stdout 'in.edi: claim corrected-1 line 2: LIN03'
  expect_in stdout 'error NDC03 ndc-hyphenated'
  expect_in stdout '00409-3795-01 -> 00409379501'
  expect_in stdout '[corrected]'
  expect_in stdout '[flagged]'
  expect_in stdout 'claims      2: '
  run check in.edi --format text
  expect_in stdout '[flagged]'
}

case_several_files_share_one_header_and_name_themselves() {
  edi corrected >a.edi
  edi flagged >b.edi
  run check a.edi b.edi --format csv
  expect_equal "$(grep -c '^file,' stdout)" 1
  expect_in stdout 'a.edi,NDC03'
  expect_in stdout 'b.edi,NDC06'
}

case_offset_and_segment_point_at_the_segment() {
  edi flagged >in.edi
  run check in.edi --format csv
  local offset segment
  offset=$(grep ',NDC06,' stdout | cut -d, -f14)
  segment=$(grep ',NDC06,' stdout | cut -d, -f15)
  expect_equal "$(tail -c "+$((offset + 1))" in.edi | head -c 14)" 'LIN**N4*123~CT'
  expect_equal "$(tr '~' '\n' <in.edi | sed '1,/^GS/d' | sed -n "${segment}p")" 'LIN**N4*123'
}

# Counts in $found.
check_finds_what_process_does() {
  local file=$1
  shift
  rm -rf out
  run process "$file" -o out "$@"
  [ "$code" -le 1 ] || return 0
  local processed=$code
  run check "$file" --format csv "$@"
  expect_equal "$code" "$processed" "exit code of check for $file"
  expect_same stdout out/*.findings.csv
  run extract "$file" --format csv
  case " $* " in *' --codes '*) ;; *) expect_same stdout out/*.lines.csv ;; esac
  found=$((found + 1))
}

case_check_and_process_find_the_same_with_the_same_status() {
  local found=0
  each_checkable_fixture check_finds_what_process_does
  [ "$found" -gt 0 ] || fail 'no fixture was processed'
}

case_the_drug_lines_come_as_CSV_and_as_JSON_lines() {
  edi corrected warned clean >in.edi
  run extract in.edi
  expect_code 0
  expect_equal "$(wc -l <stdout | tr -d ' ')" 4
  expect_in stdout KETOROLAC
  local header
  header=$(head -1 stdout)
  run extract in.edi --format csv
  expect_equal "$(head -1 stdout)" "$header"
  run extract in.edi --format jsonl
  expect_equal "$(wc -l <stdout | tr -d ' ')" 3
  expect_equal "$(keys_of stdout)" "$header"
}

# The cells of a CSV file as Excel has them, a row a line: a value that is written ="..." is a text.
cells() { python3 -c 'import csv, sys
for row in csv.reader(open(sys.argv[1], encoding="utf-8")):
    print("|".join("text:" + cell[2:-1] if cell.startswith("=\"") else cell for cell in row))' "$1"; }

case_Excel_keeps_the_zeros_of_an_NDC() {
  edi corrected flagged >in.edi
  run process in.edi -o out --csv excel --fail-on never -q
  local file
  for file in out/in.findings.csv out/in.lines.csv; do
    expect_equal "$(head -c 3 $file | od -An -tx1)" ' ef bb bf' "the first bytes of $file"
  done
  cells out/in.findings.csv >findings
  expect_in findings '|text:00409-3795-01|text:00409379501|'
  expect_in findings '|text:000000001|text:1|text:0001|corrected-1|'
  cells out/in.lines.csv >lines
  expect_in lines '|text:00409379501|1|ML|'
  expect_in lines '|2026-09-14|2026-09-14|'
  expect_in lines '|KETOROLAC 15MG IM|150|UN|1|'
  # The same from the commands that write to standard output.
  run check in.edi --format csv --csv excel --fail-on never
  expect_same stdout out/in.findings.csv
  run extract in.edi --csv excel
  expect_same stdout out/in.lines.csv
  # Parts of a file join to the same.
  run process in.edi -o parts --shard 1/2 --csv excel -q
  run process in.edi -o parts --shard 2/2 --csv excel -q
  run merge parts/*.json -o merged
  expect_same merged/in.findings.csv out/in.findings.csv
  run process in.edi -o out --csv exel
  expect_code 2
  expect_in stderr "did you mean excel?"
  run process in.edi -o other --fail-on never -q
  expect_equal "$(head -c 5 other/in.lines.csv)" file,
  expect_not_in other/in.lines.csv '="'
}

case_a_spreadsheet_program_reads_codes_as_texts() {
  command -v soffice >soffice || skip 'no LibreOffice here'
  edi corrected >in.edi
  run extract in.edi --csv excel
  mv stdout lines.csv
  soffice -env:UserInstallation="file://$PWD/profile" --headless --convert-to fods lines.csv >log 2>&1
  grep -q 'office:value-type="string" office:string-value="00409379501"' lines.fods || fail "$(cat log)"
  grep -q 'office:value-type="float" office:value="150"' lines.fods || fail 'the charge is no number'
  grep -q 'office:value-type="date" office:date-value="2026-09-14"' lines.fods || fail 'no date'
}

case_the_codes_decide_what_a_drug_line_is() {
  edi corrected >in.edi
  run extract in.edi --codes 96372 --format jsonl
  expect_equal "$(wc -l <stdout | tr -d ' ')" 1
  expect_in stdout 96372
  run extract in.edi --codes J3590,96372,J3490 --format jsonl
  expect_equal "$(wc -l <stdout | tr -d ' ')" 2
  run extract in.edi --codes noc --format jsonl
  expect_equal "$(wc -l <stdout | tr -d ' ')" 1
}

case_the_summary_adds_up_what_several_files_hold() {
  edi corrected clean >a.edi
  edi flagged >b.edi
  run process a.edi b.edi -o out --no-timing
  expect_in stdout '2 files'
  expect_in stdout 'claims      3: '
  cp stdout first
  run process b.edi a.edi -o out --no-timing
  expect_equal "$(head -3 stdout)" "$(head -3 first)"
  run process a.edi b.edi -o out --quiet
  expect_empty stdout
}

case_the_summary_file_tells_digests_of_input_and_outputs() {
  edi corrected flagged >in.edi
  run process in.edi -o out
  local file
  for file in in.edi out/in.corrected.edi out/in.flagged.edi out/in.findings.csv out/in.lines.csv; do
    expect_in out/in.summary.json "$(sha256sum "$file" | cut -d' ' -f1)"
  done
}

case_without_timing_two_runs_write_the_same() {
  edi corrected flagged >in.edi
  run process in.edi -o a --no-timing
  run process in.edi -o b --no-timing
  diff -r a b >stdout || fail "$(cat stdout)"
}

case_rules_lists_the_table_and_each_rule_of_it_can_be_explained() {
  run rules
  expect_code 0
  expect_in stdout 'NDC03'
  local ids
  ids=$(sed 1d stdout | grep -o '^[A-Z]\{2,\}[0-9]\{2,3\}')
  [ "$(wc -w <<<"$ids")" -gt 20 ] || fail "only $(wc -w <<<"$ids") rules"
  expect_equal "$(sort <<<"$ids" | uniq -d)" '' 'rules listed twice'
  local id
  for id in $ids; do
    run rules "$id"
    expect_code 0
    expect_in stdout "$id"
    expect_in stdout source
  done
}

case_a_rule_is_found_by_id_and_by_name_in_any_case() {
  run rules NDC03
  expect_code 0
  cp stdout by-id
  local name
  for name in ndc03 ndc-hyphenated NDC-Hyphenated; do
    run rules "$name"
    expect_code 0
    expect_same stdout by-id
  done
  run rules NDC03 NDC06
  expect_in stdout NDC03
  expect_in stdout NDC06
}

case_mistyped_names_get_a_suggestion() {
  local want line
  while IFS='|' read -r want line; do
    run $line
    expect_code 2
    expect_in stderr "did you mean $want?"
  done <<'ROWS'
ndc-hyphenated|rules ndc-hyphenatd
NDC03|rules NDC003
check|chek x
process|proces x
--format|check --fromat csv x
csv|check x --format cs
annotate|process x -o out --mode anotate
zstd|process x -o out --compress zst
NDC03|check x --no-fix NDC033
ROWS
  run rules completely-different
  expect_code 2
  expect_not_in stderr 'did you mean'
}

case_version_and_help() {
  run --version
  expect_code 0
  grep -q -E '^noc837 [0-9]+\.[0-9]+\.[0-9]+$' stdout || fail "$(cat stdout)"
  local word command
  for word in --help -h help; do
    run "$word"
    expect_code 0
    expect_empty stderr
    for command in process check extract rules replay diff explain; do expect_in stdout "$command"; done
  done
}

case_each_command_has_help_with_its_options() {
  local command
  for command in process check extract rules replay diff explain; do
    run "$command" --help
    expect_code 0
    expect_in stdout "usage: noc837 $command"
    cp stdout help
    run "$command" -h
    expect_same stdout help
    run help "$command"
    expect_same stdout help
    awk 'length > 100 { exit 1 }' help || fail "lines of $command --help are too long"
  done
  run process --help
  local option
  for option in --output --mode --profile --codes --compress --fail-on --fix --no-fix; do
    expect_in stdout "$option"
  done
}

case_help_for_a_command_that_is_none_is_wrong_usage() {
  run help chek
  expect_code 2
  expect_in stderr 'did you mean check?'
}

case_replay_compares_and_updates() {
  mkdir cases
  edi corrected flagged >cases/a.edi
  run replay cases
  expect_code 1
  run replay cases --update
  expect_code 0
  expect_file cases/a.corrected.edi cases/a.flagged.edi cases/a.findings.csv
  run replay cases
  expect_code 0
  expect_in stdout '1 passed, 0 failed'
  sed -i 's/00409379501/00409379502/' cases/a.corrected.edi
  run replay cases
  expect_code 1
  expect_in stdout 'a.corrected.edi'
}

run_cases "$@"
