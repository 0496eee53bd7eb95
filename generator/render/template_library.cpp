#include "render/template_library.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "text/nearest_name.hpp"

namespace gongshi {
namespace {

using Entry = TemplateLibrary::Entry;

Position position(const Entry& entry, const TemplatePiece& piece) {
  return {entry.source->file, static_cast<std::uint32_t>(piece.offset)};
}

// Finds what the templates name and the theme lacks, and parts that include themselves.
class NameCheck {
 public:
  NameCheck(const TemplateLibrary& library, Diagnostics& diagnostics)
      : m_library(library), m_diagnostics(diagnostics) {
    for (const Entry& entry : library.entries()) {
      if (entry.is_part())
        m_parts.push_back(std::string_view(entry.source->name).substr(kPartsFolder.size()));
    }
    for (const auto& [key, text] : library.words().all()) m_word_keys.push_back(key);
  }

  bool check() {
    for (const Entry& entry : m_library.entries()) {
      for (const TemplatePiece& piece : entry.pieces) {
        if (piece.kind == TagKind::part) check_part(entry, piece);
        if (piece.kind == TagKind::variable && piece.content.starts_with(kWordsPrefix))
          check_word(entry, piece);
      }
    }
    for (const Entry& entry : m_library.entries()) follow(entry);
    return m_clean;
  }

 private:
  void check_part(const Entry& entry, const TemplatePiece& piece) {
    if (m_library.part(piece.content) != nullptr) return;
    report("template-unknown-partial", entry, piece,
           {std::string(piece.content), did_you_mean(piece.content, m_parts)});
  }

  void check_word(const Entry& entry, const TemplatePiece& piece) {
    const std::string_view key = piece.content.substr(kWordsPrefix.size());
    if (m_library.words().find(key) != nullptr) return;
    report("template-unknown-word", entry, piece, {std::string(key), did_you_mean(key, m_word_keys)});
  }

  // Goes through the parts of `entry`, each once. What is in m_path includes what comes now.
  void follow(const Entry& entry) {
    if (!m_followed.insert(&entry).second) return;
    m_path.push_back(&entry);
    for (const TemplatePiece& piece : entry.pieces) {
      const Entry* part = piece.kind == TagKind::part ? m_library.part(piece.content) : nullptr;
      if (part == nullptr) continue;
      const auto begun = std::find(m_path.begin(), m_path.end(), part);
      if (begun == m_path.end()) {
        follow(*part);
      } else {
        std::string chain;
        for (auto step = begun; step != m_path.end(); ++step) chain += (*step)->source->name + " → ";
        report("template-recursive-partial", entry, piece,
               {std::string(piece.content), chain + part->source->name});
      }
    }
    m_path.pop_back();
  }

  void report(Code code, const Entry& entry, const TemplatePiece& piece, std::vector<Argument> arguments) {
    m_clean = false;
    m_diagnostics.add(code, position(entry, piece), std::move(arguments));
  }

  const TemplateLibrary& m_library;
  Diagnostics& m_diagnostics;
  std::vector<std::string_view> m_parts;
  std::vector<std::string_view> m_word_keys;
  std::vector<const Entry*> m_path;
  std::set<const Entry*> m_followed;
  bool m_clean = true;
};

}  // namespace

Term did_you_mean(std::string_view typed, std::span<const std::string_view> known) {
  const std::string nearest(nearest_name(typed, known));
  if (nearest.empty()) return {};
  return {"是不是“" + nearest + "”？", "Did you mean `" + nearest + "`? "};
}

std::optional<TemplateLibrary> TemplateLibrary::load(std::span<const TemplateSource> sources,
                                                     const Words& words, Diagnostics& diagnostics) {
  TemplateLibrary library(words);
  bool clean = true;
  for (const TemplateSource& source : sources) {
    auto pieces = scan_template(source, diagnostics);
    clean = clean && pieces.has_value();
    library.m_entries.push_back({&source, pieces ? *std::move(pieces) : std::vector<TemplatePiece>{}});
  }
  clean = NameCheck(library, diagnostics).check() && clean;
  if (!clean) return std::nullopt;
  return library;
}

const TemplateLibrary::Entry* TemplateLibrary::part(std::string_view name) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
    return entry.is_part() && std::string_view(entry.source->name).substr(kPartsFolder.size()) == name;
  });
  return found == m_entries.end() ? nullptr : &*found;
}

}  // namespace gongshi
