// Records as JSON: each by itself in its canonical form, and each kind as a table.
#pragma once

#include <string>

#include "publish/published.hpp"

namespace gongshi {

/// The canonical JSON of a record; its SHA-256 is the record's hash.
std::string record_json(const PublishedRecord& record);

/// An array of all records of a kind in order of their ids, each with what is derived: `url`, `sha256`,
/// and of items `status`, `flags`, `original_deadline` and `current_deadline`. Ends with a line break.
std::string table_json(const PublishedSite& site, Kind kind);

/// The flow figures: an array of the rows of publish/flow_rows.hpp. Ends with a line break.
std::string flows_json(const PublishedSite& site);

}  // namespace gongshi
