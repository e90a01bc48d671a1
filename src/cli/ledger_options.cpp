// SPDX-License-Identifier: Apache-2.0
#include "cli/ledger_options.hpp"

#include "cli/options.hpp"

namespace noc837::cli {

void add_ledger_options(po::options_description &options) {
  options.add_options()("ledger", po::value<std::string>()->value_name("FILE"),
                        "a SQLite file that knows what was billed before: finds claims and doses "
                        "that come again (DUP01, DUP02); process and batch add to it");
  options.add_options()("ledger-key", po::value<std::string>()->value_name("FILE"),
                        "the key of its hashes, made where there is none (default: the ledger's "
                        "name with .key)");
}

Result<void> read_ledger_options(po::variables_map const &options, pipeline::Settings &settings) {
  auto const file = text_option(options, "ledger");
  auto key_file = text_option(options, "ledger-key");
  if (file.empty()) {
    if (key_file.empty()) return {};
    return fail(Fault::usage, "--ledger-key without --ledger");
  }
  if (key_file.empty()) key_file = file + ".key";
  auto const key = ledger::Key::open(key_file);
  if (!key) return tl::unexpected(key.error());
  if (auto const opened = ledger::Ledger::open(file, key->mark()); !opened) {
    return tl::unexpected(opened.error());
  }
  settings.ledger = std::make_shared<ledger::Access const>(ledger::Access{file, *key});
  return {};
}

}  // namespace noc837::cli
