// Findings as short words that a test can compare: `yaml-tab 2:1`, with the second place, if there is
// one, as ` (1:1)`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/print_diagnostics.hpp"

namespace gongshi::testing {

using Findings = std::vector<std::string>;

inline std::string where(std::string_view text, Position at) {
  const LineColumn place = line_column(text, at.offset);
  return std::to_string(place.line) + ":" + std::to_string(place.column);
}

/// All findings about the one source `text`, in order.
inline Findings listed(const Diagnostics& diagnostics, std::string_view text) {
  Findings all;
  for (const Diagnostic& finding : diagnostics.sorted()) {
    std::string line = finding.code() + " ";
    line += finding.at.known() ? where(text, finding.at) : finding.place;
    if (finding.related.known()) line += " (" + where(text, finding.related) + ")";
    all.push_back(std::move(line));
  }
  return all;
}

/// What the first finding says and how it is to be cured.
inline std::string words_of(const Diagnostics& diagnostics, Language language) {
  const auto all = diagnostics.sorted();
  if (all.empty()) return {};
  const Message& message = *all.front().message;
  return word(message.text.in(language), all.front().arguments, language) + " | " +
         word(message.cure.in(language), all.front().arguments, language);
}

}  // namespace gongshi::testing
