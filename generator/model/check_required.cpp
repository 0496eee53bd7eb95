// Which required fields are missing, and whether the lists of what the source does not say are true.
#include <algorithm>
#include <array>

#include "model/read_record.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

using FieldPath = std::vector<const Field*>;

// The fields that a dotted path names ("measures.due", "措施.期限"); empty if it names none.
FieldPath find_path(const FieldTable& table, std::string_view dotted) {
  FieldPath path;
  const FieldTable* here = &table;
  while (true) {
    const std::size_t dot = dotted.find('.');
    const Field* field = here == nullptr ? nullptr : here->find(dotted.substr(0, dot));
    if (field == nullptr) return {};
    path.push_back(field);
    if (dot == std::string_view::npos) return path;
    dotted.remove_prefix(dot + 1);
    const ValueType* type = field->type->shape == Shape::list ? field->type->element : field->type;
    here = type->shape == Shape::mapping ? &type->table() : nullptr;
  }
}

std::string dotted_keys(const FieldPath& path) {
  std::string keys;
  for (const Field* field : path) keys += (keys.empty() ? "" : ".") + std::string(field->key);
  return keys;
}

// What a claim of closing rests on is stated, with all that is in it, or the claim is not made. An
// acceptance alone may lack who judged and when; then it does not count towards closing.
bool can_be_unstated(const FieldPath& path) {
  const std::string keys = dotted_keys(path);
  if (keys == "acceptance.by" || keys == "acceptance.date") return true;
  constexpr std::array<std::string_view, 4> kNever = {"acceptance", "notice", "closed", "evidence"};
  return keys != "extensions.reason" && std::none_of(path.begin(), path.end(), [&](const Field* field) {
           return std::find(kNever.begin(), kNever.end(), field->key) != kNever.end();
         });
}

class RequiredCheck {
 public:
  RequiredCheck(const Record* record, std::vector<FieldPath> unstated, Diagnostics& diagnostics)
      : m_record(record), m_unstated(std::move(unstated)), m_diagnostics(diagnostics) {}

  void check(const FieldTable& table, const void* mapping) {
    for (const Field& field : table.fields) {
      if (field.need == Need::derived) continue;
      m_path.push_back(&field);
      const bool given = is_given(table, mapping, field);
      const bool exempt = field.exempt != nullptr && field.exempt(mapping);
      if (!given && field.need == Need::required && !exempt && !is_unstated()) report(table, mapping, field);
      if (given) descend(*field.type, field.in(mapping));
      m_path.pop_back();
    }
  }

 private:
  // A key that was written but could not be read has its finding already.
  static bool is_given(const FieldTable& table, const void* mapping, const Field& field) {
    const auto& given = table.entry_of(mapping).given;
    return std::any_of(given.begin(), given.end(),
                       [&](const GivenKey& key) { return key.field == table.index_of(field); });
  }

  [[nodiscard]] bool is_unstated() const {
    return std::find(m_unstated.begin(), m_unstated.end(), m_path) != m_unstated.end();
  }

  void descend(const ValueType& type, const void* value) {
    if (type.shape == Shape::mapping) {
      for (std::size_t i = 0; i < type.size(value); ++i) check(type.table(), type.part(value, i));
    } else if (type.shape == Shape::list || type.shape == Shape::keyed) {
      for (std::size_t i = 0; i < type.size(value); ++i) descend(*type.element, type.part(value, i));
    }
  }

  // The key is named in the language that the author writes keys in.
  void report(const FieldTable& table, const void* mapping, const Field& field) {
    const Entry& entry = table.entry_of(mapping);
    const Entry& author = entry.given.empty() && m_record != nullptr ? *m_record : entry;
    const bool as_label = !author.given.empty() && author.given.front().as_label;
    Diagnostic finding{&Code("missing-").message(), entry.at, {}, {}, {}, std::string(field.key)};
    finding.arguments = {std::string(as_label ? field.label : field.key),
                         Term{std::string(table.label.zh), std::string(table.label.en)},
                         type_example(*field.type), also(*field.type, as_label)};
    m_diagnostics.add(std::move(finding));
  }

  // What else there is to say of the key at m_path: what it may be, and that it can be listed as not stated,
  // by its dotted path if it is nested.
  [[nodiscard]] Term also(const ValueType& type, bool as_label) const {
    Term words;
    if (type.shape == Shape::choice) {
      const Term all = choice_term(type.choices);
      words = {"；可以写：" + all.zh, "; it can be: " + all.en};
    } else if (type.shape != Shape::text && type.shape != Shape::line) {
      const Term name = type_name(type);
      words = {"（" + name.zh + "）", " (" + name.en + ")"};
    }
    if (m_record == nullptr || !can_be_unstated(m_path)) return words;
    std::string path;
    for (const Field* field : m_path)
      path += (path.empty() ? "" : ".") + std::string(as_label ? field->label : field->key);
    words.zh += "；来源文件没有写的，列入 `文件未载明: [" + path + "]`";
    words.en += "; if the source does not say, list `not_stated: [" + path + "]`";
    return words;
  }

  const Record* m_record;
  std::vector<FieldPath> m_unstated;
  Diagnostics& m_diagnostics;
  FieldPath m_path;
};

// The path that an entry of not_stated or by_editor names, or an empty one and a finding.
FieldPath path_named(const FieldTable& table, const Placed<std::string>& name, Diagnostics& diagnostics) {
  FieldPath path = find_path(table, name.value);
  if (path.empty() && !name.value.empty()) {
    diagnostics.add("not-stated-unknown", name.at,
                    {name.value, Term{std::string(table.label.zh), std::string(table.label.en)},
                     hint_of_key(name.value, table)});
  }
  return path;
}

void check_unstated(const FieldTable& table, const Record& record, const FieldPath& path,
                    const Placed<std::string>& name, Diagnostics& diagnostics) {
  if (!can_be_unstated(path)) diagnostics.add("not-stated-forbidden", name.at, {name.value});
  if (path.size() > 1) return;
  for (const GivenKey& given : record.given) {
    if (given.field == table.index_of(*path.front())) {
      diagnostics.add("not-stated-given", name.at, {name.value}, given.key);
    }
  }
}

}  // namespace

void check_required(const FieldTable& table, const void* record, const Record& common,
                    Diagnostics& diagnostics) {
  std::vector<FieldPath> unstated;
  for (const Placed<std::string>& name : common.not_stated) {
    FieldPath path = path_named(table, name, diagnostics);
    if (path.empty()) continue;
    check_unstated(table, common, path, name, diagnostics);
    unstated.push_back(std::move(path));
  }
  for (const Placed<std::string>& name : common.by_editor) path_named(table, name, diagnostics);
  RequiredCheck(&common, std::move(unstated), diagnostics).check(table, record);
}

void check_required(const FieldTable& table, const void* mapping, Diagnostics& diagnostics) {
  RequiredCheck(nullptr, {}, diagnostics).check(table, mapping);
}

}  // namespace gongshi
