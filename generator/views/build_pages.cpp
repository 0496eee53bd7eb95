#include "views/build_pages.hpp"

#include <memory>

#include "publish/content_policy.hpp"
#include "views/government_marks.hpp"
#include "views/qr_code.hpp"
#include "views/related_tables.hpp"

namespace gongshi {
namespace {

// Kinds in the main navigation; the home page links them all.
constexpr Kind kNavigation[] = {Kind::item, Kind::opinion,     Kind::survey,
                                Kind::unit, Kind::institution, Kind::bulletin};

ViewList navigation_of(const ViewContext& context, std::string_view from, const std::string& root) {
  ViewList links;
  const auto add = [&](std::string text, std::string_view to, bool current) {
    ViewObject link;
    link.set("text", std::move(text)).set("href", root + relative_address("", to)).set("current", current);
    links.emplace_back(std::move(link));
  };
  add(context.word("nav.home"), kHomePath, from == kHomePath);
  for (const Kind kind : kNavigation) {
    const std::string index = index_path(kind);
    if (context.site().count(kind) > 0)
      add(context.word("kinds." + std::string(name_of(kind).plural)), index, from == index);
  }
  if (has_reports(context.site())) add(context.word("nav.report"), kReportPath, from == kReportPath);
  add(context.word("oversight.nav"), kOversightPath, from == kOversightPath);
  add(context.word("data_page.nav"), kDataPath, from == kDataPath);
  add(context.word("nav.check"), kCheckPath, from == kCheckPath);
  add(context.word("nav.about"), kAboutPath, from == kAboutPath);
  return links;
}

// The list of a kind's records; items have lists of their own.
void add_index(const ViewContext& context, Kind kind, std::vector<PageJob>& jobs) {
  const auto add = [&](const std::string& path, std::function<PageView()> make) {
    jobs.push_back(page_job(path, std::move(make)));
  };
  if (kind == Kind::item) return;
  if (kind == Kind::plan) return add(index_path(kind), [&context] { return plan_matrix_page(context); });
  if (kind == Kind::duty) return add(index_path(kind), [&context] { return duty_matrix_page(context); });
  const LongTables tables = index_tables(context, kind);
  add(index_path(kind), [&context, kind, tables] {
    return kind == Kind::unit ? unit_index_page(context, tables) : index_page(context, kind, tables);
  });
  add_further_pages(context, context.word("kinds." + std::string(name_of(kind).plural)), kind, tables, jobs);
}

// Kinds with a page of their own; all others say their facts.
PageView page_of(const ViewContext& context, RecordKey key) {
  const PublishedRecord record = context.site().record(key);
  switch (key.kind) {
    case Kind::bulletin:
      return bulletin_page(context, record);
    case Kind::consultation:
      return consultation_page(context, record);
    case Kind::feedback:
      return feedback_page(context, record);
    case Kind::institution:
      return institution_page(context, record);
    case Kind::objective:
      return objective_page(context, record);
    case Kind::opinion:
      return opinion_page(context, record);
    case Kind::phase:
      return phase_page(context, record);
    case Kind::plan:
      return plan_page(context, record);
    case Kind::unit:
      return unit_page(context, record);
    case Kind::item:
      return item_page(context, record);
    case Kind::survey:
      return survey_page(context, record);
    case Kind::lookback:
      return lookback_page(context, record);
    default:
      return record_page(context, record);
  }
}

// Lists of items are many, so they are made once and shared by the pages.
void add_item_lists(const ViewContext& context, const std::shared_ptr<const ItemLists>& lists,
                    std::vector<PageJob>& jobs) {
  for (std::size_t i = 0; i < lists->lists.size(); ++i) {
    const Paging paging = lists->lists[i].paging();
    for (std::size_t number = 1; number <= pages_of(paging); ++number) {
      PageJob job = page_job(page_path(paging, number), [&context, lists, i, number] {
        return item_list_page(context, *lists, i, number);
      });
      job.given = given_to_list_page(context, *lists, i, number);
      jobs.push_back(std::move(job));
    }
  }
  jobs.push_back(page_job(kSiteMapPath, [&context, lists] { return site_map_page(context, *lists); }));
}

// What the results of a poll go on over.
void add_results(const ViewContext& context, RecordKey survey, std::vector<PageJob>& jobs) {
  const Paging paging = survey_paging(context, survey);
  for (std::size_t number = 2; number <= pages_of(paging); ++number) {
    PageJob job = page_job(page_path(paging, number), [&context, survey, number] {
      return survey_results_page(context, survey, number);
    });
    job.goes_on = survey;
    jobs.push_back(std::move(job));
  }
}

void add_kind(const ViewContext& context, Kind kind, std::vector<PageJob>& jobs) {
  add_index(context, kind, jobs);
  const auto count = static_cast<std::uint32_t>(context.site().count(kind));
  for (std::uint32_t i = 0; i < count; ++i) {
    const RecordKey key{kind, i};
    const Record& record = context.site().record(key).common();
    const std::string path = record_path(kind, record.id);
    if (path == kAboutPath) continue;  // it is the text of the about page
    PageJob one = page_job(path, [&context, key] { return page_of(context, key); });
    one.origin = {record.at.file, 0};
    one.given = "";  // the path tells which record
    jobs.push_back(std::move(one));
    add_further_pages(context, context.title(key), kind, share(related_tables(context, key)), jobs);
    if (kind == Kind::survey) add_results(context, key, jobs);
  }
}

// What is composed from records of many kinds; nothing where there is nothing to tell.
void add_reports(const ViewContext& context, std::vector<PageJob>& jobs) {
  const PublishedSite& site = context.site();
  const auto add = [&](const std::string& path, std::function<PageView()> make) {
    jobs.push_back(page_job(path, std::move(make)));
  };
  const auto add_stage = [&](const std::string& path, std::optional<std::uint32_t> phase) {
    const LongTables tables = report_tables(context, phase, path);
    add(path, [&context, phase, path, tables] { return stage_report_page(context, phase, path, tables); });
    add_further_pages(context, report_title(context, phase), std::nullopt, tables, jobs);
  };
  if (has_reports(site)) add_stage(std::string(kReportPath), current_phase(site));
  const auto& phases = site.records().all<Phase>();
  for (std::uint32_t i = 0; i < phases.size(); ++i) add_stage(report_path(phases[i]->id), i);
  if (site.count(Kind::item) > 0) {
    const LongTables tables = flow_tables(context);
    add(std::string(kFlowPath), [&context, tables] { return flow_page(context, tables); });
    add_further_pages(context, context.word("flow.title"), std::nullopt, tables, jobs);
  }
  if (site.count(Kind::opinion) > 0) {
    const LongTables tables = trace_tables(context);
    add(std::string(kTracePath), [&context, tables] { return trace_page(context, tables); });
    add_further_pages(context, context.word("trace.title"), Kind::opinion, tables, jobs);
  }
  if (!has_causes(site)) return;
  for (const ChoiceWord& cause : choices(Cause{})) {
    const auto index = static_cast<Cause>(&cause - choices(Cause{}).data());
    const LongTables tables = cause_tables(context, index);
    add(cause_path(cause.key), [&context, index, tables] { return cause_page(context, index, tables); });
    add_further_pages(context, cause_title(context, index), Kind::item, tables, jobs);
  }
}

void add_sitemaps(const ViewContext& context, const std::vector<std::vector<std::string>>& groups,
                  const std::function<void(std::string_view, std::function<PageView()>)>& add) {
  if (groups.size() == 1) {
    add(kSitemapPath, [&context, paths = groups.front()] { return sitemap_page(context, paths); });
    return;
  }
  std::vector<std::string> sitemaps;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    sitemaps.push_back(sitemap_path(i + 1));
    add(sitemaps.back(), [&context, paths = groups[i]] { return sitemap_page(context, paths); });
  }
  add(kSitemapPath, [&context, sitemaps] { return sitemap_index_page(context, sitemaps); });
}

}  // namespace

// Without an address there is nothing that a telephone could open.
ViewList qr_of(const ViewContext& context, const PageJob& job, const PageView& page) {
  const std::string& base = context.site().config().base_url.text;
  if (!page.is_posted || base.empty() || !context.offers(OutputName::qr)) return {};
  const auto code = qr_code(base + relative_address("", job.path));
  if (!code) return {};
  ViewObject drawn;
  drawn.set("size", std::to_string(code->size)).set("strokes", code->strokes);
  return {std::move(drawn)};
}

bool has_reports(const PublishedSite& site) {
  return site.count(Kind::item) > 0 || site.count(Kind::phase) > 0;
}

ViewObject frame_of(const ViewContext& context, const PageJob& job, const PageView& page) {
  const PublishedSite& site = context.site();
  const SiteConfig& config = site.config();
  const std::string& base = config.base_url.text;
  const bool is_home = job.path == kHomePath;
  const std::string root = context.root_of_page(job.path);
  ViewObject frame;
  frame.set("language", context.language() == Language::zh ? "zh-Hans" : "en")
      .set("root", root)
      .set("site_title", config.title.text)
      .set("page_title",
           is_home ? config.title.text : page.title + context.word("title_separator") + config.title.text)
      .set("description", page.description)
      .set("canonical",
           base.empty() || !job.in_sitemap ? std::string() : base + relative_address("", job.path))
      .set("address", base.empty() ? job.path : base + relative_address("", job.path))
      .set("hash", page.hash)
      .set("qr", qr_of(context, job, page))
      .set("content_policy", kContentPolicy)
      .set("organisation", config.organisation)
      .set("notice", config.notice)
      .set("audience", site.audience().is_widest() ? std::string() : site.audience().name())
      .set("as_of", site.as_of().text())
      .set("search", context.offers(OutputName::search) && job.path != kSearchPath
                         ? root + std::string(kSearchPath)
                         : std::string())
      .set("meta", government_meta(context, page))
      .set("marks", government_marks(context))
      .set("navigation", navigation_of(context, job.path, root));
  return frame;
}

std::vector<PageJob> build_pages(const ViewContext& context) {
  std::vector<PageJob> jobs;
  jobs.push_back(page_job(kHomePath, [&context] { return home_page(context); }));
  jobs.push_back(page_job(kAboutPath, [&context] { return about_page(context); }));
  jobs.push_back(page_job(kCheckPath, [&context] { return check_page(context); }));
  PageJob not_found = page_job(kNotFoundPath, [&context] { return not_found_page(context); });
  not_found.in_sitemap = false;
  jobs.push_back(std::move(not_found));
  if (context.offers(OutputName::search)) {
    PageJob search = page_job(kSearchPath, [&context] { return search_page(context); });
    search.in_sitemap = false;
    jobs.push_back(std::move(search));
  }
  for (const KindName& kind : kKinds) add_kind(context, kind.kind, jobs);
  add_item_lists(context, std::make_shared<const ItemLists>(item_lists(context)), jobs);
  const LongTables oversight = oversight_tables(context);
  jobs.push_back(
      page_job(kOversightPath, [&context, oversight] { return oversight_page(context, oversight); }));
  add_further_pages(context, context.word("oversight.title"), std::nullopt, oversight, jobs);
  add_reports(context, jobs);
  return jobs;
}

// The sitemap needs absolute addresses, so there is none without a base_url.
std::vector<PageJob> robot_pages(const ViewContext& context, const std::vector<std::string>& paths) {
  std::vector<PageJob> jobs;
  const auto add = [&](std::string_view path, std::function<PageView()> make) {
    PageJob job = page_job(path, std::move(make));
    job.in_sitemap = false;
    job.framed = false;
    jobs.push_back(std::move(job));
  };
  if (!context.site().config().base_url.text.empty())
    add_sitemaps(context, sitemap_groups(context, paths), add);
  add(kRobotsPath, [&context] { return robots_page(context); });
  return jobs;
}

}  // namespace gongshi
