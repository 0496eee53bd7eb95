// All templates of a theme, scanned, with everything checked that each says by itself: the parts and
// words that it names exist, and no part includes itself. Built once, while a theme is loaded.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "render/template_source.hpp"
#include "views/words.hpp"

namespace gongshi {

/// Where parts lie among the templates: {{> facts}} is the template parts/facts.
inline constexpr std::string_view kPartsFolder = "parts/";
inline constexpr std::string_view kWordsPrefix = "words.";

/// The hint that a name near to `typed` exists: “是不是‘x’？”, or nothing.
Term did_you_mean(std::string_view typed, std::span<const std::string_view> known);

class TemplateLibrary {
 public:
  struct Entry {
    const TemplateSource* source;
    std::vector<TemplatePiece> pieces;
    [[nodiscard]] bool is_part() const { return source->name.starts_with(kPartsFolder); }
  };

  /// Nothing, and findings, if anything is wrong. `sources` and `words` must outlive the library.
  static std::optional<TemplateLibrary> load(std::span<const TemplateSource> sources, const Words& words,
                                             Diagnostics& diagnostics);

  [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
  /// The part called `name`, or null.
  [[nodiscard]] const Entry* part(std::string_view name) const;
  [[nodiscard]] const Words& words() const { return *m_words; }

 private:
  explicit TemplateLibrary(const Words& words) : m_words(&words) {}

  std::vector<Entry> m_entries;
  const Words* m_words;
};

}  // namespace gongshi
