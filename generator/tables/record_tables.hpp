// Tables made of a kind's field table: one of its records, and one for each list of mappings within them,
// keyed by the record's id and the place in the list. Whatever a field table says is a column here.
#pragma once

#include "tables/table.hpp"

namespace gongshi {

/// `items`, then `items-measures`, `items-progress`, `items-progress-evidence` … in the order of the field
/// table; rows are not counted yet. `site` must outlive them.
std::vector<Table> record_tables(const PublishedSite& site, Kind kind);

}  // namespace gongshi
