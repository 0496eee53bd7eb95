// Writes the field reference, generator/model/FIELDS.md and FIELDS.zh-CN.md, from the tables of fields
// and holds the files to it. UPDATE_EXPECTED=1 rewrites them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "model/records.hpp"
#include "model/site_config.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

constexpr Bilingual kHead = {
    "# 字段参考\n\n"
    "由程序的字段表写成，测试保证一致，请不要手改。标签和键可以换着用，固定取值也一样。\n"
    "必填的字段，来源没有说明时可以列进 `not_stated`；哪些不可以，检查会说。推出的字段由程序算出，不能写。\n"
    "有些字段到了某一步才要求，例如限期整改要有期限，销号要有验收：`gongshi explain` 列出全部规矩。\n"
    "除只供内部的以外，谁能看到记录，谁就能看到字段。\n",
    "# Field reference\n\n"
    "Written from the program's tables of fields and held to them by a test: do not edit it. A Chinese\n"
    "label is as good as its key, for fixed values too. A required field may be listed in `not_stated` where "
    "the\n"
    "source is silent; a check says where it may not. A derived field is worked out and never typed. Some\n"
    "fields are asked for only in some state, such as the deadline of class by-deadline: `gongshi explain`\n"
    "lists the rules. Who may see a record sees its fields, but for those that are internal.\n"};

using Fields = std::vector<const Field*>;

// Is this a line of every kind? Those are told once.
bool is_of_every_kind(const Field& field) {
  return std::all_of(kKinds.begin(), kKinds.end(), [&](const KindName& kind) {
    const Field* same = fields_of(kind.kind).find(field.key);
    return same != nullptr && same->type == field.type && same->meaning.zh == field.meaning.zh;
  });
}

template <class Chosen>
Fields fields_where(const FieldTable& table, Chosen chosen) {
  Fields fields;
  for (const Field& field : table.fields) {
    if (chosen(field)) fields.push_back(&field);
  }
  return fields;
}

const ValueType& innermost(const ValueType& type) {
  return type.element == nullptr ? type : innermost(*type.element);
}

class ReferenceWriter {
 public:
  explicit ReferenceWriter(Language language) : m_language(language), m_text(kHead.in(language)) {}

  std::string write() {
    const Bilingual of_all = {"每种记录都有的字段", "Fields of every kind"};
    write_section(of_all.in(m_language), "", fields_where(fields_of(Kind::item), is_of_every_kind));
    for (const KindName& kind : kKinds) {
      const std::string plural(kind.plural);
      write_section(std::string(kind.label.in(m_language)) + " `content/" + plural + "/`", plural + ".",
                    fields_where(fields_of(kind.kind), [](const Field& f) { return !is_of_every_kind(f); }));
    }
    const FieldTable& site = fields_of(static_cast<const SiteConfig*>(nullptr));
    write_section(std::string(site.label.in(m_language)) + " `site.yaml`", "site.",
                  fields_where(site, [](const Field&) { return true; }));
    return m_text;
  }

 private:
  /// A set of keys that is a value, told where it is first met.
  struct Nested {
    const FieldTable* table;
    std::string path;
  };

  // A table, and below it the sets of keys that it is the first to hold.
  void write_section(std::string_view heading, const std::string& path, const Fields& fields) {
    m_text += "\n## " + std::string(heading) + "\n";
    std::size_t next = m_nested.size();
    write_lines(path, fields);
    for (; next < m_nested.size(); ++next) {  // the list grows while it is written
      const Nested nested = m_nested[next];
      m_text += "\n### " + nested.path + "\n";
      write_lines(nested.path + ".", fields_where(*nested.table, [](const Field&) { return true; }));
    }
  }

  void write_lines(const std::string& path, const Fields& fields) {
    const Bilingual columns = {"| 键 | 标签 | 怎么写 | 要求 | 说明 |",
                               "| key | label | written as | needed | meaning |"};
    m_text += "\n" + std::string(columns.in(m_language)) + "\n|---|---|---|---|---|\n";
    for (const Field* field : fields) {
      m_text += "| `" + std::string(field->key) + "` | " + std::string(field->label) + " | " +
                written_as(path, *field) + " | " + std::string(needed(*field).in(m_language)) + " | " +
                std::string(field->meaning.in(m_language)) + " |\n";
    }
  }

  static Bilingual needed(const Field& field) {
    if (field.reach == Reach::internal) return {"只供内部", "internal"};
    if (field.need == Need::derived) return {"推出", "derived"};
    if (field.exempt != nullptr) return {"必填，有例外", "required, with exceptions"};
    if (field.need == Need::required) return {"必填", "required"};
    return {"", ""};
  }

  std::string written_as(const std::string& path, const Field& field) {
    const ValueType& type = innermost(*field.type);
    const Term name = type_name(*field.type);
    std::string more;
    if (type.shape == Shape::mapping) more = link_to(type.table(), path + std::string(field.key));
    for (const Kind target : type.targets) {
      more += (more.empty() ? "`" : ", `") + std::string(name_of(target).plural) + "`";
    }
    more += choice_list(type.choices);
    return (m_language == Language::zh ? name.zh : name.en) + (more.empty() ? "" : ": " + more);
  }

  std::string link_to(const FieldTable& table, const std::string& path) {
    auto found = std::find_if(m_nested.begin(), m_nested.end(),
                              [&](const Nested& nested) { return nested.table == &table; });
    if (found == m_nested.end()) found = m_nested.insert(found, {&table, path});
    std::string anchor = found->path;  // of a heading, as the usual viewers make it
    anchor.erase(std::remove(anchor.begin(), anchor.end(), '.'), anchor.end());
    return "[" + found->path + "](#" + anchor + ")";
  }

  Language m_language;
  std::string m_text;
  std::vector<Nested> m_nested;
};

void expect_file(const std::string& name, Language language) {
  const std::string path = std::string(GONGSHI_GENERATOR) + "/model/" + name;
  const std::string text = ReferenceWriter(language).write();
  const char* update = std::getenv("UPDATE_EXPECTED");
  if (update != nullptr && std::string_view(update) == "1") std::ofstream(path, std::ios::binary) << text;
  std::ifstream file(path, std::ios::binary);
  const std::string written{std::istreambuf_iterator<char>(file), {}};
  EXPECT_TRUE(written == text) << path << " is not what the tables say; UPDATE_EXPECTED=1 writes it anew";
}

TEST(FieldReference, SaysWhatTheTablesSay) { expect_file("FIELDS.md", Language::en); }
TEST(FieldReference, SaysItInChinese) { expect_file("FIELDS.zh-CN.md", Language::zh); }

}  // namespace
}  // namespace gongshi
