// Finds the real cause behind the YAML library's "illegal map value" and "end of map not found": a
// quote or bracket that was never closed, a full-width colon, a colon without its blank, a tab.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.hpp"

namespace gongshi {

/// A finding about `yaml` where the library stopped at byte `offset` with `words`. What it names is
/// the first known mistake on that line or the one before, else the library's own words.
Diagnostic explain_yaml_error(std::string_view yaml, std::size_t offset, std::string_view words,
                              Position start);

/// The bracket of `yaml` that is never closed, or nothing. The library takes what follows for a key.
std::optional<Diagnostic> explain_unclosed_bracket(std::string_view yaml, Position start);

/// The mistake behind a key without a value, `b:2` or `标题：值`, or nothing if the key is innocent.
/// `key` is the key's text, `at` its place.
std::optional<Diagnostic> explain_lone_key(std::string_view key, Position at);

}  // namespace gongshi
