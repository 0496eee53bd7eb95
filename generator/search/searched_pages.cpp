#include "search/searched_pages.hpp"

#include <algorithm>

#include "publish/routes.hpp"
#include "text/sha256.hpp"

namespace gongshi {

SearchedPages::SearchedPages(const PublishedSite& site) : m_site(site) {
  for (const KindName& kind : kKinds) {
    m_first[kind.kind] = static_cast<std::uint32_t>(m_keys.size());
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) m_keys.push_back({kind.kind, i});
  }
}

void SearchedPages::add_further(std::string path, RecordKey of) {
  m_further.emplace(path, static_cast<std::uint32_t>(m_keys.size()));
  m_further_paths.push_back(std::move(path));
  m_keys.push_back(of);
}

std::optional<std::uint32_t> SearchedPages::find(std::string_view path) const {
  const auto further = m_further.find(path);
  return further == m_further.end() ? find_record(path) : further->second;
}

// Within a kind records are sorted by id, and so are their pages.
std::optional<std::uint32_t> SearchedPages::find_record(std::string_view path) const {
  const std::string_view folder = path.substr(0, path.find('/'));
  const KindName* kind = path == kAboutPath ? &name_of(Kind::page) : find_kind(folder);
  if (kind == nullptr || (path != kAboutPath && folder != kind->plural)) return std::nullopt;
  if (path != kAboutPath && !path.ends_with(".html")) return std::nullopt;
  const std::string_view id =
      path == kAboutPath ? kAboutRecord : path.substr(folder.size() + 1, path.size() - folder.size() - 6);
  const auto begin = m_keys.begin() + m_first.at(kind->kind);
  const auto end = begin + static_cast<std::ptrdiff_t>(m_site.count(kind->kind));
  const auto found = std::lower_bound(begin, end, id, [&](RecordKey key, std::string_view wanted) {
    return m_site.record(key).common().id < wanted;
  });
  if (found == end || m_site.record(*found).common().id != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - m_keys.begin());
}

std::string SearchedPages::path(std::uint32_t number) const {
  if (number >= records()) return m_further_paths[number - records()];
  return record_path(m_keys[number].kind, record(number).common().id);
}

std::string SearchedPages::unit(std::uint32_t number) const {
  const RecordKey key = m_keys[number];
  if (key.kind != Kind::item) return {};
  const std::string& id = m_site.records().all<Item>()[key.index]->unit.id;
  const Published<Unit>* unit = m_site.records().find<Unit>(id);
  return unit == nullptr ? id : (*unit)->title.text;
}

std::string_view SearchedPages::status(std::uint32_t number) const {
  const RecordKey key = m_keys[number];
  if (key.kind != Kind::item) return {};
  const ItemState& state = m_site.state(key.index);
  if (state.left != ItemState::Left::no) return {};
  return choices(ItemStatus{})[static_cast<std::size_t>(state.status)].key;
}

std::map<std::string, std::vector<std::uint32_t>> SearchedPages::filters() const {
  std::map<std::string, std::vector<std::uint32_t>> filters;
  for (std::uint32_t number = 0; number < m_keys.size(); ++number) {
    const RecordKey key = m_keys[number];
    filters["@kind=" + std::string(name_of(key.kind).plural)].push_back(number);
    if (const std::string_view state = status(number); !state.empty()) {
      filters["@status=" + std::string(state)].push_back(number);
      for (const ItemFlag flag : m_site.state(key.index).flags)
        filters["@status=" + std::string(choices(ItemFlag{})[static_cast<std::size_t>(flag)].key)].push_back(
            number);
    }
    if (key.kind == Kind::unit && number < records())
      filters.emplace("@unit=" + record(number).common().id, of_unit(number));
  }
  return filters;
}

std::vector<std::uint32_t> SearchedPages::of_unit(std::uint32_t unit) const {
  std::vector<std::uint32_t> named = {unit};
  const std::vector<RecordKey>& namers = m_site.named_by(m_keys[unit]);
  for (const RecordKey& namer : namers) named.push_back(m_first.at(namer.kind) + namer.index);
  for (auto number = static_cast<std::uint32_t>(records()); number < m_keys.size(); ++number) {
    if (std::binary_search(namers.begin(), namers.end(), m_keys[number])) named.push_back(number);
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  return named;
}

std::string search_edition(const PublishedSite& site) {
  constexpr std::size_t kLength = 8;
  std::string hashes = site.as_of().text();
  for (const KindName& kind : kKinds) {
    const auto count = static_cast<std::uint32_t>(site.count(kind.kind));
    for (std::uint32_t i = 0; i < count; ++i) hashes += site.record({kind.kind, i}).hash();
  }
  return sha256_hex(hashes).substr(0, kLength);
}

}  // namespace gongshi
