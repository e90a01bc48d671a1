// SPDX-License-Identifier: Apache-2.0
#include "property/x12.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace noc837::test {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool plain(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == ' ';
}

/// The delimiters of the ISA at `at`: the byte after "ISA", then those that follow the sixteenth
/// of them.
std::optional<RawDelimiters> isa_at(std::string_view bytes, std::size_t at) {
  auto const text = bytes.substr(at);
  if (text.size() < 106 || plain(text[3])) return std::nullopt;
  RawDelimiters found;
  found.element = text[3];
  std::array<std::size_t, 16> separators{};
  std::size_t from = 3;
  for (auto &separator : separators) {
    separator = text.find(found.element, from);
    if (separator == std::string_view::npos || separator > 150) return std::nullopt;
    from = separator + 1;
  }
  if (separators[15] + 2 >= text.size()) return std::nullopt;
  found.component = text[separators[15] + 1];
  found.terminator = text[separators[15] + 2];
  char const eleventh = text[separators[10] + 1];
  auto const version = text.substr(separators[11] + 1, 5);
  if (version >= "00402" && !plain(eleventh)) found.repetition = eleventh;
  return found;
}

std::string joined(std::string_view a, std::string_view b) {
  return std::string(a).append(b);
}

/// Counts and levels of one interchange.
class Checker {
 public:
  Checker(char separator, std::map<std::string, std::string> &faults)
      : separator_(separator), faults_(faults) {}

  void take(std::string_view segment) {
    ++segments_;
    auto const id = at(segment, 0);
    if (id == "GS") {
      ++groups_;
      sets_ = 0;
      version_ = at(segment, 8);
    } else if (id == "ST") {
      start_set(segment);
    } else if (id == "HL") {
      if (ours_) level(segment);
    } else if (id == "SE") {
      expect("SE01", at(segment, 1), segments_);
      end_set();
    } else if (id == "GE") {
      expect("GE01", at(segment, 1), sets_);
    } else if (id == "IEA") {
      expect("IEA01", at(segment, 1), groups_);
      closed_ = true;
    }
  }
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  struct Level {
    std::string id;
    std::string parent;
    bool has_children = false;
  };

  [[nodiscard]] std::string_view at(std::string_view segment, std::size_t number) const {
    return element_of(segment, number, separator_);
  }

  void start_set(std::string_view segment) {
    ++sets_;
    segments_ = 1;
    levels_.clear();
    auto const guide = at(segment, 3).empty() ? version_ : at(segment, 3);
    ours_ = at(segment, 1) == "837" &&
            (guide.substr(0, 10) == "005010X222" || guide.substr(0, 10) == "005010X223");
  }

  void level(std::string_view segment) {
    Level const here{std::string(at(segment, 1)), std::string(at(segment, 2)),
                     at(segment, 4) == "1"};
    if (here.id != std::to_string(levels_.size() + 1)) {
      faults_["HL01"] = joined("not sequential: ", here.id);
    }
    bool const known = std::any_of(levels_.begin(), levels_.end(),
                                   [&](Level const &level) { return level.id == here.parent; });
    if (!here.parent.empty() && !known) faults_["HL02"] = joined("no earlier HL: ", here.parent);
    if (here.parent.empty() && at(segment, 3) != "20") faults_["HL02"] = "missing";
    levels_.push_back(here);
  }

  void end_set() {
    std::set<std::string> parents;
    for (auto const &level : levels_) parents.insert(level.parent);
    for (auto const &level : levels_) {
      bool const children = parents.count(level.id) != 0;
      if (children != level.has_children) {
        faults_["HL04"] =
            joined(children ? "0 but has children: HL " : "1 without children: HL ", level.id);
      }
    }
    ours_ = false;
  }

  void expect(char const *what, std::string_view found, std::size_t counted) {
    auto const first = std::min(found.find_first_not_of('0'), found.size());
    auto const digits = found.substr(first);
    if (found.empty() || digits != (counted == 0 ? "" : std::to_string(counted))) {
      faults_[what] = joined(found, " but counted " + std::to_string(counted));
    }
  }

  char separator_;
  std::map<std::string, std::string> &faults_;
  std::size_t segments_ = 0;
  std::size_t sets_ = 0;
  std::size_t groups_ = 0;
  std::string version_;
  bool ours_ = false;
  bool closed_ = false;
  std::vector<Level> levels_;
};

}  // namespace

std::vector<RawInterchange> interchanges_of(std::string_view bytes) {
  std::vector<RawInterchange> out;
  for (std::size_t at = bytes.find("ISA"); at != std::string_view::npos;) {
    auto const delimiters = isa_at(bytes, at);
    if (!delimiters) {
      at = bytes.find("ISA", at + 1);
      continue;
    }
    out.push_back({at, bytes.size(), *delimiters});
    // It ends behind its IEA.
    std::size_t begin = at;
    while (begin < bytes.size()) {
      auto const end = std::min(bytes.find(delimiters->terminator, begin), bytes.size());
      auto const text = bytes.substr(begin, end - begin);
      begin = std::min(end + 1, bytes.size());
      if (element_of(text, 0, delimiters->element) == "IEA") break;
    }
    while (begin < bytes.size() && (blanks.find(bytes[begin]) != std::string_view::npos ||
                                    bytes[begin] == delimiters->terminator)) {
      ++begin;
    }
    out.back().end = begin;
    at = bytes.find("ISA", begin);
  }
  return out;
}

std::vector<RawSegment> segments_of(std::string_view bytes, RawInterchange const &interchange) {
  std::vector<RawSegment> out;
  char const terminator = interchange.delimiters.terminator;
  std::size_t at = interchange.begin;
  while (at < interchange.end) {
    auto const end = std::min(bytes.find(terminator, at), interchange.end);
    auto next = end;
    while (next < interchange.end &&
           (bytes[next] == terminator || blanks.find(bytes[next]) != std::string_view::npos)) {
      ++next;
    }
    out.push_back({bytes.substr(at, end - at), bytes.substr(at, next - at)});
    at = next;
  }
  return out;
}

std::string_view element_of(std::string_view segment, std::size_t number, char separator) {
  for (; number > 0; --number) {
    auto const end = segment.find(separator);
    if (end == std::string_view::npos) return {};
    segment.remove_prefix(end + 1);
  }
  segment = segment.substr(0, segment.find(separator));
  auto const first = segment.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return segment.substr(first, segment.find_last_not_of(blanks) - first + 1);
}

std::multiset<RawClaim> claims_of(std::string_view bytes) {
  std::multiset<RawClaim> out;
  for (auto const &interchange : interchanges_of(bytes)) {
    char const separator = interchange.delimiters.element;
    std::optional<RawClaim> claim;
    auto const close = [&] {
      if (claim) out.insert(*std::exchange(claim, std::nullopt));
    };
    for (auto const &segment : segments_of(bytes, interchange)) {
      auto const id = element_of(segment.text, 0, separator);
      if (id == "CLM" || id == "HL" || id == "SE") close();
      if (id == "CLM") claim.emplace(element_of(segment.text, 1, separator), "");
      if (claim) claim->second.append(segment.whole);
    }
    close();
  }
  return out;
}

std::map<std::string, std::string> structure_faults(std::string_view bytes) {
  std::map<std::string, std::string> faults;
  auto const interchanges = interchanges_of(bytes);
  if (interchanges.empty()) faults["ISA"] = "none";
  for (auto const &interchange : interchanges) {
    Checker checker(interchange.delimiters.element, faults);
    for (auto const &segment : segments_of(bytes, interchange)) checker.take(segment.text);
    if (!checker.closed()) faults["IEA"] = "missing";
  }
  return faults;
}

std::string with_delimiters(std::string_view bytes, RawDelimiters const &wanted) {
  std::string out(bytes);
  for (auto const &interchange : interchanges_of(bytes)) {
    auto const &have = interchange.delimiters;
    if (have.terminator == '\n' || have.terminator == '\r') return {};
    auto const replaced = [&](char c) {
      if (c == have.element) return wanted.element;
      if (c == have.component) return wanted.component;
      if (c == have.terminator) return wanted.terminator;
      if (have.repetition != 0 && c == have.repetition) return wanted.repetition;
      return c;
    };
    auto const delimiter = [&](char c) {
      return c == have.element || c == have.component || c == have.terminator ||
             (have.repetition != 0 && c == have.repetition);
    };
    auto const clashes = [&](char c) {
      return c == wanted.element || c == wanted.component || c == wanted.terminator ||
             c == wanted.repetition;
    };
    // A component separator that somebody typed in free text is text there.
    for (auto const &segment : segments_of(bytes, interchange)) {
      auto const id = element_of(segment.text, 0, have.element);
      bool const free_text = id == "NTE" || id == "K3" || id == "LIN" || id == "N3";
      if (free_text && (segment.text.find(have.component) != std::string_view::npos ||
                        (have.repetition != 0 &&
                         segment.text.find(have.repetition) != std::string_view::npos))) {
        return {};
      }
    }
    for (auto at = interchange.begin; at < interchange.end; ++at) {
      if (clashes(bytes[at]) && !delimiter(bytes[at])) return {};
      out[at] = replaced(bytes[at]);
    }
  }
  return out;
}

std::string with_newlines(std::string_view bytes, std::string_view newline) {
  std::string out;
  std::size_t done = 0;
  for (auto const &interchange : interchanges_of(bytes)) {
    auto const &have = interchange.delimiters;
    for (char const c : {have.element, have.component, have.repetition, have.terminator}) {
      if (c == '\n' || c == '\r') return {};
    }
    out.append(bytes.substr(done, interchange.begin - done));
    for (auto const &segment : segments_of(bytes, interchange)) {
      bool const ended = segment.whole.size() > segment.text.size();
      out.append(segment.text);
      if (!ended) continue;
      out += have.terminator;
      out.append(newline);
      for (char const c : segment.whole.substr(segment.text.size() + 1)) {
        if (c != '\r' && c != '\n') out += c;
      }
    }
    done = interchange.end;
  }
  return out.append(bytes.substr(done));
}

}  // namespace noc837::test
