// A sink in front of another: beside a file that compresses well it writes the compressed ones that the site
// asks for (`precompressed:`), so that a server hands them out without work of its own.
#pragma once

#include <vector>

#include "model/site_config.hpp"
#include "write/site_sink.hpp"

namespace gongshi {

struct CompressedCopy {
  Compression way = Compression::gzip;
  std::string path;
};

/// The copies of a file that the site asks for. None of an attachment, which is handed out as it was given,
/// nor of what is compressed already.
std::vector<CompressedCopy> compressed_copies(const std::string& path, const SiteConfig& config);

class CompressingSink : public SiteSink {
 public:
  /// Both must outlive it.
  CompressingSink(const SiteConfig& config, SiteSink& behind) : m_config(config), m_behind(behind) {}

  /// One that would be no smaller is not written.
  void write(const std::string& path, std::string bytes) override;

 private:
  const SiteConfig& m_config;
  SiteSink& m_behind;
};

}  // namespace gongshi
