// SPDX-License-Identifier: Apache-2.0
// Validates units of an input, each on its own.
#pragma once

#include <memory>
#include <string_view>

#include "claims/unit.hpp"
#include "grammar/guide.hpp"
#include "snip/code_sets.hpp"
#include "snip/issue.hpp"
#include "snip/situation.hpp"
#include "snip/stretch.hpp"

namespace noc837::snip {

/// How much is validated.
struct Options {
  Level level = Level::off;
  std::shared_ptr<CodeFiles const> code_files = nullptr;  ///< what the user supplies for level 5
};

/// The guide of a transaction set; null where none of ours is for it.
[[nodiscard]] grammar::Guide const *guide_of(edi::Guide guide);

/// The issue of a claim that is sound but stands under a level that is not.
[[nodiscard]] Issue faulty_level_issue(claims::Unit const &claim);

/// Validates unit by unit. What is wrong with one does not depend on any other; numbers and counts
/// across units are SetCheck's. Keeps storage between calls, so one is needed a thread.
class Validator {
 public:
  explicit Validator(Options const &options);
  Validator(Validator &&) noexcept;
  Validator &operator=(Validator &&) noexcept;
  ~Validator();

  [[nodiscard]] bool on() const { return options_.level != Level::off; }

  /// Appends what is wrong with a unit of any kind; nothing where validation is off, and of sets
  /// of other guides only what concerns their envelope. `around` is for claims.
  void check(claims::Unit const &unit, Issues &issues, Around const &around = {});

  /// Appends what is wrong with a claim, its segments given as bytes.
  void check_claim(grammar::Guide const &guide, Stretch const &claim, Issues &issues,
                   Around const &around = {});

 private:
  struct Walkers;

  void check_values(Case const &unit, bool claim, Around const &around, Issues &issues) const;

  Options options_;
  std::unique_ptr<Walkers> walkers_;
};

/// Appends what is wrong with a whole transaction set from ST to SE by `guide`: for sets that are
/// not read in units, such as acknowledgements. `set` begins at ST.
void check_set(grammar::Guide const &guide, Stretch const &set, Options const &options,
               Issues &issues);

}  // namespace noc837::snip
