// Does every internal link lead somewhere? Told of each finished output, from whatever thread made
// it; answers when all are there. Of a page it keeps no text, only where it leads.
#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "write/html_links.hpp"
#include "write/site_link.hpp"

namespace gongshi {

class LinkCheck {
 public:
  /// A page and what find_links found in it.
  void add_page(const std::string& path, PageLinks found);
  /// A page whose own links are known to lead somewhere; the views of its anchors must outlive this.
  void add_sound_page(const std::string& path, std::string_view packed_anchors);
  /// An output that is no page: it can be linked to, and any anchor on it is taken as given.
  void add_file(const std::string& path);

  /// Adds `dead-link` and `missing-anchor`, their place the page that links; sorted by page and
  /// target.
  void report(Diagnostics& diagnostics) const;

 private:
  // Where a url leads, and the pages that have it, by number.
  struct Target {
    SiteLink link;
    std::vector<std::uint32_t> pages;
  };
  struct HashOfUrl : std::hash<std::string_view> {
    using is_transparent = void;
  };
  // By url as written; nothing if it leaves the site.
  using Urls = std::unordered_map<std::string, Target*, HashOfUrl, std::equal_to<>>;

  [[nodiscard]] bool is_there(const SiteLink& link) const;
  [[nodiscard]] bool is_page(const std::string& path) const;
  Target* target_of(std::string_view url, const PageLinks& found, Urls& of_folder);

  mutable std::mutex m_mutex;
  std::deque<std::string> m_pages;  // which stay where they are
  std::unordered_set<std::string> m_files;
  std::unordered_map<std::string, std::string_view> m_sound;  // anchors, packed, by page
  // By page; sorted. Pages of a kind have the same ones, which are held once.
  std::unordered_map<std::string_view, const std::vector<std::string>*> m_anchors;
  std::set<std::vector<std::string>> m_anchors_of_pages;
  // Pages of a folder have their navigation and much else in common, so that few urls need to be resolved.
  std::unordered_map<std::string, Urls> m_urls;  // by folder
  std::deque<Target> m_targets;                  // which stay where they are
};

}  // namespace gongshi
