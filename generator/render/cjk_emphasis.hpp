// Makes emphasis work in Chinese. CommonMark decides by blanks and punctuation whether ** opens or
// closes, so **“中文”**后 shows its asterisks. An invisible mark (U+E000, which no source may hold)
// put between the run and the punctuation turns the decision; it is taken out again after parsing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// A text with marks put in, and where they are.
struct MarkedText {
  std::string text;
  std::vector<std::size_t> marks;  ///< offsets in `text`, ascending

  /// The offset in the text as it was, for one in `text`.
  [[nodiscard]] std::size_t original_offset(std::size_t offset) const;
};

/// `body`, which is UTF-8 without U+E000, with a mark at each run of * or ~~ that stands between a
/// letter and punctuation, is meant to open or close there, and would not.
MarkedText mark_cjk_emphasis(std::string_view body);

/// Takes all marks out of `text`.
std::string without_marks(std::string_view text);

}  // namespace gongshi
