#include "diagnostics/position.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace gongshi {
namespace {

std::size_t line_start(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const std::size_t newline = text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

}  // namespace

std::string cell_name(std::uint32_t offset) {
  constexpr std::uint32_t kLetters = 26;
  std::string letters;
  for (std::uint32_t column = offset % kMostSheetColumns + 1; column > 0; column = (column - 1) / kLetters)
    letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % kLetters));
  return letters + std::to_string(offset / kMostSheetColumns + 1);
}

LineColumn line_column(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t start = line_start(text, offset);
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string_view before = text.substr(start, offset - start);
  if (start == 0 && before.starts_with(kByteOrderMark)) before.remove_prefix(kByteOrderMark.size());
  const auto lines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
  return {static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(count_characters(before) + 1)};
}

std::string_view line_at(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::size_t start = line_start(text, offset);
  std::size_t end = text.find('\n', start);
  if (end == std::string_view::npos) end = text.size();
  if (end > start && text[end - 1] == '\r') --end;
  return text.substr(start, end - start);
}

}  // namespace gongshi
