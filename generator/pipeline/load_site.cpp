#include "pipeline/load_site.hpp"

#include <algorithm>

#include "check/rule_choices.hpp"
#include "model/load_record.hpp"
#include "parse/source_guard.hpp"
#include "pipeline/interruption.hpp"
#include "pipeline/parallel.hpp"
#include "pipeline/today.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kDefaultTimeZone = "Asia/Shanghai";

Position place_of_time_zone(const SiteConfig& config) {
  const FieldTable& table = fields_of(&config);
  for (const GivenKey& given : config.given) {
    if (table.fields[given.field].key == "timezone") return given.value;
  }
  return config.at;
}

/// Their names become names of folders, where `unit:a` is `unit-a`.
void check_audience_names(const SiteConfig& config, Diagnostics& diagnostics) {
  for (const Placed<std::string>& audience : config.audiences) {
    if (!fault_of_id(audience.value).en.empty() || audience.value.starts_with("unit-"))
      diagnostics.add("bad-audience-name", audience.at, {audience.value});
  }
}

// What every record is read with.
struct Reading {
  FileSystem& files;
  Diagnostics& diagnostics;
  ParseCache* trees;  // may be null
};

void read_record(const Reading& reading, const SourceFile& source, const FieldTable& table, void* record,
                 Record& common) {
  common.id = source.id;
  common.at = {source.file, 0};
  const auto text =
      read_source(reading.files, source.root, source.relative, source.file, reading.diagnostics);
  const auto parsed = text ? parse_record(source, *text, reading.diagnostics, reading.trees) : std::nullopt;
  if (parsed) read_parsed(*parsed, table, record, common, reading.diagnostics);
}

/// Do the same audiences see both?
template <class R>
bool seen_alike(const R& a, const R& b) {
  if (a.withdrawn || b.withdrawn || a.scope != b.scope) return false;
  if constexpr (requires { a.unit.id; }) return a.unit.id == b.unit.id;
  return true;
}

class RecordLoader {
 public:
  RecordLoader(const Reading& reading, const FoundSources& found, unsigned jobs)
      : m_reading(reading), m_found(found), m_jobs(jobs) {}

  template <class R>
  void load_kind(std::vector<Written<R>>& list) {
    std::vector<const SourceFile*> sources;
    for (const SourceFile& source : m_found.records) {
      if (source.folder == name_of(R::kKind).plural) sources.push_back(&source);
    }
    // A kind is in the order of its ids, and one that is there twice in that of its paths.
    std::stable_sort(sources.begin(), sources.end(),
                     [](const SourceFile* a, const SourceFile* b) { return a->id < b->id; });
    list.resize(sources.size());
    parallel_for(sources.size(), m_jobs, [&](std::size_t i) {
      stop_if_interrupted();
      read_record(m_reading, *sources[i], fields_of(static_cast<const R*>(nullptr)),
                  static_cast<R*>(&list[i]), list[i]);
    });
  }

 private:
  Reading m_reading;
  const FoundSources& m_found;
  unsigned m_jobs;
};

}  // namespace

std::optional<SiteConfig> load_config(FileSystem& files, const LoadRequest& request, SourceNames& names,
                                      Diagnostics& diagnostics) {
  const std::uint32_t file = names.add(request.site_name, request.site_folder + "/" + request.site_name);
  const auto text = read_source(files, request.site_folder, request.site_name, file, diagnostics);
  if (!text) return std::nullopt;
  SiteConfig config;
  const bool read = load_site_config(file, *text, config, diagnostics);
  if (read) {
    check_rule_choices(config, diagnostics);
    check_audience_names(config, diagnostics);
  }
  if (!read || diagnostics.has_errors()) return std::nullopt;
  if (request.as_of) {
    config.as_of = *request.as_of;
  } else if (!config.as_of.known()) {
    const std::string zone = config.timezone.empty() ? std::string(kDefaultTimeZone) : config.timezone;
    const auto today = today_in(zone);
    if (!today) {
      diagnostics.add("unknown-time-zone", place_of_time_zone(config), {zone});
      return std::nullopt;
    }
    config.as_of = *today;
  }
  return config;
}

FoundSources find_site_sources(FileSystem& files, const LoadRequest& request, SourceNames& names,
                               Diagnostics& diagnostics) {
  std::vector<std::string_view> folders;
  folders.reserve(kKinds.size());
  Term all;
  for (const KindName& kind : kKinds) {
    const std::string name(kind.plural);
    folders.push_back(kind.plural);
    all.zh += (all.zh.empty() ? "" : "、") + name + "（" + std::string(kind.label.zh) + "）";
    all.en += (all.en.empty() ? "" : ", ") + name;
  }
  FoundSources found;
  for (const ContentFolder& content : request.content) {
    find_sources(files, content, {folders, fault_of_id, all}, names, found, diagnostics);
  }
  std::sort(found.attachments.begin(), found.attachments.end());
  return found;
}

Site load_site(FileSystem& files, const LoadRequest& request, SiteConfig config, SourceNames& names,
               Diagnostics& diagnostics, ParseCache* trees) {
  const FoundSources found = find_site_sources(files, request, names, diagnostics);
  return load_site(files, request, std::move(config), found, diagnostics, trees);
}

Site load_site(FileSystem& files, const LoadRequest& request, SiteConfig config, const FoundSources& found,
               Diagnostics& diagnostics, ParseCache* trees) {
  Site site;
  site.as_of = config.as_of;
  site.config = std::move(config);
  RecordLoader loader({files, diagnostics, trees}, found, request.jobs);
  site.records.for_each_kind([&]<class R>() { loader.load_kind<R>(site.records.all<R>()); });
  site.attachments = found.attachments;
  return site;
}

Reloaded reload_record(FileSystem& files, const SourceFile& source, Site& site, Diagnostics& diagnostics) {
  Diagnostics found;
  Reloaded outcome = Reloaded::kept;
  site.records.for_each_kind([&]<class R>() {
    if (source.folder != name_of(R::kKind).plural) return;
    Written<R> fresh;
    read_record({files, found, nullptr}, source, fields_of(static_cast<const R*>(nullptr)),
                static_cast<R*>(&fresh), fresh);
    if (found.has_errors()) return;
    auto& list = site.records.all<R>();
    const auto old = std::find_if(list.begin(), list.end(),
                                  [&](const R& record) { return record.at.file == source.file; });
    if (old == list.end()) return;
    outcome = seen_alike<R>(*old, fresh) ? Reloaded::changed : Reloaded::replaced;
    *old = std::move(fresh);
  });
  for (const Diagnostic& finding : found.sorted()) diagnostics.add(finding);
  return outcome;
}

}  // namespace gongshi
