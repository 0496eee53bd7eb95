// Where in a body its parsed parts stand. The parser's columns are right on most lines and wrong after
// an escaped | in a table, on lines indented otherwise than their paragraph, and after a line break
// inside code or an address. So each is only a hint, checked against the text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gongshi {

/// Finds parts in the order of the document.
class EventPlaces {
 public:
  explicit EventPlaces(std::string_view source);

  /// The offset of line and column, both from 1, the column counting bytes.
  [[nodiscard]] std::size_t offset(int line, int column) const;
  /// The offset of `beginning`: at the hint if it stands there, else the next one from what was found
  /// last, else the hint.
  std::size_t find(int line, int column, std::string_view beginning);
  /// The same for a text, whose characters may be written as escapes and entities.
  std::size_t find_text(int line, int column, std::string_view shown);

 private:
  std::string_view m_source;
  std::vector<std::size_t> m_lines;
  std::size_t m_found = 0;
};

/// One byte of a text as it is shown, and where it stands in the source.
struct SourceByte {
  std::size_t offset = 0;
  bool escaped = false;  ///< written with a backslash
};

/// For every byte of `shown`, which begins at `start` of `source`, its place.
std::vector<SourceByte> align_text(std::string_view source, std::size_t start, std::string_view shown);

}  // namespace gongshi
