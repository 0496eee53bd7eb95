#include "parse/parse_cache.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "parse/kept_tree.hpp"
#include "parse/parse_yaml.hpp"
#include "text/sha256.hpp"

namespace gongshi {
namespace {

// An entry: how many bytes its tree has, the hash of the text, the beginning of the hash of both that and
// the tree, and the tree.
constexpr std::size_t kSizeBytes = 4;
constexpr std::size_t kCheckBytes = 8;
constexpr std::size_t kHashEnd = kSizeBytes + kSha256Bytes;
constexpr std::size_t kTreeBegin = kHashEnd + kCheckBytes;

std::string size_bytes(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < kSizeBytes; ++i) bytes.push_back(static_cast<char>((size >> (8 * i)) & 0xFFU));
  return bytes;
}

std::size_t size_of_tree(std::string_view entry) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < kSizeBytes; ++i)
    size |= static_cast<std::size_t>(static_cast<unsigned char>(entry[i])) << (8 * i);
  return size;
}

std::string check_of(const std::string& hash_and_tree) {
  return sha256(hash_and_tree).substr(0, kCheckBytes);
}

}  // namespace

ParseCache::ParseCache(std::string kept, std::string maker)
    : m_kept(std::move(kept)), m_head("gongshi trees " + std::move(maker) + "\n") {
  find_entries();
}

// What breaks off or was cut out of place ends the list, or gives entries that fail their check.
void ParseCache::find_entries() {
  std::string_view rest = m_kept;
  if (!rest.starts_with(m_head)) {
    m_has_waste = !rest.empty();
    return;
  }
  rest.remove_prefix(m_head.size());
  while (rest.size() > kTreeBegin) {
    const std::size_t size = kTreeBegin + size_of_tree(rest);
    if (size > rest.size()) break;
    const auto [entry, fresh] = m_entries.try_emplace(rest.substr(kSizeBytes, kSha256Bytes));
    if (fresh) entry->second.bytes = rest.substr(0, size);
    m_has_waste = m_has_waste || !fresh;
    rest.remove_prefix(size);
  }
  m_has_waste = m_has_waste || !rest.empty();
}

std::optional<Document> ParseCache::parse(std::string_view yaml, Position start, Diagnostics& diagnostics) {
  std::string hash = sha256(yaml);
  if (auto found = find(hash, start)) return found;
  auto parsed = parse_yaml(yaml, start, diagnostics);
  if (!parsed) return parsed;  // its findings are told each time
  const std::string tree = bytes_of_tree(*parsed, start);
  std::string entry = size_bytes(tree.size()) + hash + check_of(hash + tree) + tree;
  const std::scoped_lock lock(m_mutex);
  m_fresh.emplace(std::move(hash), std::move(entry));
  return parsed;
}

std::optional<Document> ParseCache::find(std::string_view hash, Position start) {
  const auto found = m_entries.find(hash);
  if (found == m_entries.end()) return std::nullopt;
  const std::string_view entry = found->second.bytes;
  const std::string_view tree = entry.substr(kTreeBegin);
  if (entry.substr(kHashEnd, kCheckBytes) != check_of(std::string(hash).append(tree))) return std::nullopt;
  auto document = tree_of_bytes(tree, start);
  found->second.used = document.has_value();
  return document;
}

bool ParseCache::changed() const {
  const std::scoped_lock lock(m_mutex);
  const bool all_used = std::all_of(m_entries.begin(), m_entries.end(),
                                    [](const auto& entry) { return entry.second.used.load(); });
  return m_has_waste || !m_fresh.empty() || !all_used;
}

std::string ParseCache::kept() const {
  const std::scoped_lock lock(m_mutex);
  std::vector<std::pair<std::string_view, std::string_view>> entries;  // by hash
  entries.reserve(m_entries.size() + m_fresh.size());
  for (const auto& [hash, entry] : m_entries) {
    if (entry.used) entries.emplace_back(hash, entry.bytes);
  }
  for (const auto& [hash, entry] : m_fresh) entries.emplace_back(hash, entry);
  std::sort(entries.begin(), entries.end());
  std::string bytes = m_head;
  for (const auto& [hash, entry] : entries) bytes.append(entry);
  return bytes;
}

}  // namespace gongshi
