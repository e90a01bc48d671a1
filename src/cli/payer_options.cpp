// SPDX-License-Identifier: Apache-2.0
#include "cli/payer_options.hpp"

#include "cli/options.hpp"
#include "rules/table.hpp"

namespace noc837::cli {
namespace {

bool is_file(std::string_view profile) {
  return profile.ends_with(".toml") || profile.find('/') != std::string_view::npos;
}

}  // namespace

void add_profiles_option(po::options_description &options) {
  options.add_options()("profiles", po::value<std::string>()->value_name("DIR"),
                        "folder with profiles (*.toml) that add to those that come with the "
                        "program, or replace those of the same name");
}

Result<profiles::Payers> payers_of(po::variables_map const &options) {
  auto texts = profiles::shipped_texts();
  if (auto const folder = text_option(options, "profiles"); !folder.empty()) {
    auto more = profiles::texts_in(folder);
    if (!more) return tl::unexpected(more.error());
    std::move(more->begin(), more->end(), std::back_inserter(texts));
  }
  std::string forced = text_option(options, "profile");
  if (is_file(forced)) {
    auto text = profiles::text_of(forced);
    if (!text) return tl::unexpected(text.error());
    forced = text->name;
    texts.push_back(std::move(*text));
  }
  auto set = profiles::ProfileSet::load(texts, rules::rule_names());
  if (!set) return tl::unexpected(set.error());
  profiles::Payers payers;
  payers.profiles = std::make_shared<profiles::ProfileSet const>(std::move(*set));
  if (forced.empty()) return payers;
  payers.forced = payers.profiles->find(forced);
  if (payers.forced == nullptr) return tl::unexpected(payers.profiles->unknown(forced));
  return payers;
}

}  // namespace noc837::cli
