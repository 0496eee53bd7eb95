// The schema names every field by key and label, and is the same JSON in both layouts of its reader.
#include "model/json_schema.hpp"

#include <gtest/gtest.h>

#include <string>

#include "model/records.hpp"

namespace gongshi {
namespace {

// Brackets and quotes that match: enough to see that no value was pasted in. json_schema_test.py asks
// a real parser.
bool is_balanced(std::string_view json) {
  std::string open;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    if (quoted) {
      if (json[i] == '\\') ++i;
      if (json[i] == '"') quoted = false;
      continue;
    }
    if (json[i] == '"') quoted = true;
    if (json[i] == '{' || json[i] == '[') open.push_back(json[i]);
    if (json[i] == '}' || json[i] == ']') {
      if (open.empty() || open.back() != (json[i] == '}' ? '{' : '[')) return false;
      open.pop_back();
    }
  }
  return open.empty() && !quoted;
}

void expect_names(const FieldTable& table, const std::string& schema) {
  for (const Field& field : table.fields) {
    const bool there = schema.find("\"" + std::string(field.key) + "\": {") != std::string::npos;
    if (field.key == "url") continue;  // evidence has one that is written
    EXPECT_EQ(there, field.need != Need::derived) << table.name << "." << field.key;
    if (field.need == Need::derived) continue;
    EXPECT_NE(schema.find("\"" + std::string(field.label) + "\": {"), std::string::npos) << field.label;
    const ValueType* type = field.type;
    while (type->element != nullptr) type = type->element;
    for (const ChoiceWord& word : type->choices) {
      EXPECT_NE(schema.find("\"" + std::string(word.key) + "\""), std::string::npos) << word.key;
      EXPECT_NE(schema.find("\"" + std::string(word.label.zh) + "\""), std::string::npos) << word.label.zh;
    }
  }
}

TEST(JsonSchema, OfEachKind) {
  for (const KindName& kind : kKinds) {
    for (const Language language : {Language::zh, Language::en}) {
      const std::string schema = json_schema(fields_of(kind.kind), language);
      EXPECT_TRUE(is_balanced(schema)) << kind.singular;
      EXPECT_TRUE(schema.starts_with("{\n \"$schema\": \"https://json-schema.org/draft/2020-12/schema\""));
      EXPECT_TRUE(schema.ends_with("}\n"));
      expect_names(fields_of(kind.kind), schema);
    }
  }
}

TEST(JsonSchema, OfAllAtOnce) {
  const std::string schema = json_schema_of_all(Language::zh);
  EXPECT_TRUE(is_balanced(schema));
  for (const KindName& kind : kKinds)
    EXPECT_NE(schema.find("\n  \"" + std::string(kind.singular) + "\": {"), std::string::npos)
        << kind.singular;
  EXPECT_NE(schema.find("\n  \"site\": {"), std::string::npos);
}

TEST(JsonSchema, InTheReadersLanguage) {
  const FieldTable& table = fields_of(Kind::item);
  EXPECT_NE(json_schema(table, Language::zh).find("\"title\": \"整改期限\""), std::string::npos);
  EXPECT_NE(json_schema(table, Language::en).find("\"title\": \"deadline\""), std::string::npos);
}

}  // namespace
}  // namespace gongshi
