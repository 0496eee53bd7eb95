// Splits a record's file into its YAML and, for a .md file, the Markdown below it.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.hpp"

namespace gongshi {

struct FrontMatter {
  std::string_view yaml;
  Position yaml_at;
  std::string_view body;
  Position body_at;
};

/// Splits `text`, the whole of a .md file, at its two lines `---`. Nothing, and a finding, if one of
/// them is missing. Line ends may be LF or CRLF; a byte order mark is skipped.
std::optional<FrontMatter> split_front_matter(std::string_view text, std::uint32_t file,
                                              Diagnostics& diagnostics);

}  // namespace gongshi
