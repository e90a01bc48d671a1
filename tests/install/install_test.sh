#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What cmake --install puts in place works from there.
set -euo pipefail
build=${1:?names the build folder}
source=${2:?names the folder of the sources}
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$build" --prefix "$prefix" >/dev/null

fail() { echo "$*" >&2; exit 1; }

"$prefix/bin/noc837" check --fail-on never "$source/fixtures/demo/clinic.edi" >/dev/null ||
  fail 'the installed program does not run'

# Every command of --help has its page, and troff finds nothing to complain about.
pages=0
for command in $("$prefix/bin/noc837" --help | sed -n 's/^  \([a-z]*\)  *[a-z].*/\1/p'); do
  page=$prefix/share/man/man1/noc837-$command.1
  [ -s "$page" ] || fail "no man page for $command"
  for option in $("$prefix/bin/noc837" "$command" --help | grep -oE '^  (-. \[ )?--[a-z-]+' | grep -oE '[a-z][a-z-]+$'); do
    grep -qF -e "\\-\\-${option//-/\\-}" "$page" || fail "noc837-$command.1 does not tell --$option"
  done
  pages=$((pages + 1))
done
[ "$pages" -gt 4 ] || fail "only $pages man pages"
if command -v groff >/dev/null; then
  warnings=$(groff -man -Tutf8 -ww "$prefix"/share/man/man1/*.1 2>&1 >/dev/null)
  [ -z "$warnings" ] || fail "$warnings"
fi

# bash: commands, options of a command, values of an option.
_init_completion() { cur=${words[cword]} prev=${words[cword - 1]}; }
_filedir() { COMPREPLY=(files); }
. "$prefix/share/bash-completion/completions/noc837"
completed() {
  words=("$@") cword=$(($# - 1)) COMPREPLY=()
  # The generated function has locals of these names; give it ours.
  eval "$(declare -f _noc837 | sed '/local cur prev words cword/d')"
  _noc837
  echo "${COMPREPLY[*]}"
}
[ "$(completed noc837 proc)" = process ] || fail 'bash does not complete commands'
[ "$(completed noc837 check --form)" = --format ] || fail 'bash does not complete options'
[ "$(completed noc837 check --format js)" = jsonl ] || fail 'bash does not complete values'
[[ " $(completed noc837 process --no-fix NDC0) " == *' NDC03 '* ]] || fail 'bash does not complete rules'
for shell in zsh fish; do
  command -v "$shell" >/dev/null || continue
  "$shell" -n "$prefix"/share/"$shell"/vendor*/*noc837* || fail "$shell cannot read its completion"
done

# The library's example builds against what was installed, and reads a file.
cmake -S "$prefix"/share/doc/noc837/example -B "$prefix/example" -DCMAKE_PREFIX_PATH="$prefix" \
  -DCMAKE_CXX_COMPILER_LAUNCHER= >/dev/null
cmake --build "$prefix/example" >/dev/null
ASAN_OPTIONS=verify_asan_link_order=0 "$prefix/example/drug-lines" "$source/fixtures/demo/clinic.edi" >"$prefix/lines" && fail 'nothing flagged'
grep -q '^3 drug lines in 3 claims, 1 claims flagged$' "$prefix/lines" || fail "$(cat "$prefix/lines")"
echo "$pages man pages, completions, program, library: installed and working"
