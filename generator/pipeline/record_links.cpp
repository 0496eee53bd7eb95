#include "pipeline/record_links.hpp"

#include "model/type_words.hpp"

namespace gongshi {
namespace {

// False, and a finding, unless exactly one record is meant.
bool is_one_record(const Site& site, std::string_view id, Position at, Diagnostics& diagnostics) {
  const std::vector<RecordKey> found = records_named(site.records, id);
  if (found.empty()) {
    diagnostics.add("dangling-reference", at, {std::string(id), Term{"记录", "record"}, Term{}});
  } else if (found.size() > 1) {
    std::string kinds;
    for (const RecordKey& key : found)
      kinds += (kinds.empty() ? "" : ", ") + std::string(name_of(key.kind).plural);
    diagnostics.add("ambiguous-reference", at,
                    {std::string(id), kinds, std::string(name_of(found.front().kind).plural)});
  }
  return found.size() == 1;
}

}  // namespace

RecordLinks record_links(const Site& site, const ViewContext& context, const std::string& from) {
  return [&site, &context, from](std::string_view id, Position at,
                                 Diagnostics& diagnostics) -> std::optional<LinkTarget> {
    ReadNotes::note(ReadOf::references, Kind::phase, 0);
    if (!is_one_record(site, id, at, diagnostics)) return std::nullopt;
    const std::vector<RecordKey> published = records_named(context.site().records(), id);
    if (published.empty()) return LinkTarget{"", context.word("withheld_record")};
    const std::string path =
        record_path(published.front().kind, context.site().record(published.front()).common().id);
    return LinkTarget{relative_address(from, path), context.title(published.front())};
  };
}

RecordLinks checking_links(const Site& site) {
  return [&site](std::string_view id, Position at, Diagnostics& diagnostics) -> std::optional<LinkTarget> {
    is_one_record(site, id, at, diagnostics);
    return std::nullopt;
  };
}

}  // namespace gongshi
