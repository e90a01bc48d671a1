// SPDX-License-Identifier: Apache-2.0
// The files of the review page, compiled in.
#pragma once

#include <string_view>

namespace noc837::output {

/// The page without content: where {{style}}, {{script}}, {{policy}} and {{data}} stand, page()
/// puts the files below and the report.
extern std::string_view const report_html;
extern std::string_view const report_css;
extern std::string_view const report_js;

}  // namespace noc837::output
