// The text of a template, cut into literal pieces and tags. All judgement on tags is ours, with exact
// places: the engine gets a program that cannot be wrong.
//
// Tags are {{name}}, {{{html}}}, {{#section}} {{^none}} {{/section}}, {{> part}}, {{words.key}} and
// {{! comment}}. A line that holds nothing but a section's tag, a part or a comment leaves no line
// behind. Changed delimiters, {{& }} and blanks inside names are refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace gongshi {

struct TemplateSource {
  std::string name;  ///< path below templates/ without extension: "pages/record", "parts/facts"
  std::string text;
  std::uint32_t file = 0;
};

enum class TagKind : std::uint8_t { literal, variable, html, section, inverted, end, part };

/// Views into the text of its source.
struct TemplatePiece {
  TagKind kind = TagKind::literal;
  std::string_view content;  ///< a literal's text, a tag's name
  std::size_t offset = 0;    ///< of the tag
  bool alone = false;        ///< the only thing on its line
};

/// The pieces of `source`, comments left out, or nothing and findings.
std::optional<std::vector<TemplatePiece>> scan_template(const TemplateSource& source,
                                                        Diagnostics& diagnostics);

}  // namespace gongshi
