// SPDX-License-Identifier: Apache-2.0
#include "claims/drug_text.hpp"

#include <string>
#include <string_view>

#include "support/catch.hpp"

using noc837::claims::DrugText;
using noc837::claims::is_annotation;
using noc837::claims::read_drug_text;
using noc837::claims::shipped_vocabulary;

namespace {

/// What a narrative says; a part that is not named must be empty.
struct Row {
  std::string_view typed;
  std::string_view name = {};
  std::string_view strength = {};
  std::string_view dose = {};
  std::string_view count = {};
  std::string_view route = {};
  std::string_view ndc = {};  ///< in eleven digits; "?" where it cannot be known
  std::string_view unit = {};
  std::string_view quantity = {};
  std::string_view lot = {};
  std::string_view price = {};
};

constexpr Row rows[] = {
    // What the payers' instructions ask for.
    {.typed = "KETOROLAC 30MG/ML 15MG IV NDC 00409-3795-01",
     .name = "KETOROLAC",
     .strength = "30MG/ML",
     .dose = "15MG",
     .route = "IV",
     .ndc = "00409379501"},
    {.typed = "KETOROLAC 15MG IV", .name = "KETOROLAC", .dose = "15MG", .route = "IV"},
    {.typed = "ketorolac tromethamine 15 mg im",
     .name = "ketorolac tromethamine",
     .dose = "15 mg",
     .route = "im"},
    {.typed = "TESTOPEL PELLET 75MG X10 SUBQ INV $1200",
     .name = "TESTOPEL PELLET",
     .strength = "75MG",
     .dose = "75MG X10",
     .count = "10",
     .route = "SUBQ",
     .price = "1200"},
    {.typed = "TESTOPEL 75MGX10 SUBQ",
     .name = "TESTOPEL",
     .strength = "75MG",
     .dose = "75MGX10",
     .count = "10",
     .route = "SUBQ"},
    {.typed = "TESTOPEL 10 X 75MG SC",
     .name = "TESTOPEL",
     .strength = "75MG",
     .dose = "10 X 75MG",
     .count = "10",
     .route = "SC"},
    {.typed = "TESTOPEL 75MG X 10 PELLETS",
     .name = "TESTOPEL",
     .strength = "75MG",
     .dose = "75MG X 10",
     .count = "10"},
    {.typed = "TESTOPEL 10 PELLETS 75MG", .name = "TESTOPEL", .dose = "75MG"},
    {.typed = "TESTOPEL 10 PELLETS", .name = "TESTOPEL", .dose = "10 PELLETS"},
    {.typed = "Sod Chl 0.9% see NDC#", .name = "Sod Chl", .strength = "0.9%"},
    {.typed = "SOD CHL 0.9%", .name = "SOD CHL", .strength = "0.9%"},
    {.typed = "SODIUM CHLORIDE 0.9 % 500 ML IV",
     .name = "SODIUM CHLORIDE",
     .strength = "0.9 %",
     .dose = "500 ML",
     .route = "IV"},
    {.typed = "5-FLUOROURACIL 500MG IV PUSH",
     .name = "5-FLUOROURACIL",
     .dose = "500MG",
     .route = "IV PUSH"},
    {.typed = "5FU 500MG IVP", .name = "5FU", .dose = "500MG", .route = "IVP"},
    {.typed = "17-ALPHA HYDROXYPROGESTERONE 250MG IM",
     .name = "17-ALPHA HYDROXYPROGESTERONE",
     .dose = "250MG",
     .route = "IM"},
    {.typed = "VITAMIN B12 1000MCG/ML 1ML IM",
     .name = "VITAMIN B12",
     .strength = "1000MCG/ML",
     .dose = "1ML",
     .route = "IM"},
    {.typed = "B-12 1,000 MCG IM", .name = "B-12", .dose = "1,000 MCG", .route = "IM"},
    {.typed = "HEPARIN 1,000 UNITS/ML 10,000 UNITS IV",
     .name = "HEPARIN",
     .strength = "1,000 UNITS/ML",
     .dose = "10,000 UNITS",
     .route = "IV"},
    {.typed = "INSULIN U-100 10 UNITS SC",
     .name = "INSULIN",
     .strength = "U-100",
     .dose = "10 UNITS",
     .route = "SC"},
    {.typed = "EPINEPHRINE 1:1000 0.3ML IM",
     .name = "EPINEPHRINE",
     .strength = "1:1000",
     .dose = "0.3ML",
     .route = "IM"},
    {.typed = "PENICILLIN G BENZATHINE 1.2 MILLION UNITS IM",
     .name = "PENICILLIN G BENZATHINE",
     .dose = "1.2 MILLION UNITS",
     .route = "IM"},
    {.typed = "KETAMINE 50MG/2ML", .name = "KETAMINE", .strength = "50MG/2ML"},
    {.typed = "KETAMINE 10 MG / ML 40 MG IV",
     .name = "KETAMINE",
     .strength = "10 MG / ML",
     .dose = "40 MG",
     .route = "IV"},
    {.typed = "KETAMINE 10 MG PER ML", .name = "KETAMINE", .strength = "10 MG PER ML"},
    {.typed = "KETAMINE 10MG ML", .name = "KETAMINE", .strength = "10MG ML"},
    {.typed = "IBUPROFEN 5MG/KG 350 MG IV",
     .name = "IBUPROFEN",
     .strength = "5MG/KG",
     .dose = "350 MG",
     .route = "IV"},
    {.typed = "ACETAMINOPHEN 1GM IV WT 70 KG",
     .name = "ACETAMINOPHEN",
     .dose = "1GM",
     .route = "IV"},
    {.typed = "PIPERACILLIN-TAZOBACTAM 3-0.375 GM",
     .name = "PIPERACILLIN-TAZOBACTAM",
     .strength = "3-0.375 GM"},
    {.typed = "BUPIVACAINE/MELOXICAM 60/1.8 MG", .name = "BUPIVACAINE", .strength = "60/1.8 MG"},
    {.typed = "CEFTRIAXONE 1 G VIAL", .name = "CEFTRIAXONE", .dose = "1 G"},
    {.typed = "1 VIAL CEFTRIAXONE 500MG IM", .name = "CEFTRIAXONE", .dose = "500MG", .route = "IM"},
    {.typed = "BUPIVACAINE LIPOSOME 2 VIALS", .name = "BUPIVACAINE LIPOSOME", .dose = "2 VIALS"},
    {.typed = "TRIAMCINOLONE .5ML INTRA-ARTICULAR",
     .name = "TRIAMCINOLONE",
     .dose = ".5ML",
     .route = "INTRA-ARTICULAR"},
    {.typed = "DEPO-MEDROL 40MG/ML 1CC I.M.",
     .name = "DEPO-MEDROL",
     .strength = "40MG/ML",
     .dose = "1CC",
     .route = "I.M"},
    {.typed = "TECHNETIUM 5 MCI IV", .name = "TECHNETIUM", .dose = "5 MCI", .route = "IV"},
    {.typed = "POTASSIUM CHLORIDE 20 MEQ IVPB",
     .name = "POTASSIUM CHLORIDE",
     .dose = "20 MEQ",
     .route = "IVPB"},
    {.typed = "DRUG: KETOROLAC, DOSE: 15MG, ROUTE: IM, QTY: 1",
     .name = "KETOROLAC",
     .dose = "15MG",
     .count = "1",
     .route = "IM"},
    {.typed = "QTY 2 VIALS KETOROLAC", .name = "KETOROLAC", .dose = "2 VIALS"},
    {.typed = "INJECTION KETOROLAC", .name = "KETOROLAC"},
    {.typed = "KETOROLAC INJ 15MG", .name = "KETOROLAC", .dose = "15MG"},
    {.typed = "KETOROLAC15MG", .name = "KETOROLAC", .dose = "15MG"},
    {.typed = "KETOROLAC-15MG", .name = "KETOROLAC", .dose = "15MG"},
    {.typed = "KETOROLAC.15MG", .name = "KETOROLAC", .dose = ".15MG"},
    {.typed = "KETOROLAC (TORADOL) 15MG", .name = "KETOROLAC", .dose = "15MG"},
    {.typed = "FENTANYL 50 \xb5g IV", .name = "FENTANYL", .dose = "50 \xb5g", .route = "IV"},
    {.typed = "FENTANYL 50\xc2\xb5g IV", .name = "FENTANYL", .dose = "50\xc2\xb5g", .route = "IV"},
    {.typed = "DEXAMETHASONE 4MG DISCARDED 6MG", .name = "DEXAMETHASONE", .dose = "4MG"},
    {.typed = "NAD+ 500MG IV", .name = "NAD", .dose = "500MG", .route = "IV"},

    // The paper form's shaded line.
    {.typed = "N412345678901UN1.5", .ndc = "12345678901", .unit = "UN", .quantity = "1.5"},
    {.typed = "N412345678901 UN1", .ndc = "12345678901", .unit = "UN", .quantity = "1"},
    {.typed = "N400409379501 ML1 KETOROLAC 15MG IV",
     .name = "KETOROLAC",
     .dose = "15MG",
     .route = "IV",
     .ndc = "00409379501",
     .unit = "ML",
     .quantity = "1"},
    {.typed = "N4 12345678901 ML10 ONDANSETRON",
     .name = "ONDANSETRON",
     .ndc = "12345678901",
     .unit = "ML",
     .quantity = "10"},
    {.typed = "NDC:0409-3795-01 ML 1", .ndc = "00409379501", .unit = "ML", .quantity = "1"},
    {.typed = "NDC# 63323-249-10 KETOROLAC", .name = "KETOROLAC", .ndc = "63323024910"},
    {.typed = "NDC NO. 12345-6789-1", .ndc = "12345678901"},
    {.typed = "NDC 0409 3795 01 UN 2", .ndc = "00409379501", .unit = "UN", .quantity = "2"},
    {.typed = "NDC (00409-3795-01)", .ndc = "00409379501"},
    {.typed = "NDC-00409379501", .ndc = "00409379501"},
    {.typed = "ndc 00409379501 un1", .ndc = "00409379501", .unit = "un", .quantity = "1"},
    {.typed = "KETOROLAC 00409-3795-01", .name = "KETOROLAC", .ndc = "00409379501"},
    {.typed = "KETOROLAC 00409379501 15MG",
     .name = "KETOROLAC",
     .dose = "15MG",
     .ndc = "00409379501"},
    {.typed = "00409379501ML1 KETOROLAC",
     .name = "KETOROLAC",
     .ndc = "00409379501",
     .unit = "ML",
     .quantity = "1"},
    {.typed = "NDC 0409379501 KETOROLAC", .name = "KETOROLAC", .ndc = "?"},
    {.typed = "NDC 00409379501 10 20", .ndc = "00409379501"},
    {.typed = "NDC *0409-3795-01", .ndc = "00409379501"},
    {.typed = "NDC *409-3795-01"},
    {.typed = "NDC 00409379501 ML 15 MG", .dose = "15 MG", .ndc = "00409379501"},

    // Lots, prices, dates, numbers that are nothing of the kind.
    {.typed = "KETOROLAC 15MG LOT A1234 EXP 09/2027",
     .name = "KETOROLAC",
     .dose = "15MG",
     .lot = "A1234"},
    {.typed = "BOTULISM ANTITOXIN LOT# 55-B", .name = "BOTULISM ANTITOXIN", .lot = "55-B"},
    {.typed = "CALAMINE LOTION", .name = "CALAMINE LOTION"},
    {.typed = "KETOROLAC INVOICE COST: 1,200.00", .name = "KETOROLAC", .price = "1,200.00"},
    {.typed = "KETOROLAC $45.50", .name = "KETOROLAC", .price = "45.50"},
    {.typed = "KETOROLAC INV #88213", .name = "KETOROLAC"},
    {.typed = "KETOROLAC GIVEN 09-14-2026", .name = "KETOROLAC"},
    {.typed = "KETOROLAC 2026-09-14 15MG", .name = "KETOROLAC", .dose = "15MG"},
    {.typed = "CALL 800-555-0100", .name = "CALL"},
    {.typed = "ZIP 30301-1234"},
    {.typed = "12345678901234"},

    // Text that names nothing.
    {.typed = ""},
    {.typed = "   "},
    {.typed = "UNCLASSIFIED DRUG"},
    {.typed = "SEE NOTES"},
    {.typed = "J3490 INJECTION"},
    {.typed = "SEE ATTACHED INVOICE"},
    {.typed = "NDC"},
    {.typed = "N4"},
    {.typed = "+"},
    {.typed = "/ / // ---- ... :::"},
    {.typed = "NOC837 NDC05 ndc-ten-digit-ambiguous KETOROLAC 15MG IV"},

    // Hostile text.
    {.typed = "\xff\xfe\x80 KETOROLAC\xa0"
              "15MG\xff",
     .name = "KETOROLAC",
     .dose = "15MG"},
    {.typed = std::string_view("KETO\0ROLAC", 10), .name = "KETO"},
    {.typed = "999999999999999999999999999999MG"},
    {.typed = "MG/ML MG/ML"},
    {.typed = "X"},
    {.typed = "15MG/", .dose = "15MG"},
    {.typed = "N4N4N4 NDCNDC", .name = "N4N4N4 NDCNDC"},
};

std::string_view ndc_of(DrugText const &text) {
  if (text.ndcs.empty()) return {};
  return text.ndcs[0].ndc.known() ? std::string_view(text.ndcs[0].ndc.eleven) : "?";
}

}  // namespace

TEST_CASE("A narrative is sorted into what a payer asks for", "[drug_text]") {
  for (Row const &row : rows) {
    CAPTURE(row.typed);
    DrugText const text = read_drug_text(row.typed);
    CHECK(text.name.view() == row.name);
    CHECK(text.strength.view() == row.strength);
    CHECK(text.dose.view() == row.dose);
    CHECK(text.count.view() == row.count);
    CHECK(text.route.view() == row.route);
    CHECK(ndc_of(text) == row.ndc);
    CHECK((text.ndcs.empty() ? "" : text.ndcs[0].unit.view()) == row.unit);
    CHECK((text.ndcs.empty() ? "" : text.ndcs[0].quantity.view()) == row.quantity);
    CHECK(text.lot.view() == row.lot);
    CHECK(text.price.view() == row.price);
  }
}

TEST_CASE("Stop words alone say nothing", "[drug_text]") {
  for (auto const *typed :
       {"UNCLASSIFIED DRUG", "injection", "SEE NOTES", "J3490", "NDC", "99070"}) {
    CAPTURE(typed);
    CHECK(read_drug_text(typed).only_stop_words);
  }
  for (auto const *typed : {"", "...", "KETOROLAC", "SOD CHL 0.9%", "5-FU INJ"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_drug_text(typed).only_stop_words);
  }
  CHECK(shipped_vocabulary().is_stop_word("Unclassified"));
  CHECK(shipped_vocabulary().is_stop_word("j3490"));
  CHECK_FALSE(shipped_vocabulary().is_stop_word("STERILE"));
}

TEST_CASE("Compounds are drugs joined by a plus sign, or say so", "[drug_text]") {
  for (auto const *typed : {"CMPD KETAMINE", "compounded ketamine", "KETAMINE + LIDOCAINE",
                            "KETAMINE+LIDOCAINE", "KETAMINE 50MG + 1% LIDOCAINE"}) {
    CAPTURE(typed);
    CHECK(read_drug_text(typed).compound);
  }
  for (auto const *typed : {"NAD+ 500MG", "NAD+ INFUSION", "KETAMINE", "+KETAMINE", "KETAMINE +"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_drug_text(typed).compound);
  }
}

TEST_CASE("An amount per volume is a concentration", "[drug_text]") {
  for (auto const *typed : {"10 MG/ML", "50MG/2ML", "10MG PER CC", "10 MG ML", "1,000 UNITS/ML"}) {
    CAPTURE(typed);
    CHECK(read_drug_text(typed).concentration);
  }
  for (auto const *typed : {"10 MG", "5 MG/KG", "0.9%", "100 MG/VIAL", "15MG ML1", "10 MG 1 ML"}) {
    CAPTURE(typed);
    CHECK_FALSE(read_drug_text(typed).concentration);
  }
}

TEST_CASE("Every NDC and every route is kept", "[drug_text]") {
  auto const text = read_drug_text("N400409379501 ML1 IV N463323024910 UN2 IM");
  REQUIRE(text.ndcs.size() == 2);
  CHECK(text.ndcs[1].ndc.eleven == "63323024910");
  CHECK(text.ndcs[1].quantity == "2");
  REQUIRE(text.routes.size() == 2);
  CHECK(text.routes[1] == "IM");
}

TEST_CASE("A date of service is told from an expiry date", "[drug_text]") {
  for (auto const *typed : {"09/14/2026", "9-14-26", "2026-09-14", "20260914"}) {
    CAPTURE(typed);
    CHECK(read_drug_text(typed).date == typed);
  }
  CHECK(read_drug_text("EXP 09/14/2026").date.empty());
  CHECK(read_drug_text("800-555-0100").date.empty());
}

TEST_CASE("What this program wrote is no narrative", "[drug_text]") {
  CHECK(is_annotation("NOC837 DSC01"));
  CHECK_FALSE(is_annotation("NOC8370"));
  CHECK_FALSE(read_drug_text("NOC837 DSC01 KETOROLAC").has_words);
}

TEST_CASE("Long text is read in time in proportion to its length", "[drug_text]") {
  for (auto const *piece : {"1", "1,", "111,", "1 ", " ", "A1", "INV ", "X 1 ", "1-", "NDC ", "N4",
                            "10 MG ", "1/", "LOT ", "*", ".1", "\xb5"}) {
    CAPTURE(piece);
    std::string long_text;
    while (long_text.size() < 20'000) long_text += piece;
    CHECK(read_drug_text(long_text).text.size() == long_text.size());
  }
}
