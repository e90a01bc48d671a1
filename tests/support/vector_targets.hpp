// SPDX-License-Identifier: Apache-2.0
// Vector code is tested on every instruction set that it was compiled for and that the machine has,
// not only on the widest.
#pragma once

#include <hwy/targets.h>

#include "support/catch.hpp"

namespace noc837::test {

/// Runs `check` once for each instruction set.
template <class Check>
void for_each_target(Check const &check) {
  struct Restored {
    ~Restored() {
      hwy::SetSupportedTargetsForTest(0);
      hwy::GetChosenTarget().DeInit();
    }
  } const restored;
  for (auto left = hwy::SupportedTargets(); left != 0; left &= left - 1) {
    auto const target = left & -left;
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(target);
    INFO(hwy::TargetName(target));
    check();
  }
}

}  // namespace noc837::test
