// What must be true of every table of fields and every list of fixed values, nested ones included.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <vector>

#include "derive/item_status.hpp"
#include "model/records.hpp"
#include "model/site_config.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

using Tables = std::vector<const FieldTable*>;

void collect(const FieldTable& table, Tables& all) {
  if (std::find(all.begin(), all.end(), &table) != all.end()) return;
  all.push_back(&table);
  for (const Field& field : table.fields) {
    const ValueType* type = field.type;
    while (type->element != nullptr) type = type->element;
    if (type->shape == Shape::mapping) collect(type->table(), all);
  }
}

Tables all_tables() {
  Tables all;
  for (const KindName& kind : kKinds) collect(fields_of(kind.kind), all);
  collect(fields_of(static_cast<const SiteConfig*>(nullptr)), all);
  return all;
}

bool is_truth_word(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const std::set<std::string> words = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"};
  return words.contains(text);
}

bool is_snake_case(std::string_view key) {
  return !key.empty() &&
         key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos &&
         key.front() != '_' && key.back() != '_';
}

// Can a label stand as a plain YAML key, and can a Chinese reader tell it from a key?
bool is_plain_label(std::string_view label) {
  return label.find_first_of(" :#[]{},&*!|>'\"%@`-") == std::string_view::npos &&
         count_characters(label) < label.size();
}

TEST(Tables, AreAllThere) {
  const Tables all = all_tables();
  EXPECT_GT(all.size(), 50U);
  std::set<std::string_view> kinds;
  for (const KindName& kind : kKinds) {
    EXPECT_EQ(fields_of(kind.kind).name, kind.singular);
    EXPECT_EQ(fields_of(kind.kind).label.zh, kind.label.zh);
    kinds.insert(kind.plural);
  }
  EXPECT_EQ(kinds.size(), kKinds.size());
}

TEST(Tables, KeysAndLabelsNameOneFieldEach) {
  for (const FieldTable* table : all_tables()) {
    std::set<std::string_view> names;
    for (const Field& field : table->fields) {
      EXPECT_TRUE(names.insert(field.key).second) << table->name << "." << field.key;
      EXPECT_TRUE(names.insert(field.label).second) << table->name << "." << field.label;
      EXPECT_EQ(table->find(field.key), &field);
      EXPECT_EQ(table->find(field.label), &field);
    }
    EXPECT_EQ(table->find("?"), nullptr);
  }
}

TEST(Tables, NamesCanBeWritten) {
  for (const FieldTable* table : all_tables()) {
    EXPECT_FALSE(table->name.empty() || table->label.zh.empty() || table->label.en.empty());
    for (const Field& field : table->fields) {
      EXPECT_TRUE(is_snake_case(field.key)) << table->name << "." << field.key;
      EXPECT_TRUE(is_plain_label(field.label)) << table->name << "." << field.label;
      EXPECT_FALSE(field.meaning.zh.empty() || field.meaning.en.empty()) << table->name << "." << field.key;
    }
  }
}

// `n`, how many of a quantity are done, is the one key that YAML 1.1 reads as a truth value; the design
// gives it by name. Our reader takes keys as they are written.
TEST(Tables, NoKeyIsATruthWord) {
  for (const FieldTable* table : all_tables()) {
    for (const Field& field : table->fields) {
      const bool known = table->name == "done" && field.key == "n";
      EXPECT_EQ(is_truth_word(std::string(field.key)), known) << table->name << "." << field.key;
    }
  }
}

TEST(Tables, TypesAreWhole) {
  for (const FieldTable* table : all_tables()) {
    for (const Field& field : table->fields) {
      SCOPED_TRACE(std::string(table->name) + "." + std::string(field.key));
      ASSERT_NE(field.type, nullptr);
      EXPECT_EQ(field.member == nullptr, field.need == Need::derived);
      EXPECT_TRUE(field.exempt == nullptr || field.need == Need::required);
      const ValueType* type = field.type;
      while (type->element != nullptr) {
        EXPECT_TRUE(type->shape == Shape::list || type->shape == Shape::keyed);
        EXPECT_NE(type->append, nullptr);
        type = type->element;
      }
      EXPECT_EQ(type->choices.empty(), type->shape != Shape::choice);
      EXPECT_TRUE(type->shape != Shape::reference || !type->targets.empty());
      EXPECT_EQ(type->table != nullptr, type->shape == Shape::mapping);
    }
  }
}

// What is withheld from everybody outside is the note for the office, and nothing else is by accident.
TEST(Tables, OnlyTheNoteIsInternal) {
  for (const FieldTable* table : all_tables()) {
    for (const Field& field : table->fields) {
      EXPECT_EQ(field.reach == Reach::internal, field.key == "internal_note")
          << table->name << "." << field.key;
    }
  }
}

TEST(Tables, EveryKindHasWhatAllHave) {
  for (const KindName& kind : kKinds) {
    for (const char* key : {"title", "scope", "source", "not_stated", "by_editor", "withdrawn", "waivers",
                            "internal_note", "url", "sha256"}) {
      EXPECT_NE(fields_of(kind.kind).find(key), nullptr) << kind.singular << "." << key;
    }
  }
}

void expect_good_words(std::span<const ChoiceWord> words, const std::string& where) {
  std::set<std::string_view> names;
  std::set<std::string_view> english;
  for (const ChoiceWord& word : words) {
    EXPECT_TRUE(names.insert(word.key).second) << where << " " << word.key;
    EXPECT_TRUE(names.insert(word.label.zh).second) << where << " " << word.label.zh;
    EXPECT_TRUE(english.insert(word.label.en).second) << where << " " << word.label.en;
    EXPECT_FALSE(is_truth_word(std::string(word.key))) << where << " " << word.key;
    EXPECT_FALSE(word.key.empty() || word.label.zh.empty() || word.label.en.empty()) << where;
  }
}

TEST(Choices, WordsAreDistinct) {
  std::set<const ChoiceWord*> seen;
  for (const FieldTable* table : all_tables()) {
    for (const Field& field : table->fields) {
      const ValueType* type = field.type;
      while (type->element != nullptr) type = type->element;
      if (type->shape != Shape::choice || !seen.insert(type->choices.data()).second) continue;
      expect_good_words(type->choices, std::string(table->name) + "." + std::string(field.key));
    }
  }
  EXPECT_GT(seen.size(), 25U);
  expect_good_words(choices(ItemStatus{}), "status");
  expect_good_words(choices(ItemFlag{}), "flags");
}

TEST(Tables, ByKeyIsSorted) {
  for (const FieldTable* table : all_tables()) {
    const auto sorted = table->by_key();
    EXPECT_EQ(sorted.size(), table->fields.size());
    EXPECT_TRUE(std::is_sorted(sorted.begin(), sorted.end(),
                               [](const Field* a, const Field* b) { return a->key < b->key; }));
  }
}

}  // namespace
}  // namespace gongshi
