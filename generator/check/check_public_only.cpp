// Where site.yaml says so, the content holds nothing but what everybody may see: the folder itself is as
// public as the site.
#include <set>
#include <string>

#include "check/checks.hpp"
#include "model/limits.hpp"
#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

class PublicOnlyCheck {
 public:
  PublicOnlyCheck(const Site& site, Diagnostics& diagnostics)
      : m_widest(audiences_of(site.config).front()), m_diagnostics(diagnostics) {}

  void check_record(const FieldTable& table, const void* fields, const Record& record) {
    if (record.scope != m_widest) {
      const std::string scope = "scope: " + (record.scope.empty() ? "internal" : record.scope);
      m_diagnostics.add("not-public", {record.at.file, 0}, {Term{scope, scope}});
    }
    check_mapping(table, fields);
  }

 private:
  void check_mapping(const FieldTable& table, const void* mapping) {
    for (const GivenKey& given : table.entry_of(mapping).given) {
      const Field& field = table.fields[given.field];
      if (field.reach == Reach::internal)
        m_diagnostics.add("not-public", given.key, {std::string(field.key)});
    }
    for (const Field& field : table.fields) {
      if (field.need != Need::derived && field.type->given(field.in(mapping)))
        check_value(*field.type, field.in(mapping));
    }
  }

  void check_value(const ValueType& type, const void* value) {
    if (type.shape == Shape::mapping) return check_mapping(type.table(), type.part(value, 0));
    if (type.shape != Shape::list && type.shape != Shape::keyed) return;
    for (std::size_t i = 0; i < type.size(value); ++i) check_value(*type.element, type.part(value, i));
  }

  std::string m_widest;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_public_only(const Site& site, Diagnostics& diagnostics) {
  if (!site.config.public_only.value_or(false)) return;
  PublicOnlyCheck check(site, diagnostics);
  std::set<std::string_view> declared;
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      check.check_record(fields_of(&record), &record, record);
      walk_values(fields_of(&record), &record, [&](const Field&, const ValueType& type, const void* value) {
        if (type.shape == Shape::file_name) declared.insert(static_cast<const FileName*>(value)->text);
      });
    }
  });
  for (const std::string& name : site.attachments) {
    if (!declared.contains(name))
      diagnostics.add_at_place("not-public", "content/files/" + name, {"files/" + name});
  }
}

}  // namespace gongshi
