#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Reference tables: built from published files, looked into, used, and refused when damaged.
. "$(dirname "$0")/lib.sh"

published=$NOC837_SOURCE_DIR/fixtures/tables/published
made_up=$NOC837_SOURCE_DIR/fixtures/tables/made-up.noc

build_made_up() {
  run tables build --ndc-package "$published/package.tsv" --ndc-product "$published/product.tsv" \
    --asp-crosswalk "$published/2026-07-crosswalk.csv" "$published/2026-10-crosswalk.csv" -o "$1"
  expect_code 0
}

case_the_tables_of_the_fixtures_are_those_of_the_published_files() {
  build_made_up built.noc
  local asked=(00409379501 0074-4339-02 66887-004-20 82009001101 7123456788 J1885 J0702 Q5999)
  run tables show --tables built.noc
  cp stdout sources
  run tables show --tables "$made_up"
  cmp -s stdout sources || fail "made-up.noc was built from other files"
  run tables show --tables built.noc "${asked[@]}"
  cp stdout entries
  run tables show --tables "$made_up" "${asked[@]}"
  cmp -s stdout entries || fail "made-up.noc differs: build it anew"
}

case_rows_that_are_no_ndc_are_told() {
  build_made_up built.noc
  expect_in stdout "'860003870023' of J7331 is no NDC"
}

case_show_takes_any_form_of_an_ndc_and_says_what_is_missing() {
  run tables show --tables "$made_up" 0409-3795-01 0409379501 j1885
  expect_code 0
  expect_in stdout 'Ketorolac Tromethamine'
  expect_in stdout 'J1885 2026-07-01 to 2026-12-31'
  run tables show --tables "$made_up" 99999-9999-99
  expect_code 1
  expect_in stdout 'is not in the tables'
}

case_mistakes_of_a_published_file_are_told_with_file_and_line() {
  printf 'PRODUCTID\tNDCPACKAGECODE\tSTARTMARKETINGDATE\nA\t0409-3795-01\tsoon\n' >package.txt
  run tables build --ndc-package package.txt --ndc-product "$published/product.tsv" -o t.noc
  expect_code 2
  expect_in stderr "package.txt: line 2: STARTMARKETINGDATE 'soon' is no date; expected YYYYMMDD"
  [ ! -e t.noc ] || fail "a tables file was written all the same"
  run tables build --ndc-package package.txt -o t.noc
  expect_code 2
  run tables build -o t.noc
  expect_code 2
  run tables mend
  expect_code 2
}

case_a_damaged_file_is_refused_before_any_input_is_read() {
  local size
  size=$(stat -c %s "$made_up")
  head -c $((size - 1)) "$made_up" >short.noc
  { head -c 500 "$made_up" && printf '\377' && tail -c $((size - 501)) "$made_up"; } >bits.noc
  echo "no tables at all, only some text that goes on for long enough to have the size of a header of a tables file: $(seq 100)" >text.noc
  edi clean >a.edi
  local file
  for file in short bits text none; do
    run check a.edi --tables $file.noc
    expect_code 2
    expect_in stderr "$file.noc: "
    [ ! -s stdout ] || fail "something was checked all the same"
  done
}

case_without_tables_the_summary_names_the_silent_rules() {
  edi clean >a.edi
  run check a.edi
  expect_in stdout 'silent without reference tables (--tables): COD04'
  run check a.edi --tables "$made_up"
  if grep -q 'silent' stdout; then fail "rules are silent though the tables are there"; fi
}

case_the_modifiers_are_listed() {
  run rules --modifiers
  expect_code 0
  expect_in stdout 'JZ  nothing of the drug was thrown away'
  [ "$(grep -c '^[A-Z0-9][A-Z0-9]  ' stdout)" -ge 49 ] || fail "only $(wc -l <stdout) lines"
}

run_cases "$@"
