// Text as it reads once what different writers do to it is undone, so that one value looks the same in
// HTML, JSON, CSV, an address or a calendar: what two texts are compared by when nothing may hide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// Undoes entities (&#25972; &#x6574; &amp; &lt; &gt; &quot; &apos;), \u escapes and percent-encoding, each
/// once; folds compatibility forms, full width and letter case (NFKC_Casefold, character by character);
/// drops NUL, blanks, line breaks, quotes, backslashes, '_' and '~'. Bytes that are no UTF-8 stay as they
/// are.
/// `places`, if given, gets for each byte of the result its offset in `bytes`.
std::string bare_text(std::string_view bytes, std::vector<std::size_t>* places = nullptr);

/// The same in `room`, which grows as it must and is best used again: what was in it does not matter.
std::string_view bare_text(std::string_view bytes, std::string& room);

/// Do all bytes belong to characters of UTF-8, and are there no control characters but tabs and line ends?
bool is_utf8_text(std::string_view bytes);

/// May these bytes be anywhere within such a text? They may begin and end within a character.
bool may_be_in_utf8_text(std::string_view bytes);

}  // namespace gongshi
