// SPDX-License-Identifier: Apache-2.0
// Tables of a few rows, built in memory and written to a file that goes away.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "support/catch.hpp"
#include "tables/builder.hpp"
#include "tables/tables.hpp"

namespace noc837::test {

/// A file with these bytes, in a folder of its own.
class ScratchFile {
 public:
  explicit ScratchFile(std::string_view bytes, std::string const &name = "file") {
    std::string pattern =
        (std::filesystem::temp_directory_path() / "noc837-tables-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    folder_ = pattern;
    path_ = (folder_ / name).string();
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~ScratchFile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  ScratchFile(ScratchFile const &) = delete;
  ScratchFile &operator=(ScratchFile const &) = delete;

  [[nodiscard]] std::string const &path() const { return path_; }

 private:
  std::filesystem::path folder_;
  std::string path_;
};

inline std::string const package_head =
    "PRODUCTID\tPRODUCTNDC\tNDCPACKAGECODE\tPACKAGEDESCRIPTION\tSTARTMARKETINGDATE\t"
    "ENDMARKETINGDATE\tNDC_EXCLUDE_FLAG\tSAMPLE_PACKAGE\n";
inline std::string const product_head =
    "PRODUCTID\tPROPRIETARYNAME\tPROPRIETARYNAMESUFFIX\tNONPROPRIETARYNAME\tDOSAGEFORMNAME\t"
    "ROUTENAME\tSTARTMARKETINGDATE\tENDMARKETINGDATE\tMARKETINGCATEGORYNAME\tLABELERNAME\t"
    "SUBSTANCENAME\tACTIVE_NUMERATOR_STRENGTH\tACTIVE_INGRED_UNIT\tNDC_EXCLUDE_FLAG\n";
inline std::string const crosswalk_head =
    "_2026_CODE,Short Description,LABELER NAME,NDC2,Drug Name,HCPCS dosage,PKG SIZE,PKG QTY,"
    "BILLUNITS,BILLUNITSPKG,,\n";

}  // namespace noc837::test
