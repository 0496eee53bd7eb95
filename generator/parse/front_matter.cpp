#include "parse/front_matter.hpp"

namespace gongshi {
namespace {

// Offset behind the line that starts at `start`.
std::size_t next_line(std::string_view text, std::size_t start) {
  const std::size_t newline = text.find('\n', start);
  return newline == std::string_view::npos ? text.size() : newline + 1;
}

bool is_fence(std::string_view text, std::size_t start) {
  std::string_view line = text.substr(start, next_line(text, start) - start);
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' '))
    line.remove_suffix(1);
  return line == "---";
}

}  // namespace

std::optional<FrontMatter> split_front_matter(std::string_view text, std::uint32_t file,
                                              Diagnostics& diagnostics) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const std::size_t start = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  if (!is_fence(text, start)) {
    diagnostics.add("front-matter-missing", {file, static_cast<std::uint32_t>(start)});
    return std::nullopt;
  }
  const std::size_t yaml = next_line(text, start);
  for (std::size_t line = yaml; line < text.size(); line = next_line(text, line)) {
    if (!is_fence(text, line)) continue;
    const std::size_t body = next_line(text, line);
    return FrontMatter{text.substr(yaml, line - yaml),
                       {file, static_cast<std::uint32_t>(yaml)},
                       text.substr(body),
                       {file, static_cast<std::uint32_t>(body)}};
  }
  diagnostics.add("front-matter-unclosed", {file, static_cast<std::uint32_t>(start)});
  return std::nullopt;
}

}  // namespace gongshi
