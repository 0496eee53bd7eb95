// One change in a record's text, in every layout that YAML has for it: what is not named stays to the byte.
#include "sheets/yaml_patch.hpp"

#include <gtest/gtest.h>

#include "model/records.hpp"
#include "model/table_shape.hpp"

namespace gongshi {
namespace {

const FieldTable& items() { return fields_of(Kind::item); }

PatchStep to(const FieldTable& table, std::string_view key) {
  return {PatchStep::What::field, &table, table.find(key), 0, {}};
}
PatchStep at(std::size_t index) { return {PatchStep::What::index, nullptr, nullptr, index, {}}; }
PatchStep called(std::string key) { return {PatchStep::What::key, nullptr, nullptr, 0, std::move(key)}; }

const FieldTable& nested(std::string_view key) {
  const ValueType& type = *items().find(key)->type;
  return type.shape == Shape::list ? type.element->table() : type.table();
}

std::string patched(std::string_view yaml, std::vector<PatchStep> path, std::vector<std::string> values,
                    bool as_list = false, Language language = Language::en) {
  const YamlEdit edit{std::move(path), std::move(values), as_list};
  return patch_yaml(yaml, edit, language).value_or("(none)");
}

std::string with_lead(std::string_view yaml, std::string value = "b") {
  return patched(yaml, {to(items(), "lead")}, {std::move(value)});
}

TEST(YamlPatch, ReplacesAScalarAndKeepsWhatStandsBesideIt) {
  EXPECT_EQ(with_lead("# head\nlead:   a   # who\nunit: u\n"), "# head\nlead:   b   # who\nunit: u\n");
  EXPECT_EQ(with_lead("责任人: a\n"), "责任人: b\n");
  EXPECT_EQ(with_lead("lead: a"), "lead: b");
  EXPECT_EQ(with_lead("lead: a\r\nunit: u\r\n"), "lead: b\r\nunit: u\r\n");
  EXPECT_EQ(with_lead("\xEF\xBB\xBFlead: a\n"), "\xEF\xBB\xBFlead: b\n");
}

TEST(YamlPatch, KeepsQuotesAndAddsThemWhereTheyAreNeeded) {
  EXPECT_EQ(with_lead("lead: \"a \\\" # x\"  # y\n"), "lead: \"b\"  # y\n");
  EXPECT_EQ(with_lead("lead: 'it''s'\nunit: u\n"), "lead: \"b\"\nunit: u\n");
  EXPECT_EQ(with_lead("lead: a\n", "x: y"), "lead: \"x: y\"\n");
  EXPECT_EQ(with_lead("lead: a\n", "# x"), "lead: \"# x\"\n");
  EXPECT_EQ(with_lead("lead: a\n", "- x"), "lead: \"- x\"\n");
  EXPECT_EQ(with_lead("lead: a\n", "null"), "lead: \"null\"\n");
  EXPECT_EQ(with_lead("lead: a\n", "\\\""), "lead: \\\"\n");
  EXPECT_EQ(with_lead("lead: a\n", "-5"), "lead: -5\n");
}

TEST(YamlPatch, FindsTheEndOfTextOverSeveralLines) {
  EXPECT_EQ(with_lead("lead: a\n  more\n  still\nunit: u\n"), "lead: b\nunit: u\n");
  EXPECT_EQ(with_lead("lead: |\n  a\n\n  # no comment\n# a comment\nunit: u\n"),
            "lead: b\n# a comment\nunit: u\n");
  EXPECT_EQ(with_lead("lead: >-\n  a\n  b\n"), "lead: b\n");
  EXPECT_EQ(with_lead("lead:\n  a\nunit: u\n"), "lead:\n  b\nunit: u\n");
  EXPECT_EQ(with_lead("lead: a\n\n# of the unit\nunit: u\n"), "lead: b\n\n# of the unit\nunit: u\n");
}

TEST(YamlPatch, WritesSeveralLinesAsABlock) {
  EXPECT_EQ(with_lead("lead: a\nunit: u\n", "x\n\ny"), "lead: |-\n  x\n\n  y\nunit: u\n");
  EXPECT_EQ(with_lead("lead: a\n", "x\ny\n"), "lead: |\n  x\n  y\n");
  EXPECT_EQ(with_lead("lead: a\n", " x\ny"), "lead: \" x\\ny\"\n");
  EXPECT_EQ(with_lead("{lead: a}\n", "x\ny"), "{lead: \"x\\ny\"}\n");
}

TEST(YamlPatch, PutsANewKeyBehindWhatPrecedesItInTheTable) {
  EXPECT_EQ(with_lead("title: t\nunit: u  # whose\nmeasures:\n  - text: x\n"),
            "title: t\nunit: u  # whose\nlead: b\nmeasures:\n  - text: x\n");
  EXPECT_EQ(with_lead("deadline: 2026-01-01\n"), "deadline: 2026-01-01\nlead: b\n");
  EXPECT_EQ(with_lead("title: t\nunit: |\n  x\n\n# next\nmeasures: []\n"),
            "title: t\nunit: |\n  x\nlead: b\n\n# next\nmeasures: []\n");
  EXPECT_EQ(with_lead("title: t"), "title: t\nlead: b\n");
  EXPECT_EQ(with_lead(""), "lead: b\n");
  EXPECT_EQ(with_lead("title: t\r\nunit: u\r\n"), "title: t\r\nunit: u\r\nlead: b\r\n");
  EXPECT_EQ(patched("标题: t\n", {to(items(), "lead")}, {"b"}, false, Language::zh), "标题: t\n责任人: b\n");
}

TEST(YamlPatch, MakesMappingsAndListsThatAreNotThere) {
  EXPECT_EQ(patched("title: t\n", {to(items(), "raised"), to(nested("raised"), "date")}, {"2026-05-01"}),
            "title: t\nraised:\n  date: 2026-05-01\n");
  EXPECT_EQ(patched("title: t\n", {to(items(), "measures"), at(0), to(nested("measures"), "text")}, {"x"}),
            "title: t\nmeasures:\n  - text: x\n");
  EXPECT_EQ(patched("{title: t}", {to(items(), "measures"), at(0), to(nested("measures"), "text")}, {"x"}),
            "{title: t, measures: [{text: x}]}");
}

TEST(YamlPatch, ReachesIntoNestedLayouts) {
  const std::vector<PatchStep> second = {to(items(), "measures"), at(1), to(nested("measures"), "due")};
  EXPECT_EQ(patched("measures:\n  - text: x\n  - text: y   # why\n    stage: done\ntitle: t\n", second,
                    {"2026-05"}),
            "measures:\n  - text: x\n  - text: y   # why\n    due: 2026-05\n    stage: done\ntitle: t\n");
  EXPECT_EQ(patched("measures:\n- text: x\n-\n  text: y\n", second, {"2026-05"}),
            "measures:\n- text: x\n-\n  text: y\n  due: 2026-05\n");
  EXPECT_EQ(patched("measures: [{text: x}, {text: y, due: 2026-04}]\n", second, {"2026-05"}),
            "measures: [{text: x}, {text: y, due: 2026-05}]\n");
  EXPECT_EQ(patched("measures:\n  - {text: x}\n  - {text: 'y, z'}  # both\n", second, {"2026-05"}),
            "measures:\n  - {text: x}\n  - {text: 'y, z', due: 2026-05}  # both\n");
}

TEST(YamlPatch, AddsAnEntryAtTheEndOfAList) {
  const std::vector<PatchStep> third = {to(items(), "measures"), at(2), to(nested("measures"), "text")};
  EXPECT_EQ(patched("measures:\n  - text: x\n  - text: y\n    stage: done\n\n# z\ntitle: t\n", third, {"n"}),
            "measures:\n  - text: x\n  - text: y\n    stage: done\n  - text: n\n\n# z\ntitle: t\n");
  EXPECT_EQ(patched("measures:\n- text: x\n- text: y\n", third, {"n"}),
            "measures:\n- text: x\n- text: y\n- text: n\n");
  EXPECT_EQ(patched("measures: [{text: x}, {text: y}]  # z\n", third, {"n, m"}),
            "measures: [{text: x}, {text: y}, {text: \"n, m\"}]  # z\n");
  EXPECT_EQ(patched("measures:\n  - text: x\n", third, {"n"}), "(none)") << "the second is missing";
}

TEST(YamlPatch, TakesOneMappingForAListOfOne) {
  const std::vector<PatchStep> path = {to(items(), "claimed"), at(0), to(nested("claimed"), "text")};
  EXPECT_EQ(patched("claimed: {date: 2026-05-01}\n", path, {"x"}), "claimed: {date: 2026-05-01, text: x}\n");
  EXPECT_EQ(patched("claimed:\n  date: 2026-05-01\n", path, {"x"}),
            "claimed:\n  date: 2026-05-01\n  text: x\n");
}

TEST(YamlPatch, ChangesListsOfValues) {
  const std::vector<PatchStep> path = {to(items(), "partners")};
  EXPECT_EQ(patched("partners: [a, b]  # who\n", path, {"a", "c"}, true), "partners: [a, c]  # who\n");
  EXPECT_EQ(patched("partners: a\n", path, {"a", "c"}, true), "partners: [a, c]\n");
  EXPECT_EQ(patched("partners: a\n", path, {"c"}, true), "partners: c\n");
  EXPECT_EQ(patched("partners: [a, b]\n", path, {"c"}, true), "partners: [c]\n");
  EXPECT_EQ(patched("partners:\n  - a  # first\n  - b\ntitle: t\n", path, {"a", "c", "d"}, true),
            "partners:\n  - a  # first\n  - c\n  - d\ntitle: t\n");
  EXPECT_EQ(patched("partners:\n  - a\n  - b  # gone\ntitle: t\n", path, {"a"}, true),
            "partners:\n  - a\ntitle: t\n");
  EXPECT_EQ(patched("title: t\n", path, {"a", "b"}, true), "title: t\npartners: [a, b]\n");
}

TEST(YamlPatch, AddsToAMappingOfChosenKeys) {
  const std::vector<PatchStep> path = {to(items(), "raised"), called("x: y")};
  EXPECT_EQ(patched("raised:\n  a: 1\n  b: 2\n", path, {"3"}), "raised:\n  a: 1\n  b: 2\n  \"x: y\": 3\n");
  EXPECT_EQ(patched("raised: {a: 1}\n", path, {"3"}), "raised: {a: 1, \"x: y\": 3}\n");
}

TEST(YamlPatch, TakesAKeyAway) {
  const std::vector<PatchStep> path = {to(items(), "lead")};
  EXPECT_EQ(patched("title: t\nlead: |\n  a\n  b\nunit: u\n", path, {}), "title: t\nunit: u\n");
  EXPECT_EQ(patched("title: t\nlead: a", path, {}), "title: t\n");
  EXPECT_EQ(patched("{lead: a, title: t, unit: u}\n", path, {}), "{title: t, unit: u}\n");
  EXPECT_EQ(patched("{title: t, lead: a}\n", path, {}), "{title: t}\n");
  EXPECT_EQ(patched("title: t\n", path, {}), "(none)");
  EXPECT_EQ(patched("lead: a\n", path, {}), "(none)") << "nothing would be left";
}

TEST(YamlPatch, TakesAwayAMappingWithItsOnlyKey) {
  const std::vector<PatchStep> path = {to(items(), "raised"), to(nested("raised"), "date")};
  EXPECT_EQ(patched("title: t\nraised: {date: 2026-05-01}\nunit: u\n", path, {}), "title: t\nunit: u\n");
  EXPECT_EQ(patched("title: t\nraised:\n  date: 2026-05-01\nunit: u\n", path, {}), "title: t\nunit: u\n");
}

TEST(YamlPatch, LeavesAloneWhatItCannotChange) {
  EXPECT_EQ(with_lead("lead: [a\n"), "(none)");
  EXPECT_EQ(with_lead("lead:\nunit: u\n"), "(none)");
  EXPECT_EQ(with_lead("lead: {a: b}\n"), "(none)");
}

}  // namespace
}  // namespace gongshi
