// A finding with its words and its place worked out: what every format for other programs is made of.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/print_diagnostics.hpp"

namespace gongshi {

struct WordedPlace {
  std::string path;          ///< with `/`; empty where there is none
  std::uint32_t line = 0;    ///< from 1; 0 where the place is not in a text that can be read
  std::uint32_t column = 0;  ///< from 1, counting characters
};

struct WordedFinding {
  const Message* message = nullptr;
  std::string code;
  Severity severity = Severity::error;
  std::string text;
  std::string cure;     ///< may be empty
  WordedPlace at;       ///< or an output path or option as its path
  WordedPlace related;  ///< its path is empty if there is none
  std::string related_text;
};

/// In the order given. A source below `folder` (absolute) is named from there on, as other programs that
/// run in that folder name it; another one as findings call it.
std::vector<WordedFinding> word_findings(const std::vector<Diagnostic>& findings, const SourceNames& names,
                                         const SourceText& source_text, Language language,
                                         const std::string& folder);

}  // namespace gongshi
