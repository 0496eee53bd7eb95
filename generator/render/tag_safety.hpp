// May a value stand where a template puts it? Followed through a whole program: a section must begin
// and end at places that mean the same, so that the answer holds whatever is shown or left out.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "render/html_context.hpp"

namespace gongshi {

class TagSafety {
 public:
  /// Goes on over literal markup.
  void feed(std::string_view markup) { m_context.feed(markup); }

  /// What is wrong with escaped text here, or nothing.
  [[nodiscard]] std::optional<Term> fault_of_text() const;
  /// What is wrong with markup here, or nothing.
  [[nodiscard]] std::optional<Term> fault_of_html() const;
  /// Would text here decide where a link leads?
  [[nodiscard]] bool is_address() const;

  void begin_section() { m_sections.push_back(m_context); }
  /// What is wrong with a section that ends here, or nothing.
  std::optional<Term> end_section();

 private:
  HtmlContext m_context;
  std::vector<HtmlContext> m_sections;
};

}  // namespace gongshi
