#include "pipeline/outputs.hpp"

#include "render/data_json.hpp"
#include "views/routes.hpp"

namespace gongshi {
namespace {

void plan_records(const PublishedSite& site, std::vector<FileJob>& jobs) {
  for (const KindName& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) {
      const PublishedRecord record = site.record({kind.kind, i});
      jobs.push_back({record_json_path(kind.kind, record.common().id),
                      {record.common().at.file, 0},
                      [record] { return record_json(record); }});
    }
  }
}

void plan_tables(const PublishedSite& site, std::vector<FileJob>& jobs) {
  for (const KindName& kind : kKinds) {
    jobs.push_back({table_json_path(kind.kind), {}, [&site, kind] { return table_json(site, kind.kind); }});
  }
  jobs.push_back({std::string(kFlowsJsonPath), {}, [&site] { return flows_json(site); }});
}

constexpr Output kOutputs[] = {
    {OutputName::records, false, plan_records},
    {OutputName::json, false, plan_tables},
};

}  // namespace

std::span<const Output> outputs() { return kOutputs; }

std::vector<FileJob> plan_outputs(const PublishedSite& site) {
  std::vector<FileJob> jobs;
  for (const Output& output : outputs()) {
    const bool possible = !output.needs_base_url || !site.config().base_url.text.empty();
    if (possible && site.config().makes(output.name)) output.plan(site, jobs);
  }
  return jobs;
}

}  // namespace gongshi
