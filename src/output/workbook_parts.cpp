// SPDX-License-Identifier: Apache-2.0
#include "output/workbook_parts.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <unzip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace noc837::output {
namespace {

constexpr std::size_t block_size = 65'536;

struct Close {
  void operator()(void *archive) const { unzClose(archive); }
};
using Archive = std::unique_ptr<void, Close>;

std::string name_of_part(void *archive) {
  std::array<char, 256> name{};
  unzGetCurrentFileInfo64(archive, nullptr, name.data(), name.size() - 1, nullptr, 0, nullptr, 0);
  return name.data();
}

/// Appends the next bytes of a part; false at its end, or where it cannot be read.
bool read_more(void *archive, std::string &text) {
  auto const held = text.size();
  text.resize(held + block_size);
  int const got = unzReadCurrentFile(archive, text.data() + held, block_size);
  text.resize(held + static_cast<std::size_t>(std::max(got, 0)));
  return got > 0;
}

/// The name of the document's element; empty for what is no document.
std::string root_of(std::string_view text) {
  auto const declared = text.find("?>");
  auto const begin = text.find('<', declared);
  if (!text.starts_with("<?xml") || begin == std::string_view::npos) return {};
  return std::string(text.substr(begin + 1, text.find_first_of(" >", begin) - begin - 1));
}

/// Reads the rows of a sheet off `text` and what follows it; false where others stand there.
bool has_rows(void *archive, std::string &text, KeptRows const &rows) {
  constexpr std::string_view before = "<sheetData>";
  auto const begin = text.find(before);
  if (begin == std::string::npos) return false;
  text.erase(0, begin + before.size());
  for (std::size_t seen = 0; seen < rows.size();) {
    if (text.empty() && !read_more(archive, text)) return false;
    auto const size = std::min(text.size(), rows.size() - seen);
    if (!rows.holds(std::string_view(text).substr(0, size), seen)) return false;
    text.erase(0, size);
    seen += size;
  }
  return true;
}

/// True for a part that is a document from its first byte to its last.
bool is_whole_part(void *archive, KeptRows const *rows) {
  std::string text;
  read_more(archive, text);
  auto const root = root_of(text);
  if (root.empty() || (rows != nullptr && !has_rows(archive, text, *rows))) return false;
  while (read_more(archive, text)) {
  }
  if (text.ends_with('\n')) text.pop_back();
  return text.ends_with(fmt::format("</{}>", root));
}

}  // namespace

KeptRows::KeptRows(std::FILE *file) : descriptor_(::dup(::fileno(file))) {
  struct stat status {};
  if (::fstat(descriptor_, &status) == 0) size_ = static_cast<std::size_t>(status.st_size);
}

KeptRows::KeptRows(KeptRows &&other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), size_(other.size_) {}

KeptRows::~KeptRows() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool KeptRows::holds(std::string_view text, std::size_t offset) const {
  std::string kept(text.size(), '\0');
  auto const got = ::pread(descriptor_, kept.data(), kept.size(), static_cast<off_t>(offset));
  return got == static_cast<ssize_t>(text.size()) && kept == text;
}

bool is_whole(std::string const &workbook, std::vector<KeptRows> const &sheets) {
  Archive const archive(unzOpen64(workbook.c_str()));
  if (!archive) return false;
  std::size_t sheets_seen = 0;
  int at = unzGoToFirstFile(archive.get());
  for (; at == UNZ_OK; at = unzGoToNextFile(archive.get())) {
    if (unzOpenCurrentFile(archive.get()) != UNZ_OK) return false;
    auto const name = name_of_part(archive.get());
    KeptRows const *rows = nullptr;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      if (name == fmt::format("xl/worksheets/sheet{}.xml", i + 1)) rows = &sheets[i];
    }
    if (rows != nullptr) ++sheets_seen;
    bool const whole = is_whole_part(archive.get(), rows);
    // Tells when the part is not what its checksum says.
    if (unzCloseCurrentFile(archive.get()) != UNZ_OK || !whole) return false;
  }
  return at == UNZ_END_OF_LIST_OF_FILE && sheets_seen == sheets.size();
}

}  // namespace noc837::output
