// SPDX-License-Identifier: Apache-2.0
#include "tables.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace noc837::guides {
namespace {

using grammar::Child;
using grammar::Condition;
using grammar::ElementUse;
using grammar::Shape;
using grammar::Usage;
using grammar::ValueType;

template <class T>
std::uint16_t index(std::vector<T> const &table) {
  if (table.size() > 0xffff) throw SourceError("a table has more than 65535 rows");
  return static_cast<std::uint16_t>(table.size());
}

std::uint8_t byte(std::size_t value) {
  if (value > 0xff) throw SourceError("a count is over 255");
  return static_cast<std::uint8_t>(value);
}

Usage usage_of(char letter) {
  if (letter == 'R') return Usage::required;
  if (letter == 'S') return Usage::situational;
  if (letter == 'N') return Usage::not_used;
  throw SourceError(std::string("usage ") + letter + " is none of R, S, N");
}

ValueType type_of(std::string const &type) {
  static std::map<std::string, ValueType> const types = {
      {"ID", ValueType::identifier}, {"AN", ValueType::string}, {"N0", ValueType::integer},
      {"R", ValueType::decimal},     {"DT", ValueType::date},   {"TM", ValueType::time},
      {"FX", ValueType::padded}};
  auto const known = types.find(type);
  if (known == types.end()) throw SourceError("there is no type " + type);
  return known->second;
}

/// Where the value stands that tells the uses of a segment apart, and what it can be.
struct Key {
  std::uint8_t element = 0;
  std::uint8_t component = 0;
  std::vector<std::string> codes;
};

bool tells_apart(Element const &element) {
  return element.usage == 'R' && !element.codes.empty() && element.code_set.empty();
}

Key key_of(Segment const &segment) {
  for (std::size_t i = 0; i < segment.elements.size(); ++i) {
    auto const &element = segment.elements[i];
    if (tells_apart(element)) return {byte(i + 1), 0, element.codes};
    for (std::size_t j = 0; element.usage == 'R' && j < element.components.size(); ++j) {
      auto const &component = element.components[j];
      if (tells_apart(component)) return {byte(i + 1), byte(j + 1), component.codes};
    }
  }
  return {};
}

/// Bit n for row n, counted from 1, where its usage is this one.
std::uint32_t used_as(Usage usage, std::vector<ElementUse> const &rows) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].usage == usage) bits |= std::uint32_t{2} << i;
  }
  return bits;
}

/// True where a value that is one of the codes is of the right length as well.
bool codes_suffice(Element const &element, ElementUse const &row) {
  return std::all_of(element.codes.begin(), element.codes.end(), [&](std::string const &code) {
    return code.size() >= row.least && code.size() <= std::min<std::size_t>(row.most, 8) &&
           code.back() != ' ';
  });
}

bool are_digits(std::vector<std::string> const &codes) {
  return std::all_of(codes.begin(), codes.end(), [](std::string const &code) {
    return code.find_first_not_of("0123456789") == std::string::npos;
  });
}

Shape shape_of(Element const &element, ElementUse const &row) {
  bool const coded = row.code_count != 0 && !row.code_set;
  switch (row.type) {
    case ValueType::identifier:
    case ValueType::string:
      if (row.dated) {
        return coded || row.least > 8 || row.most < 8 ? Shape::other : Shape::period;
      }
      if (!coded) return Shape::text;
      return codes_suffice(element, row) ? Shape::code : Shape::other;
    case ValueType::integer:
      if (!coded) return Shape::integer;
      return codes_suffice(element, row) && are_digits(element.codes) ? Shape::code : Shape::other;
    case ValueType::decimal:
      return coded ? Shape::other : Shape::decimal;
    case ValueType::composite:
      return Shape::composite;
    case ValueType::date:
    case ValueType::time:
    case ValueType::padded:
      break;
  }
  return Shape::other;
}

class Builder {
 public:
  explicit Builder(Source const &source) : source_(source) {
    for (auto const &loop : source.loops) {
      for (auto const &segment : loop.segments) ++uses_[segment.id];
    }
  }

  Tables build() {
    for (auto const &loop : source_.loops) add_loop(loop);
    for (std::size_t i = 0; i < source_.loops.size(); ++i) add_children(i);
    for (std::size_t i = 0; i < source_.loops.size(); ++i) add_candidates(i);
    hash_tags();
    return std::move(tables_);
  }

 private:
  void add_loop(Loop const &loop) {
    if (loop.segments.empty()) throw SourceError("loop " + loop.id + " has no segment");
    NamedLoop row;
    row.id = loop.id;
    row.name = loop.name;
    tables_.loops.push_back(row);
    for (auto const &segment : loop.segments) {
      segment_rows_[&segment] = index(tables_.segments);
      tables_.segments.push_back(segment_use(segment));
    }
  }

  grammar::SegmentUse segment_use(Segment const &segment) {
    grammar::SegmentUse row;
    row.tag = tag_of(segment);
    row.conditions = index(tables_.conditions);
    row.condition_count = byte(segment.conditions.size());
    for (auto const &text : segment.conditions) {
      tables_.conditions.push_back(condition_of(text));
      if (tables_.conditions.back().mask >> segment.elements.size() > 1) {
        throw SourceError(segment.id + ": condition " + text +
                          " names an element that is not there");
      }
    }
    row.element_count = byte(segment.elements.size());
    if (row.element_count > 31) throw SourceError(segment.id + " has more than 31 elements");
    auto const elements = element_uses(segment.elements);
    row.required = used_as(Usage::required, elements);
    row.not_used = used_as(Usage::not_used, elements);
    row.elements = index(tables_.elements);
    tables_.elements.insert(tables_.elements.end(), elements.begin(), elements.end());
    return row;
  }

  /// A Date Time Period (1251) is read by the format qualifier (1250) right before it.
  std::vector<ElementUse> element_uses(std::vector<Element> const &elements) {
    std::vector<ElementUse> rows;
    for (auto const &element : elements) {
      auto row = element_use(element);
      row.dated = !rows.empty() && element.data_element == "1251" &&
                  elements[rows.size() - 1].data_element == "1250";
      row.shape = shape_of(element, row);
      rows.push_back(row);
    }
    return rows;
  }

  ElementUse element_use(Element const &element) {
    ElementUse row;
    row.usage = usage_of(element.usage);
    row.repeats = byte(static_cast<std::size_t>(element.repeats));
    row.code_set = !element.code_set.empty();
    row.data_element = data_element(element.data_element);
    std::vector<std::uint64_t> codes;
    for (auto const &code : element.codes) codes.push_back(grammar::packed_code(code));
    std::sort(codes.begin(), codes.end());
    row.code_count = index(codes);
    row.codes = code_list(codes);
    auto const known = source_.data_elements.find(element.data_element);
    if (element.data_element[0] == 'C' || !element.components.empty()) {
      row.type = ValueType::composite;
      if (element.components.size() > 15) throw SourceError("more than 15 components");
      auto const components = element_uses(element.components);
      row.required = static_cast<std::uint16_t>(used_as(Usage::required, components));
      row.not_used = static_cast<std::uint16_t>(used_as(Usage::not_used, components));
      row.components = index(tables_.elements);
      row.component_count = byte(components.size());
      tables_.elements.insert(tables_.elements.end(), components.begin(), components.end());
    } else if (known == source_.data_elements.end()) {
      throw SourceError("data element " + element.data_element + " is not in elements.tsv");
    } else {
      row.type = type_of(known->second.type);
      row.least = static_cast<std::uint16_t>(known->second.least);
      row.most = static_cast<std::uint16_t>(known->second.most);
    }
    return row;
  }

  /// Equal lists are kept once.
  std::uint16_t code_list(std::vector<std::uint64_t> const &codes) {
    auto const at =
        std::search(tables_.codes.begin(), tables_.codes.end(), codes.begin(), codes.end());
    auto const begin = static_cast<std::uint16_t>(at - tables_.codes.begin());
    if (at != tables_.codes.end()) return begin;
    auto const fresh = index(tables_.codes);
    tables_.codes.insert(tables_.codes.end(), codes.begin(), codes.end());
    return fresh;
  }

  std::uint16_t data_element(std::string const &number) {
    auto &known = tables_.data_elements;
    auto const at = std::find_if(known.begin(), known.end(),
                                 [&](auto const &element) { return element.first == number; });
    if (at != known.end()) return static_cast<std::uint16_t>(at - known.begin());
    auto const fresh = index(known);
    auto const named = source_.data_elements.find(number);
    known.emplace_back(number, named == source_.data_elements.end() ? "" : named->second.name);
    return fresh;
  }

  static Condition condition_of(std::string const &text) {
    static std::map<char, Condition::Kind> const kinds = {{'P', Condition::Kind::paired},
                                                          {'R', Condition::Kind::required},
                                                          {'E', Condition::Kind::exclusive},
                                                          {'C', Condition::Kind::conditional},
                                                          {'L', Condition::Kind::list}};
    auto const kind = kinds.find(text[0]);
    if (kind == kinds.end() || text.size() % 2 == 0) throw SourceError("condition " + text);
    Condition row;
    row.kind = kind->second;
    row.first = byte(static_cast<std::size_t>(std::stoi(text.substr(1, 2))));
    for (std::size_t at = 1; at < text.size(); at += 2) {
      row.mask |= std::uint32_t{1} << static_cast<unsigned>(std::stoi(text.substr(at, 2)));
    }
    return row;
  }

  std::uint16_t tag_of(Segment const &segment) {
    auto const tag = edi::tag(segment.id);
    auto const at = std::find_if(tables_.tags.begin(), tables_.tags.end(),
                                 [&](auto const &use) { return use.tag == tag; });
    Key const key = uses_.at(segment.id) > 1 ? key_of(segment) : Key{};
    if (at == tables_.tags.end()) {
      tables_.tags.push_back({tag, key.element, key.component, false});
      return static_cast<std::uint16_t>(tables_.tags.size() - 1);
    }
    if (at->key_element == 0) {
      at->key_element = key.element;
      at->key_component = key.component;
    }
    return static_cast<std::uint16_t>(at - tables_.tags.begin());
  }

  void add_children(std::size_t loop) {
    Loop const &source = source_.loops[loop];
    std::vector<Child> children;
    for (auto const &segment : source.segments) {
      Child child;
      child.target = segment_rows_.at(&segment);
      child.position = static_cast<std::uint16_t>(segment.position);
      child.most = static_cast<std::uint16_t>(segment.most);
      child.usage = usage_of(segment.usage);
      child.is_unit = is_unit(segment.id);
      children.push_back(child);
    }
    for (auto const &place : source_.placements) {
      if (place.parent != source.id) continue;
      Child child;
      child.target = loop_named(place.loop);
      child.position = static_cast<std::uint16_t>(place.position);
      child.most = static_cast<std::uint16_t>(place.most);
      child.usage = usage_of(place.usage);
      child.is_loop = true;
      child.is_unit = is_unit(place.loop);
      children.push_back(child);
    }
    auto &row = tables_.loops[loop].row;
    row.children = index(tables_.children);
    row.child_count = index(children);
    row.due = mark_due(children);
    tables_.children.insert(tables_.children.end(), children.begin(), children.end());
    row.required = index(tables_.required);
    for (std::size_t i = 0; i < children.size(); ++i) {
      if (children[i].usage == Usage::required && !children[i].is_unit) {
        tables_.required.push_back(static_cast<std::uint16_t>(row.children + i));
      }
    }
    row.required_count = static_cast<std::uint16_t>(tables_.required.size() - row.required);
  }

  /// Gives a bit to each child that must occur; returns those of all but the first.
  static std::uint8_t mark_due(std::vector<Child> &children) {
    unsigned bits = 0;
    for (auto &child : children) {
      if (child.usage != Usage::required || child.is_unit) continue;
      if (bits == 0xff) throw SourceError("a loop has more than 8 children that must occur");
      child.bit = static_cast<std::uint8_t>(bits + 1);
      bits |= child.bit;
    }
    for (auto &child : children) {
      for (auto const &other : children) {
        if (other.position < child.position) child.before |= other.bit;
      }
    }
    return static_cast<std::uint8_t>(bits & ~unsigned{children.front().bit});
  }

  /// What each segment id can be in a loop: a segment of it, or the first segment of a loop in
  /// it. The segment that begins the loop itself is no candidate: another one begins another loop.
  void add_candidates(std::size_t loop) {
    auto const &row = tables_.loops[loop].row;
    for (std::size_t tag = 0; tag < tables_.tags.size(); ++tag) {
      grammar::Slot slot;
      slot.begin = index(tables_.candidates);
      for (std::size_t i = 1; i < row.child_count; ++i) {
        auto const at = static_cast<std::uint16_t>(row.children + i);
        Segment const &segment = segment_of(tables_.children[at]);
        if (edi::tag(segment.id) != tables_.tags[tag].tag) continue;
        Key const key = key_of(segment);
        bool const keyed = key.element != 0 && key.element == tables_.tags[tag].key_element &&
                           key.component == tables_.tags[tag].key_component;
        if (!keyed) add_candidate(slot, tag, 0, at);
        for (auto const &code : keyed ? key.codes : std::vector<std::string>()) {
          add_candidate(slot, tag, grammar::packed_code(code), at);
        }
      }
      slot.count = static_cast<std::uint16_t>(tables_.candidates.size() - slot.begin);
      tables_.slots.push_back(slot);
    }
  }

  void add_candidate(grammar::Slot const &slot, std::size_t tag, std::uint64_t code,
                     std::uint16_t at) {
    for (std::size_t i = slot.begin; i < tables_.candidates.size(); ++i) {
      if (tables_.candidates[i].code == code) tables_.tags[tag].ambiguous = true;
    }
    Child const &child = tables_.children[at];
    auto const use = segment_rows_.at(&segment_of(child));
    tables_.candidates.push_back({code, at, child.position, child.most, use});
  }

  /// The segment of a child; of a loop the one that begins it.
  Segment const &segment_of(Child const &child) const {
    if (child.is_loop) return source_.loops[child.target].segments.front();
    for (auto const &[segment, row] : segment_rows_) {
      if (row == child.target) return *segment;
    }
    throw SourceError("a child has no segment");
  }

  std::uint16_t loop_named(std::string const &id) const {
    for (std::size_t i = 0; i < source_.loops.size(); ++i) {
      if (source_.loops[i].id == id) return static_cast<std::uint16_t>(i);
    }
    throw SourceError("there is no loop " + id);
  }

  bool is_unit(std::string const &id) const {
    return std::find(source_.units.begin(), source_.units.end(), id) != source_.units.end();
  }

  /// A multiplier under which no two ids share a place.
  void hash_tags() {
    for (std::uint32_t multiplier = 1; multiplier < 10'000'000; multiplier += 2) {
      tables_.tag_hash.fill(0);
      bool free = true;
      for (std::size_t i = 0; free && i < tables_.tags.size(); ++i) {
        auto &place = tables_.tag_hash[tables_.tags[i].tag * multiplier >> 24U];
        free = place == 0;
        place = byte(i + 1);
      }
      if (free) {
        tables_.tag_multiplier = multiplier;
        return;
      }
    }
    throw SourceError("no multiplier keeps the segment ids apart");
  }

  Source const &source_;
  Tables tables_;
  std::map<std::string, int> uses_;  ///< of each segment id
  std::map<Segment const *, std::uint16_t> segment_rows_;
};

}  // namespace

Tables build_tables(Source const &source) {
  return Builder(source).build();
}

}  // namespace noc837::guides
