// Pages of the site as it was published last that say the same as now: they are taken over from the store and
// not made again. They are searched for what is withheld as if they had been. Their links led somewhere
// when they were published, and still do unless something is gone. What is kept only speeds up: where it
// holds something else, or a page was touched since, the page is made anew.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gate/leak_scan.hpp"
#include "model/site_config.hpp"
#include "publish/view_versions.hpp"
#include "text/packed.hpp"
#include "views/page.hpp"
#include "write/site_writer.hpp"

namespace gongshi {

class KeptPages {
 public:
  /// `kept` is what keep() gave, or any other bytes. `made_with` stands for all that pages are made with
  /// beside what they say: pages made with another are not taken over. `config`, `writer` and `scan` must
  /// outlive it.
  KeptPages(const SiteConfig& config, SiteWriter& writer, LeakScan& scan, std::string kept,
            std::string_view made_with);

  /// What view_versions() says of the view that this build makes pages of. To be told before any page.
  void compare(std::string versions);

  /// Takes over the page, and its compressed copies, if it was given the same and all that it read of the
  /// site says the same. Its anchors as they were added, a view of what is kept here; nothing if it has to be
  /// composed. This and the next four may be called from several threads.
  std::optional<std::string_view> take_over_unseen(const PageJob& job);
  /// The same if what it says has this page_key(); nothing if it has to be made.
  std::optional<std::string_view> take_over(const PageJob& job, std::string_view key);
  /// The bytes of a page that was taken over.
  [[nodiscard]] std::string read(const std::string& path) const;

  /// A page that was made, and about which there was nothing to tell: what there is must be told each time.
  /// Of one that was given and read what can be compared, `key` may be empty. `anchors` are packed, or empty
  /// if links to it may have any.
  void add(const PageJob& job, std::string key, const std::vector<ViewRead>& reads, std::string anchors);
  /// Any other output, which is made each time: links may lead to it.
  void add_other(const std::string& path, std::string anchors = {});

  /// Was there an output, or an anchor on one, that this build does not have? To be asked once it has made
  /// all.
  [[nodiscard]] bool something_is_gone() const;
  /// Pages taken over that may have links.
  [[nodiscard]] std::vector<std::string> taken_over() const;

  /// Puts the pages of this build into the store, once it is published. What is to be kept of them.
  [[nodiscard]] std::string keep(const RunAll& run_all);

 private:
  struct StandingPage {  // views into m_kept
    std::string_view key;
    std::string_view anchors;
    std::string_view origin;  ///< as in MadePage
    std::string_view files;   ///< StoredFile, the page first
  };
  struct MadePage {
    const StandingPage* taken_over = nullptr;  ///< then the next two are empty and those of it count
    std::string key;
    std::string anchors;
    std::string origin;  ///< what it was given and what it read; empty where a key tells
  };

  std::optional<std::string_view> take_over(const std::string& path, const StandingPage& page,
                                            std::string origin);
  [[nodiscard]] std::string stored_files(const std::string& path, bool taken_over);
  void append(std::string& out, const std::string& path, const MadePage& page);
  void forget_gone_pages();
  [[nodiscard]] std::string head_of(std::string_view pages) const;
  void read_pages();

  const SiteConfig& m_config;
  SiteWriter& m_writer;
  LeakScan& m_scan;
  std::string m_kept;
  std::string m_made_with;
  std::string_view m_versions_then;  // a view into m_kept
  std::string m_versions;
  std::optional<ViewComparison> m_comparison;
  std::unordered_map<std::string_view, StandingPage> m_standing;  // by path, a view into m_kept
  std::mutex m_mutex;                                             // guards the next
  std::unordered_map<std::string, MadePage> m_pages;              // of this build, and all other outputs
};

}  // namespace gongshi
