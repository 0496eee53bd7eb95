// The apostrophe that keeps a spreadsheet from taking text of a CSV file for a formula: put there by export,
// taken away by import.
#pragma once

#include <string>
#include <string_view>

#include "text/csv_text.hpp"

namespace gongshi {

inline std::string with_apostrophe(std::string text) {
  return may_be_formula(text) || text.starts_with('\'') ? "'" + text : text;
}

inline std::string_view without_apostrophe(std::string_view text) {
  if (text.starts_with("'") && (may_be_formula(text.substr(1)) || text.substr(1).starts_with("'")))
    text.remove_prefix(1);
  return text;
}

}  // namespace gongshi
