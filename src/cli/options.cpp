// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <bit>
#include <cstdio>

#include "base/suggest.hpp"
#include "cli/payer_options.hpp"
#include "edi/elements.hpp"
#include "profiles/code_sets.hpp"
#include "rules/table.hpp"

namespace noc837::cli {
namespace {

Result<void> add_codes(std::vector<std::string> const &wanted, grammar::Watch &watch) {
  for (std::string const &item : wanted) {
    if (edi::equal_folded(item, "noc")) {
      for (auto const code : profiles::noc_codes()) watch.add(code);
    } else if (edi::equal_folded(item, "j3490")) {
      watch.add("J3490");
    } else if (item.size() == 5) {
      watch.add(item);
    } else {
      return fail(Fault::usage, fmt::format("--codes: '{}' is no code", item),
                  "HCPCS codes of five characters, j3490 or noc");
    }
  }
  return {};
}

Result<void> set_corrections(std::vector<std::string> const &names, bool on,
                             edits::Policy &policy) {
  for (auto const &name : names) {
    auto const rule = rule_named(name);
    if (!rule) return tl::unexpected(rule.error());
    if ((*rule)->fix == rules::Fix::none) {
      return fail(Fault::usage, fmt::format("rule {} has no correction", (*rule)->id));
    }
    policy.set_correction(**rule, on);
  }
  return {};
}

/// --fix-only first, since --fix and --no-fix speak of single rules.
Result<void> choose_corrections(po::variables_map const &options, edits::Policy &policy) {
  auto const only = list_of(options, "fix-only");
  if (!only.empty()) {
    for (rules::Rule const *rule : rules::all_rules()) policy.set_correction(*rule, false);
  }
  if (auto done = set_corrections(only, true, policy); !done) return done;
  if (auto done = set_corrections(list_of(options, "fix"), true, policy); !done) return done;
  return set_corrections(list_of(options, "no-fix"), false, policy);
}

/// RULE=LEVEL, LEVEL being a severity or off.
Result<void> choose_severities(po::variables_map const &options, edits::Policy &policy) {
  for (auto const &item : list_of(options, "severity")) {
    auto const equals = item.find('=');
    auto const level = equals == std::string::npos ? std::string() : item.substr(equals + 1);
    auto const severity = severity_from(level);
    if (!severity && level != "off") {
      return fail(Fault::usage, fmt::format("--severity: '{}' is no severity of a rule", item),
                  "RULE=LEVEL, LEVEL one of info, warning, error, off");
    }
    auto const rule = rule_named(item.substr(0, equals));
    if (!rule) return tl::unexpected(rule.error());
    policy.set_severity(**rule, severity);
  }
  return {};
}

constexpr unsigned most_threads = 256;

/// The cores that this process may run on.
unsigned cores() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (::sched_getaffinity(0, sizeof set, &set) != 0) return 1;
  return static_cast<unsigned>(std::clamp(CPU_COUNT(&set), 1, static_cast<int>(most_threads)));
}

}  // namespace

std::vector<std::string> split_list(std::vector<std::string> const &values) {
  std::vector<std::string> out;
  for (std::string_view rest : values) {
    while (!rest.empty()) {
      auto const item = rest.substr(0, rest.find(','));
      if (auto const trimmed = edi::trim(item); !trimmed.empty()) out.emplace_back(trimmed);
      rest.remove_prefix(std::min(rest.size(), item.size() + 1));
    }
  }
  return out;
}

std::vector<std::string> list_of(po::variables_map const &options, std::string const &name) {
  if (options.count(name) == 0) return {};
  return split_list(options[name].as<std::vector<std::string>>());
}

std::string text_option(po::variables_map const &options, std::string const &name) {
  return options.count(name) == 0 ? std::string() : options[name].as<std::string>();
}

Result<rules::Rule const *> rule_named(std::string const &name) {
  if (rules::Rule const *rule = rules::find_rule(name)) return rule;
  std::vector<std::string_view> known;
  for (rules::Rule const *rule : rules::all_rules()) {
    known.push_back(rule->id);
    known.push_back(rule->name);
  }
  return fail(Fault::usage, fmt::format("there is no rule '{}'{}", name, suggestion(name, known)));
}

void add_reading_options(po::options_description &options) {
  options.add_options()("max-ratio",
                        po::value<std::uint64_t>()->default_value(1000)->value_name("N"),
                        "give up a compressed input that expands more than N times; 0 for never");
  options.add_options()("max-window", po::value<unsigned>()->default_value(128)->value_name("MIB"),
                        "memory that a zstd input may ask for, a power of two");
  options.add_options()("threads", po::value<unsigned>()->value_name("N"),
                        "threads at work on an input, one a core if not given; what comes out does "
                        "not depend on it");
}

void add_csv_option(po::options_description &options) {
  options.add_options()("csv",
                        po::value<std::string>()->default_value("plain")->value_name("STYLE"),
                        "of CSV: plain for programs; excel so that Excel keeps the zeros in front "
                        "of an NDC: codes as =\"00409379501\", UTF-8 marked as such");
}

Result<output::CsvFor> csv_of(po::variables_map const &options) {
  if (options.count("csv") == 0) return output::CsvFor::programs;
  auto const style = choice_of(options, "csv", {"plain", "excel"});
  if (!style) return tl::unexpected(style.error());
  return *style == "excel" ? output::CsvFor::excel : output::CsvFor::programs;
}

void add_code_options(po::options_description &options) {
  options.add_options()("codes",
                        po::value<std::vector<std::string>>()
                            ->composing()
                            ->default_value({"j3490"}, "j3490")
                            ->value_name("LIST"),
                        "codes that make a drug line: HCPCS codes separated by commas, or the "
                        "sets j3490 and noc (every unclassified-drug code)");
}

void add_judging_options(po::options_description &options) {
  options.add_options()("profile", po::value<std::string>()->value_name("NAME"),
                        "judge every claim by this payer profile, or by the one in this .toml "
                        "file, and not by that of its payer");
  add_profiles_option(options);
  options.add_options()("fix",
                        po::value<std::vector<std::string>>()->composing()->value_name("RULE"),
                        "switch a correction on that is off by default; may be repeated");
  options.add_options()("no-fix",
                        po::value<std::vector<std::string>>()->composing()->value_name("RULE"),
                        "switch a correction off; the finding then stands; may be repeated");
  options.add_options()(
      "snip", po::value<std::string>()->value_name("LEVEL"),
      "validate every claim against its guide, up to this SNIP level: 0 (default, "
      "envelope and drug lines only), 1 syntax, 2 guide, 3 balancing, 4 "
      "situational rules, 5 code sets");
  options.add_options()(
      "code-set", po::value<std::vector<std::string>>()->composing()->value_name("SET=FILE"),
      "codes for --snip 5, one a line: icd10, icd10pcs, hcpcs or taxonomy; may be "
      "repeated");
  options.add_options()("fix-only",
                        po::value<std::vector<std::string>>()->composing()->value_name("RULE"),
                        "switch every other correction off; may be repeated");
  options.add_options()(
      "severity", po::value<std::vector<std::string>>()->composing()->value_name("RULE=LEVEL"),
      "weigh a rule as info, warning or error, or switch it off; may be repeated");
  options.add_options()("fail-on",
                        po::value<std::string>()->default_value("error")->value_name("LEVEL"),
                        "exit 1 when findings of this severity or worse stand: info, warning, "
                        "error or never");
  options.add_options()("stop-words",
                        po::value<std::vector<std::string>>()->composing()->value_name("LIST"),
                        "words, separated by commas, that name no drug, besides those that are "
                        "known as such");
  options.add_options()("drug-names",
                        po::value<std::vector<std::string>>()->composing()->value_name("LIST"),
                        "words, separated by commas, that name a drug, however short");
  add_table_options(options);
}

void add_table_options(po::options_description &options) {
  options.add_options()("tables", po::value<std::string>()->value_name("FILE"),
                        "reference tables that `noc837 tables build` wrote; without them the "
                        "rules that need some are silent");
}

Result<pipeline::Settings> settings_of(po::variables_map const &options) {
  pipeline::Settings settings;
  auto &vocabulary = settings.policy.vocabulary();
  for (auto const &word : list_of(options, "stop-words")) vocabulary.add_stop_word(word);
  for (auto const &word : list_of(options, "drug-names")) vocabulary.add_drug_name(word);
  if (options.count("max-ratio") != 0) {
    settings.inflation.ratio = options["max-ratio"].as<std::uint64_t>();
  }
  if (options.count("max-window") != 0) {
    auto const mebibytes = options["max-window"].as<unsigned>();
    if (!std::has_single_bit(mebibytes) || mebibytes > 2048) {
      return fail(Fault::usage, fmt::format("--max-window {}", mebibytes),
                  "a power of two up to 2048");
    }
    settings.inflation.window_log = 20 + std::countr_zero(mebibytes);
  }
  settings.threads = cores();
  if (options.count("threads") != 0) {
    settings.threads = options["threads"].as<unsigned>();
    if (settings.threads == 0 || settings.threads > most_threads) {
      return fail(Fault::usage, fmt::format("--threads {}", settings.threads),
                  fmt::format("a number from 1 to {}", most_threads));
    }
  }
  auto codes = list_of(options, "codes");
  if (codes.empty()) codes.emplace_back("j3490");
  if (auto done = add_codes(codes, settings.watch); !done) return tl::unexpected(done.error());
  if (options.count("snip") != 0) {
    auto const level = choice_of(options, "snip", {"0", "1", "2", "3", "4", "5"});
    if (!level) return tl::unexpected(level.error());
    settings.validation.level = static_cast<snip::Level>(level->front() - '0');
  }
  if (options.count("code-set") != 0) {
    snip::CodeFiles files;
    for (auto const &file : options["code-set"].as<std::vector<std::string>>()) {
      if (auto done = snip::add_code_file(file, files); !done) return tl::unexpected(done.error());
    }
    settings.validation.code_files = std::make_shared<snip::CodeFiles const>(std::move(files));
  }
  if (options.count("tables") != 0) {
    auto tables = tables::Tables::open(options["tables"].as<std::string>());
    if (!tables) return tl::unexpected(tables.error());
    settings.tables = std::make_shared<tables::Tables const>(std::move(*tables));
  }
  auto payers = payers_of(options);
  if (!payers) return tl::unexpected(payers.error());
  settings.payers = std::move(*payers);
  if (auto done = choose_corrections(options, settings.policy); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = choose_severities(options, settings.policy); !done) {
    return tl::unexpected(done.error());
  }
  return settings;
}

Result<std::optional<Severity>> fail_on_of(po::variables_map const &options) {
  auto const choice = choice_of(options, "fail-on", {"info", "warning", "error", "never"});
  if (!choice) return tl::unexpected(choice.error());
  return severity_from(*choice);
}

ExitCode verdict(output::Summary const &summary, std::optional<Severity> fail_on) {
  if (!fail_on) return ExitCode::clean;
  for (auto level = static_cast<std::size_t>(*fail_on); level < summary.standing.size(); ++level) {
    if (summary.standing[level] != 0) return ExitCode::findings;
  }
  return ExitCode::clean;
}

Result<std::vector<std::string>> arguments_of(po::variables_map const &options,
                                              std::string_view what) {
  if (options.count("argument") == 0) {
    return fail(Fault::usage, fmt::format("no {} is named", what));
  }
  return options["argument"].as<std::vector<std::string>>();
}

Result<std::string> choice_of(po::variables_map const &options, std::string const &name,
                              std::vector<std::string_view> const &choices) {
  auto value = options[name].as<std::string>();
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return value;
  return fail(Fault::usage, fmt::format("--{} '{}'{}", name, value, suggestion(value, choices)),
              fmt::format("one of {}", fmt::join(choices, ", ")));
}

void tell(Error const &error) {
  // Not fmt::print, which throws when nobody reads the messages.
  std::fputs(fmt::format("noc837: {}\n", error.message()).c_str(), stderr);
}

}  // namespace noc837::cli
