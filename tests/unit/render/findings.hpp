// Findings as short lines a test can compare: "2:5 markdown-link".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "diagnostics/print_diagnostics.hpp"

namespace gongshi::testing {

using Lines = std::vector<std::string>;

/// "line:column code" of each finding, sorted, in a source whose text is `text`.
inline Lines findings(const Diagnostics& diagnostics, std::string_view text) {
  Lines lines;
  for (const Diagnostic& diagnostic : diagnostics.sorted()) {
    const LineColumn at = line_column(text, diagnostic.at.offset);
    lines.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
                    std::string(diagnostic.message->code));
  }
  return lines;
}

/// The words of each finding in English.
inline Lines wordings(const Diagnostics& diagnostics) {
  Lines lines;
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    lines.push_back(word(diagnostic.message->text.en, diagnostic.arguments, Language::en));
  return lines;
}

/// The cure of each finding in Chinese.
inline Lines cures(const Diagnostics& diagnostics) {
  Lines lines;
  for (const Diagnostic& diagnostic : diagnostics.sorted())
    lines.push_back(word(diagnostic.message->cure.zh, diagnostic.arguments, Language::zh));
  return lines;
}

}  // namespace gongshi::testing
