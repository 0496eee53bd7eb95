// The one door through which YAML comes in, and the one file that includes yaml-cpp. The library's
// events are turned into our own tree at once; what it accepts silently and must not, is refused.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "parse/document.hpp"

namespace gongshi {

inline constexpr std::size_t kDeepestYaml = 32;
inline constexpr std::size_t kMostYamlValues = 100'000;

/// Parses `yaml`, whose first byte stands at `start` of its source; it has passed check_source_text.
/// Gives nothing if there is an error. Refused besides what is no YAML: a second document, aliases,
/// anchors, tags, merge keys, duplicate keys, keys that are no text, too many levels or values, and
/// an unclosed quote at the end, which the library would take. Empty text gives an empty mapping.
std::optional<Document> parse_yaml(std::string_view yaml, Position start, Diagnostics& diagnostics);

}  // namespace gongshi
