// SPDX-License-Identifier: Apache-2.0
// noc837 as a library: the unclassified-drug lines of a claim file, what is wrong with them, and
// the claims as they would go out. Needs no other header of the project.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#if defined(__GNUC__)
#define NOC837_API __attribute__((visibility("default")))
#else
#define NOC837_API
#endif

namespace noc837::api {

/// How a file is to be judged; what is left empty is as on the command line.
struct Options {
  std::vector<std::string> codes = {};   ///< J3490, J3590, ... or the sets j3490 (default) and noc
  std::string profile = {};              ///< judge every claim by this payer profile
  std::vector<std::string> fix = {};     ///< rules whose opt-in correction is switched on
  std::vector<std::string> no_fix = {};  ///< rules whose correction is switched off
};

/// One thing that was found. The members are the columns of findings.csv (docs/files.md).
struct Finding {
  std::string rule;           ///< NDC03
  std::string name;           ///< ndc-hyphenated
  std::string severity;       ///< error, warning, info
  std::string status;         ///< corrected, flagged, reported
  std::string line;           ///< LX01; empty for the claim
  std::string loop;           ///< 2410
  std::string element;        ///< LIN03
  std::string before;         ///< the value as it came
  std::string after;          ///< the value as it goes out, where it was corrected
  std::string suggestion;     ///< what to type instead
  std::string stc;            ///< claim status for a 277CA
  std::string message;        ///< a sentence
  std::uint64_t offset = 0;   ///< byte position of the segment in the uncompressed input
  std::uint64_t segment = 0;  ///< its place in the transaction set, ST is 1
};

/// One drug line as it came. Amounts and quantities are text, exact as they were written.
struct DrugLine {
  std::string number;        ///< LX01
  std::string service_from;  ///< CCYY-MM-DD
  std::string service_to;
  std::string procedure;    ///< SV101-2 or SV202-2
  std::string modifiers;    ///< separated by blanks
  std::string description;  ///< SV101-7 or SV202-7
  std::string charge;       ///< SV102 or SV203
  std::string units;        ///< SV104 or SV205
  std::string ndc;          ///< LIN03 as eleven digits; empty where that is not certain
  std::string quantity;     ///< CTP04
  std::string unit;         ///< CTP05-1
  std::string notes;        ///< NTE of line and claim, with their codes
  std::string text_name;    ///< read from description and notes, and so are the following
  std::string text_strength;
  std::string text_dose;
  std::string text_route;
  std::uint64_t offset = 0;  ///< of the SV1 or SV2
};

/// A claim that holds drug lines, or lines that cannot be read as any.
struct Claim {
  std::string id;           ///< CLM01
  std::string guide;        ///< 837P or 837I
  std::string interchange;  ///< ISA13
  std::string group;        ///< GS06
  std::string set;          ///< ST02
  std::string payer;        ///< 2010BB NM109, else NM103
  std::string profile;      ///< the payer profile that judged
  std::vector<DrugLine> drug_lines;
  std::vector<Finding> findings;
  bool corrected = false;  ///< a correction was applied
  bool flagged = false;    ///< an error stands
  std::string edi;         ///< CLM and what follows, as it goes out
};

/// What a run saw.
struct Totals {
  std::uint64_t bytes = 0;  ///< uncompressed
  std::uint64_t segments = 0;
  std::uint64_t claims = 0;
  std::uint64_t lines = 0;
  std::uint64_t drug_lines = 0;
  std::uint64_t claims_corrected = 0;
  std::uint64_t claims_flagged = 0;
};

/// A row of the rule table.
struct Rule {
  std::string_view id;
  std::string_view name;
  std::string_view severity;
  std::string_view summary;
  std::string_view explanation;
  std::string_view source;
};

/// An input or an option that cannot be read. what() is the line that the program prints.
class NOC837_API Failure : public std::runtime_error {
 public:
  enum class Kind : std::uint8_t { usage, input, output, internal };
  Failure(Kind kind, std::string const &message, std::optional<std::uint64_t> offset,
          std::optional<std::uint64_t> segment)
      : std::runtime_error(message), kind_(kind), offset_(offset), segment_(segment) {}

  [[nodiscard]] Kind kind() const { return kind_; }
  /// Byte position in the uncompressed input, where there is one.
  [[nodiscard]] std::optional<std::uint64_t> offset() const { return offset_; }
  /// Ordinal of the segment in the interchange, ISA is 1.
  [[nodiscard]] std::optional<std::uint64_t> segment() const { return segment_; }

 private:
  Kind kind_;
  std::optional<std::uint64_t> offset_;
  std::optional<std::uint64_t> segment_;
};

using OnClaim = std::function<void(Claim const &)>;
using OnFinding = std::function<void(Finding const &)>;

/// Reads a file (plain, zstd or gzip; "-" is standard input) and calls `on_claim` for each claim
/// with drug lines, in the order of the file, one call at a time. Findings about the envelope go
/// to `on_envelope`. Memory does not grow with the file. Throws Failure; claims before the
/// failure have been given. What the callbacks throw passes through.
NOC837_API Totals check_file(std::string const &path, Options const &options,
                             OnClaim const &on_claim, OnFinding const &on_envelope = {});

/// The same for bytes in memory.
NOC837_API Totals check_bytes(std::string_view bytes, Options const &options,
                              OnClaim const &on_claim, OnFinding const &on_envelope = {});

/// Every rule, in the order of `noc837 rules`.
[[nodiscard]] NOC837_API std::vector<Rule> rules();

/// "0.1.0".
[[nodiscard]] NOC837_API std::string_view version();

}  // namespace noc837::api
