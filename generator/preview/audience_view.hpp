// The site of one audience at one moment, whose files are made one by one.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "pipeline/site_maker.hpp"

namespace gongshi {

struct PreviewFile {
  std::string bytes;
  bool framed = false;  ///< a page in the theme's layout
  bool stale = false;   ///< the page has errors; this is what it was like before, or nothing
};

class AudienceView {
 public:
  /// `files`, `request`, `site` and `theme` must outlive the view.
  AudienceView(FileSystem& files, const BuildRequest& request, const Site& site, const Theme& theme,
               PublishedSite published);

  /// What is shown, for a view of what follows; this one must make no more files.
  PublishedSite take() { return std::move(m_published); }

  /// The file at `path`; nothing if the site has none there. What pages lack is added to `diagnostics`.
  std::optional<PreviewFile> file(const std::string& path, Diagnostics& diagnostics);

 private:
  /// Keeps the files that are no pages.
  class KeepingSink : public SiteSink {
   public:
    void write(const std::string& path, std::string bytes) override;
    [[nodiscard]] const std::map<std::string, std::string>& files() const { return m_files; }

   private:
    std::mutex m_mutex;
    std::map<std::string, std::string> m_files;
  };

  PreviewFile render(const PageJob& job, Diagnostics& diagnostics) const;
  void make_all();

  PublishedSite m_published;
  Diagnostics m_unsaid;  ///< of files of the data: a build says it
  KeepingSink m_sink;
  SiteMaker m_maker;
  std::once_flag m_planned;
  std::once_flag m_made;
};

}  // namespace gongshi
