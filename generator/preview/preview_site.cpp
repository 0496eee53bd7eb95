#include "preview/preview_site.hpp"

#include <algorithm>
#include <iterator>

#include "check/rule_choices.hpp"
#include "diagnostics/print_diagnostics.hpp"
#include "pipeline/site_stages.hpp"

namespace gongshi {
namespace {

constexpr std::chrono::milliseconds kBeforeChecks{150};

constexpr std::size_t kMostChanges = 50;  // of records, before a view is made anew
constexpr std::ptrdiff_t kMostShown = 30;

/// The errors and, as far as there is room, the warnings.
std::string findings_text(const std::vector<Diagnostic>& all, const SourceNames& names,
                          const SourceText& source_text, Language language) {
  std::vector<Diagnostic> shown = all;
  std::stable_partition(shown.begin(), shown.end(),
                        [](const Diagnostic& d) { return d.severity() == Severity::error; });
  const std::ptrdiff_t more = std::ssize(shown) - kMostShown;
  if (more > 0) shown.resize(kMostShown);
  std::string text = print_diagnostics(shown, names, source_text, {language});
  if (more > 0)
    text +=
        word(Bilingual{"还有 {1} 条，用 gongshi check 查看\n", "{1} more: run gongshi check\n"}.in(language),
             {static_cast<std::int64_t>(more)}, language);
  return text;
}

/// Lines are shown of withheld records too: who previews may see everything.
SourceText whole_text(FileSystem& files, const SourceNames& names) {
  return [&files, &names](std::uint32_t file) -> std::optional<SourceLines> {
    const std::string& path = names.path(file);
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return std::nullopt;
    try {
      constexpr std::uint64_t kLargest = std::uint64_t{16} << 20U;
      return SourceLines{files.read(path.substr(0, slash), path.substr(slash + 1), kLargest), true};
    } catch (const IoError&) {
      return std::nullopt;
    }
  };
}

}  // namespace

PreviewSite::PreviewSite(FileSystem& files, BuildRequest request, Language language)
    : m_files(files), m_request(std::move(request)), m_language(language) {
  m_request.write = false;
  m_request.use_kept_files = false;
}

void PreviewSite::refresh(const std::vector<std::string>& changed) {
  try {
    const std::uint64_t before = state().version;
    read(changed);
    // Whoever waits for a page has the processor first.
    if (state().version != before && before != 0) wait_for_change(state(), kBeforeChecks);
    check();
    free_views();
  } catch (const IoError& error) {
    // A file that went away between being seen and being read: the next change looks at everything.
    m_must_read_all = true;
    set_findings(findings_text({io_failed(error)}, m_names, whole_text(m_files, m_names), m_language), 1);
  }
}

void PreviewSite::read(const std::vector<std::string>& changed) {
  if (changed.empty() || m_must_read_all || !read_records(changed)) read_everything();
}

/// False where more changed than records that were there before.
bool PreviewSite::read_records(const std::vector<std::string>& changed) {
  std::vector<const SourceFile*> sources;
  for (const std::string& path : changed) {
    const auto known = m_sources.find(path);
    const bool there = m_files.status(path).has_value();
    if (known == m_sources.end() && !there) continue;  // an editor's own file, gone again
    if (known == m_sources.end() || !there) return false;
    sources.push_back(&known->second);
  }
  const std::unique_lock lock(m_site_mutex);
  bool any_good = false;
  bool alone = true;
  std::vector<RecordName> changes;
  for (const SourceFile* source : sources) {
    Diagnostics found;
    const Reloaded outcome = reload_record(m_files, *source, *m_site, found);
    any_good = any_good || outcome != Reloaded::kept;
    alone = alone && outcome != Reloaded::replaced;
    if (outcome == Reloaded::changed) changes.push_back({find_kind(source->folder)->kind, source->id});
    std::erase_if(m_of_reading, [&](const Diagnostic& old) { return old.at.file == source->file; });
    for (Diagnostic& finding : found.sorted()) m_of_reading.push_back(std::move(finding));
  }
  if (!alone) put_views_aside();
  std::move(changes.begin(), changes.end(), std::back_inserter(m_changes));
  if (any_good) content_changed();
  return true;
}

void PreviewSite::read_everything() {
  m_must_read_all = true;  // unless all goes well
  SourceNames names;
  Diagnostics diagnostics;
  std::optional<Theme> theme;
  std::optional<Site> site;
  FoundSources found;
  if (auto config = load_config(m_files, m_request.load, names, diagnostics)) {
    m_theme_folder = theme_folder(m_files, m_request, *config);
    found = find_site_sources(m_files, m_request.load, names, diagnostics);
    site = load_site(m_files, m_request.load, *std::move(config), found, diagnostics);
    theme = load_theme(m_files, m_theme_folder, "themes/" + theme_name(site->config), site->config, names,
                       diagnostics);
  }
  const std::unique_lock lock(m_site_mutex);
  m_must_read_all = diagnostics.has_errors();
  // With nothing good before, a site with errors is better than none.
  m_kept_back = !theme || (diagnostics.has_errors() && m_site.has_value());
  if (m_kept_back) {
    set_findings(findings_text(diagnostics.sorted(), names, whole_text(m_files, names), m_language),
                 diagnostics.count(Severity::error));
    return;
  }
  put_views_aside();
  free_views();  // they refer to what is replaced now
  m_sources.clear();
  for (const SourceFile& source : found.records) m_sources[source.root + "/" + source.relative] = source;
  m_names = std::move(names);
  m_site = std::move(site);
  m_theme = std::move(theme);
  m_of_reading = diagnostics.sorted();
  content_changed();
}

void PreviewSite::check() {
  const std::shared_lock lock(m_site_mutex);
  if (!m_site || m_kept_back) return;
  Diagnostics diagnostics;
  const auto audience = find_audience(m_request, m_site->config, diagnostics);
  if (audience) check_site(m_files, m_request.load, *m_site, *audience, diagnostics);
  check_bodies(*m_site, nullptr, diagnostics);
  settle_findings(*m_site, diagnostics);
  for (const Diagnostic& finding : m_of_reading) diagnostics.add(finding);
  set_findings(findings_text(diagnostics.sorted(), m_names, whole_text(m_files, m_names), m_language),
               diagnostics.count(Severity::error));
}

void PreviewSite::set_findings(std::string text, std::size_t errors) {
  const std::scoped_lock lock(m_state_mutex);
  m_errors = errors;
  if (text == m_findings) return;
  m_findings = std::move(text);
  ++m_state.findings;
  m_state_changed.notify_all();
}

AudienceView& PreviewSite::view_of(const Audience& audience) {
  const std::scoped_lock lock(m_views_mutex);
  KnownView& known = m_views[audience.name()];
  if (known.view && known.changes == m_changes.size()) return *known.view;
  PublishedSite shows = published(audience, known);
  if (known.view) m_outdated.push_back(std::move(known.view));
  known.view = std::make_unique<AudienceView>(m_files, m_request, *m_site, *m_theme, std::move(shows));
  known.changes = m_changes.size();
  return *known.view;
}

// A view is cheaper to bring up to date than to make anew, as long as few records changed.
PublishedSite PreviewSite::published(const Audience& audience, KnownView& known) {
  if (!known.view || m_changes.size() - known.changes > kMostChanges) return publish(*m_site, audience);
  std::optional<PublishedSite> made = known.view->take();
  for (std::size_t i = known.changes; i < m_changes.size() && made; ++i)
    made = republish(*std::move(made), *m_site, m_changes[i].kind, m_changes[i].id);
  return made ? *std::move(made) : publish(*m_site, audience);
}

void PreviewSite::put_views_aside() {
  const std::scoped_lock lock(m_views_mutex);
  for (auto& [audience, known] : m_views) m_outdated.push_back(std::move(known.view));
  m_views.clear();
  m_changes.clear();
}

// Freeing thousands of records takes as long as making a page.
void PreviewSite::free_views() {
  std::vector<std::unique_ptr<AudienceView>> outdated;
  const std::scoped_lock lock(m_views_mutex);
  outdated.swap(m_outdated);
}

void PreviewSite::content_changed() {
  const std::scoped_lock lock(m_state_mutex);
  ++m_state.version;
  m_state_changed.notify_all();
}

std::vector<std::string> PreviewSite::audiences() const {
  const std::shared_lock lock(m_site_mutex);
  if (!m_site) return {};
  std::vector<std::string> names = audiences_of(m_site->config);
  for (const Unit& unit : m_site->records.all<Unit>()) names.push_back("unit:" + unit.id);
  return names;
}

std::optional<PreviewFile> PreviewSite::file(const std::string& audience, const std::string& path) {
  const std::shared_lock lock(m_site_mutex);
  if (!m_site) return std::nullopt;
  const auto who = Audience::find(audience, audiences_of(m_site->config));
  if (!who) return std::nullopt;
  Diagnostics of_page;
  auto file = view_of(*who).file(path, of_page);
  if (!file || !file->framed) return file;
  const std::scoped_lock views(m_views_mutex);
  std::string& last_good = m_last_good[audience + "/" + path];
  if (file->stale) {
    file->bytes = last_good;
  } else {
    last_good = file->bytes;
  }
  return file;
}

std::string PreviewSite::findings() const {
  const std::scoped_lock lock(m_state_mutex);
  return m_findings;
}

std::size_t PreviewSite::error_count() const {
  const std::scoped_lock lock(m_state_mutex);
  return m_errors;
}

PreviewState PreviewSite::state() const {
  const std::scoped_lock lock(m_state_mutex);
  return m_state;
}

PreviewState PreviewSite::wait_for_change(PreviewState known, std::chrono::milliseconds longest) {
  std::unique_lock lock(m_state_mutex);
  m_state_changed.wait_for(lock, longest, [&] { return m_stopped || m_state != known; });
  return m_state;
}

void PreviewSite::stop() {
  const std::scoped_lock lock(m_state_mutex);
  m_stopped = true;
  m_state_changed.notify_all();
}

std::vector<std::string> PreviewSite::source_folders() const {
  std::vector<std::string> folders;
  folders.reserve(m_request.load.content.size() + 1);
  for (const ContentFolder& content : m_request.load.content) folders.push_back(content.path);
  const std::shared_lock lock(m_site_mutex);
  if (!m_theme_folder.empty()) folders.push_back(m_theme_folder);
  return folders;
}

}  // namespace gongshi
