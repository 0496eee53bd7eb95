// The text of one file becomes one record. The parsed tree lives no longer than this call.
#pragma once

#include <optional>

#include "model/read_record.hpp"
#include "model/site_config.hpp"
#include "parse/find_sources.hpp"
#include "parse/parse_cache.hpp"

namespace gongshi {

/// Fills `record`, whose table is `table`, from the text of its source; findings are added. False if
/// nothing of it could be read. `record` and `common` are the same object. `trees` may be null.
bool load_record(const SourceFile& source, std::string_view text, const FieldTable& table, void* record,
                 Record& common, Diagnostics& diagnostics, ParseCache* trees = nullptr);

/// The same for site.yaml.
bool load_site_config(std::uint32_t file, std::string_view text, SiteConfig& config,
                      Diagnostics& diagnostics);

}  // namespace gongshi
