// Every record that is named exists, and is named without doubt.
#include <string>

#include "check/checks.hpp"
#include "model/type_words.hpp"
#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

Term label_of(Kind kind) {
  return {std::string(name_of(kind).label.zh), std::string(name_of(kind).label.en)};
}

class ReferenceCheck {
 public:
  ReferenceCheck(const Site& site, Diagnostics& diagnostics) : m_site(site), m_diagnostics(diagnostics) {}

  void check(const FieldTable& table, const void* record) {
    walk_values(table, record, [&](const Field&, const ValueType& type, const void* value) {
      if (type.shape == Shape::reference) check_typed(type, *static_cast<const Reference*>(value));
      if (type.shape == Shape::any_record) check_any(*static_cast<const Reference*>(value));
    });
  }

 private:
  void check_typed(const ValueType& type, const Reference& reference) {
    std::vector<std::string_view> known;
    bool exists = false;
    m_site.records.for_each_kind([&]<class R>() {
      if (std::find(type.targets.begin(), type.targets.end(), R::kKind) == type.targets.end()) return;
      exists = exists || m_site.records.find<R>(reference.id) != nullptr;
    });
    if (exists) return;
    m_site.records.for_each_kind([&]<class R>() {
      if (std::find(type.targets.begin(), type.targets.end(), R::kKind) == type.targets.end()) return;
      for (const Record& record : m_site.records.all<R>()) known.push_back(record.id);
    });
    m_diagnostics.add("dangling-reference", reference.at,
                      {reference.id, label_of(type.targets.front()), nearest_hint(reference.id, known)});
  }

  void check_any(const Reference& reference) {
    const std::vector<RecordKey> found = records_named(m_site.records, reference.id);
    if (found.size() == 1) return;
    if (found.empty()) {
      m_diagnostics.add("dangling-reference", reference.at, {reference.id, Term{"记录", "record"}, Term{}});
      return;
    }
    std::string kinds;
    for (const RecordKey& key : found)
      kinds += (kinds.empty() ? "" : ", ") + std::string(name_of(key.kind).plural);
    m_diagnostics.add("ambiguous-reference", reference.at,
                      {reference.id, kinds, std::string(name_of(found.front().kind).plural)});
  }

  const Site& m_site;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_references(const Site& site, Diagnostics& diagnostics) {
  ReferenceCheck check(site, diagnostics);
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) check.check(fields_of(&record), &record);
  });
}

}  // namespace gongshi
