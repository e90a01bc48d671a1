// SPDX-License-Identifier: Apache-2.0
// noc837 tables: build the reference tables, and look into them.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/iso_date.hpp"
#include "base/printable.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "edi/elements.hpp"
#include "grammar/ndc.hpp"
#include "io/sink.hpp"
#include "rules/ndc_checks.hpp"
#include "tables/builder.hpp"
#include "tables/tables.hpp"

namespace noc837::cli {
namespace {

namespace fs = std::filesystem;
using tables::Tables;

void add_options(po::options_description &options) {
  options.add_options()("ndc-package", po::value<std::string>()->value_name("FILE"),
                        "build: package.txt of the FDA's NDC directory");
  options.add_options()("ndc-product", po::value<std::string>()->value_name("FILE"),
                        "build: product.txt of the same directory");
  options.add_options()(
      "asp-crosswalk",
      po::value<std::vector<std::string>>()->multitoken()->composing()->value_name("FILE..."),
      "build: CSV files of the CMS ASP crosswalk of NDCs to HCPCS codes, a "
      "quarter each; 2026Q3=FILE where neither name nor title tells the quarter");
  options.add_options()("output,o", po::value<std::string>()->value_name("FILE"),
                        "build: the tables file to write");
  options.add_options()("tables", po::value<std::string>()->value_name("FILE"),
                        "show: the tables file to look into");
}

std::optional<std::string> path_of(po::variables_map const &options, char const *name) {
  if (options.count(name) == 0) return std::nullopt;
  return options[name].as<std::string>();
}

/// Tells what was read and what was left out, a few rows in full.
void tell_source(tables::Source const &source) {
  constexpr std::size_t most_shown = 5;
  auto const &left_out = source.left_out;
  fmt::print("read {} ({}): {} rows", printable(source.path), source.kind, source.rows);
  if (!left_out.empty()) fmt::print(", {} left out", left_out.size());
  fmt::print("\n");
  for (std::size_t i = 0; i < std::min(most_shown, left_out.size()); ++i) {
    fmt::print("  {}\n", printable_utf8(left_out[i]));
  }
  if (left_out.size() > most_shown) fmt::print("  ... {} more\n", left_out.size() - most_shown);
}

/// Moves what was imported into what goes into the file.
template <class Row>
Result<void> take(Result<tables::Imported<Row>> imported, std::vector<Row> &rows,
                  std::vector<tables::Source> &sources) {
  if (!imported) return tl::unexpected(imported.error());
  tell_source(imported->source);
  sources.push_back(std::move(imported->source));
  std::move(imported->rows.begin(), imported->rows.end(), std::back_inserter(rows));
  return {};
}

Result<tables::Inputs> import(po::variables_map const &options) {
  auto const package = path_of(options, "ndc-package");
  auto const product = path_of(options, "ndc-product");
  if (package.has_value() != product.has_value()) {
    return fail(Fault::usage, "--ndc-package and --ndc-product belong together");
  }
  if (!package && options.count("asp-crosswalk") == 0) {
    return fail(Fault::usage, "nothing to build from",
                "--ndc-package and --ndc-product, or --asp-crosswalk");
  }
  tables::Inputs inputs;
  if (package) {
    auto done = take(tables::import_packages(*package), inputs.packages, inputs.sources);
    if (done) done = take(tables::import_products(*product), inputs.products, inputs.sources);
    if (!done) return tl::unexpected(done.error());
  }
  if (options.count("asp-crosswalk") != 0) {
    for (auto const &file : options["asp-crosswalk"].as<std::vector<std::string>>()) {
      auto const done = take(tables::import_crosswalk(file), inputs.crosswalk, inputs.sources);
      if (!done) return tl::unexpected(done.error());
    }
  }
  return inputs;
}

Result<ExitCode> build(po::variables_map const &options) {
  auto const target = path_of(options, "output");
  if (!target) return fail(Fault::usage, "no tables file to write is named", "-o FILE");
  auto inputs = import(options);
  if (!inputs) return tl::unexpected(inputs.error());
  auto const sink = io::FileSink::create(*target, io::Codec::none, false);
  if (!sink) return tl::unexpected(sink.error());
  if (auto done = (*sink)->write(tables::compile(std::move(*inputs))); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = (*sink)->finish(); !done) return tl::unexpected(done.error());
  if (auto done = (*sink)->commit(); !done) return tl::unexpected(done.error());
  auto const tables = Tables::open(*target);
  if (!tables) return tl::unexpected(tables.error());
  fmt::print("wrote {}: {} packages, {} assignments of codes, {} bytes\n", printable(*target),
             tables->all_packages().size(), tables->all_assignments().size(),
             fs::file_size(*target));
  return ExitCode::clean;
}

std::string date_text(tables::Day day) {
  if (day == tables::no_first_day || day == tables::no_last_day) return "-";
  auto const date = tables::date_of(day);
  return iso_date(date);
}

void row(std::string_view name, std::string_view value) {
  if (!value.empty()) fmt::print("  {:<14}{}\n", name, printable_utf8(value));
}

std::string number_text(tables::StoredDecimal const &number) {
  auto const value = tables::value_of(number);
  return value ? value->to_string() : "-";
}

void show_assignment(Tables const &tables, tables::Assignment const &assignment) {
  auto const text = tables.assignment_text(assignment);
  fmt::print("  {} {} to {}: {} {}, {}\n", assignment.hcpcs(), date_text(assignment.first_day),
             date_text(assignment.last_day), printable_utf8(text.description),
             printable_utf8(text.dosage), printable_utf8(text.drug));
  fmt::print("    a package of {} x {}; {} billing units each, {} in all\n",
             number_text(assignment.items), number_text(assignment.item_size),
             number_text(assignment.units_per_item), number_text(assignment.units_per_package));
}

void show_package(Tables const &tables, tables::Package const &package) {
  using tables::Package;
  auto const text = tables.product_text(package);
  row("name", text.proprietary);
  row("substance", text.nonproprietary);
  row("strength", text.strength);
  row("form", text.form);
  row("route", text.route);
  row("labeler", text.labeler);
  row("sold as", text.category);
  row(package.is(Package::inner) ? "inside" : "package", tables.package_text(package));
  row("on the market",
      fmt::format("{} to {}{}", date_text(package.first_day), date_text(package.last_day),
                  package.is(Package::excluded) ? ", excluded by the FDA" : ""));
}

/// False where the tables have nothing about the NDC.
bool show_ndc(Tables const &tables, std::string_view eleven) {
  auto const packages = tables.packages(eleven);
  auto const assignments = tables.assignments(eleven);
  if (packages.empty() && assignments.empty()) return false;
  fmt::print("{}\n", eleven);
  for (auto const &package : packages) show_package(tables, package);
  for (auto const &assignment : assignments) show_assignment(tables, assignment);
  return true;
}

/// A code's NDCs; false where it has none.
bool show_code(Tables const &tables, std::string const &code) {
  bool found = false;
  for (auto const &assignment : tables.all_assignments()) {
    if (assignment.hcpcs() != code) continue;
    if (!found) fmt::print("{}\n", code);
    found = true;
    auto const text = tables.assignment_text(assignment);
    fmt::print("  {}  {} to {}  {}  {}\n", tables::ndc_text(assignment.ndc),
               date_text(assignment.first_day), date_text(assignment.last_day),
               printable_utf8(text.dosage), printable_utf8(text.drug));
  }
  return found;
}

/// Shows one thing that the user asks for. A bare ten-digit code may be several NDCs.
bool show_one(Tables const &tables, std::string const &asked) {
  constexpr std::size_t code_size = 5;
  if (asked.size() == code_size) return show_code(tables, edi::upper(asked));
  auto const ndc = grammar::read_ndc(asked);
  if (ndc.shape != grammar::NdcShape::ten) return show_ndc(tables, ndc.eleven);
  bool found = false;
  for (auto const &candidate : rules::ndc::candidates(ndc.digits)) {
    found = show_ndc(tables, candidate) || found;
  }
  return found;
}

void show_all(Tables const &tables) {
  for (auto const &source : tables.sources()) fmt::print("{}\n", printable_utf8(source));
  fmt::print("{} packages, {} assignments of codes\n", tables.all_packages().size(),
             tables.all_assignments().size());
}

Result<ExitCode> show(po::variables_map const &options, std::vector<std::string> const &asked) {
  auto const path = path_of(options, "tables");
  if (!path) return fail(Fault::usage, "no tables file is named", "--tables FILE");
  auto const tables = Tables::open(*path);
  if (!tables) return tl::unexpected(tables.error());
  if (asked.empty()) show_all(*tables);
  auto code = ExitCode::clean;
  for (auto const &one : asked) {
    if (show_one(*tables, one)) continue;
    fmt::print("{} is not in the tables\n", printable(one));
    code = ExitCode::findings;
  }
  return code;
}

Result<ExitCode> run_tables(po::variables_map const &options) {
  auto words = arguments_of(options, "action");
  if (!words) {
    return fail(Fault::usage, words.error().what, "noc837 tables build or noc837 tables show");
  }
  std::string const action = words->front();
  words->erase(words->begin());
  if (action == "show") return show(options, *words);
  if (action != "build") {
    return fail(Fault::usage, fmt::format("tables cannot '{}'", printable(action)),
                "noc837 tables build or noc837 tables show");
  }
  if (!words->empty()) {
    return fail(Fault::usage, fmt::format("'{}' follows no option", printable(words->front())));
  }
  return build(options);
}

}  // namespace

Command tables_command() {
  return {"tables",
          "build|show ...",
          "build the reference tables, or look into them",
          "tables build compiles the FDA's NDC directory and the CMS ASP crosswalk, as they are "
          "published, into one file for --tables. tables show prints what that file says about an "
          "NDC in any form or a HCPCS code, and without either what it was built from; it exits 1 "
          "where something is not in the tables.",
          add_options,
          run_tables};
}

}  // namespace noc837::cli
