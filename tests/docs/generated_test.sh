#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fails when a page is not what the command that writes it says now.
set -u
page=${1:?names the page}
program=${2:?names the program}
command=${3:?names the command that writes the page}
if ! "$program" "$command" --markdown | diff "$page" - >/dev/null; then
  echo "$page is stale; write it with: noc837 $command --markdown > docs/$(basename "$page")"
  exit 1
fi
