#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Words of the user's own, on the command line and in noc837.toml.
. "$(dirname "$0")/lib.sh"

case_a_stop_word_makes_a_description_vague() {
  edi clean | sed 's/KETOROLAC 15MG IM/CLINICSTOCK/' >in.edi
  run check in.edi --format csv --fail-on never
  expect_not_in stdout DSC06
  run check in.edi --format csv --fail-on never --stop-words CLINICSTOCK
  expect_in stdout DSC06
  printf 'stop-words = ["CLINICSTOCK"]\n' >noc837.toml
  run check in.edi --format csv --fail-on never
  expect_in stdout DSC06
}

case_a_drug_name_may_be_short() {
  edi clean | sed 's/KETOROLAC 15MG IM/ZQ 15MG IM/' >in.edi
  run check in.edi --format csv --fail-on never
  expect_in stdout DSC02
  run check in.edi --format csv --fail-on never --drug-names zq,xk
  expect_not_in stdout DSC02
}

run_cases "$@"
