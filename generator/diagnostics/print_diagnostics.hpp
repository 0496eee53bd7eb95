// The one function that words and lays out a finding: place, text, code, the source line with a
// caret, the related place, and the cure.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "diagnostics/diagnostic.hpp"

namespace gongshi {

/// The whole text of a source, and whether its lines may be shown. Lines of withheld records are not
/// quoted when the output is no terminal, nor what is in a message from them; their places still are.
struct SourceLines {
  std::string text;
  bool quote = true;
};

/// Gives a source, or nothing if it can't be had any more.
using SourceText = std::function<std::optional<SourceLines>(std::uint32_t file)>;

enum class DiagnosticFormat : std::uint8_t {
  text,        ///< place, text and code; the line with a caret; related place; cure
  short_text,  ///< place, text and code on one line
};

struct PrintStyle {
  Language language = Language::zh;
  DiagnosticFormat format = DiagnosticFormat::text;
  bool colour = false;  ///< with the escapes of a terminal
};

/// `text` with {1}, {2} … replaced by the arguments; {n} of which there is no argument stays.
std::string word(std::string_view text, const std::vector<Argument>& arguments, Language language);

/// All findings, in order, each ended by a line break. A caret stands under the column by display
/// width; a long line is cut around it.
std::string print_diagnostics(const std::vector<Diagnostic>& diagnostics, const SourceNames& names,
                              const SourceText& source_text, const PrintStyle& style);

}  // namespace gongshi
