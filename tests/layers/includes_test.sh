#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fails when a layer includes one that it does not link, directly or through others, or when Spirit
# is seen outside grammar/. The layers are those of CMakeLists.txt.
set -u
cd "${1:?names the folder of the sources}" || exit 2

# noc837_layer(NAME FOLDER DEPENDENCY...): those of a layer's dependencies that are layers.
declare -A folder=() links=()
while read -r name where dependencies; do
  folder[$name]=$where
  links[$name]=$(grep -oE 'noc837_[a-z0-9]+' <<<"$dependencies" | sed 's/^noc837_//' | tr '\n' ' ')
done < <(tr '\n' ' ' <CMakeLists.txt | grep -oE 'noc837_layer\([^)]*\)' | sed -E 's/noc837_layer\(|\)//g')

# The layer and all that it links.
reach() {
  local seen=" $1 " todo=$1 next dependency
  while [ -n "$todo" ]; do
    next=
    for dependency in $(for layer in $todo; do echo "${links[$layer]:-}"; done); do
      case $seen in *" $dependency "*) continue ;; esac
      seen+="$dependency "
      next+=" $dependency"
    done
    todo=$next
  done
  echo "$seen"
}

faults=0
checked=0
for layer in "${!folder[@]}"; do
  [ -d "${folder[$layer]}" ] || continue # the function's own line
  allowed=$(reach "$layer")
  while IFS=: read -r file included; do
    checked=$((checked + 1))
    case $allowed in
      *" $included "*) ;;
      *) echo "$file includes $included/, which $layer does not link"; faults=$((faults + 1)) ;;
    esac
  done < <(grep -rEo --include='*.[ch]pp' '^#include "[a-z0-9_]+/' "${folder[$layer]}" |
    sed -E 's/:#include "([a-z0-9_]+)\//:\1/')
done
for where in src/*/; do
  case " ${folder[*]} " in
    *" ${where%/} "*) ;;
    *) echo "$where is no layer of CMakeLists.txt"; faults=$((faults + 1)) ;;
  esac
done
if grep -rlE 'boost/spirit|_def\.hpp"' src; then
  echo "Spirit, or a grammar's private half, is included outside grammar/"
  faults=$((faults + 1))
fi
if [ "$checked" -lt 500 ]; then
  echo "only $checked includes were found"
  faults=$((faults + 1))
fi
echo "${#folder[@]} layers, $checked includes, $faults faults"
[ "$faults" -eq 0 ]
