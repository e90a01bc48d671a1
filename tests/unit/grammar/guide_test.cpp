// SPDX-License-Identifier: Apache-2.0
// The guides' tables hold together and say what the guides say.
#include "grammar/guide.hpp"

#include <string>

#include "support/catch.hpp"

using namespace noc837;
using grammar::Guide;

namespace {

Guide const *const guides[] = {&grammar::guide_837p(), &grammar::guide_837i(),
                               &grammar::guide_999(), &grammar::guide_277ca(),
                               &grammar::guide_envelope()};

grammar::SegmentUse const &first_segment(Guide const &guide, std::string_view loop,
                                         std::string_view id) {
  auto const &row = guide.loops[guide.loop_index(loop)];
  for (std::size_t i = 0; i < row.child_count; ++i) {
    auto const &child = guide.children[row.children + i];
    if (child.is_loop) continue;
    auto const &use = guide.segments[child.target];
    if (guide.tags[use.tag].tag == edi::tag(id)) return use;
  }
  FAIL("no " << id << " in " << loop);
  return guide.segments[0];
}

}  // namespace

TEST_CASE("every reference of every table points into its table", "[guide]") {
  for (auto const *guide : guides) {
    INFO(guide->name);
    for (auto const &loop : guide->loops) {
      INFO(loop.id);
      CHECK(loop.children + loop.child_count <= guide->children.size());
      CHECK(loop.required + loop.required_count <= guide->required.size());
      CHECK_FALSE(guide->children[loop.children].is_loop);
    }
    for (auto const &child : guide->children) {
      CHECK(child.target < (child.is_loop ? guide->loops.size() : guide->segments.size()));
    }
    for (auto const &use : guide->segments) {
      CHECK(use.tag < guide->tags.size());
      CHECK(use.elements + use.element_count <= guide->elements.size());
      CHECK(use.conditions + use.condition_count <= guide->conditions.size());
    }
    for (auto const &use : guide->elements) {
      CHECK(use.data_element < guide->data_elements.size());
      CHECK(use.codes + use.code_count <= guide->codes.size());
      CHECK(use.components + use.component_count <= guide->elements.size());
      CHECK(use.least <= use.most);
    }
    CHECK(guide->slots.size() == guide->loops.size() * guide->tags.size());
  }
}

TEST_CASE("every segment id is found, and others are not", "[guide]") {
  for (auto const *guide : guides) {
    for (std::size_t i = 0; i < guide->tags.size(); ++i) {
      CHECK(guide->tag_index(guide->tags[i].tag) == i);
    }
    CHECK(guide->tag_index(edi::tag("ZZZ")) == Guide::no_tag);
    CHECK(guide->tag_index(0) == Guide::no_tag);
  }
}

TEST_CASE("rows that people know by heart", "[guide]") {
  auto const &p = grammar::guide_837p();
  CHECK(p.version == "005010X222A1");
  auto const &sv1 = first_segment(p, "2400", "SV1");
  CHECK(p.elements_of(sv1).size() == 21);
  auto const &procedure = p.elements_of(sv1)[0];
  CHECK(procedure.type == grammar::ValueType::composite);
  CHECK(p.components_of(procedure).size() == 8);
  CHECK(p.components_of(procedure)[6].most == 80);  // SV101-7
  CHECK(p.components_of(procedure)[7].usage == grammar::Usage::not_used);
  auto const &charge = p.elements_of(sv1)[1];
  CHECK(charge.type == grammar::ValueType::decimal);
  CHECK(charge.most == 18);
  CHECK(p.data_elements[charge.data_element].number == "782");
  auto const &ctp = first_segment(p, "2410", "CTP");
  CHECK(p.components_of(p.elements_of(ctp)[4])[0].code_count == 5);  // F2 GR ME ML UN

  auto const &i = grammar::guide_837i();
  CHECK(i.elements_of(first_segment(i, "2400", "SV2"))[1].usage == grammar::Usage::situational);
  CHECK(i.loop_index("2430") < i.loops.size());
  CHECK(i.loop_index("2440") == i.loops.size());
}

TEST_CASE("a loop may stand in two places", "[guide]") {
  auto const &guide = grammar::guide_837p();
  auto const claim = guide.loop_index("2300");
  std::size_t places = 0;
  for (auto const &child : guide.children)
    places += child.is_loop && child.target == claim ? 1U : 0U;
  CHECK(places == 2);
}

TEST_CASE("packed codes differ", "[guide]") {
  CHECK(grammar::packed_code("") == 0);
  CHECK(grammar::packed_code("HC") != grammar::packed_code("CH"));
  CHECK(grammar::packed_code("A") != grammar::packed_code("AA"));
  CHECK(grammar::packed_code("005010X231A1") != grammar::packed_code("005010X231A2"));
}
