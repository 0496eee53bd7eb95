#include "preview/audience_view.hpp"

namespace gongshi {

void AudienceView::KeepingSink::write(const std::string& path, std::string bytes) {
  if (path.ends_with(".html")) return;
  const std::scoped_lock lock(m_mutex);
  m_files[path] = std::move(bytes);
}

AudienceView::AudienceView(FileSystem& files, const BuildRequest& request, const Site& site,
                           const Theme& theme, const Audience& audience)
    : m_published(publish(site, audience)),
      m_maker(files, request, site, m_published, theme, m_sink, m_unsaid) {
  m_maker.plan_pages();
}

std::optional<PreviewFile> AudienceView::file(const std::string& path, Diagnostics& diagnostics) {
  if (const PageJob* job = m_maker.find_page(path)) {
    auto bytes = m_maker.render(*job, diagnostics);
    const bool stale = !bytes;
    return PreviewFile{std::move(bytes).value_or(std::string()), job->framed, stale};
  }
  if (auto copied = m_maker.make_copied(path)) return PreviewFile{*std::move(copied), false, false};
  // The rest is made of each other and of all pages: all of it at once, when the first is asked for.
  std::call_once(m_planned, [this] { m_maker.plan(); });
  if (!m_maker.makes(path)) return std::nullopt;
  std::call_once(m_made, [this] { m_maker.make(); });
  const auto made = m_sink.files().find(path);
  if (made == m_sink.files().end()) return std::nullopt;
  return PreviewFile{made->second, false, false};
}

}  // namespace gongshi
