// SPDX-License-Identifier: Apache-2.0
// Prints what stands on the drug lines of a claim file:
//   cmake -B build && cmake --build build && build/drug-lines FILE
#include <iostream>
#include <noc837/noc837.hpp>

int main(int argc, char **argv) {
  if (argc != 2) {
    std::cerr << "usage: drug-lines FILE\n";
    return 2;
  }
  namespace noc = noc837::api;
  try {
    auto const totals = noc::check_file(argv[1], {}, [](noc::Claim const &claim) {
      for (auto const &line : claim.drug_lines) {
        std::cout << "claim " << claim.id << " line " << line.number << ": " << line.procedure
                  << " " << line.text_name << " " << line.ndc << ", charge " << line.charge << "\n";
      }
      for (auto const &finding : claim.findings) {
        std::cout << "  " << finding.rule << " " << finding.element << " [" << finding.status
                  << "] " << finding.message << "\n";
      }
    });
    std::cout << totals.drug_lines << " drug lines in " << totals.claims << " claims, "
              << totals.claims_flagged << " claims flagged\n";
    return totals.claims_flagged == 0 ? 0 : 1;
  } catch (noc::Failure const &failure) {
    std::cerr << failure.what() << "\n";
    return 3;
  }
}
