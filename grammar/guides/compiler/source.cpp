// SPDX-License-Identifier: Apache-2.0
#include "source.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace noc837::guides {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> words_of(std::string const &line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

/// Blanks inside a code are written as %20.
std::string decoded(std::string code) {
  for (std::size_t at; (at = code.find("%20")) != std::string::npos;) code.replace(at, 3, " ");
  return code;
}

std::pair<int, int> range_of(std::string const &text) {
  auto const dots = text.find("..");
  int const first = std::stoi(text.substr(0, dots));
  return {first, dots == std::string::npos ? first : std::stoi(text.substr(dots + 2))};
}

int most_of(std::string const &word) {
  return word == "*" ? 0 : std::stoi(word);
}

class Reader {
 public:
  explicit Reader(fs::path path) : path_(std::move(path)) {}

  Source read() {
    read_data_elements();
    std::ifstream file(path_);
    if (!file) throw SourceError(path_.string() + ": cannot be opened");
    for (std::string line; std::getline(file, line);) {
      ++line_;
      try {
        read_line(line);
      } catch (std::exception const &error) {
        throw SourceError(path_.string() + ":" + std::to_string(line_) + ": " + error.what());
      }
    }
    return std::move(source_);
  }

 private:
  void read_data_elements() {
    std::ifstream file(path_.parent_path() / "elements.tsv");
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line[0] == '#') continue;
      std::istringstream in(line);
      std::string number;
      DataElement element;
      in >> number >> element.type >> element.least >> element.most >> std::ws;
      std::getline(in, element.name);
      source_.data_elements[number] = element;
    }
  }

  void read_line(std::string const &line) {
    auto const words = words_of(line);
    if (words.empty() || words[0][0] == '#') return;
    auto const indent = line.find_first_not_of(' ');
    if (words[0] == "guide") {
      source_.name = words.at(1);
      source_.version = words.at(2);
    } else if (words[0] == "units") {
      source_.units.assign(words.begin() + 1, words.end());
    } else if (words[0] == "loop") {
      read_loop(words);
    } else if (indent == 2) {
      read_segment(words);
    } else {
      read_elements(words, indent == 6);
    }
  }

  /// loop ID [in PARENT] USAGE MOST at POSITION : NAME
  void read_loop(std::vector<std::string> const &words) {
    std::size_t at = 2;
    Placement place;
    place.loop = words.at(1);
    if (words.at(at) == "in") {
      place.parent = words.at(at + 1);
      at += 2;
    }
    place.usage = words.at(at)[0];
    place.most = most_of(words.at(at + 1));
    place.position = std::stoi(words.at(at + 3));
    source_.placements.push_back(place);
    std::string name;
    for (at += 5; at < words.size(); ++at) name += (name.empty() ? "" : " ") + words[at];
    bool const known = std::any_of(source_.loops.begin(), source_.loops.end(),
                                   [&](Loop const &loop) { return loop.id == place.loop; });
    if (known != (name == "same")) throw SourceError("a loop is described once, then 'same'");
    if (!known) source_.loops.push_back({place.loop, name, {}});
  }

  /// ID USAGE MOST at POSITION [if CONDITION...]
  void read_segment(std::vector<std::string> const &words) {
    Segment segment;
    segment.id = words.at(0);
    segment.usage = words.at(1)[0];
    segment.most = most_of(words.at(2));
    segment.position = std::stoi(words.at(4));
    if (words.size() > 6) segment.conditions.assign(words.begin() + 6, words.end());
    source_.loops.at(source_.loops.size() - 1).segments.push_back(segment);
  }

  /// NUMBER[..NUMBER] USAGE DATA-ELEMENT [xREPEATS] [CODE... | @CODE-SET]; -NUMBER is a component
  void read_elements(std::vector<std::string> const &words, bool component) {
    Element element;
    element.usage = words.at(1)[0];
    element.data_element = words.at(2);
    std::size_t at = 3;
    if (at < words.size() && words[at][0] == 'x')
      element.repeats = std::stoi(words[at++].substr(1));
    for (; at < words.size(); ++at) {
      if (words[at][0] == '@') {
        element.code_set = words[at].substr(1);
        element.codes = code_set(element.code_set);
      } else {
        element.codes.push_back(decoded(words[at]));
      }
    }
    auto &elements = source_.loops.back().segments.back().elements;
    auto const [first, last] = range_of(words[0].substr(component ? 1 : 0));
    for (int number = first; number <= last; ++number) {
      if (!component) {
        expect_next(elements, number);
        elements.push_back(element);
        open_ = elements.size() - static_cast<std::size_t>(number - first + 1);
        continue;
      }
      // Components described under a range of elements belong to each of them.
      for (std::size_t i = open_; i < elements.size(); ++i) {
        expect_next(elements[i].components, number);
        elements[i].components.push_back(element);
      }
    }
  }

  static void expect_next(std::vector<Element> const &elements, int number) {
    if (static_cast<int>(elements.size()) + 1 != number) {
      throw SourceError("expected number " + std::to_string(elements.size() + 1));
    }
  }

  std::vector<std::string> const &code_set(std::string const &name) {
    auto const known = source_.code_sets.find(name);
    if (known != source_.code_sets.end()) return known->second;
    std::ifstream file(path_.parent_path() / "codes" / (name + ".txt"));
    if (!file) throw SourceError("there is no code set " + name);
    std::vector<std::string> codes;
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line[0] == '#') continue;
      for (auto &word : words_of(line)) codes.push_back(std::move(word));
    }
    return source_.code_sets[name] = std::move(codes);
  }

  fs::path path_;
  int line_ = 0;
  std::size_t open_ = 0;  ///< first element of the range described last
  Source source_;
};

}  // namespace

Source read_source(std::string const &path) {
  return Reader(path).read();
}

}  // namespace noc837::guides
