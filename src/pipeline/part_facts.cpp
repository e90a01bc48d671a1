// SPDX-License-Identifier: Apache-2.0
#include "pipeline/part_facts.hpp"

#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>

namespace noc837::pipeline {
namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 3;

Json json_of(acks::Options const &acks) {
  return {{"ta1", acks.interchange},
          {"999", acks.implementation},
          {"277ca", acks.claims},
          {"date", acks.stamp ? acks.stamp->date : ""},
          {"time", acks.stamp ? acks.stamp->time : ""},
          {"control", acks.control.value_or(0)}};
}

acks::Options acks_of(Json const &json) {
  acks::Options acks;
  json.at("ta1").get_to(acks.interchange);
  json.at("999").get_to(acks.implementation);
  json.at("277ca").get_to(acks.claims);
  auto const date = json.at("date").get<std::string>();
  if (!date.empty()) acks.stamp = acks::Stamp{date, json.at("time").get<std::string>()};
  auto const control = json.at("control").get<std::uint64_t>();
  if (control != 0) acks.control = control;
  return acks;
}

}  // namespace

std::string part_kind(Shard const &shard, std::string const &what) {
  auto const width = std::to_string(shard.count).size();
  return fmt::format("part-{:0{}}-of-{}.{}", shard.number, width, shard.count, what);
}

std::string part_json(PartFacts const &facts) {
  Json const json = {{"format", format_version},
                     {"part", facts.shard.number},
                     {"of", facts.shard.count},
                     {"input", facts.input},
                     {"fingerprint", facts.fingerprint},
                     {"mode", facts.mode},
                     {"codec", facts.codec},
                     {"recount_segments", facts.recounts.segments},
                     {"recount_groups", facts.recounts.groups},
                     {"acks", json_of(facts.acks)},
                     {"xlsx", facts.exports.workbook},
                     {"sqlite", facts.exports.database.value_or("")},
                     {"report", facts.page},
                     {"report_lines", facts.page_options.most_lines},
                     {"show_phi", facts.page_options.show_phi},
                     {"stored_bytes", facts.stored_bytes},
                     {"sha256", facts.sha256}};
  return json.dump(1) + "\n";
}

Result<PartFacts> read_part(std::string const &path) {
  try {
    std::ifstream file(path);
    auto const json = Json::parse(file);
    if (json.at("format") != format_version) throw std::invalid_argument("format");
    PartFacts facts;
    json.at("part").get_to(facts.shard.number);
    json.at("of").get_to(facts.shard.count);
    json.at("input").get_to(facts.input);
    json.at("fingerprint").get_to(facts.fingerprint);
    json.at("mode").get_to(facts.mode);
    json.at("codec").get_to(facts.codec);
    json.at("recount_segments").get_to(facts.recounts.segments);
    json.at("recount_groups").get_to(facts.recounts.groups);
    facts.acks = acks_of(json.at("acks"));
    json.at("xlsx").get_to(facts.exports.workbook);
    auto const database = json.at("sqlite").get<std::string>();
    if (!database.empty()) facts.exports.database = database;
    json.at("report").get_to(facts.page);
    json.at("report_lines").get_to(facts.page_options.most_lines);
    json.at("show_phi").get_to(facts.page_options.show_phi);
    json.at("stored_bytes").get_to(facts.stored_bytes);
    json.at("sha256").get_to(facts.sha256);
    return facts;
  } catch (std::exception const &) {
    auto failed = fail(Fault::usage, "is no part of an input", "a file STEM.part-I-of-N.json");
    failed.value().file = path;
    return failed;
  }
}

}  // namespace noc837::pipeline
