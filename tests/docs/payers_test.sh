#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fails when docs/payers.md is not what the profiles say.
set -u
page=${1:?names the page}
program=${2:?names the program}
if ! "$program" profiles --markdown | diff "$page" - >/dev/null; then
  echo "$page is stale; write it with: noc837 profiles --markdown > docs/payers.md"
  exit 1
fi
