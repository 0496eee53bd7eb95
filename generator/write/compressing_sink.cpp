#include "write/compressing_sink.hpp"

#include <algorithm>
#include <array>

#include "files/compress.hpp"
#include "publish/routes.hpp"

namespace gongshi {
namespace {

bool compresses(std::string_view path) {
  constexpr std::array<std::string_view, 10> kTexts = {".html", ".css", ".js",  ".json", ".jsonld",
                                                       ".csv",  ".xml", ".svg", ".txt",  ".ics"};
  return !path.starts_with(kAttachmentFolder) &&
         std::any_of(kTexts.begin(), kTexts.end(), [&](std::string_view end) { return path.ends_with(end); });
}

}  // namespace

std::vector<CompressedCopy> compressed_copies(const std::string& path, const SiteConfig& config) {
  std::vector<CompressedCopy> copies;
  if (!compresses(path)) return copies;
  for (const Compression way : {Compression::gzip, Compression::brotli}) {
    const std::string_view ending = choices(way)[static_cast<std::size_t>(way)].key;
    if (config.compresses(way)) copies.push_back({way, path + "." + std::string(ending)});
  }
  return copies;
}

void CompressingSink::write(const std::string& path, std::string bytes) {
  for (const CompressedCopy& copy : compressed_copies(path, m_config)) {
    std::string compressed = copy.way == Compression::brotli ? brotli(bytes) : gzip(bytes);
    if (compressed.size() < bytes.size()) m_behind.write(copy.path, std::move(compressed));
  }
  m_behind.write(path, std::move(bytes));
}

}  // namespace gongshi
