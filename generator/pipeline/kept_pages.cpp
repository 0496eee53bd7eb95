#include "pipeline/kept_pages.hpp"

#include <algorithm>

#include "publish/routes.hpp"
#include "text/sha256.hpp"
#include "write/compressing_sink.hpp"

namespace gongshi {
namespace {

// Links as the page writes them, each once: those of its navigation come twice.
std::string pack(const PageLinks& found) {
  std::vector<std::string_view> urls = found.urls;
  std::sort(urls.begin(), urls.end());
  urls.erase(std::unique(urls.begin(), urls.end()), urls.end());
  std::string bytes;
  append_packed(bytes, std::uint64_t{urls.size()});
  for (const std::string_view url : urls) append_packed(bytes, url);
  append_packed(bytes, std::uint64_t{found.anchors.size()});
  for (const std::string& anchor : found.anchors) append_packed(bytes, anchor);
  append_packed(bytes, found.relative_to);
  return bytes;
}

PageLinks unpack(std::string_view packed) {
  PageLinks found;
  PackedReader bytes(packed);
  for (std::uint64_t left = bytes.number(); left > 0 && !bytes.broken(); --left)
    found.urls.push_back(bytes.text());
  for (std::uint64_t left = bytes.number(); left > 0 && !bytes.broken(); --left)
    found.anchors.emplace_back(bytes.text());
  found.relative_to = bytes.text();
  return found;
}

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

void append_file(std::string& out, const SiteWriter::StandingFile& file) {
  append_packed(out, file.path);
  append_packed(out, file.entry.bytes);
  append_packed(out, file.entry.sha256);
  append_packed(out, file.version.inode);
  append_packed(out, static_cast<std::uint64_t>(file.version.changed));
}

std::vector<SiteWriter::StandingFile> read_files(std::string_view packed) {
  std::vector<SiteWriter::StandingFile> files;
  PackedReader bytes(packed);
  while (!bytes.rest().empty() && !bytes.broken()) {
    SiteWriter::StandingFile& file = files.emplace_back();
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
    page.links = bytes.text();
    page.origin = bytes.text();
    page.files = bytes.text();
    m_standing.emplace(bytes.text(), page);
  }
}

void KeptPages::compare(std::string versions) {
  m_versions = std::move(versions);
  m_comparison.emplace(m_versions_then, m_versions);
}

std::optional<PageLinks> KeptPages::take_over_unseen(const PageJob& job) {
  const auto found = m_standing.find(job.path);
  if (found == m_standing.end() || !job.given || !m_comparison) return std::nullopt;
  auto origin = origin_now(found->second.origin, *job.given, *m_comparison);
  return origin ? take_over(job.path, found->second, *std::move(origin)) : std::nullopt;
}

std::optional<PageLinks> KeptPages::take_over(const PageJob& job, std::string_view key) {
  const auto found = m_standing.find(job.path);
  if (found == m_standing.end() || found->second.key != key) return std::nullopt;
  return take_over(job.path, found->second, {});
}

std::optional<PageLinks> KeptPages::take_over(const std::string& path, const StandingPage& page,
                                              std::string origin) {
  std::vector<SiteWriter::StandingFile> files = read_files(page.files);
  const auto stands = [&](const SiteWriter::StandingFile& file) { return m_writer.stands(file); };
  if (files.empty() || !std::all_of(files.begin(), files.end(), stands)) return std::nullopt;
  if (m_scan.has_needles()) m_scan.look_at(path, read(path));
  for (SiteWriter::StandingFile& file : files) m_writer.take_over(std::move(file));
  const std::scoped_lock lock(m_mutex);
  m_pages.emplace(path, MadePage{&page, {}, {}, std::move(origin)});
  return unpack(page.links);
}

std::string KeptPages::read(const std::string& path) const {
  return m_writer.read(read_files(m_standing.at(path).files).front());
}

void KeptPages::add(const PageJob& job, std::string key, const std::vector<ViewRead>& reads,
                    const PageLinks& links) {
  std::string origin = key.empty() ? pack(job.given.value(), reads) : std::string();
  MadePage page{nullptr, std::move(key), pack(links), std::move(origin)};
  const std::scoped_lock lock(m_mutex);
  m_pages.emplace(job.path, std::move(page));
}

std::string KeptPages::kept(const RunAll& run_all) const {
  std::vector<const std::string*> paths;
  paths.reserve(m_pages.size());
  for (const auto& [path, page] : m_pages) paths.push_back(&path);
  // The disk is asked on all cores; the rest is copying.
  const auto pieces = in_pieces<std::string>(paths.size(), run_all,
                                             [&](std::size_t from, std::size_t to, std::string& files) {
                                               for (std::size_t i = from; i < to; ++i)
                                                 append_packed(files, standing_files(*paths[i]));
                                             });
  std::string all = head_of({});
  const std::size_t head = all.size();
  append_packed(all, m_versions);
  auto page = m_pages.begin();
  for (const std::string& piece : pieces) {
    for (PackedReader files(piece); !files.rest().empty(); ++page)
      append(all, page->first, page->second, files.text());
  }
  return all.replace(0, head, head_of(std::string_view(all).substr(head)));
}

// The page and its compressed copies, as they were put in place.
std::string KeptPages::standing_files(const std::string& path) const {
  std::string files;
  const auto append = [&](const std::string& name) {
    if (const auto file = m_writer.published(name)) append_file(files, *file);
  };
  append(path);
  for (const CompressedCopy& copy : compressed_copies(path, m_config)) append(copy.path);
  return files;
}

void KeptPages::append(std::string& out, std::string_view path, const MadePage& page,
                       std::string_view files) {
  append_packed(out, page.taken_over != nullptr ? page.taken_over->key : page.key);
  append_packed(out, page.taken_over != nullptr ? page.taken_over->links : page.links);
  append_packed(out, page.origin);
  append_packed(out, files);
  append_packed(out, path);
}

}  // namespace gongshi
