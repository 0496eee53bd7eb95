// The templates of a theme, compiled, and pages made from them. template_set.cpp is the only file that
// includes the Mustache library. The library never sees the text of a template or a value to look into:
// it gets a program of numbered tags, and asks for each by its number.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "render/template_source.hpp"
#include "views/view_value.hpp"
#include "views/words.hpp"

namespace gongshi {

/// Turns a body into HTML on its way into a page.
using MarkdownToHtml = std::function<std::string(const Markdown&)>;

class TemplateSet {
 public:
  /// Compiles all of `sources`; those below parts/ are there to be included. Nothing, and findings, if
  /// any has an error, used or not.
  static std::optional<TemplateSet> load(std::vector<TemplateSource> sources, const Words& words,
                                         Diagnostics& diagnostics);

  /// The page that template `name` makes of `page`. Nothing, and findings, if the template asks for
  /// what the view lacks or has otherwise. Safe to call from several threads.
  [[nodiscard]] std::optional<std::string> render(std::string_view name, const ViewObject& page,
                                                  const MarkdownToHtml& markdown_to_html,
                                                  Diagnostics& diagnostics) const;

  [[nodiscard]] bool has(std::string_view name) const { return m_templates.find(name) != m_templates.end(); }

  TemplateSet(const TemplateSet&) = delete;
  TemplateSet& operator=(const TemplateSet&) = delete;
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;
  ~TemplateSet();

 private:
  class Compiled;
  TemplateSet();

  std::map<std::string, std::unique_ptr<Compiled>, std::less<>> m_templates;
};

}  // namespace gongshi
