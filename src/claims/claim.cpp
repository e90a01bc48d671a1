// SPDX-License-Identifier: Apache-2.0
#include "claims/claim.hpp"

#include <algorithm>
#include <array>

#include "edi/elements.hpp"

namespace noc837::claims {
namespace {

using edi::tag;

/// Where in a service line the reading is; the guides put the loops in this order.
enum class Phase : std::uint8_t { service, drug, later };

bool is_drug_ref(grammar::Ref const &ref) {
  auto const qualifier = edi::trim(ref.qualifier.view());
  return edi::equal_folded(qualifier, "XZ") || edi::equal_folded(qualifier, "VY");
}

/// What HI's qualifiers say, for diagnoses and procedures.
struct HealthQualifier {
  std::string_view text;
  CodeList list;
  bool principal = false;
  bool supports = false;
};
constexpr std::array health_qualifiers = {
    HealthQualifier{"ABK", CodeList::icd10, true, true},
    HealthQualifier{"ABF", CodeList::icd10, false, true},
    HealthQualifier{"BK", CodeList::icd9, true, true},
    HealthQualifier{"BF", CodeList::icd9, false, true},
    HealthQualifier{"ABJ", CodeList::icd10},
    HealthQualifier{"APR", CodeList::icd10},
    HealthQualifier{"ABN", CodeList::icd10},
    HealthQualifier{"BJ", CodeList::icd9},
    HealthQualifier{"PR", CodeList::icd9},
    HealthQualifier{"BN", CodeList::icd9},
};

Diagnosis diagnosis_of(Index at, std::size_t element, grammar::HealthCode const &code) {
  auto const qualifier = edi::trim(code.qualifier.view());
  for (auto const &known : health_qualifiers) {
    if (!edi::equal_folded(qualifier, known.text)) continue;
    return {at, element, code, known.list, known.principal, known.supports};
  }
  return {at, element, code};
}

/// Qualifiers of procedure code lists other than HCPCS: a J3490 there is another list's code.
bool is_other_list(std::string_view qualifier) {
  constexpr std::array<std::string_view, 4> other_lists = {"ER", "HP", "IV", "WK"};
  return std::any_of(other_lists.begin(), other_lists.end(),
                     [&](auto other) { return edi::equal_folded(qualifier, other); });
}

class Reader {
 public:
  Reader(Claim &claim, grammar::Watch const &watched, NarrativeReader &narratives)
      : claim_(claim), watched_(watched), narratives_(narratives) {}

  void read() {
    auto const &segments = *claim_.segments;
    Index at = 0;
    for (; at < segments.size() && segments[at].id != tag("LX") && !is_service(segments[at].id);
         ++at) {
      read_claim_segment(at);
    }
    while (at < segments.size()) {
      ServiceLine &line = claim_.lines.emplace_back();
      line.begin = at;
      if (is_service(segments[at].id)) line.service = at;
      for (++at; at < segments.size() && segments[at].id != tag("LX"); ++at) {
        if (!is_service(segments[at].id)) continue;
        if (line.service) break;  // a second service segment without LX begins a line of its own
        line.service = at;
      }
      line.end = at;
      read_line(line);
    }
    if (claim_.drug_lines.empty()) return;
    for (auto const &note : claim_.notes) {
      narratives_.read(note.value.text.view(), claim_.note_texts.emplace_back());
    }
  }

 private:
  static bool is_service(edi::Tag id) { return id == tag("SV1") || id == tag("SV2"); }

  [[nodiscard]] std::string_view text(Index at) const { return (*claim_.segments)[at].text; }

  void read_claim_segment(Index at) {
    auto const &d = claim_.delimiters;
    switch ((*claim_.segments)[at].id) {
      case tag("CLM"):
        claim_.header = grammar::read_clm(text(at), d);
        break;
      case tag("NTE"):
        if (claim_.other_payers == 0) claim_.notes.push_back({at, grammar::read_nte(text(at), d)});
        break;
      case tag("DTP"):
        if (claim_.other_payers == 0) claim_.dates.push_back({at, grammar::read_dtp(text(at), d)});
        break;
      case tag("REF"):
        if (!in_provider_ && claim_.other_payers == 0) {
          claim_.refs.push_back({at, grammar::read_ref(text(at), d)});
        }
        break;
      case tag("PWK"):
        claim_.pwk.push_back({at, grammar::read_pwk(text(at), d)});
        break;
      case tag("K3"):
        claim_.k3.push_back({at, grammar::read_k3(text(at), d)});
        break;
      case tag("HI"):
        read_diagnoses(at);
        break;
      case tag("SBR"):
        ++claim_.other_payers;
        break;
      case tag("NM1"): {
        in_provider_ = true;
        if (claim_.other_payers != 0) break;
        auto const &name =
            claim_.names.emplace_back(At<grammar::Nm1>{at, grammar::read_nm1(text(at), d)}).value;
        if (edi::equal_folded(name.entity.view(), "82")) claim_.rendering_npi = name.id;
        break;
      }
      default:
        break;
    }
  }

  void read_diagnoses(Index at) {
    codes_.clear();
    grammar::read_hi(text(at), claim_.delimiters, codes_);
    for (std::size_t i = 0; i < codes_.size(); ++i) {
      claim_.diagnoses.push_back(diagnosis_of(at, i + 1, codes_[i]));
    }
  }

  void read_line(ServiceLine &line) {
    auto const &d = claim_.delimiters;
    if ((*claim_.segments)[line.begin].id == tag("LX")) {
      line.number = grammar::read_lx(text(line.begin), d).number;
    }
    if (!line.service) return;
    line.institutional = (*claim_.segments)[*line.service].id == tag("SV2");
    auto const head = line.institutional ? grammar::read_sv2_head(text(*line.service), d)
                                         : grammar::read_sv1_head(text(*line.service), d);
    line.revenue = head.revenue;
    line.procedure.qualifier = head.qualifier;
    line.procedure.code = head.code;
    line.charge = head.charge;
    line.watched =
        watched_.has(head.code.view()) && !is_other_list(edi::trim(head.qualifier.view()));
    if (!line.watched) return;
    read_rest(text(*line.service), line);
    line.insert_drug = end_of_service(line);
    read_drug_line(line);
  }

  /// Where the segments of 2400 itself end, and those of the loops in it begin.
  [[nodiscard]] Index end_of_service(ServiceLine const &line) const {
    for (Index at = *line.service; at < line.end; ++at) {
      auto const id = (*claim_.segments)[at].id;
      if (id == tag("NM1") || id == tag("SVD") || id == tag("LQ")) return at;
    }
    return line.end;
  }

  /// Reads what only drug lines are asked for.
  void read_rest(std::string_view service, ServiceLine &line) const {
    if (line.institutional) {
      auto const sv2 = grammar::read_sv2(service, claim_.delimiters);
      line.procedure = sv2.procedure;
      line.basis = sv2.basis;
      line.units = sv2.units;
      line.noncovered = sv2.noncovered;
    } else {
      auto const sv1 = grammar::read_sv1(service, claim_.delimiters);
      line.procedure = sv1.procedure;
      line.basis = sv1.basis;
      line.units = sv1.units;
      line.place = sv1.place;
      line.pointers = sv1.pointers;
    }
  }

  void read_drug_line(ServiceLine const &line) {
    DrugLine &drug = claim_.drug_lines.emplace_back();
    drug.line = claim_.lines.size() - 1;
    drug.rendering_npi = claim_.rendering_npi;
    Phase phase = Phase::service;
    for (Index at = line.begin; at < line.end; ++at) read_drug_segment(at, phase, drug);
    narratives_.read(line.procedure.description.view(), drug.description);
    for (auto const &note : drug.notes) {
      narratives_.read(note.value.text.view(), drug.note_texts.emplace_back());
    }
  }

  void read_drug_segment(Index at, Phase &phase, DrugLine &drug) {
    auto const &d = claim_.delimiters;
    auto const drug_segment = [&] {
      if (phase == Phase::later || !claim_.lines.back().service ||
          *claim_.lines.back().service > at) {
        drug.misplaced = true;
      }
      if (phase == Phase::service) phase = Phase::drug;
      drug.segments.push_back({at, "2410"});
    };
    // A 2400 segment after the drug loop: the loop came too early.
    auto const line_segment = [&] {
      if (phase == Phase::drug) drug.misplaced = true;
    };
    switch ((*claim_.segments)[at].id) {
      case tag("LIN"):
        drug_segment();
        read_drug_loop(at, drug.loops.emplace_back());
        break;
      case tag("CTP"): {
        drug_segment();
        At<grammar::Ctp> const ctp{at, grammar::read_ctp(text(at), d)};
        if (drug.loops.empty() || drug.loops.back().ctp) {
          drug.loose_ctp.push_back(ctp);
        } else {
          drug.loops.back().ctp = ctp;
        }
        break;
      }
      case tag("REF"): {
        At<grammar::Ref> const ref{at, grammar::read_ref(text(at), d)};
        if (is_drug_ref(ref.value)) {
          drug_segment();
          if (drug.loops.empty()) {
            drug.loose_refs.push_back(ref);
          } else {
            drug.loops.back().refs.push_back(ref);
          }
        } else if (phase != Phase::later) {
          line_segment();
          drug.refs.push_back(ref);
        }
        break;
      }
      case tag("NTE"):
        line_segment();
        drug.segments.push_back({at, "2400"});
        drug.notes.push_back({at, grammar::read_nte(text(at), d)});
        break;
      case tag("K3"):
        line_segment();
        drug.k3.push_back({at, grammar::read_k3(text(at), d)});
        break;
      case tag("PWK"):
        line_segment();
        drug.pwk.push_back({at, grammar::read_pwk(text(at), d)});
        break;
      case tag("DTP"):
        if (phase == Phase::later) break;  // 2430 DTP*573
        line_segment();
        drug.dates.push_back({at, grammar::read_dtp(text(at), d)});
        if (auto const &date = drug.dates.back().value; date.qualifier == "472") {
          drug.service_date = grammar::read_period(date.format.view(), date.period.view());
        }
        break;
      case tag("SVD"):
        phase = Phase::later;
        drug.adjudications.push_back({at, grammar::read_svd(text(at), d)});
        break;
      case tag("NM1"): {
        phase = Phase::later;
        auto const &name =
            drug.names.emplace_back(At<grammar::Nm1>{at, grammar::read_nm1(text(at), d)}).value;
        if (name.entity == "82") drug.rendering_npi = name.id;
        break;
      }
      case tag("LQ"):
        phase = Phase::later;
        break;
      case tag("SV1"):
      case tag("SV2"):
        line_segment();
        phase = Phase::service;  // a loop that stands before it is in the wrong place
        drug.segments.push_back({at, "2400"});
        break;
      case tag("AMT"):
      case tag("HCP"):
      case tag("PS1"):
      case tag("CN1"):
      case tag("MEA"):
      case tag("QTY"):
      case tag("CRC"):
        line_segment();
        break;
      default:
        break;
    }
  }

  void read_drug_loop(Index at, DrugLoop &loop) const {
    loop.lin = {at, grammar::read_lin(text(at), claim_.delimiters)};
    loop.ndc = grammar::read_ndc(loop.lin.value.id.view());
  }

  Claim &claim_;
  grammar::Watch const &watched_;
  NarrativeReader &narratives_;
  grammar::HealthCodes codes_;
  bool in_provider_ = false;
};

}  // namespace

At<grammar::Nte> const *DrugLine::note(std::string_view code, std::string_view or_code) const {
  for (auto const &note : notes) {
    auto const have = edi::trim(note.value.code.view());
    if (edi::equal_folded(have, code) || (!or_code.empty() && edi::equal_folded(have, or_code))) {
      return &note;
    }
  }
  return nullptr;
}

std::string Claim::type_of_bill() const {
  if (!institutional()) return {};
  return "0" + std::string(header.facility.view()) + std::string(header.frequency.view());
}

std::string_view Claim::place_of_service(ServiceLine const &line) const {
  if (!professional()) return {};
  return line.place.empty() ? header.facility.view() : line.place.view();
}

Index Claim::note_place(ServiceLine const &line) const {
  for (Index at = line.begin; at < line.end; ++at) {
    switch (segment(at).id) {
      case tag("PS1"):
      case tag("HCP"):
      case tag("LIN"):
      case tag("CTP"):
      case tag("NM1"):
      case tag("SVD"):
      case tag("LQ"):
        return at;
      default:
        break;
    }
  }
  return line.end;
}

void read_claim(edi::Segments const &segments, edi::Delimiters const &delimiters, edi::Guide guide,
                Levels const &levels, grammar::Watch const &watched, NarrativeReader &narratives,
                Claim &claim) {
  claim.segments = &segments;
  claim.delimiters = delimiters;
  claim.guide = guide;
  claim.levels = levels;
  claim.header = {};
  claim.notes.clear();
  claim.note_texts.clear();
  claim.dates.clear();
  claim.refs.clear();
  claim.pwk.clear();
  claim.k3.clear();
  claim.diagnoses.clear();
  claim.names.clear();
  claim.rendering_npi = {};
  claim.other_payers = 0;
  claim.lines.clear();
  claim.drug_lines.clear();
  Reader(claim, watched, narratives).read();
}

Claim read_claim(edi::Segments const &segments, edi::Delimiters const &delimiters, edi::Guide guide,
                 Levels const &levels, grammar::Watch const &watched,
                 Vocabulary const &vocabulary) {
  Claim claim;
  NarrativeReader narratives(vocabulary);
  read_claim(segments, delimiters, guide, levels, watched, narratives, claim);
  return claim;
}

}  // namespace noc837::claims
