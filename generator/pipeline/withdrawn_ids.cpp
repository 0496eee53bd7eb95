#include "pipeline/withdrawn_ids.hpp"

#include <limits>
#include <map>

#include "write/manifest.hpp"

namespace gongshi {
namespace {

std::map<std::string, const Record*> records_by_name(const PublishedSite& site) {
  std::map<std::string, const Record*> records;
  for (const KindName& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) {
      const Record& record = site.record({kind.kind, i}).common();
      records.emplace(std::string(kind.plural) + "/" + record.id, &record);
    }
  }
  return records;
}

}  // namespace

std::vector<std::string> withdrawn_records(const PublishedSite& site) {
  std::vector<std::string> withdrawn;
  for (const auto& [name, record] : records_by_name(site)) {
    if (record->withdrawn) withdrawn.push_back(name);
  }
  return withdrawn;
}

void check_withdrawn_ids(FileSystem& files, const std::string& output, const PublishedSite& site,
                         Diagnostics& diagnostics) {
  const auto status = files.status(output + "/" + kManifestName);
  if (!status || status->kind != FileKind::regular) return;
  const std::vector<std::string> before =
      withdrawn_in(files.read(output, kManifestName, std::numeric_limits<std::uint32_t>::max()));
  if (before.empty()) return;
  const auto records = records_by_name(site);
  for (const std::string& name : before) {
    const auto record = records.find(name);
    if (record == records.end()) {
      diagnostics.add_at_place("withdrawn-gone", name, {});
    } else if (!record->second->withdrawn) {
      diagnostics.add("withdrawn-id", {record->second->at.file, 0}, {record->second->id});
    }
  }
}

}  // namespace gongshi
