#include "pipeline/withdrawn_ids.hpp"

#include <limits>
#include <set>

#include "publish/routes.hpp"
#include "text/json.hpp"

namespace gongshi {
namespace {

/// Ids of the records of one kind that the standing site lists as withdrawn.
std::set<std::string> withdrawn_before(FileSystem& files, const std::string& output, Kind kind) {
  const std::string table = table_json_path(kind);
  const auto status = files.status(output + "/" + table);
  if (!status || status->kind != FileKind::regular) return {};
  const std::string json = files.read(output, table, std::numeric_limits<std::uint32_t>::max());
  if (json.find("\"withdrawn\":") == std::string::npos) return {};  // most tables, and reading costs
  std::set<std::string> ids;
  if (const auto rows = parse_json(json)) {
    for (const JsonValue& row : rows->elements) {
      if (!row.member("withdrawn").keys.empty()) ids.insert(row.member("id").text);
    }
  }
  return ids;
}

}  // namespace

void check_withdrawn_ids(FileSystem& files, const std::string& output, const PublishedSite& site,
                         Diagnostics& diagnostics) {
  for (const KindName& kind : kKinds) {
    const std::set<std::string> before = withdrawn_before(files, output, kind.kind);
    if (before.empty()) continue;
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) {
      const Record& record = site.record({kind.kind, i}).common();
      if (!record.withdrawn && before.contains(record.id))
        diagnostics.add("withdrawn-id", {record.at.file, 0}, {record.id});
    }
  }
}

}  // namespace gongshi
