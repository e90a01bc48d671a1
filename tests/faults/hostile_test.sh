#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Inputs made to harm: too large, too deep, too many, or meant for the terminal. NOC837_CLAIMS sets
# how many empty claims are streamed (10,000,000 by hand, fewer here).
. "$(dirname "$0")/lib.sh"

empty_claims=${NOC837_CLAIMS:-300000}

# What stands before and after the claims of an interchange.
head_of() { edi | sed 's/~SE\*.*/~/'; }
tail_of() { printf 'SE*%s*0001~GE*1*1~IEA*1*000000001~' "$1"; }

# Runs with a limit on memory (MiB), a minute and standard input from a pipe: `bounded MIB ARGS <IN`.
bounded() {
  local limit=$1
  shift
  if sanitized; then limit=unlimited; else limit=$((limit * 1024)); fi
  (ulimit -v "$limit" && exec timeout 60 "$NOC837" "$@") >stdout 2>stderr
  code=$?
  [ "$code" -ne 124 ] || fail "takes more than a minute: $*"
  check_run
}

case_a_bomb_of_zstd_or_gzip_is_given_up() {
  # 1 GiB of blanks behind a whole file: 32 kB of zstd, 1 MB of gzip.
  edi clean >in.edi
  { cat in.edi; head -c 1073741824 /dev/zero | tr '\0' ' '; } | tee >(zstd -q -1 >bomb.zst) |
    gzip -9 >bomb.gz
  sleep 0.2
  bounded 400 check bomb.zst </dev/null
  expect_code 3
  expect_in stderr 'times as many'
  expect_in stderr 'max-ratio'
  bounded 400 process bomb.zst -o out -q </dev/null
  expect_code 3
  expect_nothing_in out
  bounded 400 check bomb.gz --max-ratio 900 </dev/null
  expect_code 3
  expect_in stderr 'more than 900 times'
  bounded 400 check bomb.zst --max-ratio 0 </dev/null
  expect_code 0
}

case_a_zstd_window_over_the_limit_is_refused() {
  edi clean | zstd -q --ultra -22 --long=28 --stream-size=300000000 >in.zst 2>zstd.log ||
    { edi clean; head -c 300000000 /dev/zero | tr '\0' ' '; } | zstd -q -3 --long=28 >in.zst
  bounded 400 check in.zst --max-window 128 --max-ratio 0 </dev/null
  expect_code 3
  expect_in stderr 'window is too large'
  expect_in stderr 'max-window'
  bounded 1200 check in.zst --max-window 256 --max-ratio 0 </dev/null
  expect_code 0
  run check in.zst --max-window 100
  expect_code 2
}

case_a_segment_of_four_gigabytes_is_given_up_at_its_limit() {
  local command
  for command in check extract 'process -o out -q'; do
    bounded 400 ${command%% *} - ${command#"${command%% *}"} \
      < <({ head_of; printf 'NTE*ADD*'; head -c 4294967296 /dev/zero | tr '\0' 'A'; } 2>pipe.log)
    expect_code 3
    expect_in stderr 'a segment is longer than 1048576 bytes'
  done
  bounded 400 check - < <(head -c 4294967296 /dev/zero 2>pipe.log)
  expect_code 3
  expect_in stderr 'not X12'
  truncate -s 4G sparse.edi
  bounded 400 check sparse.edi </dev/null
  expect_code 3
}

case_a_million_elements_and_components() {
  local separator segment
  for separator in '*' ':' '^'; do
    head -c 1000000 /dev/zero | tr '\0' "$separator" >many
    for segment in 'SV1*HC:J3490' 'LIN**N4*00409379501' 'CTP****1*ML' 'HI*ABK:R112' 'NTE*ADD' 'REF*G1' \
      'CLM*A*250' 'HL*3*2*23*0' 'NM1*82'; do
      { head_of; claims clean | sed "s/CTP.*//"; printf '%s' "$segment"; cat many; printf '~'
        tail_of 40; } >in.edi
      bounded 400 check in.edi --fail-on never </dev/null
      [ "$code" -eq 0 ] || [ "$code" -eq 3 ] || fail "$segment with $separator: exit code $code"
    done
  done
}

case_a_claim_of_thousands_of_drug_lines() {
  local line='LX*1~SV1*HC:J3490:::::KETOROLAC*150*UN*1***1~DTP*472*D8*20260914~'
  {
    head_of
    printf 'CLM*A*250***11:B:1*Y*A*Y*Y~HI*ABK:R112~'
    yes "$line" | head -5000 | tr -d '\n'
    tail_of 40
  } >in.edi
  bounded 600 process in.edi -o out -q --fail-on never </dev/null
  expect_code 0
  run verify in.edi out/in.*.edi
  expect_code 0
}

case_millions_of_empty_claims() {
  bounded 400 process - -o out -q --fail-on never < <(head_of
    yes 'CLM*A*250***11:B:1*Y*A*Y*Y~' | head -"$empty_claims" | tr -d '\n'
    tail_of 40)
  expect_code 0
  expect_equal "$(grep -A1 '"claims": {' out/stdin.summary.json | sed -n 's/.*"total": \([0-9]*\).*/\1/p')" \
    "$empty_claims" claims
}

case_levels_that_are_deep_cyclic_or_past_all_numbers() {
  local levels
  deep() { awk 'BEGIN { for (i = 3; i < 50000; ++i) printf "HL*%d*%d*23*1~", i, i - 1 }'; }
  for levels in 'HL*3*3*23*0~' 'HL*3*4*23*1~HL*4*3*23*1~' 'HL*9223372036854775808*2*23*0~' \
    'HL*99999999999999999999999999*99999999999999999999999998*23*0~' 'HL*-1*-1*23*0~' 'HL~' \
    'HL***~' 'HL*3*2*99*1~' "$(deep)"; do
    { head_of; printf '%s' "$levels"; claims flagged clean corrected; tail_of 9223372036854775808; } >in.edi
    bounded 400 process in.edi -o out -q --fail-on never </dev/null
    expect_code 0
    run verify in.edi out/in.corrected.edi out/in.flagged.edi
    expect_code 0
  done
}

# Each element of the fixture in turn holds what a terminal or a spreadsheet would act on.
case_nothing_in_a_field_reaches_the_terminal_raw() {
  edi clean flagged corrected warned | tr '~' '\n' >lines
  local evil=$'\033]0;owned\a\033[31m\302\233\b\177' row column n=0
  while IFS=: read -r row column; do
    n=$((n + 1))
    [ $((n % ${NOC837_EVERY:-5})) -eq 0 ] || continue
    awk -v r="$row" -v c="$column" -v evil="$evil" 'BEGIN { FS = OFS = "*" }
      NR == r { $c = $c evil } { printf "%s~", $0 }' lines >in.edi
    local command
    for command in 'check in.edi --color always' 'check in.edi --format csv' 'check in.edi --format jsonl' \
      'extract in.edi' 'extract in.edi --format jsonl' 'process in.edi -o out'; do
      run $command --fail-on never
      # Colours are ours and come in whole sequences; nothing else may steer.
      sed 's/\x1b\[[0-9;]*m//g; s/\x1b\[K//g' stdout stderr >shown
      [ "$command" = 'check in.edi --color always' ] || cat stdout stderr >shown
      if LC_ALL=C grep -q -a -P '[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' shown; then
        fail "element $column of segment $row is shown raw by $command"
      fi
    done
    if LC_ALL=C grep -q -a -P '[\x00-\x08\x0b-\x1f\x7f]' out/*.csv out/*.json; then
      fail "element $column of segment $row is raw in $(grep -l -a -P '[\x00-\x08\x0b-\x1f\x7f]' out/*.csv out/*.json)"
    fi
  done < <(awk -F'*' 'NR > 1 { for (i = 2; i <= NF; ++i) print NR ":" i }' lines)
}

case_no_field_of_a_table_is_a_formula() {
  edi clean flagged corrected warned | tr '~' '\n' >lines
  local row column formula n=0
  while IFS=: read -r row column; do
    for formula in '=1+cmd' '+1+cmd' '-1+cmd' '@SUM(A1)'; do
      n=$((n + 1))
      [ $((n % ${NOC837_EVERY:-5})) -eq 0 ] || continue
      awk -v r="$row" -v c="$column" -v evil="$formula" 'BEGIN { FS = OFS = "*" }
        NR == r { $c = evil } { printf "%s~", $0 }' lines >in.edi
      rm -rf out
      local csv
      for csv in plain excel; do
        run process in.edi -o out -q --fail-on never --csv $csv
        [ "$code" -eq 0 ] || continue
        if grep -q -E "(^|,)\"?[=+@-][^,]*(cmd|SUM)" out/*.csv; then
          fail "element $column of segment $row is a formula in $(grep -l -E '(^|,)"?[=+@-]' out/*.csv)"
        fi
      done
    done
  done < <(awk -F'*' 'NR > 1 { for (i = 2; i <= NF; ++i) print NR ":" i }' lines)
}

case_file_names_that_are_options_or_hold_control_characters() {
  edi flagged >plain
  local name
  for name in '-rf.edi' '--help.edi' $'new\nline.edi' $'esc\033[31m.edi' 'a b  c.edi' "quo'te\".edi" '*.edi' \
    '=1+1.edi' 'däta.edi' '$(id).edi'; do
    cp plain "./$name"
    rm -rf out
    run process -o out -- "$name"
    expect_code 1
    [ -f "out/${name%.edi}.flagged.edi" ] || fail "no output for $(printf '%q' "$name")"
    if LC_ALL=C grep -q -a -P '[\x00-\x08\x0b-\x1f\x7f]' stdout stderr; then fail "$name is shown raw"; fi
    run check -- "$name"
    expect_code 1
    if LC_ALL=C grep -q -a -P '[\x00-\x08\x0b-\x1f\x7f]' stdout stderr; then fail "$name is shown raw"; fi
    run check -- "missing$name"
    expect_code 3
    expect_one_message
    rm -f -- "./$name"
  done
}

run_cases "$@"
