// A theme as it is used: its templates compiled, its words in the site's language, its assets.
//
//   templates/**/*.mustache   named by their path: pages/record; those below parts/ are included
//   strings/<language>.yaml   the same keys for every language
//   assets/**                 copied as they are
#pragma once

#include <string>
#include <vector>

#include "files/file_system.hpp"
#include "model/site_config.hpp"
#include "render/template_set.hpp"

namespace gongshi {

struct ThemeAsset {
  std::string path;  ///< in the site: assets/…
  std::string bytes;
};

class Theme {
 public:
  Theme(TemplateSet templates, Words words, std::vector<ThemeAsset> assets, std::string text,
        std::string hash)
      : m_templates(std::move(templates)),
        m_words(std::move(words)),
        m_assets(std::move(assets)),
        m_text(std::move(text)),
        m_hash(std::move(hash)) {}

  [[nodiscard]] const TemplateSet& templates() const { return m_templates; }
  [[nodiscard]] const Words& words() const { return m_words; }
  [[nodiscard]] const std::vector<ThemeAsset>& assets() const { return m_assets; }
  /// All that the theme says: its templates, words and assets as they were read.
  [[nodiscard]] const std::string& text() const { return m_text; }
  /// SHA-256 of what pages are made with: templates and words, each with its name.
  [[nodiscard]] const std::string& hash() const { return m_hash; }

 private:
  TemplateSet m_templates;
  Words m_words;
  std::vector<ThemeAsset> m_assets;
  std::string m_text;
  std::string m_hash;
};

/// Reads the theme in `folder`, whose files are entered into `names` as `name`/…; nothing, and
/// findings, if it has errors. IoError for what is the disk's fault.
std::optional<Theme> load_theme(FileSystem& files, const std::string& folder, const std::string& name,
                                const SiteConfig& config, SourceNames& names, Diagnostics& diagnostics);

}  // namespace gongshi
