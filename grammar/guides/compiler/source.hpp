// SPDX-License-Identifier: Apache-2.0
// The guide files as they are written: see grammar/guides/README.md.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace noc837::guides {

/// A line that cannot be read.
struct SourceError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct DataElement {
  std::string type;  ///< ID AN N0 R DT TM FX
  int least = 0;
  int most = 0;
  std::string name;
};

struct Element {
  char usage = 'S';
  std::string data_element;
  int repeats = 1;
  std::vector<std::string> codes;
  std::string code_set;  ///< name of a file in codes/, where the codes come from
  std::vector<Element> components;
};

struct Segment {
  std::string id;
  char usage = 'S';
  int most = 1;  ///< 0: any number
  int position = 0;
  std::vector<std::string> conditions;  ///< P0809
  std::vector<Element> elements;
};

struct Loop {
  std::string id;
  std::string name;
  std::vector<Segment> segments;
};

/// A loop inside another; a loop may stand in two places (2300).
struct Placement {
  std::string loop;
  std::string parent;  ///< empty for the outermost
  char usage = 'S';
  int most = 1;
  int position = 0;
};

struct Source {
  std::string name;
  std::string version;
  std::vector<std::string> units;  ///< loops that are read as units of their own
  std::vector<Loop> loops;
  std::vector<Placement> placements;
  std::map<std::string, DataElement> data_elements;
  std::map<std::string, std::vector<std::string>> code_sets;
};

/// Reads `path`, with elements.tsv and codes/ beside it. Throws SourceError.
[[nodiscard]] Source read_source(std::string const &path);

}  // namespace noc837::guides
