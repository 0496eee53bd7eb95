#include "write/link_check.hpp"

#include <algorithm>
#include <tuple>

#include "text/html_reader.hpp"

namespace gongshi {
namespace {

// "" and "top" mean the top of any page (HTML, "scroll to the fragment").
bool needs_no_anchor(const std::string& anchor) { return anchor.empty() || anchor == "top"; }

template <class Text>
bool leads_to(const std::string& anchor, const std::vector<Text>& anchors) {
  return needs_no_anchor(anchor) || std::binary_search(anchors.begin(), anchors.end(), anchor);
}

// What a url means depends on this alone, unless it leads to the page that has it.
std::string folder_of(std::string_view relative_to) {
  if (relative_to.empty()) return "/";  // no folder of the site, whose own is ""
  return std::string(relative_to.substr(0, relative_to.rfind('/') + 1));
}

}  // namespace

void LinkCheck::add_page(const std::string& path, PageLinks found) {
  std::sort(found.anchors.begin(), found.anchors.end());
  const std::scoped_lock lock(m_mutex);
  const auto page = static_cast<std::uint32_t>(m_pages.size());
  m_pages.push_back(path);
  Urls& of_folder = m_urls[folder_of(found.relative_to)];
  for (const std::string_view url : found.urls) {
    Target* target = target_of(url, found, of_folder);
    const bool is_new = target != nullptr && (target->pages.empty() || target->pages.back() != page);
    if (is_new) target->pages.push_back(page);
  }
  m_anchors[m_pages.back()] = &*m_anchors_of_pages.insert(std::move(found.anchors)).first;
}

// Where a url of the page told of last leads; nothing if that is surely there, or no place of the site.
LinkCheck::Target* LinkCheck::target_of(std::string_view url, const PageLinks& found, Urls& of_folder) {
  if (const auto known = of_folder.find(url); known != of_folder.end()) return known->second;
  auto link = resolve_link(decode_entities(url), found.relative_to);
  const bool is_own = link && link->path == m_pages.back();
  if (is_own && leads_to(link->anchor, found.anchors)) return nullptr;
  Target* target = link ? &m_targets.emplace_back(Target{*std::move(link), {}}) : nullptr;
  if (!is_own) of_folder.emplace(url, target);
  return target;
}

void LinkCheck::add_sound_page(const std::string& path, std::string_view packed_anchors) {
  const std::scoped_lock lock(m_mutex);
  m_sound.emplace(path, packed_anchors);
}

void LinkCheck::add_file(const std::string& path) {
  const std::scoped_lock lock(m_mutex);
  m_files.insert(path);
}

void LinkCheck::report(Diagnostics& diagnostics) const {
  const std::scoped_lock lock(m_mutex);
  std::vector<std::tuple<std::string, std::string, bool>> faults;  // page, target, is there such a page
  for (const auto& [link, pages] : m_targets) {
    if (is_there(link)) continue;
    const bool to_page = is_page(link.path);
    std::string target = link.path;
    if (to_page) target += "#" + link.anchor;
    for (const std::uint32_t from : pages) faults.emplace_back(m_pages[from], target, to_page);
  }
  std::sort(faults.begin(), faults.end());
  faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
  for (auto& [page, target, to_page] : faults) {
    diagnostics.add_at_place(to_page ? Code("missing-anchor") : Code("dead-link"), page, {target});
  }
}

bool LinkCheck::is_there(const SiteLink& link) const {
  if (const auto page = m_anchors.find(link.path); page != m_anchors.end())
    return leads_to(link.anchor, *page->second);
  if (const auto page = m_sound.find(link.path); page != m_sound.end())
    return needs_no_anchor(link.anchor) || leads_to(link.anchor, unpack_anchors(page->second));
  return m_files.contains(link.path);
}

bool LinkCheck::is_page(const std::string& path) const {
  return m_anchors.contains(path) || m_sound.contains(path);
}

}  // namespace gongshi
