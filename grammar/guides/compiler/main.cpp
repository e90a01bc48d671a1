// SPDX-License-Identifier: Apache-2.0
// guide_compiler FILE.guide FUNCTION: writes the guide's tables as C++ to standard output.
#include <cstdio>
#include <exception>
#include <string>

#include "source.hpp"
#include "tables.hpp"

namespace noc837::guides {
namespace {

template <class Rows, class Print>
void print_table(char const *type, char const *name, Rows const &rows, Print print) {
  if (rows.empty()) {
    std::printf("constexpr std::span<%s const> %s;\n", type, name);
    return;
  }
  std::printf("constexpr %s %s[] = {\n", type, name);
  for (auto const &row : rows) print(row);
  std::printf("};\n");
}

std::string flag(bool value) {
  return value ? "true" : "false";
}

std::string quoted(std::string const &text) {
  std::string out = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

int number(auto value) {
  return static_cast<int>(value);
}

void print(Source const &source, Tables const &tables, std::string const &function) {
  std::printf(
      "// Made from grammar/guides by guide_compiler.\n#include \"grammar/guide.hpp\"\n\n"
      "namespace noc837::grammar {\nnamespace {\n\n");
  print_table("Loop", "loops", tables.loops, [](NamedLoop const &loop) {
    std::printf("{%s, %s, %d, %d, %d, %d, %uU},\n", quoted(loop.id).c_str(),
                quoted(loop.name).c_str(), loop.row.children, loop.row.child_count,
                loop.row.required, loop.row.required_count, loop.row.due);
  });
  print_table("Child", "children", tables.children, [](grammar::Child const &child) {
    std::printf("{%d, %d, %d, static_cast<Usage>(%d), %s, %s, %uU, %uU},\n", child.target,
                child.position, child.most, number(child.usage), flag(child.is_loop).c_str(),
                flag(child.is_unit).c_str(), child.bit, child.before);
  });
  print_table("SegmentUse", "segments", tables.segments, [](grammar::SegmentUse const &segment) {
    std::printf("{%d, %d, %d, %d, %d, %uU, %uU},\n", segment.tag, segment.elements,
                segment.conditions, segment.element_count, segment.condition_count,
                segment.required, segment.not_used);
  });
  print_table("ElementUse", "elements", tables.elements, [](grammar::ElementUse const &element) {
    std::printf(
        "{%d, %d, %d, %d, %d, %d, %d, %d, static_cast<ValueType>(%d), "
        "static_cast<Usage>(%d), %s, %s, static_cast<Shape>(%d), %d, %d},\n",
        element.least, element.most, element.data_element, element.codes, element.code_count,
        element.components, element.component_count, element.repeats, number(element.type),
        number(element.usage), flag(element.code_set).c_str(), flag(element.dated).c_str(),
        number(element.shape), element.required, element.not_used);
  });
  print_table("Condition", "conditions", tables.conditions, [](grammar::Condition const &row) {
    std::printf("{static_cast<Condition::Kind>(%d), %d, %uU},\n", number(row.kind), row.first,
                row.mask);
  });
  print_table("std::uint64_t", "codes", tables.codes, [](std::uint64_t code) {
    std::printf("%lluU,\n", static_cast<unsigned long long>(code));
  });
  print_table("std::uint16_t", "required", tables.required,
              [](std::uint16_t row) { std::printf("%d,\n", row); });
  print_table("TagUse", "tags", tables.tags, [](grammar::TagUse const &tag) {
    std::printf("{%uU, %d, %d, %s},\n", tag.tag, tag.key_element, tag.key_component,
                flag(tag.ambiguous).c_str());
  });
  print_table("std::uint8_t", "tag_hash", tables.tag_hash,
              [](std::uint8_t row) { std::printf("%d,", row); });
  print_table("Slot", "slots", tables.slots, [](grammar::Slot const &slot) {
    std::printf("{%d, %d},\n", slot.begin, slot.count);
  });
  print_table("Candidate", "candidates", tables.candidates, [](grammar::Candidate const &row) {
    std::printf("{%lluU, %d, %d, %d, %d},\n", static_cast<unsigned long long>(row.code), row.child,
                row.position, row.most, row.use);
  });
  print_table("DataElement", "data_elements", tables.data_elements, [](auto const &element) {
    std::printf("{%s, %s},\n", quoted(element.first).c_str(), quoted(element.second).c_str());
  });
  std::printf(
      "constexpr Guide guide = {%s, %s, loops, children, segments, elements, conditions, codes,\n"
      "    required, tags, tag_hash, %uU, slots, candidates, data_elements};\n\n}  // namespace\n\n"
      "Guide const &%s() {\n  return guide;\n}\n\n}  // namespace noc837::grammar\n",
      quoted(source.name).c_str(), quoted(source.version).c_str(), tables.tag_multiplier,
      function.c_str());
}

}  // namespace
}  // namespace noc837::guides

int main(int argc, char **argv) {
  if (argc != 3) {
    std::fputs("usage: guide_compiler FILE.guide FUNCTION\n", stderr);
    return 2;
  }
  try {
    auto const source = noc837::guides::read_source(argv[1]);
    noc837::guides::print(source, noc837::guides::build_tables(source), argv[2]);
  } catch (std::exception const &error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
