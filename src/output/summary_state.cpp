// SPDX-License-Identifier: Apache-2.0
#include "output/summary_state.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace noc837::output {
namespace {

using Json = nlohmann::json;

/// Goes up when a reader of the old text would misread the new.
constexpr int format_version = 1;

using Counter = std::pair<char const *, std::uint64_t Summary::*>;
constexpr std::array counters = {
    Counter{"files", &Summary::files},
    Counter{"bytes", &Summary::bytes},
    Counter{"interchanges", &Summary::interchanges},
    Counter{"groups", &Summary::groups},
    Counter{"sets_professional", &Summary::sets_professional},
    Counter{"sets_institutional", &Summary::sets_institutional},
    Counter{"sets_passed", &Summary::sets_passed},
    Counter{"segments", &Summary::segments},
    Counter{"claims", &Summary::claims},
    Counter{"lines", &Summary::lines},
    Counter{"drug_lines", &Summary::drug_lines},
    Counter{"claims_corrected", &Summary::claims_corrected},
    Counter{"claims_flagged", &Summary::claims_flagged},
};

using Account = edits::Reconciliation;
using AccountPart = std::pair<char const *, edits::Volume Account::*>;
constexpr std::array account_parts = {
    AccountPart{"read", &Account::read},         AccountPart{"inserted", &Account::inserted},
    AccountPart{"removed", &Account::removed},   AccountPart{"repeated", &Account::repeated},
    AccountPart{"left_out", &Account::left_out}, AccountPart{"corrected", &Account::corrected},
    AccountPart{"flagged", &Account::flagged},   AccountPart{"annotated", &Account::annotated},
    AccountPart{"passed", &Account::passed},
};

Json json(std::uint64_t value) {
  return value;
}
Json json(Decimal const &value) {
  return value.to_string();
}
Json json(RuleCount const &count) {
  return {count.corrected, count.flagged, count.reported};
}
Json json(DrugCount const &count) {
  return {count.lines, count.charges.to_string()};
}

/// Keys may be any text, so an array of pairs.
template <class Map>
Json pairs(Map const &map) {
  Json out = Json::array();
  for (auto const &[key, value] : map) out.push_back({key, json(value)});
  return out;
}

Json files(std::vector<FileFact> const &facts) {
  Json out = Json::array();
  for (auto const &fact : facts) out.push_back({fact.path, fact.bytes, fact.sha256});
  return out;
}

Json account(Account const &account) {
  Json out = Json::object();
  for (auto const &[name, member] : account_parts) {
    auto const &part = account.*member;
    out[name] = {part.bytes, part.segments, part.claims, part.lines};
  }
  return out;
}

void read(Json const &value, std::uint64_t &out) {
  out = value.get<std::uint64_t>();
}
void read(Json const &value, Decimal &out) {
  out = decimal_from_state(value.get<std::string>());
}
void read(Json const &value, RuleCount &out) {
  out = {value.at(0).get<std::uint64_t>(), value.at(1).get<std::uint64_t>(),
         value.at(2).get<std::uint64_t>()};
}
void read(Json const &value, DrugCount &out) {
  out = {value.at(0).get<std::uint64_t>(), decimal_from_state(value.at(1).get<std::string>())};
}

template <class Map>
void read_pairs(Json const &in, Map &map) {
  for (auto const &pair : in) read(pair.at(1), map[pair.at(0).get<std::string>()]);
}

std::vector<FileFact> read_files(Json const &in) {
  std::vector<FileFact> out;
  for (auto const &fact : in) {
    out.push_back({fact.at(0).get<std::string>(), fact.at(1).get<std::uint64_t>(),
                   fact.at(2).get<std::string>()});
  }
  return out;
}

Account read_account(Json const &in) {
  Account out;
  for (auto const &[name, member] : account_parts) {
    auto const numbers = in.at(name).get<std::array<std::uint64_t, 4>>();
    out.*member = {numbers[0], numbers[1], numbers[2], numbers[3]};
  }
  return out;
}

Summary read_summary(Json const &in) {
  Summary s;
  for (auto const &[name, member] : counters) s.*member = in.at(name).get<std::uint64_t>();
  read_pairs(in.at("rules"), s.rules);
  s.drug_charges = decimal_from_state(in.at("drug_charges").get<std::string>());
  s.charges_at_stake = decimal_from_state(in.at("charges_at_stake").get<std::string>());
  read_pairs(in.at("at_stake_by_payer"), s.at_stake_by_payer);
  read_pairs(in.at("at_stake_by_rule"), s.at_stake_by_rule);
  read_pairs(in.at("drugs_by_text"), s.drugs_by_text);
  read_pairs(in.at("drugs_by_ndc"), s.drugs_by_ndc);
  read_pairs(in.at("notices"), s.notices);
  for (auto const &rule : in.at("silent_rules")) s.silent_rules.insert(rule.get<std::string>());
  s.inputs = read_files(in.at("inputs"));
  s.outputs = read_files(in.at("outputs"));
  s.seconds = in.at("seconds").get<double>();
  s.reconciliation = read_account(in.at("reconciliation"));
  s.standing = in.at("standing").get<std::array<std::uint64_t, 3>>();
  return s;
}

}  // namespace

Decimal decimal_from_state(std::string_view text) {
  Decimal::Mantissa mantissa = 0;
  int scale = 0;
  bool behind_point = false;
  for (char const c : text) {
    if (c >= '0' && c <= '9') {
      mantissa = mantissa * 10 + (c - '0');
      scale += behind_point ? 1 : 0;
    }
    behind_point = behind_point || c == '.';
  }
  return {text.starts_with('-') ? -mantissa : mantissa, scale};
}

std::string summary_state(Summary const &s) {
  Json out = {{"format", format_version},
              {"rules", pairs(s.rules)},
              {"drug_charges", s.drug_charges.to_string()},
              {"charges_at_stake", s.charges_at_stake.to_string()},
              {"at_stake_by_payer", pairs(s.at_stake_by_payer.values())},
              {"at_stake_by_rule", pairs(s.at_stake_by_rule)},
              {"drugs_by_text", pairs(s.drugs_by_text.values())},
              {"drugs_by_ndc", pairs(s.drugs_by_ndc.values())},
              {"notices", pairs(s.notices)},
              {"silent_rules", s.silent_rules},
              {"inputs", files(s.inputs)},
              {"outputs", files(s.outputs)},
              {"seconds", s.seconds},
              {"reconciliation", account(s.reconciliation)},
              {"standing", s.standing}};
  for (auto const &[name, member] : counters) out[name] = s.*member;
  // CBOR, because text of a claim may be in any encoding.
  std::string bytes;
  Json::to_cbor(out, bytes);
  return bytes;
}

Result<Summary> summary_from_state(std::string_view bytes) {
  try {
    auto const in = Json::from_cbor(bytes);
    if (in.at("format") == format_version) return read_summary(in);
    return fail(Fault::input, "the summary's state was written by another version");
  } catch (std::exception const &) {
    return fail(Fault::input, "the summary's state is damaged");
  }
}

}  // namespace noc837::output
