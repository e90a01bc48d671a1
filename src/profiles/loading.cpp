// SPDX-License-Identifier: Apache-2.0
// From the texts of profiles to what holds for each payer.
#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.hpp"
#include "profiles/applying.hpp"
#include "profiles/keys.hpp"
#include "profiles/profile_set.hpp"

namespace noc837::profiles {
namespace {

/// Parsed texts of one name, the later ones on top.
struct Layer {
  std::string file;
  toml::table table;
};

class Loading {
 public:
  Loading(std::span<RuleName const> rules, std::map<std::string, Profile, std::less<>> &profiles)
      : rules_(rules), profiles_(profiles) {}

  Result<void> parse(ProfileText const &text) {
    auto table = parse_toml(text.text, text.file);
    if (!table) return tl::unexpected(table.error());
    layers_[text.name].push_back({text.file, std::move(*table)});
    return {};
  }

  Result<void> resolve_all() {
    if (layers_.find("default") == layers_.end()) {
      return fail(Fault::internal, "there is no profile named default");
    }
    for (auto const &[name, _] : layers_) {
      if (auto done = resolve(name); !done) return done;
    }
    return {};
  }

 private:
  Result<void> resolve(std::string const &name) {
    if (profiles_.find(name) != profiles_.end()) return {};
    path_.push_back(name);
    auto const &layers = layers_[name];
    // The layer to begin with: the last that does not build on the one below it.
    std::size_t first = layers.size() - 1;
    while (first > 0 && parent_of(name, layers[first]) == name) --first;
    auto base = inherited(name, layers[first]);
    if (!base) return tl::unexpected(base.error());
    Profile profile = std::move(base->profile);
    auto sources = std::move(base->sources);
    for (std::size_t i = first; i < layers.size(); ++i) {
      auto done = apply(layers[i].table, layers[i].file, rules_, sources, profile);
      if (!done) return done;
    }
    order(profile.statements);
    sources_[name] = std::move(sources);
    profiles_.emplace(name, std::move(profile));
    path_.pop_back();
    return {};
  }

  struct Base {
    Profile profile;
    Sources sources;
  };

  /// What `name` starts as: its parent under its own name, or nothing for the first of all.
  Result<Base> inherited(std::string const &name, Layer const &layer) {
    Base base;
    base.profile.name = name;
    std::string const parent = parent_of(name, layer);
    auto const *node = layer.table.get("inherits");
    if (node != nullptr && !node->is_string()) {
      return mistake(layer.file, *node, "inherits is no text", "the name of a profile");
    }
    if (parent.empty()) return base;
    auto const known = layers_.find(parent);
    if (known == layers_.end()) {
      std::vector<std::string_view> names;
      for (auto const &[other, _] : layers_) names.push_back(other);
      return mistake(layer.file, *node, unknown_word("profile", parent, names));
    }
    if (std::find(path_.begin(), path_.end(), parent) != path_.end()) {
      return mistake(layer.file, node != nullptr ? *node : layer.table,
                     fmt::format("inherits in a circle: {} > {}", fmt::join(path_, " > "), parent));
    }
    if (auto done = resolve(parent); !done) return tl::unexpected(done.error());
    Profile const &from = profiles_.find(parent)->second;
    base.profile = from;
    base.profile.name = name;
    base.profile.title = name;
    base.profile.parent = &from;
    base.profile.matches.clear();
    base.sources = sources_[parent];
    return base;
  }

  /// The profile that a layer inherits from; every one but the first inherits from default.
  static std::string parent_of(std::string const &name, Layer const &layer) {
    auto const named = layer.table["inherits"].value_exact<std::string>();
    if (named) return *named;
    return name == "default" ? std::string() : "default";
  }

  /// Statements in the order of the table of keys, rules behind them by id.
  static void order(std::vector<Statement> &statements) {
    auto const place = [](Statement const &statement) {
      auto const rows = keys();
      return std::find_if(rows.begin(), rows.end(),
                          [&](Key const &row) { return row.named.name == statement.key; }) -
             rows.begin();
    };
    std::sort(statements.begin(), statements.end(), [&](auto const &a, auto const &b) {
      return std::pair(place(a), a.key) < std::pair(place(b), b.key);
    });
  }

  std::span<RuleName const> rules_;
  std::map<std::string, Profile, std::less<>> &profiles_;
  std::map<std::string, std::vector<Layer>> layers_;
  std::map<std::string, Sources> sources_;
  std::vector<std::string> path_;  ///< of inheritance, being resolved
};

}  // namespace

Result<ProfileSet> ProfileSet::load(std::span<ProfileText const> texts,
                                    std::span<RuleName const> rules) {
  ProfileSet set;
  Loading loading(rules, set.profiles_);
  for (ProfileText const &text : texts) {
    if (auto done = loading.parse(text); !done) return tl::unexpected(done.error());
  }
  if (auto done = loading.resolve_all(); !done) return tl::unexpected(done.error());
  return set;
}

Profile const *ProfileSet::find(std::string_view name) const {
  auto const found = profiles_.find(name);
  return found == profiles_.end() ? nullptr : &found->second;
}

Error ProfileSet::unknown(std::string_view name) const {
  std::vector<std::string_view> names;
  for (auto const &[known, _] : profiles_) names.push_back(known);
  return fail(Fault::usage,
              fmt::format("there is no profile '{}'{}", name, suggestion(name, names)),
              "a name from noc837 profiles, or a .toml file")
      .value();
}

}  // namespace noc837::profiles
