// Templates given as text, for a test.
#pragma once

#include <utility>

#include "render/template_set.hpp"
#include "unit/render/findings.hpp"

namespace gongshi::testing {

using Templates = std::vector<std::pair<std::string, std::string>>;

inline std::vector<TemplateSource> sources_of(const Templates& templates) {
  std::vector<TemplateSource> sources;
  for (const auto& [name, text] : templates)
    sources.push_back({name, text, static_cast<std::uint32_t>(sources.size())});
  return sources;
}

inline Words some_words() {
  return Words({{"hello", "您好 & <再见>"},
                {"items.count", "共 {count} 项"},
                {"braces", "{ } {} {a b} {名} {{count}}"},
                {"empty", ""}});
}

/// The findings of loading, each "name line:column code".
inline Lines load_findings(const Templates& templates, Diagnostics& diagnostics) {
  const auto set = TemplateSet::load(sources_of(templates), some_words(), diagnostics);
  if (set.has_value() == diagnostics.has_errors()) return {"load() and its findings disagree"};
  Lines lines;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const auto& [name, text] = templates[diagnostic.at.file];
    const LineColumn at = line_column(text, diagnostic.at.offset);
    lines.push_back(name + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                    std::string(diagnostic.message->code));
  }
  return lines;
}

inline Lines load_findings(const Templates& templates) {
  Diagnostics diagnostics;
  return load_findings(templates, diagnostics);
}

/// What the first template makes of `page`; where it fails, "!! line:column code: words" of each finding.
inline std::string page_of(const Templates& templates, const ViewObject& page) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::load(sources_of(templates), some_words(), diagnostics);
  const auto body_as_html = [](const Markdown& body) { return "<p>" + body.text + "</p>"; };
  if (set) {
    if (auto done = set->render(templates[0].first, page, body_as_html, diagnostics)) return *std::move(done);
  }
  std::string findings;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const LineColumn at = line_column(templates[diagnostic.at.file].second, diagnostic.at.offset);
    findings += "!! " + std::to_string(at.line) + ":" + std::to_string(at.column) + " ";
    findings += std::string(diagnostic.message->code) + ": ";
    findings += word(diagnostic.message->text.en, diagnostic.arguments, Language::en) + "\n";
  }
  return findings;
}

inline std::string page_of(std::string_view text, const ViewObject& page) {
  return page_of(Templates{{"page", std::string(text)}}, page);
}

/// An object from names and values.
inline ViewObject object(const std::vector<std::pair<std::string_view, ViewValue>>& members) {
  ViewObject made;
  for (const auto& [name, value] : members) made.set(name, value);
  return made;
}

}  // namespace gongshi::testing
