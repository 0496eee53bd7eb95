// One record as an audience may see it: copied field by field, and what stays behind noted for the search of
// the output. The only code that decides what of a record is seen.
#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/site.hpp"
#include "publish/withheld_values.hpp"

namespace gongshi {

/// Kind and id of the records in the view; the ids are those of the site.
using ChosenRecords = std::set<std::pair<Kind, std::string_view>>;

/// What of records is not in the view, and which files those name that are.
struct WithheldParts {
  std::size_t fields = 0;
  std::size_t references = 0;  ///< links to withheld records that were taken out
  std::vector<WithheldValues::Value> values;
  std::set<std::string> files;  ///< below content/files/, named by what is shown
};

class RecordProjection {
 public:
  /// Notes into `parts`. All arguments must outlive it.
  template <class R>
  RecordProjection(const Site& site, const ChosenRecords& chosen, const R& record, WithheldParts& parts)
      : m_site(site),
        m_chosen(chosen),
        m_kind(R::kKind),
        m_table(fields_of(&record)),
        m_record(record),
        m_fields(&record),
        m_parts(parts) {}

  /// Fills an empty record of the same kind, given as what all kinds have and as its fields.
  void project(Record& to, void* fields);
  /// Notes all that the record says, its name included: the audience does not see it.
  void withhold();

 private:
  void note(std::string_view field, const std::string& text);
  void note_field(const Field& outer, const void* mapping);
  void project_withdrawn(Record& to, void* fields);
  void project_mapping(const FieldTable& table, const void* from, void* to);
  void project_value(const ValueType& type, const void* from, void* to);
  void project_part(const ValueType& list, const void* from, std::size_t index, void* to);
  [[nodiscard]] bool is_chosen(Kind kind, std::string_view id) const { return m_chosen.contains({kind, id}); }
  [[nodiscard]] bool may_pass(const ValueType& type, const void* value);
  [[nodiscard]] std::string without_withheld_links(const std::string& body);
  [[nodiscard]] bool names_withheld(std::string name) const;

  const Site& m_site;
  const ChosenRecords& m_chosen;
  Kind m_kind;
  const FieldTable& m_table;
  const Record& m_record;
  const void* m_fields;
  WithheldParts& m_parts;
};

[[nodiscard]] bool is_reference(const ValueType& type);

/// The records of `lists` that a reference of this type may mean: `surveys/cp-1`, or `cp-1`.
template <class Lists>
std::vector<RecordKey> meant_by(const Lists& lists, const ValueType& type, const void* reference) {
  return records_named(lists, static_cast<const Reference*>(reference)->id, [&](Kind kind) {
    return type.shape == Shape::any_record ||
           std::find(type.targets.begin(), type.targets.end(), kind) != type.targets.end();
  });
}

}  // namespace gongshi
