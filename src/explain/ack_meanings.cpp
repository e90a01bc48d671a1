// SPDX-License-Identifier: Apache-2.0
#include "explain/ack_meanings.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace noc837::explain {
namespace {

struct Meaning {
  std::string_view code;
  std::string_view text;
};

constexpr std::array outcomes = {
    Meaning{"A", "accepted"},
    Meaning{"E", "accepted with errors"},
    Meaning{"M", "rejected, authentication failed"},
    Meaning{"P", "partly accepted"},
    Meaning{"R", "rejected"},
    Meaning{"W", "rejected, assurance failed"},
    Meaning{"X", "rejected, content could not be decrypted"},
};

constexpr std::array interchange_notes = {
    Meaning{"000", "no error"},
    Meaning{"001", "IEA02 is not the control number of ISA13"},
    Meaning{"003", "this version is not supported"},
    Meaning{"004", "invalid segment terminator"},
    Meaning{"005", "invalid qualifier of the sender"},
    Meaning{"006", "invalid id of the sender"},
    Meaning{"007", "invalid qualifier of the receiver"},
    Meaning{"008", "invalid id of the receiver"},
    Meaning{"009", "unknown receiver"},
    Meaning{"010", "invalid authorization qualifier"},
    Meaning{"011", "invalid authorization"},
    Meaning{"012", "invalid security qualifier"},
    Meaning{"013", "invalid security information"},
    Meaning{"014", "invalid date"},
    Meaning{"015", "invalid time"},
    Meaning{"016", "invalid standards identifier"},
    Meaning{"017", "invalid version"},
    Meaning{"018", "invalid control number"},
    Meaning{"019", "invalid acknowledgment requested value"},
    Meaning{"020", "invalid test indicator"},
    Meaning{"021", "IEA01 does not count the groups"},
    Meaning{"022", "invalid control structure"},
    Meaning{"023", "the file ends too early"},
    Meaning{"024", "invalid content, such as a GS segment"},
    Meaning{"025", "duplicate control number"},
    Meaning{"026", "invalid element separator"},
    Meaning{"027", "invalid component separator"},
};

constexpr std::array group_errors = {
    Meaning{"1", "functional group not supported"},
    Meaning{"2", "version not supported"},
    Meaning{"3", "GE missing"},
    Meaning{"4", "GE02 is not the control number of GS06"},
    Meaning{"5", "GE01 does not count the sets"},
    Meaning{"6", "invalid control number"},
    Meaning{"19", "control number used before"},
};

constexpr std::array set_errors = {
    Meaning{"1", "transaction set not supported"},
    Meaning{"2", "SE missing"},
    Meaning{"3", "SE02 is not the control number of ST02"},
    Meaning{"4", "SE01 does not count the segments"},
    Meaning{"5", "segments in error"},
    Meaning{"6", "missing or invalid set identifier"},
    Meaning{"7", "missing or invalid control number"},
    Meaning{"18", "set not in this functional group"},
    Meaning{"19", "ST03 does not name the guide"},
    Meaning{"23", "control number used before in the group"},
    Meaning{"I5", "segments in error by the guide"},
    Meaning{"I6", "guide not supported"},
};

constexpr std::array segment_errors = {
    Meaning{"1", "unknown segment"},
    Meaning{"2", "unexpected segment"},
    Meaning{"3", "required segment missing"},
    Meaning{"4", "loop occurs too often"},
    Meaning{"5", "segment occurs too often"},
    Meaning{"6", "segment not in this transaction set"},
    Meaning{"7", "segment in the wrong place"},
    Meaning{"8", "segment has elements in error"},
    Meaning{"I4", "segment not used by the guide"},
    Meaning{"I6", "segment missing that this situation requires"},
    Meaning{"I7", "loop occurs too seldom"},
    Meaning{"I8", "segment occurs too seldom"},
    Meaning{"I9", "segment not used in this situation"},
};

constexpr std::array element_errors = {
    Meaning{"1", "required element missing"},
    Meaning{"2", "element missing that another requires"},
    Meaning{"3", "too many elements"},
    Meaning{"4", "too short"},
    Meaning{"5", "too long"},
    Meaning{"6", "invalid character"},
    Meaning{"7", "invalid code"},
    Meaning{"8", "invalid date"},
    Meaning{"9", "invalid time"},
    Meaning{"10", "excluded by another element"},
    Meaning{"12", "too many repetitions"},
    Meaning{"13", "too many components"},
    Meaning{"I6", "code not used by the guide"},
    Meaning{"I9", "element missing that this situation requires"},
    Meaning{"I10", "element not used by the guide"},
    Meaning{"I11", "too few repetitions"},
    Meaning{"I12", "does not have the form that the guide asks for"},
    Meaning{"I13", "element not used in this situation"},
};

constexpr std::array claim_categories = {
    Meaning{"A0", "forwarded"},
    Meaning{"A1", "received"},
    Meaning{"A2", "accepted"},
    Meaning{"A3", "returned as unprocessable"},
    Meaning{"A4", "not found"},
    Meaning{"A5", "split"},
    Meaning{"A6", "rejected, information is missing"},
    Meaning{"A7", "rejected, information is invalid"},
    Meaning{"A8", "rejected, fields do not go together"},
};

constexpr std::array claim_statuses = {
    Meaning{"19", "receipt acknowledged"},
    Meaning{"20", "accepted for processing"},
    Meaning{"21", "missing or invalid information"},
    Meaning{"54", "duplicate of a claim or line"},
    Meaning{"178", "submitted charges"},
    Meaning{"187", "date of service"},
    Meaning{"188", "statement dates"},
    Meaning{"216", "drug information"},
    Meaning{"217", "drug name, strength and form"},
    Meaning{"218", "NDC"},
    Meaning{"219", "prescription number"},
    Meaning{"222", "drug units and average price"},
    Meaning{"223", "route of administration"},
    Meaning{"228", "type of bill"},
    Meaning{"247", "line information"},
    Meaning{"249", "place of service"},
    Meaning{"252", "prior authorization"},
    Meaning{"254", "principal diagnosis"},
    Meaning{"255", "diagnosis"},
    Meaning{"258", "units of the procedure"},
    Meaning{"286", "other payer's explanation of benefits"},
    Meaning{"294", "supporting documentation"},
    Meaning{"306", "detailed description of service"},
    Meaning{"400", "claim out of balance"},
    Meaning{"402", "amount must be more than zero"},
    Meaning{"453", "modifier"},
    Meaning{"454", "procedure code"},
    Meaning{"455", "revenue code"},
    Meaning{"464", "payer's claim control number"},
    Meaning{"476", "units of service"},
    Meaning{"477", "diagnosis pointer"},
    Meaning{"478", "claim submitter's number"},
    Meaning{"480", "claim filing indicator"},
    Meaning{"481", "form of the submission"},
    Meaning{"488", "diagnosis for the service"},
    Meaning{"489", "attachment control number"},
    Meaning{"507", "HCPCS"},
    Meaning{"508", "ICD-9"},
    Meaning{"510", "future date"},
    Meaning{"511", "invalid character"},
    Meaning{"512", "length"},
    Meaning{"535", "frequency code"},
    Meaning{"562", "provider's NPI"},
    Meaning{"583", "line charge"},
    Meaning{"584", "line control number"},
    Meaning{"585", "non-covered charge"},
    Meaning{"586", "line note"},
    Meaning{"599", "note reference code"},
    Meaning{"659", "unit of measure"},
    Meaning{"693", "must not be negative"},
    Meaning{"694", "must not be zero"},
    Meaning{"697", "decimal places"},
    Meaning{"700", "ICD-10"},
    Meaning{"704", "claim note"},
    Meaning{"710", "line adjudication"},
    Meaning{"724", "drug quantity"},
    Meaning{"732", "not as the billing guidelines say"},
    Meaning{"745", "qualifier"},
    Meaning{"746", "duplicate submission"},
    Meaning{"748", "corrected data"},
    Meaning{"772", "greatest specificity"},
    Meaning{"796", "procedure not valid for the date"},
};

std::span<Meaning const> list_of(AckCode kind) {
  switch (kind) {
    case AckCode::outcome:
      return outcomes;
    case AckCode::interchange:
      return interchange_notes;
    case AckCode::group:
      return group_errors;
    case AckCode::set:
      return set_errors;
    case AckCode::segment:
      return segment_errors;
    case AckCode::element:
      return element_errors;
    case AckCode::claim_category:
      return claim_categories;
    case AckCode::claim_status:
      break;
  }
  return claim_statuses;
}

}  // namespace

std::string_view ack_meaning(AckCode kind, std::string_view code) {
  auto const list = list_of(kind);
  auto const at = std::find_if(list.begin(), list.end(),
                               [&](Meaning const &meaning) { return meaning.code == code; });
  return at == list.end() ? std::string_view() : at->text;
}

}  // namespace noc837::explain
