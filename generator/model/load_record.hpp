// The text of one file becomes one record. The parsed tree lives no longer than this call.
#pragma once

#include <optional>

#include "model/read_record.hpp"
#include "model/site_config.hpp"
#include "parse/find_sources.hpp"
#include "parse/parse_cache.hpp"

namespace gongshi {

/// What the text of a record is made of; it points into the text.
struct ParsedText {
  Document fields;
  std::string_view body;
  Position body_at;
};

/// Nothing, and findings, if the text has errors. `trees` spares parsing what it holds; it may be null.
std::optional<ParsedText> parse_record(const SourceFile& source, std::string_view text,
                                       Diagnostics& diagnostics, ParseCache* trees);

/// Fills `record`, whose table is `table`; findings are added. `record` and `common`, whose id is known, are
/// the same object.
void read_parsed(const ParsedText& parsed, const FieldTable& table, void* record, Record& common,
                 Diagnostics& diagnostics);

/// Both, of the text of a source. False if nothing of it could be read.
bool load_record(const SourceFile& source, std::string_view text, const FieldTable& table, void* record,
                 Record& common, Diagnostics& diagnostics);

/// The same for site.yaml.
bool load_site_config(std::uint32_t file, std::string_view text, SiteConfig& config,
                      Diagnostics& diagnostics);

}  // namespace gongshi
