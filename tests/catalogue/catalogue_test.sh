#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every rule of the catalogue is explained, has a fixture that triggers it and one that nearly
# does, and both have their outputs. Names what is missing.
set -u
program=${1:?names the program to test}
fixtures=${2:?names the folder of the fixtures}

catalogue='
ENV01 ENV02 ENV03 ENV04 ENV05 ENV06 ENV07 ENV08 ENV09 ENV10
STR01 STR02 STR03 STR04 STR05 STR06 STR07 STR08 STR09 STR10 STR11 STR12
COD01 COD02 COD03 COD04 COD05 COD06 COD07 COD08 COD09 COD10 COD11
NDC01 NDC02 NDC03 NDC04 NDC05 NDC06 NDC07 NDC08 NDC09 NDC10 NDC11 NDC12 NDC13 NDC14 NDC15 NDC16
NDC17 QTY01 QTY02 QTY03 QTY04 QTY05 QTY06 QTY07 QTY08 QTY09 QTY10 QTY11
DSC01 DSC02 DSC03 DSC04 DSC05 DSC06 DSC07 DSC08 DSC09 DSC10 DSC11
UNT01 UNT02 UNT03 UNT04 UNT05 UNT06 CHG01 CHG02 CHG03 CHG04 CHG05 CHG06
MOD01 MOD02 MOD03 MOD04 MOD05 MOD06 MOD07 MOD08 MOD09 MOD10 MOD11 MOD12 MOD13 MOD14 MOD15
DX01 DX02 DX03 DX04 DX05 DX06 DX07 DAT01 DAT02 DAT03
INS01 INS02 INS03 INS04 INS05 POS01 POS02 CMP01 CMP02 CMP03 COB01 COB02 COB03
PAY01 PAY02 AUT01 DUP01 DUP02 HLX01 NPI01
'
faults=0
complain() {
  echo "$1"
  faults=$((faults + 1))
}

# The inputs of a rule's cases: near-misses, or all others. Outputs have a second ending.
cases() {
  local rule=$1 kind=$2 file
  for file in "$fixtures"/*/"$rule"-*.edi; do
    case ${file##*/} in
      *.*.edi) continue ;;
      "$rule"-near-miss*) [ "$kind" = near ] && echo "$file" ;;
      *) [ "$kind" = trigger ] && echo "$file" ;;
    esac
  done
}

# True where the case's expected outputs have a finding of the rule, or say why there are none.
finds() {
  local stem=${2%.edi}
  [ -f "$stem.error.txt" ] || grep -q ",$1," "$stem.findings.csv" 2>/dev/null
}

has_golden() {
  local stem=${1%.edi}
  [ -f "$stem.error.txt" ] || [ -f "$stem.summary.json" ]
}

# What the rule's fixtures lack; nothing when they are whole. One near-miss is a correct claim, on
# which no rule at all finds anything; others may show where the next rule takes over.
fixtures_lacking() {
  local rule=$1 file triggered=false near=false correct=false
  for file in $(cases "$rule" trigger); do
    has_golden "$file" || echo "$file has no expected outputs"
    finds "$rule" "$file" && triggered=true
  done
  for file in $(cases "$rule" near); do
    has_golden "$file" || echo "$file has no expected outputs"
    if finds "$rule" "$file"; then echo "$file fires $rule"; fi
    [ "$(wc -l <"${file%.edi}.findings.csv")" -eq 1 ] && correct=true
    near=true
  done
  $triggered || echo "$rule has no fixture that triggers it"
  $near || echo "$rule has no near-miss fixture"
  $correct || echo "$rule has no near-miss fixture without any finding"
}

for rule in $catalogue; do
  if ! text=$("$program" rules "$rule" 2>&1); then
    complain "$rule has no row"
    continue
  fi
  for part in severity guide correction 'status code' before after source; do
    grep -qE "^$part" <<<"$text" || complain "noc837 rules $rule tells no $part"
    case $part in
      before | after | source)
        grep -A1 -E "^$part$" <<<"$text" | tail -1 | grep -qE '^  .{3}' ||
          complain "noc837 rules $rule: $part is empty"
        ;;
    esac
  done
  # The paragraph between the status and the example.
  words=$(sed -n '/^status code/,/^before$/p' <<<"$text" | sed '1d;$d' | wc -w)
  [ "$words" -ge 20 ] || complain "noc837 rules $rule explains in $words words"

  lacking=$(fixtures_lacking "$rule")
  [ -z "$lacking" ] || complain "$lacking"
done
# SNP rules are the guides' own, and docs/snip.md's test looks after them.
for rule in $("$program" rules | awk 'NR > 1 && $1 !~ /^SNP/ { print $1 }'); do
  grep -qw "$rule" <<<"$catalogue" || complain "$rule is not in this test's catalogue"
done
echo "$(wc -w <<<"$catalogue") rules, $faults faults"
[ "$faults" -eq 0 ]
