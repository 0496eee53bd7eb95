// The site in memory, as it stands in its sources: read once, then only what changed. Pages are made when
// they are asked for, for any audience. While sources have errors, what was good last is kept.
#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <vector>

#include "pipeline/build_site.hpp"
#include "preview/audience_view.hpp"

namespace gongshi {

/// What a browser that waits compares: of what the pages are made, and what is said about it.
struct PreviewState {
  std::uint64_t version = 0;   ///< of the content; a page of an older one is out of date
  std::uint64_t findings = 0;  ///< of the list of findings
  friend bool operator==(const PreviewState&, const PreviewState&) = default;
};

class PreviewSite {
 public:
  /// `request` as for a build. Nothing is read yet.
  PreviewSite(FileSystem& files, BuildRequest request, Language language);

  /// Reads what changed, given the absolute paths of files; everything where `changed` is empty. Then checks
  /// the whole. Never throws for what is wrong with sources or the disk: that becomes findings.
  void refresh(const std::vector<std::string>& changed);

  /// The site's audiences, the widest first, then one for each unit; empty before the site could be read.
  [[nodiscard]] std::vector<std::string> audiences() const;

  /// The file at `path` of the site for an audience; nothing if there is no such file or audience.
  std::optional<PreviewFile> file(const std::string& audience, const std::string& path);

  /// Findings as text for people, empty if there are none.
  [[nodiscard]] std::string findings() const;
  [[nodiscard]] std::size_t error_count() const;

  [[nodiscard]] PreviewState state() const;
  /// Waits until the state is another than `known`, at most so long; gives the state then.
  PreviewState wait_for_change(PreviewState known, std::chrono::milliseconds longest);
  /// Lets all waits end, now and from now on.
  void stop();

  /// Folders in which sources lie, absolute: of content and theme.
  [[nodiscard]] std::vector<std::string> source_folders() const;

 private:
  void read(const std::vector<std::string>& changed);
  void read_everything();
  bool read_records(const std::vector<std::string>& changed);
  void check();
  void set_findings(std::string text, std::size_t errors);
  void put_views_aside();
  void free_views();
  void content_changed();

  FileSystem& m_files;
  BuildRequest m_request;
  Language m_language;

  mutable std::shared_mutex m_site_mutex;  ///< guards the next, up to the views
  SourceNames m_names;
  std::map<std::string, SourceFile> m_sources;  ///< by absolute path
  std::optional<Site> m_site;
  std::optional<Theme> m_theme;
  std::string m_theme_folder;
  std::vector<Diagnostic> m_of_reading;  ///< findings of sources as they were read last
  bool m_must_read_all = true;
  bool m_kept_back = false;  ///< sources have errors, and all of the site is as it was before them

  std::mutex m_views_mutex;
  std::map<std::string, std::unique_ptr<AudienceView>> m_views;  ///< of the present version
  std::vector<std::unique_ptr<AudienceView>> m_outdated;         ///< to be freed when nobody waits
  std::map<std::string, std::string> m_last_good;  ///< pages that were asked for, by audience and path

  mutable std::mutex m_state_mutex;
  std::condition_variable m_state_changed;
  PreviewState m_state;
  std::string m_findings;
  std::size_t m_errors = 0;
  bool m_stopped = false;
};

}  // namespace gongshi
