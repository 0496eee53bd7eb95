#include "views/related_tables.hpp"

#include <algorithm>

#include "views/kind_table.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

// A table of those that name a record is called as their kind.
bool is_of_a_kind(const LongTable& table) {
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](const KindName& kind) { return kind.plural == table.section; });
}

// Does the trace of a record of the first kind name those of the second?
bool is_traced(Kind self, Kind other) {
  if (self == Kind::item)
    return other == Kind::opinion || other == Kind::survey || other == Kind::institution;
  return other == Kind::item;
}

}  // namespace

std::vector<LongTable> related_tables(const ViewContext& context, RecordKey self) {
  const Record& record = context.site().record(self).common();
  const std::string path = record_path(self.kind, record.id);
  std::vector<LongTable> tables;
  if (!record.withdrawn) tables.push_back(trace_table(context, self, path));
  const std::vector<RecordKey>& namers = context.site().named_by(self);
  const bool traced = !tables.empty() && !tables.front().rows.empty();
  for (std::size_t i = 0; i < namers.size();) {
    const Kind kind = namers[i].kind;
    if (traced && is_traced(self.kind, kind)) {
      ++i;
      continue;
    }
    std::vector<std::uint32_t> places;
    for (; i < namers.size() && namers[i].kind == kind; ++i) places.push_back(namers[i].index);
    tables.push_back(
        kind_table(context, kind, path, std::string(name_of(kind).plural), std::move(places), self.kind));
  }
  return tables;
}

ViewList named_by_tables(const ViewContext& context, const std::vector<LongTable>& tables) {
  ViewList all;
  for (const LongTable& table : tables) {
    if (!is_of_a_kind(table)) continue;
    for (ViewValue& part : table_part(context, table, 1)) all.push_back(std::move(part));
  }
  return all;
}

}  // namespace gongshi
