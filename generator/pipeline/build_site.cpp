#include "pipeline/build_site.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "check/rule_choices.hpp"
#include "gate/leak_scan.hpp"
#include "gate/scanning_sink.hpp"
#include "pipeline/interruption.hpp"
#include "pipeline/parallel.hpp"
#include "pipeline/site_maker.hpp"
#include "pipeline/site_stages.hpp"
#include "pipeline/today.hpp"
#include "pipeline/until_exit.hpp"
#include "pipeline/withdrawn_ids.hpp"
#include "publish/next_change.hpp"
#include "publish/record_dates.hpp"
#include "write/compressing_sink.hpp"
#include "write/discarding_sink.hpp"

namespace gongshi {
namespace {

constexpr const char* kKeptTrees = "trees";
constexpr const char* kKeptPages = "pages";

std::size_t record_count(const Site& site) {
  std::size_t count = 0;
  site.records.for_each_kind([&]<class R>() { count += site.records.all<R>().size(); });
  return count;
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

/// Is there something that must not get out, as against content that is merely wrong?
bool has_personal_data(const Diagnostics& diagnostics) {
  constexpr std::string_view kLeaks[] = {"personal-data", "attachment-hidden"};
  const std::vector<Diagnostic> all = diagnostics.sorted();
  return std::any_of(all.begin(), all.end(), [&](const Diagnostic& finding) {
    return finding.message->severity == Severity::error &&
           std::find(std::begin(kLeaks), std::end(kLeaks), finding.message->code) != std::end(kLeaks);
  });
}

// The place is judged and locked before any work, so that a refusal costs nothing. Null where nothing is
// written.
std::unique_ptr<SiteWriter> take_place(FileSystem& files, const BuildRequest& request,
                                       const Audience& audience, const std::string& theme) {
  if (!request.write) return nullptr;
  const LockHolder about{std::to_string(getpid()), now_utc()};
  return std::make_unique<SiteWriter>(files, output_request(request, audience, theme), about);
}

// Only a government site is inspected for it.
void check_columns(const PublishedSite& site, Diagnostics& diagnostics) {
  if (!site.config().government) return;
  for (const ColumnAge& age : ageing_columns(site)) {
    const Bilingual& column = name_of(age.kind).label;
    diagnostics.add("column-stale", site.config().government->at,
                    {Term{std::string(column.zh), std::string(column.en)}, age.latest.text(), age.most,
                     age.stale_on.text()});
  }
}

// What was parsed by an earlier build is not parsed again.
Site read_site(FileSystem& files, const BuildRequest& request, SiteConfig config, const Audience& audience,
               SourceNames& names, Diagnostics& diagnostics) {
  if (!request.use_kept_files) return load_site(files, request.load, std::move(config), names, diagnostics);
  KeptFiles kept = kept_files(files, request, audience);
  ParseCache trees(kept.get_as_is(kKeptTrees), request.program);
  Site site = load_site(files, request.load, std::move(config), names, diagnostics, &trees);
  if (trees.changed()) kept.put_as_is(kKeptTrees, trees.kept());
  return site;
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
  const RunAll run_all = run_on(request.load.jobs);

  request.tell(BuildStep::starting, 0);
  // The site file decides all that follows, so its errors are told alone.
  auto config = load_config(files, request.load, names, diagnostics);
  if (!config) return stopped(BuildEnd::bad_site_file);
  const auto audience = find_audience(request, *config, diagnostics);
  if (!audience) return stopped(BuildEnd::bad_site_file);
  report.audience = audience->name();
  const std::string theme_path = theme_folder(files, request, *config);

  const std::unique_ptr<SiteWriter> writer = take_place(files, request, *audience, theme_path);

  request.tell(BuildStep::reading, 0);
  const Site& site =
      until_exit<Site>(read_site(files, request, *std::move(config), *audience, names, diagnostics));
  request.tell(BuildStep::checking, record_count(site));
  check_site(files, request.load, site, *audience, diagnostics);
  const auto theme =
      load_theme(files, theme_path, "themes/" + theme_name(site.config), site.config, names, diagnostics);
  if (diagnostics.has_errors() || !theme) {
    check_bodies(site, nullptr, diagnostics);
    settle_findings(site, diagnostics);
    return stopped(request.write && has_personal_data(diagnostics) ? BuildEnd::leak : BuildEnd::bad_content);
  }

  // From here on there is nothing but what this audience may see.
  request.tell(BuildStep::projecting, 0);
  const PublishedSite& published = until_exit<PublishedSite>(publish(site, *audience, run_all));
  DiscardingSink nowhere;
  check_withdrawn_ids(files, output_request(request, *audience, theme_path).folder, published, diagnostics);
  LeakScan scan(published, theme->text());
  std::optional<CompressingSink> compressing;
  if (writer) compressing.emplace(site.config, *writer);
  ScanningSink sink(scan, compressing ? static_cast<SiteSink&>(*compressing) : nowhere);
  auto& maker = until_exit<SiteMaker>(files, request, site, published, *theme, sink, diagnostics);
  KeptFiles kept = kept_files(files, request, *audience);
  KeptPages* pages = nullptr;
  if (writer && request.use_kept_files) {
    pages = &until_exit<KeptPages>(site.config, *writer, scan, kept.get_as_is(kKeptPages),
                                   request.program + theme->hash());
    maker.take_over_from(*pages);
  }
  if (!maker.plan()) return stopped(BuildEnd::bad_content);
  maker.make();
  sink.finish();
  request.tell(BuildStep::judging, 0);
  check_bodies(site, &published, diagnostics);
  check_columns(published, diagnostics);
  settle_findings(site, diagnostics);  // those about bodies
  fill_report(published, maker, report);
  report.unproven = scan.unproven().size();
  // What must not get out is told first, whatever else is wrong.
  const bool clean = scan.report(diagnostics);
  if (!maker.audit() || !clean) return stopped(BuildEnd::leak);
  const bool denied = request.deny_warnings && diagnostics.count(Severity::warning) > 0;
  if (diagnostics.has_errors() || denied) return stopped(BuildEnd::bad_content);

  if (writer) {
    request.tell(BuildStep::publishing, 0);
    stop_if_interrupted();
    writer->put_beside(unproven_text(scan.unproven()));
    writer->publish({request.version, site.as_of.text(), audience->name(), withdrawn_records(published)},
                    run_all);
    if (pages != nullptr) kept.put_as_is(kKeptPages, pages->keep(run_all));
    report.output = writer->output();
  }
  return report;
}

}  // namespace gongshi
