// Every file of one audience's site: planned, then made in order, or one page at a time for a preview.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/build_site.hpp"
#include "pipeline/kept_files.hpp"
#include "pipeline/kept_pages.hpp"
#include "pipeline/outputs.hpp"
#include "render/render_page.hpp"
#include "render/theme.hpp"
#include "views/page.hpp"
#include "write/link_check.hpp"
#include "write/site_sink.hpp"

namespace gongshi {

class SiteMaker {
 public:
  /// All of it must outlive the maker. `site` is asked only whether a record exists at all.
  SiteMaker(FileSystem& files, const BuildRequest& request, const Site& site, const PublishedSite& published,
            const Theme& theme, SiteSink& sink, Diagnostics& diagnostics);
  /// Pages that stand already need not be made; to be called before make(). `pages` must outlive the maker.
  void take_over_from(KeptPages& pages);

  /// Lists all files before the first is made. False if two sources want one path.
  bool plan();
  /// Lists copied files and the pages but the late ones, which are cheap, for a preview that may never be
  /// asked for others. plan() may follow.
  void plan_pages();
  /// Is there such a file among those that plan() adds?
  [[nodiscard]] bool makes(std::string_view path) const;

  /// Makes them all into the sink.
  void make();

  /// Can a small group be worked out from the tables of polls as they were made?
  bool audit();

  /// The job of the page at `path`, or null. Late pages are there after plan(), all others before.
  [[nodiscard]] const PageJob* find_page(std::string_view path) const;
  [[nodiscard]] const PageJob* find_late_page(std::string_view path) const;
  /// The page's bytes; nothing, and findings, if it has errors.
  std::optional<std::string> render(const PageJob& job, Diagnostics& diagnostics) const;
  /// A file of the theme or an attachment, by its path; nothing if it is neither.
  [[nodiscard]] std::optional<std::string> make_copied(std::string_view path) const;

  [[nodiscard]] std::size_t page_count() const { return m_plan.pages.size() + m_plan.late_pages.size(); }
  [[nodiscard]] std::size_t file_count() const;

 private:
  struct Plan {
    std::vector<PageJob> pages;
    std::vector<PageJob> late_pages;  ///< that tell of tables or of other pages
    StagedJobs data;                  ///< of the table of outputs
    std::vector<FileJob> files;       ///< of theme and attachments
  };

  void list_pages();
  void tell_search();
  void plan_late_pages();
  [[nodiscard]] const PageJob& page(std::size_t i) const {
    const std::size_t early = m_plan.pages.size();
    return i < early ? m_plan.pages[i] : m_plan.late_pages[i - early];
  }
  void add_theme();
  void add_attachments();
  bool has_no_collision();
  void make_all(std::size_t count, const std::function<void(std::size_t)>& make) const;
  void make_data();
  void make_stage(const std::vector<FileJob>& stage, unsigned jobs);
  MadeFile make_file(const FileJob& job);
  void make_page(const PageJob& job);
  void make_or_take_over(const PageJob& job);
  void make_composed(const PageJob& job, ComposedPage composed, std::string key, ReadNotes& notes);
  void add_taken_over(const PageJob& job, std::string_view anchors);
  void check_links();
  void count_page();
  /// Number of the page in the search; nothing if it is not searched.
  [[nodiscard]] std::optional<std::uint32_t> search_number(const std::string& page) const;
  void add_to_search(std::uint32_t number, std::string_view page);

  FileSystem& m_files;
  const BuildRequest& m_request;
  const Site& m_site;
  ViewContext m_context;
  DataSet m_data;
  KeptFiles m_kept;
  KeptPages* m_standing = nullptr;
  std::string m_references;  ///< reference_key()
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
  std::atomic<std::size_t> m_pages_done = 0;
  std::mutex m_telling;
};

}  // namespace gongshi
