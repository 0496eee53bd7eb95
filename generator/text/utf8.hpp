// UTF-8 as bytes: is this text well formed, and how many characters stand before a byte? No tables
// of Unicode are needed here; what needs them is in unicode.hpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

/// Byte offset of the first byte that is no well-formed UTF-8 (overlong forms and surrogates count
/// as ill-formed), or nothing if all of `text` is well formed.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// One decoded character and its length in bytes; `length` is 0 at the end of `text`.
/// `text` must be well formed from `offset` on.
struct Character {
  char32_t code = 0;
  std::size_t length = 0;
};
Character character_at(std::string_view text, std::size_t offset);

/// Number of characters (code points) in well-formed `text`.
std::size_t count_characters(std::string_view text);

/// Appends `code` to `text` as UTF-8.
void append_utf8(std::string& text, char32_t code);

}  // namespace gongshi
