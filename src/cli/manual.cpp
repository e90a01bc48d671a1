// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.hpp"

#include <fmt/format.h>

#include "cli/option_rows.hpp"
#include "edi/elements.hpp"

namespace noc837::cli {
namespace {

constexpr std::string_view exit_status =
    ".SH EXIT STATUS\n"
    ".TP\n0\nclean, or everything corrected\n"
    ".TP\n1\nfindings at or above \\-\\-fail\\-on stand, or the answer of a comparison is no\n"
    ".TP\n2\nwrong usage or configuration\n"
    ".TP\n3\nan input is unreadable, not X12, truncated or over a limit\n"
    ".TP\n4\nan output could not be written\n"
    ".TP\n70\ninternal error\n";

/// Text for troff: nothing in it is taken for a request, a hyphen can be searched for.
std::string roff(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else {
      if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
      out += c;
    }
  }
  return out;
}

std::string title(std::string_view name, std::string_view version) {
  return fmt::format(".TH {} 1 \"\" \"noc837 {}\" \"User Commands\"\n", edi::upper(name), version);
}

std::string option_paragraph(OptionRow const &row) {
  std::string head = row.letter != 0 ? fmt::format("\\fB\\-{}\\fR, ", row.letter) : "";
  head += fmt::format("\\fB\\-\\-{}\\fR", roff(row.name));
  if (!row.value.empty()) head += fmt::format(" \\fI{}\\fR", roff(row.value));
  auto const otherwise =
      row.otherwise.empty() ? "" : fmt::format(" (default: {})", roff(row.otherwise));
  return fmt::format(".TP\n{}\n{}{}\n", head, roff(row.description), otherwise);
}

Document command_page(Command const &command, std::string_view version) {
  auto const name = fmt::format("noc837-{}", command.name);
  std::string text = title(name, version);
  text += fmt::format(".SH NAME\n{} \\- {}\n", roff(name), roff(command.summary));
  text += fmt::format(".SH SYNOPSIS\n\\fBnoc837 {}\\fR {}\n", roff(command.name),
                      roff(command.arguments));
  text += fmt::format(".SH DESCRIPTION\n{}\n.SH OPTIONS\n", roff(command.help));
  for (auto const &row : option_rows(command)) text += option_paragraph(row);
  text += exit_status;
  text += ".SH SEE ALSO\n\\fBnoc837\\fR(1)\n";
  return {"man1/" + name + ".1", text};
}

Document main_page(std::string_view version) {
  std::string text = title("noc837", version);
  text +=
      ".SH NAME\nnoc837 \\- unclassified\\-drug lines in X12 837 claim files\n"
      ".SH SYNOPSIS\n\\fBnoc837\\fR \\fICOMMAND\\fR ...\n"
      ".SH DESCRIPTION\n"
      "Finds the service lines of 837P and 837I files that carry an unclassified drug code "
      "(HCPCS J3490 and its like), says which of them a payer would deny and why, corrects what "
      "is safe to correct and writes the rest apart.\n.SH COMMANDS\n";
  for (Command const &command : commands()) {
    text += fmt::format(".TP\n\\fB{}\\fR \\fI{}\\fR\n{}; see \\fBnoc837\\-{}\\fR(1)\n",
                        roff(command.name), roff(command.arguments), roff(command.summary),
                        roff(command.name));
  }
  text += exit_status;
  return {"man1/noc837.1", text};
}

}  // namespace

std::vector<Document> man_pages(std::string_view version) {
  std::vector<Document> pages = {main_page(version)};
  for (Command const &command : commands()) pages.push_back(command_page(command, version));
  return pages;
}

}  // namespace noc837::cli
