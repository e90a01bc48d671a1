// SPDX-License-Identifier: Apache-2.0
#include "explain/code_meanings.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace noc837::explain {
namespace {

struct Meaning {
  std::string_view code;
  std::string_view text;
};

struct Element {
  std::string_view number;
  std::span<Meaning const> meanings;
};

constexpr std::array entity = {
    Meaning{"40", "receiver"},
    Meaning{"41", "submitter"},
    Meaning{"45", "drop-off location"},
    Meaning{"71", "attending provider"},
    Meaning{"72", "operating physician"},
    Meaning{"77", "service location"},
    Meaning{"82", "rendering provider"},
    Meaning{"85", "billing provider"},
    Meaning{"87", "pay-to address"},
    Meaning{"DD", "assistant surgeon"},
    Meaning{"DK", "ordering provider"},
    Meaning{"DN", "referring provider"},
    Meaning{"DQ", "supervising provider"},
    Meaning{"IL", "insured, the subscriber"},
    Meaning{"P3", "primary care provider"},
    Meaning{"PE", "pay-to plan"},
    Meaning{"PR", "payer"},
    Meaning{"PW", "pick-up address"},
    Meaning{"QB", "purchased service provider"},
    Meaning{"QC", "patient"},
    Meaning{"ZZ", "other operating physician"},
};
constexpr std::array entity_type = {Meaning{"1", "person"}, Meaning{"2", "organization"}};
constexpr std::array id_qualifier = {
    Meaning{"24", "employer's identification number"},
    Meaning{"34", "social security number"},
    Meaning{"46", "electronic transmitter number"},
    Meaning{"II", "unique health identifier"},
    Meaning{"MI", "member number"},
    Meaning{"PI", "payer number"},
    Meaning{"XV", "health plan id"},
    Meaning{"XX", "national provider identifier"},
};
constexpr std::array level = {
    Meaning{"20", "information source: the billing provider"},
    Meaning{"22", "subscriber"},
    Meaning{"23", "dependent: the patient is not the subscriber"},
};
constexpr std::array child = {Meaning{"0", "no level below"},
                              Meaning{"1", "a level below follows"}};
constexpr std::array responsibility = {
    Meaning{"A", "payer number four"}, Meaning{"B", "payer number five"},
    Meaning{"C", "payer number six"},  Meaning{"P", "primary"},
    Meaning{"S", "secondary"},         Meaning{"T", "tertiary"},
    Meaning{"U", "unknown"},
};
constexpr std::array relationship = {
    Meaning{"01", "spouse"},
    Meaning{"18", "self"},
    Meaning{"19", "child"},
    Meaning{"20", "employee"},
    Meaning{"21", "unknown"},
    Meaning{"39", "organ donor"},
    Meaning{"40", "cadaver donor"},
    Meaning{"53", "life partner"},
    Meaning{"G8", "other relationship"},
};
constexpr std::array filing = {
    Meaning{"11", "other non-federal program"},
    Meaning{"12", "preferred provider organization"},
    Meaning{"13", "point of service"},
    Meaning{"14", "exclusive provider organization"},
    Meaning{"15", "indemnity insurance"},
    Meaning{"16", "Medicare risk HMO"},
    Meaning{"17", "dental maintenance organization"},
    Meaning{"AM", "automobile medical"},
    Meaning{"BL", "Blue Cross Blue Shield"},
    Meaning{"CH", "CHAMPUS, TRICARE"},
    Meaning{"CI", "commercial insurance"},
    Meaning{"DS", "disability"},
    Meaning{"FI", "federal employees program"},
    Meaning{"HM", "health maintenance organization"},
    Meaning{"LM", "liability medical"},
    Meaning{"MA", "Medicare Part A"},
    Meaning{"MB", "Medicare Part B"},
    Meaning{"MC", "Medicaid"},
    Meaning{"OF", "other federal program"},
    Meaning{"TV", "title V"},
    Meaning{"VA", "veterans affairs plan"},
    Meaning{"WC", "workers' compensation"},
    Meaning{"ZZ", "mutually defined, unknown"},
};
constexpr std::array place = {
    Meaning{"01", "pharmacy"},
    Meaning{"02", "telehealth, not at home"},
    Meaning{"04", "homeless shelter"},
    Meaning{"10", "telehealth at home"},
    Meaning{"11", "office"},
    Meaning{"12", "home"},
    Meaning{"13", "assisted living"},
    Meaning{"15", "mobile unit"},
    Meaning{"17", "walk-in retail clinic"},
    Meaning{"19", "off-campus outpatient hospital"},
    Meaning{"20", "urgent care"},
    Meaning{"21", "inpatient hospital"},
    Meaning{"22", "on-campus outpatient hospital"},
    Meaning{"23", "emergency room"},
    Meaning{"24", "ambulatory surgical center"},
    Meaning{"31", "skilled nursing facility"},
    Meaning{"32", "nursing facility"},
    Meaning{"33", "custodial care"},
    Meaning{"34", "hospice"},
    Meaning{"41", "ambulance, land"},
    Meaning{"42", "ambulance, air or water"},
    Meaning{"49", "independent clinic"},
    Meaning{"50", "federally qualified health center"},
    Meaning{"51", "inpatient psychiatric facility"},
    Meaning{"60", "mass immunization center"},
    Meaning{"61", "inpatient rehabilitation"},
    Meaning{"62", "outpatient rehabilitation"},
    Meaning{"65", "dialysis facility"},
    Meaning{"71", "public health clinic"},
    Meaning{"72", "rural health clinic"},
    Meaning{"81", "independent laboratory"},
    Meaning{"99", "other place"},
};
constexpr std::array facility_qualifier = {Meaning{"A", "the code is a type of bill"},
                                           Meaning{"B", "the code is a place of service"}};
constexpr std::array frequency = {
    Meaning{"1", "original"},
    Meaning{"2", "interim, first"},
    Meaning{"3", "interim, continuing"},
    Meaning{"4", "interim, last"},
    Meaning{"7", "replaces an earlier claim"},
    Meaning{"8", "voids an earlier claim"},
};
constexpr std::array yes_no = {Meaning{"N", "no"}, Meaning{"U", "unknown"},
                               Meaning{"W", "not applicable"}, Meaning{"Y", "yes"}};
constexpr std::array assignment = {Meaning{"A", "assigned"},
                                   Meaning{"B", "assigned for laboratory services only"},
                                   Meaning{"C", "not assigned"}};
constexpr std::array release = {Meaning{"I", "informed consent by law"},
                                Meaning{"Y", "signed release on file"}};
constexpr std::array diagnosis_qualifier = {
    Meaning{"ABF", "diagnosis, ICD-10"},
    Meaning{"ABJ", "admitting diagnosis, ICD-10"},
    Meaning{"ABK", "principal diagnosis, ICD-10"},
    Meaning{"ABN", "external cause of injury, ICD-10"},
    Meaning{"APR", "patient's reason for visit, ICD-10"},
    Meaning{"BBQ", "other procedure, ICD-10"},
    Meaning{"BBR", "principal procedure, ICD-10"},
    Meaning{"BE", "value code"},
    Meaning{"BF", "diagnosis, ICD-9"},
    Meaning{"BG", "condition code"},
    Meaning{"BH", "occurrence code"},
    Meaning{"BI", "occurrence span code"},
    Meaning{"BJ", "admitting diagnosis, ICD-9"},
    Meaning{"BK", "principal diagnosis, ICD-9"},
    Meaning{"DR", "diagnosis related group"},
    Meaning{"TC", "treatment code"},
};
constexpr std::array product_qualifier = {
    Meaning{"EN", "EAN/UCC-13"},
    Meaning{"EO", "EAN/UCC-8"},
    Meaning{"ER", "jurisdiction's own code"},
    Meaning{"HC", "HCPCS"},
    Meaning{"HI", "HIBC supplier code"},
    Meaning{"HP", "HIPPS rate code"},
    Meaning{"IV", "home infusion EDI coalition code"},
    Meaning{"N4", "national drug code, 5-4-2"},
    Meaning{"ON", "customer order number"},
    Meaning{"UK", "GTIN 14"},
    Meaning{"UP", "UCC-12"},
    Meaning{"WK", "alternative medicine code"},
};
constexpr std::array product = {
    Meaning{"C9399", "unclassified drugs or biologicals, hospital outpatient"},
    Meaning{"J3490", "unclassified drugs"},
    Meaning{"J3535", "drug given through a metered dose inhaler"},
    Meaning{"J3590", "unclassified biologics"},
    Meaning{"J7599", "immunosuppressive drug, not otherwise classified"},
    Meaning{"J7699", "inhalation solution through DME, not otherwise classified"},
    Meaning{"J7799", "drug other than inhalation through DME, not otherwise classified"},
    Meaning{"J7999", "compounded drug, not otherwise classified"},
    Meaning{"J8499", "oral prescription drug, non-chemotherapeutic"},
    Meaning{"J8999", "oral prescription drug, chemotherapeutic"},
    Meaning{"J9999", "antineoplastic drug, not otherwise classified"},
};
constexpr std::array modifier = {
    Meaning{"25", "separate evaluation and management on the same day"},
    Meaning{"59", "distinct service"},
    Meaning{"GA", "waiver of liability on file"},
    Meaning{"GY", "excluded by statute"},
    Meaning{"GZ", "expected to be denied"},
    Meaning{"JA", "given intravenously"},
    Meaning{"JB", "given subcutaneously"},
    Meaning{"JG", "bought under the 340B program"},
    Meaning{"JW", "amount discarded"},
    Meaning{"JZ", "nothing discarded"},
    Meaning{"KX", "requirements of the policy are met"},
    Meaning{"TB", "bought under the 340B program, reported"},
};
constexpr std::array unit = {
    Meaning{"DA", "days"},    Meaning{"F2", "international unit"},
    Meaning{"GR", "gram"},    Meaning{"ME", "milligram"},
    Meaning{"MJ", "minutes"}, Meaning{"ML", "milliliter"},
    Meaning{"UN", "unit"},
};
constexpr std::array date_qualifier = {
    Meaning{"050", "received"},
    Meaning{"090", "report start"},
    Meaning{"096", "discharge"},
    Meaning{"232", "claim period start"},
    Meaning{"304", "latest visit"},
    Meaning{"314", "disability"},
    Meaning{"431", "onset of illness"},
    Meaning{"434", "statement dates"},
    Meaning{"435", "admission"},
    Meaning{"439", "accident"},
    Meaning{"453", "acute manifestation"},
    Meaning{"454", "initial treatment"},
    Meaning{"455", "last X-ray"},
    Meaning{"461", "last certification"},
    Meaning{"463", "begin therapy"},
    Meaning{"471", "prescription"},
    Meaning{"472", "service"},
    Meaning{"484", "last menstrual period"},
    Meaning{"573", "claim paid"},
    Meaning{"607", "certification revised"},
};
constexpr std::array date_format = {
    Meaning{"D8", "CCYYMMDD"},
    Meaning{"DT", "CCYYMMDDHHMM"},
    Meaning{"RD8", "CCYYMMDD-CCYYMMDD"},
    Meaning{"TM", "HHMM"},
};
constexpr std::array reference = {
    Meaning{"0B", "state license number"},
    Meaning{"1G", "provider UPIN"},
    Meaning{"1L", "group or policy number"},
    Meaning{"1W", "member number"},
    Meaning{"2U", "payer number"},
    Meaning{"4N", "special payment reference"},
    Meaning{"6R", "line item control number"},
    Meaning{"9A", "repriced claim number"},
    Meaning{"9F", "referral number"},
    Meaning{"D9", "claim number of a clearinghouse"},
    Meaning{"EA", "medical record number"},
    Meaning{"EI", "employer's identification number"},
    Meaning{"F8", "payer's claim control number"},
    Meaning{"G1", "prior authorization number"},
    Meaning{"G2", "provider commercial number"},
    Meaning{"IG", "insurance policy number"},
    Meaning{"LU", "location number"},
    Meaning{"LX", "qualified product list"},
    Meaning{"PXC", "taxonomy code"},
    Meaning{"P4", "project code"},
    Meaning{"SY", "social security number"},
    Meaning{"VY", "link sequence number"},
    Meaning{"X4", "CLIA number"},
    Meaning{"XZ", "pharmacy prescription number"},
    Meaning{"Y4", "agency claim number"},
};
constexpr std::array note = {
    Meaning{"ADD", "additional information"},
    Meaning{"CER", "certification narrative"},
    Meaning{"DCP", "goals, rehabilitation potential or discharge plans"},
    Meaning{"DGN", "diagnosis description"},
    Meaning{"PMT", "payment"},
    Meaning{"TPO", "third party organization notes"},
    Meaning{"UPI", "updated information"},
};
constexpr std::array provider = {Meaning{"AT", "attending"}, Meaning{"BI", "billing"},
                                 Meaning{"PE", "performing"}};
constexpr std::array gender = {Meaning{"F", "female"}, Meaning{"M", "male"},
                               Meaning{"U", "unknown"}};
constexpr std::array contact = {
    Meaning{"EM", "email"},
    Meaning{"EX", "extension"},
    Meaning{"FX", "fax"},
    Meaning{"TE", "telephone"},
};
constexpr std::array adjustment_group = {
    Meaning{"CO", "contractual obligation"}, Meaning{"CR", "correction and reversal"},
    Meaning{"OA", "other adjustment"},       Meaning{"PI", "payer initiated reduction"},
    Meaning{"PR", "patient responsibility"},
};
constexpr std::array amount = {
    Meaning{"A8", "non-covered charge"},
    Meaning{"D", "paid by this payer"},
    Meaning{"EAF", "left to pay by patient"},
    Meaning{"F3", "patient responsibility, estimated"},
    Meaning{"F4", "postage claimed"},
    Meaning{"F5", "paid by patient"},
    Meaning{"GT", "goods and services tax"},
    Meaning{"N8", "facility tax"},
    Meaning{"T", "tax"},
};
constexpr std::array admission_type = {
    Meaning{"1", "emergency"}, Meaning{"2", "urgent"}, Meaning{"3", "elective"},
    Meaning{"4", "newborn"},   Meaning{"5", "trauma"}, Meaning{"9", "not available"},
};

constexpr std::array contact_function = {Meaning{"IC", "information contact"}};
constexpr std::array signature_source = {
    Meaning{"P", "signed by the provider, the patient was not there"}};
constexpr std::array admission_source = {
    Meaning{"1", "from outside of health care"},
    Meaning{"2", "clinic or physician's office"},
    Meaning{"4", "another hospital"},
    Meaning{"5", "nursing facility"},
    Meaning{"6", "another health care facility"},
    Meaning{"8", "court or law enforcement"},
    Meaning{"9", "not available"},
};
constexpr std::array patient_status = {
    Meaning{"01", "discharged home"},
    Meaning{"02", "to another short-term hospital"},
    Meaning{"03", "to a skilled nursing facility"},
    Meaning{"04", "to a custodial care facility"},
    Meaning{"06", "home with home health services"},
    Meaning{"07", "left against medical advice"},
    Meaning{"20", "expired"},
    Meaning{"30", "still a patient"},
    Meaning{"50", "hospice at home"},
    Meaning{"51", "hospice in a facility"},
    Meaning{"62", "to inpatient rehabilitation"},
};
constexpr std::array attachment_kind = {
    Meaning{"03", "justification of the treatment"},
    Meaning{"B4", "referral form"},
    Meaning{"CT", "certification"},
    Meaning{"OB", "operative note"},
    Meaning{"OZ", "support data for the claim"},
    Meaning{"PN", "physical therapy notes"},
};
constexpr std::array attachment_way = {
    Meaning{"AA", "at the provider's on request"},
    Meaning{"BM", "by mail"},
    Meaning{"EL", "electronic"},
    Meaning{"EM", "email"},
    Meaning{"FT", "file transfer"},
    Meaning{"FX", "fax"},
};
constexpr std::array facility = {
    Meaning{"11", "hospital inpatient"},
    Meaning{"12", "hospital inpatient, Part B"},
    Meaning{"13", "hospital outpatient"},
    Meaning{"14", "hospital, laboratory for non-patients"},
    Meaning{"18", "swing bed"},
    Meaning{"21", "skilled nursing inpatient"},
    Meaning{"22", "skilled nursing inpatient, Part B"},
    Meaning{"23", "skilled nursing outpatient"},
    Meaning{"32", "home health"},
    Meaning{"34", "home health, other"},
    Meaning{"71", "rural health clinic"},
    Meaning{"72", "dialysis facility"},
    Meaning{"74", "outpatient rehabilitation"},
    Meaning{"76", "community mental health center"},
    Meaning{"77", "federally qualified health center"},
    Meaning{"81", "hospice, not in a hospital"},
    Meaning{"82", "hospice in a hospital"},
    Meaning{"83", "ambulatory surgery center"},
    Meaning{"85", "critical access hospital"},
};

constexpr std::array elements = {
    Element{"98", entity},
    Element{"1065", entity_type},
    Element{"66", id_qualifier},
    Element{"735", level},
    Element{"736", child},
    Element{"1138", responsibility},
    Element{"1069", relationship},
    Element{"1032", filing},
    Element{"1331", place},
    Element{type_of_bill, facility},
    Element{"1332", facility_qualifier},
    Element{"1325", frequency},
    Element{"1073", yes_no},
    Element{"1359", assignment},
    Element{"1363", release},
    Element{"1270", diagnosis_qualifier},
    Element{"235", product_qualifier},
    Element{"234", product},
    Element{"1339", modifier},
    Element{"355", unit},
    Element{"374", date_qualifier},
    Element{"1250", date_format},
    Element{"128", reference},
    Element{"363", note},
    Element{"1221", provider},
    Element{"1068", gender},
    Element{"365", contact},
    Element{"1033", adjustment_group},
    Element{"522", amount},
    Element{"1315", admission_type},
    Element{"1314", admission_source},
    Element{"1352", patient_status},
    Element{"366", contact_function},
    Element{"1351", signature_source},
    Element{"755", attachment_kind},
    Element{"756", attachment_way},
};

}  // namespace

std::string_view code_meaning(std::string_view data_element, std::string_view code) {
  for (auto const &element : elements) {
    if (element.number != data_element) continue;
    auto const at = std::find_if(element.meanings.begin(), element.meanings.end(),
                                 [&](Meaning const &meaning) { return meaning.code == code; });
    return at == element.meanings.end() ? std::string_view() : at->text;
  }
  return {};
}

}  // namespace noc837::explain
