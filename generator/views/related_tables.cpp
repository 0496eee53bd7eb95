#include "views/related_tables.hpp"

#include <algorithm>

#include "views/kind_table.hpp"
#include "views/trace.hpp"
#include "views/unit_tables.hpp"

namespace gongshi {
namespace {

// A table of those that name a record is called as their kind.
bool is_of_a_kind(const LongTable& table) {
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [&](const KindName& kind) { return kind.plural == table.section; });
}

// Does a table that is called otherwise tell of this record that names `self`?
bool is_told(const PublishedSite& site, RecordKey self, RecordKey namer, bool traced) {
  if (self.kind == Kind::unit) return is_in_unit_tables(site, self.index, namer);
  if (self.kind == Kind::consultation) return namer.kind == Kind::opinion;
  if (!traced) return false;
  if (self.kind == Kind::item)
    return namer.kind == Kind::opinion || namer.kind == Kind::survey || namer.kind == Kind::institution;
  return namer.kind == Kind::item;
}

// Tables that only records of this kind have.
void add_own(const ViewContext& context, RecordKey self, const std::string& path,
             std::vector<LongTable>& tables) {
  if (self.kind == Kind::consultation) {
    tables.push_back(kind_table(context, Kind::opinion, path, "told", namers(context, self, Kind::opinion),
                                Kind::consultation));
  }
  if (self.kind == Kind::unit) {
    for (LongTable& table : unit_tables(context, self.index)) tables.push_back(std::move(table));
  }
  if (self.kind == Kind::plan) {
    const Plan& plan = *context.site().records().all<Plan>()[self.index];
    tables.push_back(kind_table(context, Kind::item, path, "planned", planned_items(context.site(), plan)));
  }
}

}  // namespace

RecordPlaces namers(const ViewContext& context, RecordKey self, Kind kind) {
  RecordPlaces places;
  for (const RecordKey& key : context.site().named_by(self)) {
    if (key.kind == kind) places.push_back(key.index);
  }
  return places;
}

RecordPlaces planned_items(const PublishedSite& site, const Plan& plan) {
  RecordPlaces places;
  for (const auto& item : plan.items) {
    if (const auto place = site.records().find_index<Item>(item.id)) places.push_back(*place);
  }
  return places;
}

std::vector<LongTable> related_tables(const ViewContext& context, RecordKey self) {
  const Record& record = context.site().record(self).common();
  const std::string path = record_path(self.kind, record.id);
  std::vector<LongTable> tables;
  if (!record.withdrawn) {
    tables.push_back(trace_table(context, self, path));
    add_own(context, self, path, tables);
  }
  const std::vector<RecordKey>& namers = context.site().named_by(self);
  const bool traced = !tables.empty() && !tables.front().rows.empty();
  for (std::size_t i = 0; i < namers.size();) {
    const Kind kind = namers[i].kind;
    std::vector<std::uint32_t> places;
    for (; i < namers.size() && namers[i].kind == kind; ++i) {
      if (record.withdrawn || !is_told(context.site(), self, namers[i], traced))
        places.push_back(namers[i].index);
    }
    if (places.empty()) continue;
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
