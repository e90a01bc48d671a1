// SPDX-License-Identifier: Apache-2.0
#include "cli/config.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "base/suggest.hpp"
#include "cli/options.hpp"
#include "cli/parse.hpp"
#include "profiles/toml.hpp"
#include "rules/rule.hpp"

namespace noc837::cli {
namespace {

namespace fs = std::filesystem;
using profiles::mistake;
using profiles::shown;

constexpr std::string_view file_name = "noc837.toml";
/// Options whose items name a rule, alone or before a =.
constexpr std::array<std::string_view, 4> rule_options = {"fix", "no-fix", "fix-only", "severity"};

bool names_rules(std::string_view option) {
  return std::find(rule_options.begin(), rule_options.end(), option) != rule_options.end();
}

po::option_description const *option_of(po::options_description const &options,
                                        std::string_view name) {
  return options.find_nothrow(std::string(name), false);
}

/// A value as the command line would have it.
std::optional<std::string> text_of(toml::node const &node) {
  if (node.is_string() || node.is_integer()) return shown(node);
  return std::nullopt;
}

bool is_path(po::option_description const &option) {
  auto const &name = option.semantic()->name();
  return name.starts_with("DIR") || name.starts_with("FILE");
}

class Reading {
 public:
  explicit Reading(std::string const &file) : file_(file) {}

  Result<std::vector<Setting>> run(toml::table const &table) {
    for (auto const &[key, node] : table) {
      auto done = is_command(key.str()) && node.is_table() ? command(key, *node.as_table())
                                                           : anywhere(key, node);
      if (!done) return tl::unexpected(done.error());
    }
    return std::move(out_);
  }

 private:
  static bool is_command(std::string_view name) {
    auto const all = commands();
    return std::any_of(all.begin(), all.end(),
                       [&](Command const &command) { return command.name == name; });
  }

  Result<void> command(toml::key const &name, toml::table const &table) {
    auto const all = commands();
    auto const command = std::find_if(all.begin(), all.end(),
                                      [&](Command const &row) { return row.name == name.str(); });
    auto const options = visible_options(*command);
    for (auto const &[key, node] : table) {
      auto const *option = option_of(options, key.str());
      if (option == nullptr) return unknown(key, {&options});
      if (auto done = setting(command->name, *option, key, node); !done) return done;
    }
    return {};
  }

  /// A key that holds for every command that has it.
  Result<void> anywhere(toml::key const &key, toml::node const &node) {
    std::vector<po::options_description> all;
    for (Command const &command : commands()) all.push_back(visible_options(command));
    std::vector<po::options_description const *> known;
    for (auto const &options : all) {
      known.push_back(&options);
      auto const *option = option_of(options, key.str());
      if (option != nullptr) return setting("", *option, key, node);
    }
    return unknown(key, known);
  }

  Result<void> unknown(toml::key const &key,
                       std::vector<po::options_description const *> const &all) {
    std::vector<std::string> names;
    for (auto const *options : all) {
      for (auto const &option : options->options()) names.push_back(option->long_name());
    }
    return mistake(file_, key,
                   fmt::format("unknown key '{}'{}", key.str(),
                               suggestion(key.str(), {names.begin(), names.end()})));
  }

  Result<void> setting(std::string_view command, po::option_description const &option,
                       toml::key const &key, toml::node const &node) {
    Setting setting{std::string(command), option.long_name(), {}, key.source().begin.line};
    auto const wrong = [&](std::string_view expected) {
      return mistake(file_, node, fmt::format("{} cannot be {}", key.str(), shown(node)),
                     std::string(expected));
    };
    if (key.str() == "config" || key.str() == "help") {
      return mistake(file_, key, fmt::format("{} is for the command line", key.str()));
    }
    if (option.semantic()->max_tokens() == 0) {
      auto const *flag = node.as_boolean();
      if (flag == nullptr) return wrong("true or false");
      if (flag->get()) out_.push_back(std::move(setting));
      return {};
    }
    if (auto const text = text_of(node)) {
      setting.values.push_back(*text);
    } else if (!option.semantic()->is_composing()) {
      return wrong("a text");
    } else if (auto const *list = node.as_array()) {
      for (auto const &item : *list) {
        auto const value = text_of(item);
        if (!value) return wrong("a list of texts");
        setting.values.push_back(*value);
      }
    } else if (auto const *table = node.as_table(); table != nullptr && names_rules(key.str())) {
      for (auto const &[rule, value] : *table) {
        auto const level = text_of(value);
        if (!level) return wrong("rules with their values");
        setting.values.push_back(fmt::format("{}={}", rule.str(), *level));
      }
    } else {
      return wrong("a list of texts");
    }
    for (auto &value : setting.values) {
      // A path is seen from the file that names it.
      bool const path = is_path(option) || value.starts_with("./");
      if (path && value != "-") value = (fs::path(file_).parent_path() / value).string();
    }
    if (!setting.values.empty()) out_.push_back(std::move(setting));
    return {};
  }

  std::string const &file_;
  std::vector<Setting> out_;
};

/// The file to read where none is named; empty where there is none.
std::string usual_file() {
  std::error_code ignored;
  if (fs::exists(file_name, ignored)) return std::string(file_name);
  fs::path folder;
  if (char const *xdg = std::getenv("XDG_CONFIG_HOME"); xdg != nullptr && *xdg != 0) {
    folder = xdg;
  } else if (char const *home = std::getenv("HOME"); home != nullptr && *home != 0) {
    folder = fs::path(home) / ".config";
  } else {
    return {};
  }
  auto const file = folder / "noc837" / file_name;
  return fs::exists(file, ignored) ? file.string() : std::string();
}

/// The id of the rule that an item names, or the item itself, which is then found wrong later.
std::string rule_of(std::string const &item) {
  auto const rule = rule_named(item.substr(0, item.find('=')));
  return rule ? std::string((*rule)->id) : item;
}

/// The rules that the command line names in options that say the same kind of thing.
std::set<std::string> rules_named_in(po::variables_map const &values, std::string_view option) {
  std::set<std::string> out;
  for (auto const *other : {"fix", "no-fix", "severity"}) {
    bool const same_kind = (std::string_view(other) == "severity") == (option == "severity");
    if (!same_kind) continue;
    for (auto const &item : list_of(values, other)) out.insert(rule_of(item));
  }
  return out;
}

/// The setting without what the command line says otherwise; nothing when that is all of it.
Setting without_overruled(Setting setting, po::variables_map const &values) {
  bool const stands = values.count(setting.option) != 0 && !values[setting.option].defaulted();
  if (!names_rules(setting.option)) {
    if (stands) setting.option.clear();
    return setting;
  }
  if (setting.option != "severity" && values.count("fix-only") != 0) {
    setting.option.clear();
    return setting;
  }
  auto const named = rules_named_in(values, setting.option);
  auto items = split_list(setting.values);
  std::erase_if(items, [&](std::string const &item) { return named.count(rule_of(item)) != 0; });
  setting.values = std::move(items);
  if (setting.values.empty()) setting.option.clear();
  return setting;
}

}  // namespace

std::vector<Setting> Config::settings_for(Command const &command) const {
  auto const options = visible_options(command);
  std::vector<Setting> out;
  for (bool const own : {true, false}) {
    for (Setting const &setting : settings) {
      bool const fits = own ? setting.command == command.name : setting.command.empty();
      if (!fits || option_of(options, setting.option) == nullptr) continue;
      bool const said = std::any_of(out.begin(), out.end(), [&](Setting const &other) {
        return other.option == setting.option;
      });
      if (!said) out.push_back(setting);
    }
  }
  return out;
}

Result<Config> read_config(std::string const &named) {
  if (named == "none") return Config{};
  Config config;
  config.file = named.empty() ? usual_file() : named;
  if (config.file.empty()) return config;
  std::ifstream in(config.file, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in || fs::is_directory(config.file)) {
    return with_file(fail(Fault::usage, "cannot be read", "a configuration file").value(),
                     config.file);
  }
  auto const table = profiles::parse_toml(text.str(), config.file);
  if (!table) return tl::unexpected(table.error());
  auto settings = Reading(config.file).run(*table);
  if (!settings) return tl::unexpected(settings.error());
  config.settings = std::move(*settings);
  return config;
}

Result<void> add_settings(std::vector<Setting> const &settings, Command const &command,
                          po::variables_map &values) {
  auto const options = visible_options(command);
  po::parsed_options parsed(&options);
  for (Setting const &setting : settings) {
    auto const rest = without_overruled(setting, values);
    if (rest.option.empty()) continue;
    parsed.options.emplace_back(rest.option, rest.values);
  }
  try {
    po::store(parsed, values);
  } catch (po::error const &error) {
    return fail(Fault::usage, error.what());
  }
  return {};
}

Result<void> add_configuration(Command const &command, po::variables_map &values) {
  auto const config = read_config(text_option(values, "config"));
  if (!config) return tl::unexpected(config.error());
  return add_settings(config->settings_for(command), command, values);
}

}  // namespace noc837::cli
