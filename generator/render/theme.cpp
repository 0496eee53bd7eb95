#include "render/theme.hpp"

#include <array>
#include <map>

#include "model/type_words.hpp"
#include "parse/parse_yaml.hpp"
#include "parse/source_guard.hpp"
#include "text/packed.hpp"
#include "text/sha256.hpp"

namespace gongshi {
namespace {

constexpr std::uint64_t kLargestAsset = std::uint64_t{10} << 20U;
constexpr std::string_view kTemplateSuffix = ".mustache";
constexpr std::string_view kStringsSuffix = ".yaml";
// All that a page may ask for, whether or not this site has such a page today.
constexpr std::array<std::string_view, 37> kRequiredTemplates = {
    "layout",           "feeds/robots",      "feeds/sitemap",  "feeds/sitemap_index", "pages/about",
    "pages/bulletin",   "pages/cause",       "pages/check",    "pages/consultation",  "pages/data",
    "pages/data_table", "pages/duties",      "pages/feedback", "pages/flow",          "pages/home",
    "pages/index",      "pages/institution", "pages/item",     "pages/items",         "pages/lookback",
    "pages/not_found",  "pages/objective",   "pages/opinion",  "pages/oversight",     "pages/phase",
    "pages/plan",       "pages/plans",       "pages/poll",     "pages/record",        "pages/report",
    "pages/search",     "pages/site_map",    "pages/survey",   "pages/table",         "pages/trace",
    "pages/unit",       "pages/units"};

using WordMap = std::map<std::string, std::string, std::less<>>;

/// The words of one language, with the place of each.
struct LanguageFile {
  std::string language;
  std::uint32_t file = 0;
  WordMap words;
};

class ThemeLoader {
 public:
  ThemeLoader(FileSystem& files, const std::string& folder, const std::string& name, SourceNames& names,
              Diagnostics& diagnostics)
      : m_files(files), m_folder(folder), m_name(name), m_names(names), m_diagnostics(diagnostics) {}

  std::vector<TemplateSource> templates() {
    std::vector<TemplateSource> sources;
    for (const std::string& path : list("templates")) {
      if (!path.ends_with(kTemplateSuffix)) continue;
      const std::uint32_t file = add_name(path);
      auto text = read_source(m_files, m_folder, path, file, m_diagnostics);
      constexpr std::size_t kPrefix = std::string_view("templates/").size();
      if (text) m_text += *text + "\n";
      if (text)
        sources.push_back(
            {path.substr(kPrefix, path.size() - kPrefix - kTemplateSuffix.size()), *std::move(text), file});
    }
    return sources;
  }

  std::vector<LanguageFile> languages() {
    std::vector<LanguageFile> all;
    for (const std::string& path : list("strings")) {
      if (!path.ends_with(kStringsSuffix)) continue;
      constexpr std::size_t kPrefix = std::string_view("strings/").size();
      LanguageFile language{
          path.substr(kPrefix, path.size() - kPrefix - kStringsSuffix.size()), add_name(path), {}};
      const auto text = read_source(m_files, m_folder, path, language.file, m_diagnostics);
      const auto document = text ? parse_yaml(*text, {language.file, 0}, m_diagnostics) : std::nullopt;
      if (document) flatten(document->root(), "", language.words);
      for (const auto& [key, words] : language.words) m_text += words + "\n";
      all.push_back(std::move(language));
    }
    return all;
  }

  std::vector<ThemeAsset> assets() {
    std::vector<ThemeAsset> all;
    for (const std::string& path : list("assets")) {
      all.push_back({path, m_files.read(m_folder, path, kLargestAsset)});
      m_text += path + "\n" + all.back().bytes + "\n";
    }
    return all;
  }

  std::string take_text() { return std::move(m_text); }

  void report_missing(Argument what) {
    m_diagnostics.add_at_place("theme-missing", m_name, {m_name, std::move(what)});
  }

 private:
  // All regular files below `sub`, as paths below the theme's folder, in byte order a folder.
  std::vector<std::string> list(const std::string& sub) {
    std::vector<std::string> paths;
    const auto status = m_files.status(m_folder + "/" + sub);
    if (!status || status->kind != FileKind::folder) return paths;
    for (const DirectoryEntry& entry : m_files.list(m_folder + "/" + sub)) {
      const std::string path = sub + "/" + entry.name;
      if (entry.name.starts_with('.')) continue;
      if (entry.kind == FileKind::folder) {
        for (std::string& inner : list(path)) paths.push_back(std::move(inner));
      } else if (entry.kind == FileKind::regular) {
        paths.push_back(path);
      } else {
        m_diagnostics.add_at_place("source-symlink", m_name + "/" + path, {entry.name});
      }
    }
    return paths;
  }

  std::uint32_t add_name(const std::string& path) {
    return m_names.add(m_name + "/" + path, m_folder + "/" + path);
  }

  void flatten(const Document::Node& mapping, const std::string& prefix, WordMap& words) {
    for (Document::Node key = mapping.first(); key.valid(); key = key.next().next()) {
      const Document::Node value = key.next();
      const std::string name = prefix + std::string(key.text());
      if (value.kind() == Document::Kind::mapping) {
        flatten(value, name + ".", words);
      } else if (value.kind() == Document::Kind::scalar) {
        words.emplace(name, value.text());
      } else {
        m_diagnostics.add("empty-value", value.position(), {name});
      }
    }
  }

  FileSystem& m_files;
  const std::string& m_folder;
  const std::string& m_name;
  SourceNames& m_names;
  Diagnostics& m_diagnostics;
  std::string m_text;
};

std::string hash_of(const std::vector<TemplateSource>& templates, const WordMap& words) {
  std::string all;
  for (const TemplateSource& source : templates) {
    append_packed(all, source.name);
    append_packed(all, source.text);
  }
  for (const auto& [key, text] : words) {
    append_packed(all, key);
    append_packed(all, text);
  }
  return sha256(all);
}

// What one language says, every other says too.
void compare_languages(const std::vector<LanguageFile>& languages, Diagnostics& diagnostics) {
  for (const LanguageFile& one : languages) {
    for (const LanguageFile& other : languages) {
      for (const auto& [key, words] : one.words) {
        if (!other.words.contains(key))
          diagnostics.add("template-unknown-word", {other.file, 0}, {key, Term{}});
      }
    }
  }
}

std::string_view language_name(const SiteConfig& config) {
  const std::span<const ChoiceWord> all = choices(PageLanguage{});
  return all[config.language.given() ? config.language.index : 0].key;
}

}  // namespace

std::optional<Theme> load_theme(FileSystem& files, const std::string& folder, const std::string& name,
                                const SiteConfig& config, SourceNames& names, Diagnostics& diagnostics) {
  ThemeLoader loader(files, folder, name, names, diagnostics);
  if (!files.status(folder)) {
    loader.report_missing(Term{"整个文件夹", "its whole folder"});
    return std::nullopt;
  }
  const std::vector<TemplateSource> sources = loader.templates();
  std::vector<LanguageFile> languages = loader.languages();
  bool complete = true;
  for (const std::string_view wanted : kRequiredTemplates) {
    const auto has_name = [&](const TemplateSource& source) { return source.name == wanted; };
    if (std::any_of(sources.begin(), sources.end(), has_name)) continue;
    loader.report_missing("templates/" + std::string(wanted) + std::string(kTemplateSuffix));
    complete = false;
  }
  compare_languages(languages, diagnostics);
  const auto language = std::find_if(languages.begin(), languages.end(), [&](const LanguageFile& file) {
    return file.language == language_name(config);
  });
  if (language == languages.end()) {
    loader.report_missing("strings/" + std::string(language_name(config)) + std::string(kStringsSuffix));
    return std::nullopt;
  }
  if (!complete) return std::nullopt;
  Words words(std::move(language->words));
  auto templates = TemplateSet::load(sources, words, diagnostics);
  if (!templates) return std::nullopt;
  std::vector<ThemeAsset> assets = loader.assets();
  std::string hash = hash_of(sources, words.all());
  return Theme(*std::move(templates), std::move(words), std::move(assets), loader.take_text(),
               std::move(hash));
}

}  // namespace gongshi
