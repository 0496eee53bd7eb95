// What needs Unicode's tables: width on a terminal, case folding, normalisation, and telling which
// legacy encoding a file is in. The one place that includes ICU.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// Columns that well-formed `text` takes on a terminal: 2 for East Asian wide and full-width
/// characters, 0 for combining marks, 1 for the rest (UAX #11).
std::size_t display_width(std::string_view text);

/// Key under which two names collide on some file system: NFC, then full case folding.
std::string collision_key(std::string_view text);

/// Key under which two wordings are the same but for blanks, punctuation and width: NFKC, letters and digits
/// only.
std::string wording_key(std::string_view text);

/// Is `text` in Unicode normalisation form C?
bool is_nfc(std::string_view text);

/// Is the character a Han, kana, hangul or bopomofo character or CJK punctuation, between two of
/// which a line break in the source means no blank?
bool is_cjk(char32_t code);

/// Is the character a letter or digit of any script?
bool is_letter_or_digit(char32_t code);

/// Appends the character as NFKC_Casefold has it: compatibility forms, width and letter case are one, and
/// what is ignorable is gone.
void append_folded(std::string& text, char32_t code);

/// Has the character the property White_Space, as the ideographic and the unbreakable blank have?
bool is_white_space(char32_t code);

/// `text`, well-formed UTF-8, in Unicode normalisation form C.
std::string to_nfc(std::string_view text);

/// The character as searches compare it: as append_folded has it, then traditional Han characters as
/// simplified ones (ICU's Hant-Hans, character by character); empty for what is ignorable, null for what
/// stands for itself, as each character of a result does.
const std::u32string* search_fold(char32_t code);

/// What a browser does not do by itself when it drops what is ignorable and folds by NFKC, lower case and
/// NFKC again: of each character that this leaves alone and search_fold does not, the two, in order.
struct FoldedCharacter {
  char32_t code = 0;
  std::u32string_view folded;
};
const std::vector<FoldedCharacter>& folds_beyond_browser();

/// `text`, well-formed UTF-8, in GB18030 (of which GBK is a part).
std::string to_gb18030(std::string_view text);
/// The other way; only for bytes that looks_like_gb18030.
std::string from_gb18030(std::string_view bytes);

/// Does `bytes`, which is no UTF-8, decode without error as GB18030 (of which GBK is a part) and
/// hold Han characters?
bool looks_like_gb18030(std::string_view bytes);

}  // namespace gongshi
