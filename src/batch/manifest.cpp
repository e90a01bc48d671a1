// SPDX-License-Identifier: Apache-2.0
#include "batch/manifest.hpp"

#include <nlohmann/json.hpp>

#include "batch/files.hpp"

namespace noc837::batch {
namespace {

using Json = nlohmann::ordered_json;

constexpr int format_version = 1;

Json to_json(Entry const &entry) {
  Json outputs = Json::array();
  for (auto const &output : entry.outputs) {
    outputs.push_back({{"path", output.path}, {"bytes", output.bytes}, {"sha256", output.sha256}});
  }
  return {{"result", entry.result},
          {"exit", entry.exit},
          {"error", entry.error},
          {"sha256", entry.sha256},
          {"bytes", entry.bytes},
          {"options", entry.options},
          {"started", entry.started},
          {"seconds", entry.seconds},
          {"claims", entry.claims},
          {"claims_corrected", entry.claims_corrected},
          {"claims_flagged", entry.claims_flagged},
          {"drug_lines", entry.drug_lines},
          {"outputs", std::move(outputs)},
          {"moved_to", entry.moved_to}};
}

Entry from_json(Json const &json) {
  Entry entry;
  json.at("result").get_to(entry.result);
  json.at("exit").get_to(entry.exit);
  json.at("error").get_to(entry.error);
  json.at("sha256").get_to(entry.sha256);
  json.at("bytes").get_to(entry.bytes);
  json.at("options").get_to(entry.options);
  json.at("started").get_to(entry.started);
  json.at("seconds").get_to(entry.seconds);
  json.at("claims").get_to(entry.claims);
  json.at("claims_corrected").get_to(entry.claims_corrected);
  json.at("claims_flagged").get_to(entry.claims_flagged);
  json.at("drug_lines").get_to(entry.drug_lines);
  for (auto const &output : json.at("outputs")) {
    entry.outputs.push_back({output.at("path").get<std::string>(),
                             output.at("bytes").get<std::uint64_t>(),
                             output.at("sha256").get<std::string>()});
  }
  json.at("moved_to").get_to(entry.moved_to);
  return entry;
}

}  // namespace

Result<Manifest> Manifest::load(std::filesystem::path const &file) {
  Manifest manifest;
  if (std::error_code ignored; !std::filesystem::exists(file, ignored)) return manifest;
  auto const text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  try {
    auto const json = Json::parse(*text);
    if (json.at("format") != format_version) throw std::invalid_argument("format");
    for (auto const &[path, entry] : json.at("files").items()) {
      manifest.entries[path] = from_json(entry);
    }
  } catch (std::exception const &) {
    auto failed = fail(Fault::usage, "is no manifest of this version of noc837",
                       "another output folder, or this file removed");
    failed.value().file = file.string();
    return failed;
  }
  return manifest;
}

Result<void> Manifest::save(std::filesystem::path const &file) const {
  Json files = Json::object();
  for (auto const &[path, entry] : entries) files[path] = to_json(entry);
  Json const json = {{"format", format_version}, {"files", std::move(files)}};
  // File names need not be UTF-8.
  return write_file(file, json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace noc837::batch
