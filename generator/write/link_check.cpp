#include "write/link_check.hpp"

#include <algorithm>
#include <tuple>

namespace gongshi {
namespace {

// "" and "top" mean the top of any page (HTML, "scroll to the fragment").
bool needs_no_anchor(const std::string& anchor) { return anchor.empty() || anchor == "top"; }

}  // namespace

std::size_t LinkCheck::HashOfLink::operator()(const SiteLink& link) const {
  const std::hash<std::string> hash;
  return hash(link.path) * 31 + (link.anchor.empty() ? 0 : hash(link.anchor));
}

void LinkCheck::add_page(const std::string& path, const PageLinks& found) {
  const std::scoped_lock lock(m_mutex);
  const auto page = static_cast<std::uint32_t>(m_pages.size());
  m_pages.push_back(path);
  m_anchors[path].insert(found.anchors.begin(), found.anchors.end());
  for (const SiteLink& link : found.links) m_wanted[link].push_back(page);
}

void LinkCheck::add_file(const std::string& path) {
  const std::scoped_lock lock(m_mutex);
  m_files.insert(path);
}

void LinkCheck::report(Diagnostics& diagnostics) const {
  const std::scoped_lock lock(m_mutex);
  std::vector<std::tuple<std::string, std::string, bool>> faults;  // page, target, is there such a page
  for (const auto& [link, pages] : m_wanted) {
    const auto page = m_anchors.find(link.path);
    const bool is_page = page != m_anchors.end();
    if (!is_page && m_files.contains(link.path)) continue;
    if (is_page && (needs_no_anchor(link.anchor) || page->second.contains(link.anchor))) continue;
    std::string target = link.path;
    if (is_page) target += "#" + link.anchor;
    for (const std::uint32_t from : pages) faults.emplace_back(m_pages[from], target, is_page);
  }
  std::sort(faults.begin(), faults.end());
  faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
  for (auto& [page, target, is_page] : faults) {
    diagnostics.add_at_place(is_page ? Code("missing-anchor") : Code("dead-link"), page, {target});
  }
}

}  // namespace gongshi
