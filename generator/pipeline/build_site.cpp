#include "pipeline/build_site.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <span>

#include "check/checks.hpp"
#include "formats/catalog.hpp"
#include "formats/data_json.hpp"
#include "gate/cell_audit.hpp"
#include "gate/leak_scan.hpp"
#include "gate/scanning_sink.hpp"
#include "pipeline/interruption.hpp"
#include "pipeline/kept_files.hpp"
#include "pipeline/outputs.hpp"
#include "pipeline/parallel.hpp"
#include "pipeline/record_links.hpp"
#include "pipeline/today.hpp"
#include "pipeline/withdrawn_ids.hpp"
#include "publish/next_change.hpp"
#include "publish/routes.hpp"
#include "render/render_page.hpp"
#include "render/theme.hpp"
#include "text/sha256.hpp"
#include "views/data_page.hpp"
#include "write/discarding_sink.hpp"
#include "write/html_links.hpp"
#include "write/link_check.hpp"

namespace gongshi {
namespace {

constexpr std::uint64_t kLargestAttachment = std::uint64_t{100} << 20U;

std::string theme_name(const SiteConfig& config) { return config.theme.empty() ? "default" : config.theme; }

/// A theme beside the site wins over one that is shipped.
std::string theme_folder(FileSystem& files, const BuildRequest& request, const SiteConfig& config) {
  const std::string own = request.load.site_folder + "/themes/" + theme_name(config);
  return files.status(own) ? own : request.shipped_themes + "/" + theme_name(config);
}

OutputRequest output_request(const BuildRequest& request, const Audience& audience,
                             const std::string& theme) {
  OutputRequest output;
  output.folder =
      request.output.empty() ? request.load.site_folder + "/" + audience.folder() : request.output;
  for (const ContentFolder& content : request.load.content) output.sources.push_back(content.path);
  output.sources.push_back(theme);
  output.surroundings.push_back(request.load.site_folder);
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing sets the environment once threads run
  if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    output.surroundings.emplace_back(home);
  output.audience = audience.name();
  return output;
}

/// Bodies that no page of this build shows are read for errors all the same.
void check_bodies(const Site& site, const PublishedSite* shown, Diagnostics& diagnostics) {
  const MarkdownContext context{checking_links(site), "", "", ""};
  site.records.for_each_kind([&]<class R>() {
    for (const R& record : site.records.all<R>()) {
      if (record.body.empty() || (shown != nullptr && shown->records().find<R>(record.id) != nullptr))
        continue;
      render_markdown({record.body, record.body_at}, context, diagnostics);
    }
  });
}

/// The first content folder that has it: later ones lie over it and hold other names.
std::string read_attachment(FileSystem& files, const LoadRequest& request, const std::string& name) {
  for (const ContentFolder& content : request.content) {
    if (!files.status(content.path + "/files/" + name)) continue;
    return files.read(content.path, "files/" + name, kLargestAttachment);
  }
  return {};
}

void check_site(FileSystem& files, const LoadRequest& request, const Site& site, const Audience& audience,
                Diagnostics& diagnostics) {
  run_checks(site, diagnostics);
  if (audience.is_widest()) check_public_only(site, diagnostics);
  check_attachment_contents(
      site, [&](const std::string& name) { return read_attachment(files, request, name); }, diagnostics);
  settle_findings(site, diagnostics);  // those about attachments
}

/// Is there something that must not get out, as against content that is merely wrong?
bool has_personal_data(const Diagnostics& diagnostics) {
  constexpr std::string_view kLeaks[] = {"personal-data", "attachment-hidden"};
  const std::vector<Diagnostic> all = diagnostics.sorted();
  return std::any_of(all.begin(), all.end(), [&](const Diagnostic& finding) {
    return finding.message->severity == Severity::error &&
           std::find(std::begin(kLeaks), std::end(kLeaks), finding.message->code) != std::end(kLeaks);
  });
}

/// All files of the site, planned before the first is made: pages, data, theme and attachments.
struct Plan {
  std::vector<PageJob> pages;
  StagedJobs data;             ///< of the table of outputs
  std::vector<FileJob> files;  ///< of theme and attachments
};

/// Where files lie that are kept from build to build.
std::string kept_folder(const BuildRequest& request, const Audience& audience) {
  std::string name = audience.name();
  std::replace(name.begin(), name.end(), ':', '-');
  return request.load.site_folder + "/.gongshi/" + name;
}

KeptFiles::Use use_of_kept_files(const BuildRequest& request) {
  if (!request.use_kept_files) return KeptFiles::Use::neither;
  return request.write ? KeptFiles::Use::read_and_write : KeptFiles::Use::read;
}

/// Hash of the program that runs: another one may make other bytes of the same records.
std::string program_hash(FileSystem& files, const BuildRequest& request) {
  constexpr std::uint64_t kLargestProgram = std::uint64_t{1} << 30U;
  if (request.program.empty()) return request.version;
  const std::size_t slash = request.program.rfind('/');
  return sha256_hex(
      files.read(request.program.substr(0, slash), request.program.substr(slash + 1), kLargestProgram));
}

class SiteMaker {
 public:
  SiteMaker(FileSystem& files, const BuildRequest& request, const Site& site, const PublishedSite& published,
            const Theme& theme, SiteSink& sink, Diagnostics& diagnostics)
      : m_files(files),
        m_request(request),
        m_site(site),
        m_context(published, theme.words()),
        m_data(published),
        m_kept(files, kept_folder(request, published.audience()), use_of_kept_files(request)),
        m_search(published),
        m_sources{m_context, m_data, m_kept, m_search, program_hash(files, request)},
        m_theme(theme),
        m_sink(sink),
        m_diagnostics(diagnostics) {}

  /// False if two sources want one path.
  bool plan() {
    m_plan.data = plan_outputs(m_sources, m_diagnostics);
    add_theme();
    add_attachments();
    m_plan.pages = build_pages(m_context, data_pages(m_context, m_data, [this] {
                                 return dataset(m_context, m_data, DatasetFiles::of_all_tables);
                               }));
    return has_no_collision();
  }

  void make() {
    const unsigned jobs = m_request.load.jobs;
    const auto before_pages = std::span(m_plan.data).first(static_cast<std::size_t>(OutputStage::search));
    for (const std::vector<FileJob>& stage : before_pages) make_stage(stage);
    parallel_for(m_plan.files.size(), jobs, [&](std::size_t i) { make_file(m_plan.files[i]); });
    parallel_for(m_plan.pages.size(), jobs, [&](std::size_t i) { make_page(m_plan.pages[i]); });
    if (!m_page_failed) make_stage(m_plan.data.back());
    // A page that could not be made would make every link to it a dead one.
    if (!m_page_failed) m_links.report(m_diagnostics);
  }

  /// Can a small group be worked out from the tables of polls as they were made?
  bool audit() {
    // The very bytes of the files; where the site wants no JSON, what they would have held.
    const auto made = [&](const std::string& bytes, Kind kind) {
      return bytes.empty() ? table_json(m_context.site(), kind) : bytes;
    };
    return audit_cells(made(m_surveys_json, Kind::survey), made(m_units_json, Kind::unit),
                       m_context.site().limits().small_cell, m_diagnostics);
  }

  [[nodiscard]] std::size_t page_count() const { return m_plan.pages.size(); }
  [[nodiscard]] std::size_t file_count() const {
    std::size_t count = m_plan.pages.size() + m_plan.files.size();
    for (const std::vector<FileJob>& stage : m_plan.data) count += stage.size();
    if (m_context.offers(OutputName::search)) count += m_search.records().size();  // their texts
    return count;
  }

 private:
  void add_theme() {
    for (const ThemeAsset& asset : m_theme.assets()) {
      m_plan.files.push_back({asset.path, {}, [&asset] { return asset.bytes; }});
    }
  }

  void add_attachments() {
    for (const std::string& name : m_context.site().attachments()) {
      m_plan.files.push_back(
          {"files/" + name, {}, [this, name] { return read_attachment(m_files, m_request.load, name); }});
    }
  }

  bool has_no_collision() {
    std::map<std::string, Position> taken;
    bool clean = true;
    const auto take = [&](const std::string& path, Position origin) {
      const auto [other, fresh] = taken.emplace(path, origin);
      if (fresh) return;
      m_diagnostics.add("output-collision", origin.known() ? origin : other->second, {path},
                        origin.known() ? other->second : Position{});
      clean = false;
    };
    for (const std::vector<FileJob>& stage : m_plan.data) {
      for (const FileJob& job : stage) take(job.path, job.origin);
    }
    for (const FileJob& job : m_plan.files) take(job.path, job.origin);
    for (const PageJob& job : m_plan.pages) take(job.path, job.origin);
    return clean;
  }

  // What is said of data files is said by the next stages.
  void make_stage(const std::vector<FileJob>& stage) {
    std::vector<MadeFile> made(stage.size());
    parallel_for(stage.size(), m_request.load.jobs, [&](std::size_t i) { made[i] = make_file(stage[i]); });
    for (std::size_t i = 0; i < stage.size(); ++i) {
      if (stage[i].path.starts_with(kDataFolder)) m_data.add(stage[i].path, std::move(made[i]));
    }
  }

  MadeFile make_file(const FileJob& job) {
    stop_if_interrupted();
    m_links.add_file(job.path);
    std::string bytes = job.make();
    if (job.path == table_json_path(Kind::survey)) m_surveys_json = bytes;
    if (job.path == table_json_path(Kind::unit)) m_units_json = bytes;
    MadeFile made{bytes.size(), job.path.starts_with(kDataFolder) ? sha256_hex(bytes) : std::string()};
    m_sink.write(job.path, std::move(bytes));
    return made;
  }

  void make_page(const PageJob& job) {
    stop_if_interrupted();
    auto bytes = render_page(m_context, m_theme.templates(), job, record_links(m_site, m_context, job.path),
                             m_diagnostics);
    if (!bytes) {
      m_page_failed = true;
      return;
    }
    if (job.framed) {
      m_links.add_page(job.path, find_links(*bytes, job.path));
    } else {
      m_links.add_file(job.path);
    }
    add_to_search(job.path, *bytes);
    m_sink.write(job.path, *std::move(bytes));
  }

  // While the page is at hand.
  void add_to_search(const std::string& page, std::string_view bytes) {
    const auto number = m_context.offers(OutputName::search) ? m_search.records().find(page) : std::nullopt;
    if (!number) return;
    const std::string path = search_file_path(search_text_name(*number));
    m_links.add_file(path);
    m_sink.write(path, m_search.add(*number, bytes));
  }

  FileSystem& m_files;
  const BuildRequest& m_request;
  const Site& m_site;
  ViewContext m_context;
  DataSet m_data;
  KeptFiles m_kept;
  SearchIndex m_search;
  OutputSources m_sources;
  const Theme& m_theme;
  SiteSink& m_sink;
  Diagnostics& m_diagnostics;
  Plan m_plan;
  LinkCheck m_links;
  std::string m_surveys_json;  ///< as made, for the audit
  std::string m_units_json;
  std::atomic<bool> m_page_failed = false;
};

std::optional<Audience> find_audience(const BuildRequest& request, const SiteConfig& config,
                                      Diagnostics& diagnostics) {
  const std::vector<std::string> known = audiences_of(config);
  const std::string wanted = request.audience.empty() ? known.front() : request.audience;
  auto audience = Audience::find(wanted, known);
  if (!audience) {
    std::string all;
    for (const std::string& name : known) all += (all.empty() ? "" : ", ") + name;
    diagnostics.add_at_place("usage-audience", "--audience", {wanted, all});
  }
  return audience;
}

void fill_report(const PublishedSite& published, const SiteMaker& maker, BuildReport& report) {
  report.pages = maker.page_count();
  report.files = maker.file_count();
  report.withheld = published.withheld();
  report.next_change = next_change(published);
}

}  // namespace

BuildReport build_site(FileSystem& files, const BuildRequest& request, SourceNames& names,
                       Diagnostics& diagnostics) {
  BuildReport report;
  const auto stopped = [&](BuildEnd end) {
    report.end = end;
    return report;
  };

  // The site file decides all that follows, so its errors are told alone.
  auto config = load_config(files, request.load, names, diagnostics);
  if (!config) return stopped(BuildEnd::bad_site_file);
  const auto audience = find_audience(request, *config, diagnostics);
  if (!audience) return stopped(BuildEnd::bad_site_file);
  report.audience = audience->name();
  const std::string theme_path = theme_folder(files, request, *config);

  // The place is judged and locked before any work, so that a refusal costs nothing.
  std::unique_ptr<SiteWriter> writer;
  if (request.write) {
    const LockHolder about{std::to_string(getpid()), now_utc()};
    writer = std::make_unique<SiteWriter>(files, output_request(request, *audience, theme_path), about);
  }

  const Site site = load_site(files, request.load, *std::move(config), names, diagnostics);
  check_site(files, request.load, site, *audience, diagnostics);
  const auto theme =
      load_theme(files, theme_path, "themes/" + theme_name(site.config), site.config, names, diagnostics);
  if (diagnostics.has_errors() || !theme) {
    check_bodies(site, nullptr, diagnostics);
    settle_findings(site, diagnostics);
    return stopped(request.write && has_personal_data(diagnostics) ? BuildEnd::leak : BuildEnd::bad_content);
  }

  // From here on there is nothing but what this audience may see.
  const PublishedSite published = publish(site, *audience);
  DiscardingSink nowhere;
  check_withdrawn_ids(files, output_request(request, *audience, theme_path).folder, published, diagnostics);
  LeakScan scan(published, theme->text());
  ScanningSink sink(scan, writer ? static_cast<SiteSink&>(*writer) : nowhere);
  SiteMaker maker(files, request, site, published, *theme, sink, diagnostics);
  if (!maker.plan()) return stopped(BuildEnd::bad_content);
  maker.make();
  check_bodies(site, &published, diagnostics);
  settle_findings(site, diagnostics);  // those about bodies
  fill_report(published, maker, report);
  report.unproven = scan.unproven().size();
  // What must not get out is told first, whatever else is wrong.
  const bool clean = scan.report(diagnostics);
  if (!maker.audit() || !clean) return stopped(BuildEnd::leak);
  const bool denied = request.deny_warnings && diagnostics.count(Severity::warning) > 0;
  if (diagnostics.has_errors() || denied) return stopped(BuildEnd::bad_content);

  if (writer) {
    stop_if_interrupted();
    writer->put_beside(unproven_text(scan.unproven()));
    writer->publish({request.version, site.as_of.text(), audience->name(), withdrawn_records(published)});
    report.output = writer->output();
  }
  return report;
}

}  // namespace gongshi
