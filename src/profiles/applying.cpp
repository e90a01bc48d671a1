// SPDX-License-Identifier: Apache-2.0
#include "profiles/applying.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "edi/elements.hpp"
#include "profiles/keys.hpp"
#include "profiles/names.hpp"

namespace noc837::profiles {
namespace {

constexpr std::string_view unstated = "not stated";

/// One file's table, written into a profile that starts as what it inherits.
class Applying {
 public:
  Applying(std::string const &file, std::span<RuleName const> rules, Sources &sources,
           Profile &profile)
      : file_(file), rules_(rules), sources_(sources), profile_(profile) {}

  Result<void> run(toml::table const &table) {
    // Sources first: every other part names them.
    if (auto const *node = table.get("sources")) {
      if (auto done = sources(*node); !done) return done;
    }
    for (auto const &[key, node] : table) {
      if (auto done = part(key, node); !done) return done;
    }
    return {};
  }

 private:
  Result<void> part(toml::key const &key, toml::node const &node) {
    std::string_view const name = key.str();
    if (name == "inherits" || name == "sources") return {};
    if (name == "title") return text(node, "title", profile_.title);
    if (name == "checked") return checked(node);
    if (name == "match") return matches(node);
    if (name == "wants") return each(node, "wants", &Applying::want);
    if (name == "severity") return each(node, "severity", &Applying::severity);
    if (name == "corrections") return each(node, "corrections", &Applying::correction);
    if (name == "remarks") return remarks(node);
    return mistake(file_, key,
                   unknown_word("key", name,
                                {"inherits", "sources", "title", "checked", "match", "wants",
                                 "severity", "corrections", "remarks"}));
  }

  Result<void> text(toml::node const &node, std::string_view key, std::string &out) {
    auto value = node.value_exact<std::string>();
    if (!value) return mistake(file_, node, fmt::format("{} is no text", key), "a text");
    out = std::move(*value);
    return {};
  }

  Result<void> checked(toml::node const &node) {
    if (!node.is_date()) {
      return mistake(file_, node, "checked is no date", "a date such as 2026-11-23");
    }
    profile_.checked = shown(node);
    return {};
  }

  Result<void> sources(toml::node const &node) {
    auto const *table = node.as_table();
    if (table == nullptr) return mistake(file_, node, "sources is no table", "[sources]");
    for (auto const &[key, value] : *table) {
      if (auto done = text(value, key.str(), sources_[std::string(key.str())]); !done) return done;
    }
    return {};
  }

  Result<void> each(toml::node const &node, std::string_view section,
                    Result<void> (Applying::*take)(toml::key const &, toml::node const &,
                                                   std::string const &)) {
    auto const *table = node.as_table();
    if (table == nullptr) {
      return mistake(file_, node, fmt::format("{} is no table", section),
                     fmt::format("[{}]", section));
    }
    for (auto const &[key, stated] : *table) {
      toml::node const *value = &stated;
      std::string source(unstated);
      if (auto const *both = stated.as_table()) {
        value = both->get("value");
        if (value == nullptr) {
          return mistake(file_, stated, fmt::format("{} has no value", key.str()),
                         "{ value = ..., source = \"...\" }");
        }
        auto found = source_of(*both, {"value"});
        if (!found) return tl::unexpected(found.error());
        source = std::move(*found);
      }
      if (auto done = (this->*take)(key, *value, source); !done) return done;
    }
    return {};
  }

  /// The source that a table names; its other keys are to be among `known`.
  Result<std::string> source_of(toml::table const &table,
                                std::initializer_list<std::string_view> known) {
    for (auto const &[key, node] : table) {
      std::string_view const name = key.str();
      if (name == "source" || std::find(known.begin(), known.end(), name) != known.end()) continue;
      std::vector<std::string_view> all(known);
      all.emplace_back("source");
      return mistake(file_, key, unknown_word("key", name, all));
    }
    auto const *node = table.get("source");
    if (node == nullptr) return std::string(unstated);
    std::string named;
    if (auto done = text(*node, "source", named); !done) return tl::unexpected(done.error());
    if (auto const known_source = sources_.find(named); known_source != sources_.end()) {
      return known_source->second;
    }
    // An address or a sentence stands for itself; a single word is a name from [sources].
    if (named.find_first_of(" /") != std::string::npos) return named;
    std::vector<std::string_view> names;
    for (auto const &[name, _] : sources_) names.push_back(name);
    return mistake(file_, *node, unknown_word("source", named, names), "a name from [sources]");
  }

  void state(std::vector<Statement> &statements, Statement statement) {
    auto const known = std::find_if(statements.begin(), statements.end(),
                                    [&](auto const &s) { return s.key == statement.key; });
    if (known == statements.end()) {
      statements.push_back(std::move(statement));
    } else {
      *known = std::move(statement);
    }
  }

  Result<void> want(toml::key const &key, toml::node const &value, std::string const &source) {
    for (Key const &row : keys()) {
      if (row.named.name != key.str()) continue;
      if (!row.set(profile_, value)) {
        return mistake(file_, value, fmt::format("{} cannot be {}", row.named.name, shown(value)),
                       std::string(row.named.expected));
      }
      state(profile_.statements,
            {std::string(row.named.name), shown(value), source, profile_.name});
      return {};
    }
    std::vector<std::string_view> names;
    for (Key const &row : keys()) names.push_back(row.named.name);
    return mistake(file_, key, unknown_word("key", key.str(), names));
  }

  Result<RuleName const *> rule(toml::key const &key) {
    std::vector<std::string_view> names;
    for (RuleName const &rule : rules_) {
      if (edi::equal_folded(rule.id, key.str()) || edi::equal_folded(rule.name, key.str())) {
        return &rule;
      }
      names.push_back(rule.id);
      names.push_back(rule.name);
    }
    return mistake(file_, key, unknown_word("rule", key.str(), names));
  }

  Result<void> severity(toml::key const &key, toml::node const &value, std::string const &source) {
    auto const named = rule(key);
    if (!named) return tl::unexpected(named.error());
    auto const text = value.value_exact<std::string_view>();
    auto const level = text ? severity_from(*text) : std::nullopt;
    if (!level && text != "off") {
      return mistake(file_, value, fmt::format("{} cannot be {}", key.str(), shown(value)),
                     "info, warning, error or off");
    }
    std::string const id((*named)->id);
    std::erase_if(profile_.overrides, [&](auto const &other) { return other.rule == id; });
    profile_.overrides.push_back({id, level});
    state(profile_.statements, {"severity." + id, shown(value), source, profile_.name});
    return {};
  }

  Result<void> correction(toml::key const &key, toml::node const &value,
                          std::string const &source) {
    auto const named = rule(key);
    if (!named) return tl::unexpected(named.error());
    auto const on = value.value_exact<bool>();
    if (!on) {
      return mistake(file_, value, fmt::format("{} cannot be {}", key.str(), shown(value)),
                     "true or false");
    }
    if (!(*named)->correctable) {
      return mistake(file_, key, fmt::format("rule {} has no correction", (*named)->id));
    }
    std::string const id((*named)->id);
    std::erase(profile_.corrections, id);
    std::erase(profile_.corrections_off, id);
    (*on ? profile_.corrections : profile_.corrections_off).push_back(id);
    state(profile_.statements, {"corrections." + id, shown(value), source, profile_.name});
    return {};
  }

  Result<void> remarks(toml::node const &node) {
    auto const *list = node.as_array();
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
      auto const *table = (*list)[i].as_table();
      auto const *words = table == nullptr ? nullptr : table->get("text");
      if (words == nullptr) return mistake(file_, (*list)[i], "a remark has no text", "text = ...");
      Statement remark{"", "", "", profile_.name};
      if (auto done = text(*words, "text", remark.value); !done) return done;
      auto source = source_of(*table, {"text"});
      if (!source) return tl::unexpected(source.error());
      remark.source = std::move(*source);
      profile_.remarks.push_back(std::move(remark));
    }
    if (list == nullptr) return mistake(file_, node, "remarks is no list", "[[remarks]]");
    return {};
  }

  Result<void> matches(toml::node const &node) {
    auto const *list = node.as_array();
    if (list == nullptr) return mistake(file_, node, "match is no list", "[[match]]");
    profile_.matches.clear();
    for (auto const &item : *list) {
      auto const *table = item.as_table();
      if (table == nullptr) return mistake(file_, item, "match is no list of tables", "[[match]]");
      if (auto done = match(*table); !done) return done;
    }
    return {};
  }

  Result<void> match(toml::table const &table) {
    Match match;
    auto source =
        source_of(table, {"payer_ids", "filing_indicators", "names", "states", "managed"});
    if (!source) return tl::unexpected(source.error());
    match.source = std::move(*source);
    bool any = false;
    for (auto const &[key, list] :
         {std::pair{"payer_ids", &match.payer_ids},
          std::pair{"filing_indicators", &match.filing_indicators},
          std::pair{"names", &match.names}, std::pair{"states", &match.states}}) {
      auto const *node = table.get(key);
      if (node == nullptr) continue;
      if (!read_list(*node, *list) || list->empty()) {
        return mistake(file_, *node, fmt::format("{} is no list of texts", key),
                       fmt::format("{} = [\"...\"]", key));
      }
      for (auto &value : *list)
        value = list == &match.names ? comparable_name(value) : edi::upper(value);
      any = true;
    }
    if (!any) {
      return mistake(file_, table, "a match that fits every payer",
                     "payer_ids, filing_indicators, names or states");
    }
    if (auto const *node = table.get("managed")) {
      auto const managed = node->value_exact<bool>();
      if (!managed) return mistake(file_, *node, "managed is neither true nor false");
      match.managed = *managed;
    }
    profile_.matches.push_back(std::move(match));
    return {};
  }

  std::string const &file_;
  std::span<RuleName const> rules_;
  Sources &sources_;
  Profile &profile_;
};

}  // namespace

Result<void> apply(toml::table const &table, std::string const &file,
                   std::span<RuleName const> rules, Sources &sources, Profile &profile) {
  return Applying(file, rules, sources, profile).run(table);
}

std::string unknown_word(std::string_view kind, std::string_view word,
                         std::vector<std::string_view> const &known) {
  return fmt::format("unknown {} '{}'{}", kind, word, suggestion(word, known));
}

}  // namespace noc837::profiles
