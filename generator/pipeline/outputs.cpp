#include "pipeline/outputs.hpp"

#include <algorithm>
#include <memory>

#include "files/zip_members.hpp"
#include "formats/atom.hpp"
#include "formats/calendar.hpp"
#include "formats/catalog.hpp"
#include "formats/csv.hpp"
#include "formats/csvw.hpp"
#include "formats/data_json.hpp"
#include "formats/data_package.hpp"
#include "formats/database.hpp"
#include "formats/headers.hpp"
#include "formats/workbook.hpp"
#include "text/sha256.hpp"

namespace gongshi {
namespace {

using Jobs = std::vector<FileJob>;

void add(Jobs& jobs, std::string_view path, std::function<std::string()> make) {
  jobs.push_back({std::string(path), {}, std::move(make)});
}

void plan_records(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  const PublishedSite& site = sources.data.site();
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

void plan_json(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  const PublishedSite& site = sources.data.site();
  for (const KindName& kind : kKinds)
    add(jobs, table_json_path(kind.kind), [&site, kind] { return table_json(site, kind.kind); });
  add(jobs, kFlowsJsonPath, [&site] { return flows_json(site); });
}

void plan_csv(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  for (const Table& table : sources.data.tables()) {
    add(jobs, csv_path(table.name), [&table] { return csv(table, CsvDialect::plain); });
    add(jobs, excel_csv_path(table.name), [&table] { return csv(table, CsvDialect::excel); });
    add(jobs, table_csvw_path(table.name),
        [&context = sources.context, &table] { return table_csvw(context, table); });
  }
  add(jobs, kCsvwPath,
      [&context = sources.context, &data = sources.data] { return group_csvw(context, data); });
}

void plan_package(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  add(jobs, kPackagePath,
      [&context = sources.context, &data = sources.data] { return data_package(context, data); });
}

void plan_catalogues(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  add(jobs, kCatalogPath,
      [&context = sources.context, &data = sources.data] { return catalog(context, data); });
  add(jobs, kDatasetPath, [&context = sources.context, &data = sources.data] {
    return dataset(context, data, DatasetFiles::every);
  });
}

// What another program made, or one for another audience, is never taken for our own.
std::string kept_for(const OutputSources& sources) {
  return sources.program + " " + sources.data.site().audience().name() + "\n";
}

// All rows as one file, made again only if a row changed, or the program.
void plan_collection(const OutputSources& sources, std::string_view path,
                     std::string (*make)(const ViewContext& context, const DataSet& data), Jobs& jobs) {
  add(jobs, path, [&sources, name = std::string(path.substr(kDataFolder.size())), make] {
    const std::string key = sha256_hex(kept_for(sources) + rows_hash(sources.context, sources.data));
    return sources.kept.get(name, key, [&] { return make(sources.context, sources.data); });
  });
}

void plan_workbook(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  plan_collection(sources, kWorkbookPath, &workbook, jobs);
}

void plan_database(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  plan_collection(sources, kDatabasePath, &database, jobs);
}

constexpr std::string_view kReadme = "README.txt";

// What the archive holds, and therefore what it is made of: names with their hashes.
std::string archive_key(const OutputSources& sources, const std::string& readme_text) {
  std::string all = kept_for(sources) + readme_text;
  for (const auto& [path, file] : sources.data.files()) all += path + " " + file.sha256 + "\n";
  return sha256_hex(all);
}

std::string make_archive(const OutputSources& sources, const Jobs& members, const std::string& readme_text) {
  std::vector<ZipPart> parts;
  parts.push_back({std::string(kReadme), readme_text.size(), [&] { return readme_text; }});
  for (const FileJob& job : members) {
    const MadeFile* made = sources.data.find(job.path);
    if (made != nullptr) parts.push_back({job.path.substr(kDataFolder.size()), made->bytes, job.make});
  }
  std::sort(parts.begin(), parts.end(), [](const ZipPart& a, const ZipPart& b) { return a.name < b.name; });
  const Date day = sources.data.site().as_of();
  return write_zip(parts, {day.year, day.month, day.day});
}

// All data files made before it.
void plan_archive(const OutputSources& sources, const StagedJobs& before, Jobs& jobs) {
  auto members = std::make_shared<Jobs>();
  for (const Jobs& stage : before) {
    for (const FileJob& job : stage) {
      if (job.path.starts_with(kDataFolder)) members->push_back(job);
    }
  }
  add(jobs, kArchivePath, [&sources, members] {
    const std::string readme_text = readme(sources.context, sources.data);
    return sources.kept.get("all.zip", archive_key(sources, readme_text),
                            [&] { return make_archive(sources, *members, readme_text); });
  });
}

void plan_feeds(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  const auto feeds = std::make_shared<const Feeds>(sources.context);
  for (const std::string& path : feeds->paths())
    add(jobs, path, [&context = sources.context, feeds, path] { return atom(context, feeds->feed(path)); });
}

void plan_calendar(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  add(jobs, kCalendarPath, [&context = sources.context] { return calendar(context); });
}

// Where there is anything to be verified.
void plan_sums(const OutputSources& sources, const StagedJobs& before, Jobs& jobs) {
  const auto is_data = [](const FileJob& job) { return job.path.starts_with(kDataFolder); };
  const bool any = std::any_of(before.begin(), before.end(), [&](const Jobs& stage) {
    return std::any_of(stage.begin(), stage.end(), is_data);
  });
  if (!any) return;
  add(jobs, kSumsPath, [&data = sources.data] {
    std::string lines;
    for (const auto& [path, file] : data.files())
      lines.append(file.sha256).append("  ").append(path.substr(kDataFolder.size())).append("\n");
    return lines;
  });
}

// The lists of the index; the texts are made with the pages.
void plan_search(const OutputSources& sources, const StagedJobs&, Jobs& jobs) {
  for (std::size_t shard = 0; shard < sources.search.shards(); ++shard)
    add(jobs, search_file_path(search_shard_name(shard)),
        [&search = sources.search, shard] { return search.shard(shard); });
}

// Drawn into the pages.
void plan_qr(const OutputSources&, const StagedJobs&, Jobs&) {}

void plan_headers(const OutputSources&, const StagedJobs&, Jobs& jobs) {
  add(jobs, kHeadersPath, headers_file);
}

constexpr Output kOutputs[] = {
    {{}, OutputStage::tables, false, plan_headers},
    {OutputName::records, OutputStage::tables, false, plan_records},
    {OutputName::json, OutputStage::tables, false, plan_json},
    {OutputName::csv, OutputStage::tables, false, plan_csv},
    {OutputName::feeds, OutputStage::tables, true, plan_feeds},
    {OutputName::calendar, OutputStage::tables, true, plan_calendar},
    {OutputName::qr, OutputStage::tables, true, plan_qr},
    {OutputName::xlsx, OutputStage::collections, false, plan_workbook},
    {OutputName::sqlite, OutputStage::collections, false, plan_database},
    {OutputName::csv, OutputStage::descriptors, false, plan_package},
    {OutputName::zip, OutputStage::archive, false, plan_archive},
    {OutputName::csv, OutputStage::catalogues, false, plan_catalogues},
    {{}, OutputStage::sums, false, plan_sums},
    {OutputName::search, OutputStage::search, false, plan_search},
};

const ChoiceWord& word_of(OutputName output) { return choices(output)[static_cast<std::size_t>(output)]; }

}  // namespace

std::span<const Output> outputs() { return kOutputs; }

StagedJobs plan_outputs(const OutputSources& sources, Diagnostics& diagnostics) {
  const SiteConfig& config = sources.data.site().config();
  StagedJobs jobs;
  Term left_out;
  for (const Output& output : outputs()) {
    if (output.name && !config.makes(*output.name)) continue;
    if (output.needs_base_url && config.base_url.text.empty()) {
      const ChoiceWord& word = word_of(*output.name);
      left_out.zh += std::string(word.label.zh) + "、";
      left_out.en += std::string(word.key) + ", ";
      continue;
    }
    output.plan(sources, jobs, jobs[static_cast<std::size_t>(output.stage)]);
  }
  if (!left_out.en.empty()) {
    diagnostics.add("no-base-url", config.at, {Term{left_out.zh + "网站地图", left_out.en + "sitemap"}});
  }
  return jobs;
}

}  // namespace gongshi
