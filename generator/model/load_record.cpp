#include "model/load_record.hpp"

#include "parse/front_matter.hpp"
#include "parse/parse_yaml.hpp"

namespace gongshi {

std::optional<ParsedText> parse_record(const SourceFile& source, std::string_view text,
                                       Diagnostics& diagnostics, ParseCache* trees) {
  FrontMatter parts{text, {source.file, 0}, {}, {}};
  if (source.markdown) {
    const auto split = split_front_matter(text, source.file, diagnostics);
    if (!split) return std::nullopt;
    parts = *split;
  }
  auto fields = trees == nullptr ? parse_yaml(parts.yaml, parts.yaml_at, diagnostics)
                                 : trees->parse(parts.yaml, parts.yaml_at, diagnostics);
  if (!fields) return std::nullopt;
  return ParsedText{*std::move(fields), parts.body, parts.body_at};
}

void read_parsed(const ParsedText& parsed, const FieldTable& table, void* record, Record& common,
                 Diagnostics& diagnostics) {
  read_mapping(parsed.fields.root(), table, record, diagnostics);
  common.body = parsed.body;
  common.body_at = parsed.body_at;
  check_required(table, record, common, diagnostics);
}

bool load_record(const SourceFile& source, std::string_view text, const FieldTable& table, void* record,
                 Record& common, Diagnostics& diagnostics) {
  const auto parsed = parse_record(source, text, diagnostics, nullptr);
  if (!parsed) return false;
  common.id = source.id;
  read_parsed(*parsed, table, record, common, diagnostics);
  return true;
}

bool load_site_config(std::uint32_t file, std::string_view text, SiteConfig& config,
                      Diagnostics& diagnostics) {
  const auto document = parse_yaml(text, {file, 0}, diagnostics);
  if (!document) return false;
  const FieldTable& table = fields_of(static_cast<const SiteConfig*>(nullptr));
  read_mapping(document->root(), table, &config, diagnostics);
  check_required(table, &config, diagnostics);
  return true;
}

}  // namespace gongshi
