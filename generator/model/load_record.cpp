#include "model/load_record.hpp"

#include "parse/front_matter.hpp"
#include "parse/parse_yaml.hpp"

namespace gongshi {

bool load_record(const SourceFile& source, std::string_view text, const FieldTable& table, void* record,
                 Record& common, Diagnostics& diagnostics, ParseCache* trees) {
  FrontMatter parts{text, {source.file, 0}, {}, {}};
  if (source.markdown) {
    const auto split = split_front_matter(text, source.file, diagnostics);
    if (!split) return false;
    parts = *split;
  }
  const auto document = trees == nullptr ? parse_yaml(parts.yaml, parts.yaml_at, diagnostics)
                                         : trees->parse(parts.yaml, parts.yaml_at, diagnostics);
  if (!document) return false;
  read_mapping(document->root(), table, record, diagnostics);
  common.id = source.id;
  common.body = parts.body;
  common.body_at = parts.body_at;
  check_required(table, record, common, diagnostics);
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
