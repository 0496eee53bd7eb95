// Nothing has happened after the as-of date.
#include "check/checks.hpp"
#include "check/places.hpp"

namespace gongshi {
namespace {

class FutureCheck {
 public:
  FutureCheck(const Site& site, Diagnostics& diagnostics) : m_as_of(site.as_of), m_diagnostics(diagnostics) {}

  void check(const Record& record, const FieldTable& table, const void* mapping) {
    for (const Field& field : table.fields) {
      if (field.need != Need::derived)
        check_value(record, table, mapping, field, *field.type, field.in(mapping));
    }
  }

 private:
  void check_value(const Record& record, const FieldTable& table, const void* mapping, const Field& field,
                   const ValueType& type, const void* value) {
    if (!type.given(value)) return;
    if (type.shape == Shape::date && !type.planned) {
      const Date& date = *static_cast<const Date*>(value);
      if (date.first_day() > m_as_of.last_day()) {
        m_diagnostics.add("event-in-future", place_of(table.entry_of(mapping), table, field.key),
                          {name_of_key(record, table, field.key), date.text(), m_as_of.text()});
      }
    } else if (type.shape == Shape::mapping) {
      for (std::size_t i = 0; i < type.size(value); ++i) check(record, type.table(), type.part(value, i));
    } else if (type.shape == Shape::list) {
      for (std::size_t i = 0; i < type.size(value); ++i)
        check_value(record, table, mapping, field, *type.element, type.part(value, i));
    }
  }

  Date m_as_of;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_events(const Site& site, Diagnostics& diagnostics) {
  FutureCheck check(site, diagnostics);
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) check.check(record, fields_of(&record), &record);
  });
}

}  // namespace gongshi
