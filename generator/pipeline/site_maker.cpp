#include "pipeline/site_maker.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>

#include "formats/catalog.hpp"
#include "formats/data_json.hpp"
#include "gate/cell_audit.hpp"
#include "pipeline/interruption.hpp"
#include "pipeline/page_key.hpp"
#include "pipeline/parallel.hpp"
#include "pipeline/record_links.hpp"
#include "pipeline/site_stages.hpp"
#include "publish/routes.hpp"
#include "render/render_page.hpp"
#include "text/sha256.hpp"
#include "views/data_page.hpp"
#include "write/compressing_sink.hpp"
#include "write/html_links.hpp"

namespace gongshi {
namespace {

const PageJob* find(const std::vector<PageJob>& jobs, std::string_view path) {
  const auto found =
      std::find_if(jobs.begin(), jobs.end(), [&](const PageJob& job) { return job.path == path; });
  return found == jobs.end() ? nullptr : &*found;
}

}  // namespace

SiteMaker::SiteMaker(FileSystem& files, const BuildRequest& request, const Site& site,
                     const PublishedSite& published, const Theme& theme, SiteSink& sink,
                     Diagnostics& diagnostics)
    : m_files(files),
      m_request(request),
      m_site(site),
      m_context(published, theme.words()),
      m_data(published),
      m_kept(kept_files(files, request, published.audience())),
      m_search(published),
      m_sources{m_context, m_data, m_kept, m_search, request.program},
      m_theme(theme),
      m_sink(sink),
      m_diagnostics(diagnostics) {}

void SiteMaker::take_over_from(KeptPages& pages) {
  m_standing = &pages;
  m_references = reference_key(m_site, m_context.site());
  pages.compare(view_versions(m_context.site(), m_references));
}

bool SiteMaker::plan() {
  const bool listed = !m_plan.pages.empty();
  make_all(3, [&](std::size_t i) {
    if (i == 0) m_plan.data = plan_outputs(m_sources, m_diagnostics);
    if (i == 1 && !listed) list_pages();
    if (i == 2) std::ignore = m_data.tables();  // which late pages will ask for
  });
  if (!listed) tell_search();  // not while outputs are planned, which ask it
  plan_late_pages();
  return has_no_collision();
}

void SiteMaker::plan_pages() {
  list_pages();
  tell_search();
}

void SiteMaker::list_pages() {
  add_theme();
  add_attachments();
  m_plan.pages = build_pages(m_context);
}

// Text that goes on over further pages is found on the page where it stands.
void SiteMaker::tell_search() {
  for (const PageJob& job : m_plan.pages) {
    if (job.goes_on) m_search.add_further(job.path, *job.goes_on);
  }
}

void SiteMaker::plan_late_pages() {
  m_plan.late_pages = data_pages(m_context, m_data,
                                 [this] { return dataset(m_context, m_data, DatasetFiles::of_all_tables); });
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < page_count(); ++i) {
    if (page(i).in_sitemap) paths.push_back(page(i).path);
  }
  std::vector<PageJob> for_robots = robot_pages(m_context, paths);
  std::move(for_robots.begin(), for_robots.end(), std::back_inserter(m_plan.late_pages));
}

bool SiteMaker::makes(std::string_view path) const {
  const auto stage_has = [&](const std::vector<FileJob>& stage) {
    return std::any_of(stage.begin(), stage.end(), [&](const FileJob& job) { return job.path == path; });
  };
  // Texts of the search are made beside the pages, which are many.
  return path.starts_with("search/") || std::any_of(m_plan.data.begin(), m_plan.data.end(), stage_has);
}

void SiteMaker::make() {
  const std::size_t files = m_plan.files.size();
  const std::size_t pages = m_plan.pages.size();
  m_request.tell(BuildStep::making, page_count());
  // The data begin first: some of them take as long as a thousand pages, which are made beside them.
  make_all(1 + files + pages, [&](std::size_t i) {
    if (i == 0) return make_data();
    if (i <= files) return void(make_file(m_plan.files[i - 1]));
    make_page(m_plan.pages[i - 1 - files]);
  });
  make_all(m_plan.late_pages.size(), [&](std::size_t i) { make_page(m_plan.late_pages[i]); });
  if (!m_page_failed) make_stage(m_plan.data.back(), m_request.load.jobs);
  // A page that could not be made would make every link to it a dead one.
  if (!m_page_failed) check_links();
}

// Pages that were taken over are asked where they lead only if it may no longer be there.
void SiteMaker::check_links() {
  if (m_standing != nullptr && m_standing->something_is_gone()) {
    const std::vector<std::string> pages = m_standing->taken_over();
    make_all(pages.size(), [&](std::size_t i) {
      const std::string bytes = m_standing->read(pages[i]);
      m_links.add_page(pages[i], find_links(bytes, pages[i]));
    });
  }
  m_links.report(m_diagnostics);
}

void SiteMaker::make_all(std::size_t count, const std::function<void(std::size_t)>& make) const {
  parallel_for(count, m_request.load.jobs, make);
}

// Half of the threads, since the others make pages meanwhile.
void SiteMaker::make_data() {
  const unsigned jobs = std::max(1U, threads_of(m_request.load.jobs) / 2);
  const auto before_pages = std::span(m_plan.data).first(static_cast<std::size_t>(OutputStage::search));
  for (const std::vector<FileJob>& stage : before_pages) make_stage(stage, jobs);
}

bool SiteMaker::audit() {
  // The very bytes of the files; where the site wants no JSON, what they would have held.
  const auto made = [&](const std::string& bytes, Kind kind) {
    return bytes.empty() ? table_json(m_context.site(), kind) : bytes;
  };
  return audit_cells(made(m_surveys_json, Kind::survey), made(m_units_json, Kind::unit),
                     m_context.site().limits().small_cell, m_diagnostics);
}

const PageJob* SiteMaker::find_page(std::string_view path) const { return find(m_plan.pages, path); }

const PageJob* SiteMaker::find_late_page(std::string_view path) const {
  return find(m_plan.late_pages, path);
}

std::optional<std::string> SiteMaker::render(const PageJob& job, Diagnostics& diagnostics) const {
  return render_page(m_context, m_theme.templates(), job, compose_page(m_context, job),
                     record_links(m_site, m_context, job.path), diagnostics);
}

std::optional<std::string> SiteMaker::make_copied(std::string_view path) const {
  for (const FileJob& job : m_plan.files) {
    if (job.path == path) return job.make();
  }
  return std::nullopt;
}

std::size_t SiteMaker::file_count() const {
  std::size_t count = page_count() + m_plan.files.size();
  for (const std::vector<FileJob>& stage : m_plan.data) count += stage.size();
  if (m_context.offers(OutputName::search)) count += m_search.pages().size();  // their texts
  return count;
}

void SiteMaker::add_theme() {
  for (const ThemeAsset& asset : m_theme.assets()) {
    m_plan.files.push_back({asset.path, {}, [&asset] { return asset.bytes; }});
  }
}

void SiteMaker::add_attachments() {
  for (const std::string& name : m_context.site().attachments()) {
    m_plan.files.push_back({std::string(kAttachmentFolder) + name, {}, [this, name] {
                              return read_attachment(m_files, m_request.load, name);
                            }});
  }
}

bool SiteMaker::has_no_collision() {
  std::unordered_map<std::string, Position> taken;
  bool clean = true;
  const auto take = [&](const std::string& path, Position origin) {
    const auto [other, fresh] = taken.emplace(path, origin);
    if (fresh) return;
    m_diagnostics.add("output-collision", origin.known() ? origin : other->second, {path},
                      origin.known() ? other->second : Position{});
    clean = false;
  };
  // A compressed copy must not stand where another file does.
  const auto take_all = [&](const std::string& path, Position origin) {
    take(path, origin);
    for (const CompressedCopy& copy : compressed_copies(path, m_context.site().config()))
      take(copy.path, origin);
  };
  for (const std::vector<FileJob>& stage : m_plan.data) {
    for (const FileJob& job : stage) take_all(job.path, job.origin);
  }
  for (const FileJob& job : m_plan.files) take_all(job.path, job.origin);
  for (std::size_t i = 0; i < page_count(); ++i) take_all(page(i).path, page(i).origin);
  return clean;
}

// What is said of data files is said by the next stages.
void SiteMaker::make_stage(const std::vector<FileJob>& stage, unsigned jobs) {
  std::vector<MadeFile> made(stage.size());
  parallel_for(stage.size(), jobs, [&](std::size_t i) { made[i] = make_file(stage[i]); });
  for (std::size_t i = 0; i < stage.size(); ++i) {
    if (stage[i].path.starts_with(kDataFolder)) m_data.add(stage[i].path, std::move(made[i]));
  }
}

MadeFile SiteMaker::make_file(const FileJob& job) {
  stop_if_interrupted();
  m_links.add_file(job.path);
  if (m_standing != nullptr) m_standing->add_other(job.path);
  std::string bytes = job.make();
  if (job.path == table_json_path(Kind::survey)) m_surveys_json = bytes;
  if (job.path == table_json_path(Kind::unit)) m_units_json = bytes;
  MadeFile made{bytes.size(), job.path.starts_with(kDataFolder) ? sha256_hex(bytes) : std::string()};
  m_sink.write(job.path, std::move(bytes));
  return made;
}

void SiteMaker::make_page(const PageJob& job) {
  stop_if_interrupted();
  make_or_take_over(job);
  count_page();
}

void SiteMaker::make_or_take_over(const PageJob& job) {
  if (m_standing != nullptr) {
    if (const auto anchors = m_standing->take_over_unseen(job)) return add_taken_over(job, *anchors);
  }
  ReadNotes notes;
  ComposedPage composed = compose_page(m_context, job);
  std::string key;
  if (m_standing != nullptr && (!job.given || notes.has_other())) {
    key = page_key(job.path, composed, m_references);
    if (const auto anchors = m_standing->take_over(job, key)) return add_taken_over(job, *anchors);
  }
  make_composed(job, std::move(composed), std::move(key), notes);
}

void SiteMaker::make_composed(const PageJob& job, ComposedPage composed, std::string key, ReadNotes& notes) {
  Diagnostics findings;
  auto bytes = render_page(m_context, m_theme.templates(), job, std::move(composed),
                           record_links(m_site, m_context, job.path), findings);
  const std::vector<Diagnostic> told = findings.sorted();
  for (const Diagnostic& finding : told) m_diagnostics.add(finding);
  if (!bytes) {
    m_page_failed = true;
    return;
  }
  PageLinks links = job.framed ? find_links(*bytes, job.path) : PageLinks{};
  if (m_standing != nullptr) {
    std::string anchors = job.framed ? pack_anchors(links.anchors) : std::string();
    if (told.empty()) {
      m_standing->add(job, std::move(key), notes.take(), std::move(anchors));
    } else {
      m_standing->add_other(job.path, std::move(anchors));
    }
  }
  if (job.framed) {
    m_links.add_page(job.path, std::move(links));
  } else {
    m_links.add_file(job.path);
  }
  if (const auto number = search_number(job.path)) add_to_search(*number, *bytes);
  m_sink.write(job.path, *std::move(bytes));
}

void SiteMaker::add_taken_over(const PageJob& job, std::string_view anchors) {
  if (job.framed) {
    m_links.add_sound_page(job.path, anchors);
  } else {
    m_links.add_file(job.path);
  }
  if (const auto number = search_number(job.path)) add_to_search(*number, m_standing->read(job.path));
}

void SiteMaker::count_page() {
  const std::size_t count = page_count();
  const std::size_t done = ++m_pages_done;
  const auto hundredth = [&](std::size_t n) { return n * 100 / count; };
  if (!m_request.done_so_far || hundredth(done) == hundredth(done - 1)) return;
  const std::scoped_lock lock(m_telling);
  m_request.done_so_far(BuildStep::making, done, count);
}

std::optional<std::uint32_t> SiteMaker::search_number(const std::string& page) const {
  return m_context.offers(OutputName::search) ? m_search.pages().find(page) : std::nullopt;
}

// While the page is at hand.
void SiteMaker::add_to_search(std::uint32_t number, std::string_view page) {
  const std::string path = search_file_path(search_text_name(number));
  m_links.add_file(path);
  m_sink.write(path, m_search.add(number, page));
}

}  // namespace gongshi
