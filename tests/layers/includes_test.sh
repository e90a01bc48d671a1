#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fails when a layer includes one to its right, or when Spirit is seen outside grammar/.
set -u
cd "${1:?names the folder of the sources}" || exit 2

# Each layer and those that it may include.
declare -A allowed=(
  [base]="base"
  [edi]="base edi"
  [io]="base io"
  [grammar]="base edi grammar"
  [verify]="base edi io grammar verify"
  [claims]="base edi io grammar claims"
  [mask]="base edi io grammar claims mask"
  [snip]="base edi io grammar claims snip"
  [profiles]="base edi io grammar claims snip profiles"
  [rules]="base edi io grammar claims snip profiles rules"
  [edits]="base edi io grammar claims snip profiles rules edits"
  [output]="base edi io grammar claims snip profiles rules edits output"
  [compare]="base edi io grammar claims snip profiles rules edits output compare"
  [pipeline]="base edi io grammar claims snip profiles rules edits ledger output pipeline"
  [ledger]="base edi io grammar claims snip profiles rules edits ledger"
  [batch]="base edi io grammar claims snip profiles rules edits ledger output pipeline batch"
  # The program knows every layer.
  [cli]="$(cd src && printf '%s ' */ | tr -d /) grammar"
)
faults=0
checked=0
for layer in "${!allowed[@]}"; do
  folder=src/$layer
  [ "$layer" = grammar ] && folder=grammar
  while IFS=: read -r file included; do
    checked=$((checked + 1))
    case " ${allowed[$layer]} " in
      *" $included "*) ;;
      *) echo "$file includes $included/, which is to the right of $layer"; faults=$((faults + 1)) ;;
    esac
  done < <(grep -rEo --include='*.[ch]pp' '^#include "[a-z_]+/' "$folder" |
    sed -E 's/:#include "([a-z_]+)\//:\1/')
done
if grep -rlE 'boost/spirit|_def\.hpp"' src; then
  echo "Spirit, or a grammar's private half, is included outside grammar/"
  faults=$((faults + 1))
fi
if [ "$checked" -lt 100 ]; then
  echo "only $checked includes were found"
  faults=$((faults + 1))
fi
echo "$checked includes, $faults faults"
[ "$faults" -eq 0 ]
