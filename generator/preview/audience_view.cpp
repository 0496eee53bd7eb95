#include "preview/audience_view.hpp"

#include "publish/routes.hpp"

namespace gongshi {

void AudienceView::KeepingSink::write(const std::string& path, std::string bytes) {
  if (path.ends_with(".html")) return;
  const std::scoped_lock lock(m_mutex);
  m_files[path] = std::move(bytes);
}

AudienceView::AudienceView(FileSystem& files, const BuildRequest& request, const Site& site,
                           const Theme& theme, PublishedSite published)
    : m_published(std::move(published)), m_maker(files, request, site, m_published, theme, m_sink, m_unsaid) {
  m_maker.plan_pages();
}

std::optional<PreviewFile> AudienceView::file(const std::string& path, Diagnostics& diagnostics) {
  // Pages of the data state bytes and hash of its files.
  if (path.starts_with(kDataFolder)) make_all();
  if (const PageJob* job = m_maker.find_page(path)) return render(*job, diagnostics);
  if (auto copied = m_maker.make_copied(path)) return PreviewFile{*std::move(copied), false, false};
  // The rest is made of each other and of all pages: all of it at once, when the first is asked for.
  std::call_once(m_planned, [this] { m_maker.plan(); });
  if (const PageJob* job = m_maker.find_late_page(path)) return render(*job, diagnostics);
  if (!m_maker.makes(path)) return std::nullopt;
  make_all();
  const auto made = m_sink.files().find(path);
  if (made == m_sink.files().end()) return std::nullopt;
  return PreviewFile{made->second, false, false};
}

PreviewFile AudienceView::render(const PageJob& job, Diagnostics& diagnostics) const {
  auto bytes = m_maker.render(job, diagnostics);
  const bool stale = !bytes;
  return {std::move(bytes).value_or(std::string()), job.framed, stale};
}

void AudienceView::make_all() {
  std::call_once(m_planned, [this] { m_maker.plan(); });
  std::call_once(m_made, [this] { m_maker.make(); });
}

}  // namespace gongshi
