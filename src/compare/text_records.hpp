// SPDX-License-Identifier: Apache-2.0
// Tables, JSON and plain text as records.
#pragma once

#include <memory>
#include <string_view>

#include "compare/record.hpp"

namespace noc837::compare {

/// The rows of a CSV file with a header; the fields are named by it.
[[nodiscard]] std::unique_ptr<Records> csv_records(std::string_view text);

/// The values of a JSON file, each a record of the kind of its path. Text that is no JSON comes
/// as lines.
[[nodiscard]] std::unique_ptr<Records> json_records(std::string_view text);

/// The lines of a text.
[[nodiscard]] std::unique_ptr<Records> line_records(std::string_view text);

}  // namespace noc837::compare
