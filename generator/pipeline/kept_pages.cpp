#include "pipeline/kept_pages.hpp"

#include <algorithm>

#include "publish/routes.hpp"
#include "text/sha256.hpp"
#include "write/compressing_sink.hpp"
#include "write/html_links.hpp"

namespace gongshi {
namespace {

// What a page was given, and what it read.
std::string pack(const std::string& given, const std::vector<ViewRead>& reads) {
  std::string origin;
  append_packed(origin, given);
  for (const ViewRead& read : reads) {
    append_packed(origin, static_cast<std::uint64_t>(read.what));
    append_packed(origin, static_cast<std::uint64_t>(read.kind));
    append_packed(origin, std::uint64_t{read.index});
  }
  return origin;
}

ViewRead unpack_read(PackedReader& bytes) {
  ViewRead read;
  read.what =
      static_cast<ReadOf>(std::min<std::uint64_t>(bytes.number(), static_cast<std::uint64_t>(ReadOf::other)));
  read.kind = static_cast<Kind>(std::min<std::uint64_t>(bytes.number(), std::size(kKinds)));
  read.index = static_cast<std::uint32_t>(bytes.number());
  return read;
}

// The same origin as the next build will ask for; nothing if any of it says something else now.
std::optional<std::string> origin_now(std::string_view origin, const std::string& given,
                                      const ViewComparison& comparison) {
  PackedReader bytes(origin);
  if (origin.empty() || bytes.text() != given) return std::nullopt;
  std::vector<ViewRead> now;
  while (!bytes.rest().empty()) {
    const ViewRead read = unpack_read(bytes);
    if (bytes.broken() || !comparison.says_the_same(read)) return std::nullopt;
    now.push_back(comparison.now(read));
  }
  return pack(given, now);
}

// Are there still all anchors that there were? Both packed; empty where any will do.
bool has_all(std::string_view now, std::string_view then) {
  if (now == then || now.empty() || then.empty()) return now.empty() == then.empty();
  const auto anchors = unpack_anchors(now);
  const auto wanted = unpack_anchors(then);
  return std::includes(anchors.begin(), anchors.end(), wanted.begin(), wanted.end());
}

void append_file(std::string& out, const StoredFile& file) {
  append_packed(out, file.path);
  append_packed(out, file.entry.bytes);
  append_packed(out, file.entry.sha256);
  append_packed(out, file.version.inode);
  append_packed(out, static_cast<std::uint64_t>(file.version.changed));
}

std::vector<StoredFile> read_files(std::string_view packed) {
  std::vector<StoredFile> files;
  PackedReader bytes(packed);
  while (!bytes.rest().empty() && !bytes.broken()) {
    StoredFile& file = files.emplace_back();
    file.path = bytes.text();
    file.entry.bytes = bytes.number();
    file.entry.sha256 = bytes.text();
    file.version.inode = bytes.number();
    file.version.changed = static_cast<std::int64_t>(bytes.number());
  }
  return files;
}

}  // namespace

KeptPages::KeptPages(const SiteConfig& config, SiteWriter& writer, LeakScan& scan, std::string kept,
                     std::string_view made_with)
    : m_config(config), m_writer(writer), m_scan(scan), m_kept(std::move(kept)), m_made_with(made_with) {
  for (const CompressedCopy& copy : compressed_copies(std::string(kHomePath), config))
    m_made_with += copy.path;
  read_pages();
}

// Stands before the pages: what they were made with, and what they were when they were kept.
std::string KeptPages::head_of(std::string_view pages) const {
  return "gongshi pages " + sha256_hex(m_made_with) + " " + sha256_hex(pages) + "\n";
}

void KeptPages::read_pages() {
  const std::size_t head = m_kept.find('\n') + 1;
  const std::string_view pages = std::string_view(m_kept).substr(head);
  if (m_kept.compare(0, head, head_of(pages)) != 0) return;
  PackedReader bytes(pages);
  m_versions_then = bytes.text();
  while (!bytes.rest().empty() && !bytes.broken()) {
    StandingPage page;
    page.key = bytes.text();
    page.anchors = bytes.text();
    page.origin = bytes.text();
    page.files = bytes.text();
    m_standing.emplace(bytes.text(), page);
  }
}

void KeptPages::compare(std::string versions) {
  m_versions = std::move(versions);
  m_comparison.emplace(m_versions_then, m_versions);
}

std::optional<std::string_view> KeptPages::take_over_unseen(const PageJob& job) {
  const auto found = m_standing.find(job.path);
  if (found == m_standing.end() || !job.given || !m_comparison) return std::nullopt;
  auto origin = origin_now(found->second.origin, *job.given, *m_comparison);
  return origin ? take_over(job.path, found->second, *std::move(origin)) : std::nullopt;
}

std::optional<std::string_view> KeptPages::take_over(const PageJob& job, std::string_view key) {
  const auto found = m_standing.find(job.path);
  if (found == m_standing.end() || found->second.key != key) return std::nullopt;
  return take_over(job.path, found->second, {});
}

std::optional<std::string_view> KeptPages::take_over(const std::string& path, const StandingPage& page,
                                                     std::string origin) {
  std::vector<StoredFile> files = read_files(page.files);
  const auto is_held = [&](const StoredFile& file) { return m_writer.store().holds(file); };
  if (files.empty() || !std::all_of(files.begin(), files.end(), is_held)) return std::nullopt;
  if (m_scan.has_needles()) m_scan.look_at(path, read(path));
  for (StoredFile& file : files) m_writer.take_over(std::move(file));
  const std::scoped_lock lock(m_mutex);
  m_pages.emplace(path, MadePage{&page, {}, {}, std::move(origin)});
  return page.anchors;
}

std::string KeptPages::read(const std::string& path) const {
  return m_writer.store().read(read_files(m_standing.at(path).files).front());
}

void KeptPages::add(const PageJob& job, std::string key, const std::vector<ViewRead>& reads,
                    std::string anchors) {
  std::string origin = key.empty() ? pack(job.given.value(), reads) : std::string();
  MadePage page{nullptr, std::move(key), std::move(anchors), std::move(origin)};
  const std::scoped_lock lock(m_mutex);
  m_pages.emplace(job.path, std::move(page));
}

void KeptPages::add_other(const std::string& path, std::string anchors) {
  const std::scoped_lock lock(m_mutex);
  m_pages.emplace(path, MadePage{nullptr, {}, std::move(anchors), {}});
}

bool KeptPages::something_is_gone() const {
  return std::any_of(m_standing.begin(), m_standing.end(), [&](const auto& then) {
    const auto now = m_pages.find(std::string(then.first));
    if (now == m_pages.end()) return true;
    return now->second.taken_over == nullptr && !has_all(now->second.anchors, then.second.anchors);
  });
}

std::vector<std::string> KeptPages::taken_over() const {
  std::vector<std::string> paths;
  for (const auto& [path, page] : m_pages) {
    if (page.taken_over != nullptr && !page.taken_over->anchors.empty()) paths.push_back(path);
  }
  return paths;
}

std::string KeptPages::keep(const RunAll& run_all) {
  forget_gone_pages();
  std::vector<const decltype(m_pages)::value_type*> pages;
  pages.reserve(m_pages.size());
  for (const auto& page : m_pages) pages.push_back(&page);
  std::sort(pages.begin(), pages.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
  // The disk is asked on all cores; the rest is copying.
  const auto pieces = in_pieces<std::string>(pages.size(), run_all,
                                             [&](std::size_t from, std::size_t to, std::string& piece) {
                                               for (std::size_t i = from; i < to; ++i)
                                                 append(piece, pages[i]->first, pages[i]->second);
                                             });
  std::string all = head_of({});
  const std::size_t head = all.size();
  append_packed(all, m_versions);
  for (const std::string& piece : pieces) all += piece;
  return all.replace(0, head, head_of(std::string_view(all).substr(head)));
}

// What this build did not make is in no list from now on.
void KeptPages::forget_gone_pages() {
  if (m_standing.empty()) return m_writer.store().clear();
  for (const auto& [path, page] : m_standing) {
    if (m_pages.contains(std::string(path))) continue;
    for (const StoredFile& file : read_files(page.files)) m_writer.store().remove(file.path);
  }
}

// The page and its compressed copies. One that was taken over lies in the store, and was touched by being
// linked to.
std::string KeptPages::stored_files(const std::string& path, bool taken_over) {
  std::string files;
  const auto append = [&](const std::string& name) {
    const ManifestEntry* made = m_writer.find(name);
    if (made == nullptr) return;
    const auto file = taken_over ? m_writer.store().find(name, *made)
                                 : m_writer.store().put(m_writer.output(), name, *made);
    if (file) append_file(files, *file);
  };
  append(path);
  for (const CompressedCopy& copy : compressed_copies(path, m_config)) append(copy.path);
  return files;
}

void KeptPages::append(std::string& out, const std::string& path, const MadePage& page) {
  const StandingPage* standing = page.taken_over;
  append_packed(out, standing != nullptr ? standing->key : page.key);
  append_packed(out, standing != nullptr ? standing->anchors : page.anchors);
  append_packed(out, page.origin);
  const bool may_be_taken_over = standing != nullptr || !page.key.empty() || !page.origin.empty();
  append_packed(out, may_be_taken_over ? stored_files(path, standing != nullptr) : std::string());
  append_packed(out, path);
}

}  // namespace gongshi
