// Does every internal link lead somewhere? Told of each finished output, from whatever thread made
// it; answers when all are there. Of a page it keeps no text, only where it leads.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "write/html_links.hpp"

namespace gongshi {

class LinkCheck {
 public:
  /// A page and what find_links found in it.
  void add_page(const std::string& path, const PageLinks& found);
  /// An output that is no page: it can be linked to, and any anchor on it is taken as given.
  void add_file(const std::string& path);

  /// Adds `dead-link` and `missing-anchor`, their place the page that links; sorted by page and
  /// target.
  void report(Diagnostics& diagnostics) const;

 private:
  // Sites have few targets and many links, so that each target is kept once with its pages.
  using Pages = std::vector<std::uint32_t>;
  struct HashOfLink {
    std::size_t operator()(const SiteLink& link) const;
  };

  mutable std::mutex m_mutex;
  std::vector<std::string> m_pages;
  std::unordered_set<std::string> m_files;
  std::unordered_map<std::string, std::unordered_set<std::string>> m_anchors;  // by page
  std::unordered_map<SiteLink, Pages, HashOfLink> m_wanted;
};

}  // namespace gongshi
