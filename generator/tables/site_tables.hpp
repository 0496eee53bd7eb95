// All tables of a site: those of its records, and those that tell of records together.
#pragma once

#include "tables/table.hpp"

namespace gongshi {

/// Every table that has a row, in the order of kinds: records and their parts, then `traces`, `waivers` and
/// `flows`. Foreign keys to a table without rows are left out with it. `site` must outlive them.
std::vector<Table> site_tables(const PublishedSite& site);

}  // namespace gongshi
