// SPDX-License-Identifier: Apache-2.0
// Options that several commands share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/severity.hpp"
#include "cli/command.hpp"
#include "output/summary.hpp"
#include "output/table.hpp"
#include "pipeline/walk.hpp"

namespace noc837::cli {

/// --max-ratio, --max-window, --threads: how far compressed inputs are trusted, and how many work
/// on one.
void add_reading_options(po::options_description &options);
/// --csv: whom CSV is written for.
void add_csv_option(po::options_description &options);
[[nodiscard]] Result<output::CsvFor> csv_of(po::variables_map const &options);
/// --codes: which procedure codes make a drug line.
void add_code_options(po::options_description &options);
/// --tables: the user's reference tables.
void add_table_options(po::options_description &options);
/// --profile, --profiles, --severity, --fix, --no-fix, --fix-only, --fail-on, --tables: how lines
/// are judged and what is corrected.
void add_judging_options(po::options_description &options);

/// What the shared options come to.
[[nodiscard]] Result<pipeline::Settings> settings_of(po::variables_map const &options);

/// --fail-on: the least severity of a standing finding that makes the exit code 1; nothing for
/// "never".
[[nodiscard]] Result<std::optional<Severity>> fail_on_of(po::variables_map const &options);

/// The exit code for what stands after a run.
[[nodiscard]] ExitCode verdict(output::Summary const &summary, std::optional<Severity> fail_on);

/// The items of an option that takes lists, each of them separated by commas.
[[nodiscard]] std::vector<std::string> list_of(po::variables_map const &options,
                                               std::string const &name);
[[nodiscard]] std::vector<std::string> split_list(std::vector<std::string> const &values);

/// The value of an option; empty where it is not set.
[[nodiscard]] std::string text_option(po::variables_map const &options, std::string const &name);

/// The positional arguments; fails when there is none.
[[nodiscard]] Result<std::vector<std::string>> arguments_of(po::variables_map const &options,
                                                            std::string_view what);

/// The value of option `name` among `choices`; the failure lists them.
[[nodiscard]] Result<std::string> choice_of(po::variables_map const &options,
                                            std::string const &name,
                                            std::vector<std::string_view> const &choices);

/// The rule with this id or name; the failure suggests the nearest.
[[nodiscard]] Result<rules::Rule const *> rule_named(std::string const &name);

/// Tells a failure on standard error, in one line.
void tell(Error const &error);

}  // namespace noc837::cli
