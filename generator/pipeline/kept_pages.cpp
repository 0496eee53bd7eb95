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

void append_file(std::string& out, const SiteWriter::StandingFile& file) {
  append_packed(out, file.path);
  append_packed(out, file.entry.bytes);
  append_packed(out, file.entry.sha256);
  append_packed(out, file.version.inode);
  append_packed(out, static_cast<std::uint64_t>(file.version.changed));
}

SiteWriter::StandingFile read_file(PackedReader& bytes) {
  SiteWriter::StandingFile file;
  file.path = bytes.text();
  file.entry.bytes = bytes.number();
  file.entry.sha256 = bytes.text();
  file.version.inode = bytes.number();
  file.version.changed = static_cast<std::int64_t>(bytes.number());
  return file;
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
  while (!bytes.rest().empty() && !bytes.broken()) {
    StandingPage page;
    page.key = bytes.text();
    page.links = bytes.text();
    const std::string_view path = bytes.text();
    for (std::uint64_t left = bytes.number(); left > 0 && !bytes.broken(); --left)
      page.files.push_back(read_file(bytes));
    if (!page.files.empty()) m_standing.emplace(path, std::move(page));
  }
}

std::optional<PageLinks> KeptPages::take_over(const std::string& path, std::string_view key) {
  const auto found = m_standing.find(path);
  if (found == m_standing.end() || found->second.key != key) return std::nullopt;
  const StandingPage& page = found->second;
  const auto stands = [&](const SiteWriter::StandingFile& file) { return m_writer.stands(file); };
  if (!std::all_of(page.files.begin(), page.files.end(), stands)) return std::nullopt;
  if (m_scan.has_needles()) m_scan.look_at(path, read(path));
  for (const SiteWriter::StandingFile& file : page.files) m_writer.take_over(file);
  const std::scoped_lock lock(m_mutex);
  m_pages.emplace(path, MadePage{std::string(key), std::string(page.links)});
  return unpack(page.links);
}

std::string KeptPages::read(const std::string& path) const {
  return m_writer.read(m_standing.at(path).files.front());
}

void KeptPages::add(const std::string& path, std::string key, const PageLinks& links) {
  MadePage page{std::move(key), pack(links)};
  const std::scoped_lock lock(m_mutex);
  m_pages.emplace(path, std::move(page));
}

std::string KeptPages::kept() const {
  std::string pages;
  for (const auto& [path, page] : m_pages) {
    std::vector<SiteWriter::StandingFile> files;
    if (auto file = m_writer.published(path)) files.push_back(*std::move(file));
    for (const CompressedCopy& copy : compressed_copies(path, m_config)) {
      if (auto file = m_writer.published(copy.path)) files.push_back(*std::move(file));
    }
    append_packed(pages, page.key);
    append_packed(pages, page.links);
    append_packed(pages, path);
    append_packed(pages, std::uint64_t{files.size()});
    for (const SiteWriter::StandingFile& file : files) append_file(pages, file);
  }
  return head_of(pages) + pages;
}

}  // namespace gongshi
