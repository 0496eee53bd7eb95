#include "parse/yaml_mistakes.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace gongshi {
namespace {

constexpr std::string_view kFullWidthColon = "：";

struct Line {
  std::size_t start = 0;
  std::string_view text;
};

Line line_holding(std::string_view yaml, std::size_t offset) {
  offset = std::min(offset, yaml.size());
  const std::size_t before = offset == 0 ? std::string_view::npos : yaml.rfind('\n', offset - 1);
  const std::size_t start = before == std::string_view::npos ? 0 : before + 1;
  return {start, line_at(yaml, offset)};
}

Diagnostic finding(Code code, Position at, std::vector<Argument> arguments) {
  return {&code.message(), at, std::move(arguments), {}, {}, {}};
}

// Skips blanks and the dashes of list entries.
std::size_t content_start(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && (line[i] == ' ' || (line[i] == '-' && i + 1 < line.size() && line[i + 1] == ' ')))
    ++i;
  return i;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_word(std::string_view text) {
  return !text.empty() && text.find_first_of(" \"'{}[],#&*!|>%@`") == std::string_view::npos;
}

// `key：value`, `key:value` at the start of a line's content, or a tab in its indentation.
std::optional<Diagnostic> mistake_of_line(const Line& line, Position start) {
  const auto at = [&](std::size_t in_line) {
    return Position{start.file, static_cast<std::uint32_t>(start.offset + line.start + in_line)};
  };
  const std::size_t tab = line.text.find('\t');
  if (tab != std::string_view::npos && line.text.find_first_not_of(" \t-") > tab)
    return finding("yaml-tab", at(tab), {});
  const std::size_t from = content_start(line.text);
  const std::string_view content = line.text.substr(from);
  const std::size_t colon = content.find(':');
  const std::size_t wide = content.find(kFullWidthColon);
  if (wide != std::string_view::npos && wide < colon && is_word(content.substr(0, wide))) {
    return finding("yaml-full-width-colon", at(from + wide), {std::string(content.substr(0, wide))});
  }
  if (colon == std::string_view::npos || colon + 1 >= content.size() || content[colon + 1] == ' ')
    return std::nullopt;
  if (!is_word(content.substr(0, colon)) || content.substr(colon + 1).starts_with("//")) return std::nullopt;
  return finding("yaml-colon-space", at(from + colon),
                 {std::string(content.substr(0, colon)), std::string(trimmed(content.substr(colon + 1)))});
}

// Where a quoted scalar may begin: at the start of a line's content, or behind `: `, `- `, `[`, `{`, `,`.
bool opens_scalar(std::string_view yaml, std::size_t offset) {
  std::size_t i = offset;
  while (i > 0 && (yaml[i - 1] == ' ' || yaml[i - 1] == '\t')) --i;
  if (i == 0 || yaml[i - 1] == '\n') return true;
  const char before = yaml[i - 1];
  if (before == '[' || before == '{' || before == ',') return true;
  return (before == ':' || before == '-' || before == '?') && i < offset;
}

// The byte behind the closing quote, or npos if the quote at `offset` is never closed.
std::size_t behind_quote(std::string_view yaml, std::size_t offset) {
  const char quote = yaml[offset];
  for (std::size_t i = offset + 1; i < yaml.size(); ++i) {
    if (quote == '"' && yaml[i] == '\\') {
      ++i;
    } else if (yaml[i] == quote) {
      if (quote == '\'' && i + 1 < yaml.size() && yaml[i + 1] == '\'') {
        ++i;
      } else {
        return i + 1;
      }
    }
  }
  return std::string_view::npos;
}

// Where the comment or quoted scalar that begins at `offset` ends; `offset` itself if none does.
std::size_t behind_opaque(std::string_view yaml, std::size_t offset) {
  const char c = yaml[offset];
  if (c == '#' && (offset == 0 || yaml[offset - 1] == ' ' || yaml[offset - 1] == '\n'))
    return std::min(yaml.find('\n', offset), yaml.size());
  return (c == '"' || c == '\'') && opens_scalar(yaml, offset) ? behind_quote(yaml, offset) : offset;
}

std::optional<std::size_t> find_unclosed_quote(std::string_view yaml) {
  for (std::size_t i = 0; i < yaml.size();) {
    const std::size_t behind = behind_opaque(yaml, i);
    if (behind == std::string_view::npos) return i;
    i = behind == i ? i + 1 : behind;
  }
  return std::nullopt;
}

// The innermost bracket that is open at the end; a bracket in the middle of a text opens nothing.
std::optional<std::size_t> find_unclosed_bracket(std::string_view yaml) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < yaml.size();) {
    const std::size_t behind = behind_opaque(yaml, i);
    if (behind == std::string_view::npos) break;
    if ((yaml[i] == '[' || yaml[i] == '{') && opens_scalar(yaml, i)) open.push_back(i);
    if ((yaml[i] == ']' || yaml[i] == '}') && !open.empty()) open.pop_back();
    i = behind == i ? i + 1 : behind;
  }
  return open.empty() ? std::nullopt : std::optional(open.back());
}

// What the library says where a mistake has no code of its own; `before` is the line up to there.
Argument in_plain_words(std::string_view words, std::string_view before) {
  if (words == "illegal map value") {
    if (before.find(": ") != std::string_view::npos)
      return Term{"内容里又有冒号和空格；给整段内容加双引号",
                  "the text holds another colon and blank; put all of it in quotes"};
    return Term{"行首的空格与上面的没有对齐", "the blanks at its beginning are not in line with those above"};
  }
  if (words.starts_with("end of ") || words.starts_with("illegal block entry"))
    return Term{"行首的空格与上面的没有对齐", "the blanks at its beginning are not in line with those above"};
  if (words.starts_with("unknown escape"))
    return Term{"双引号里的 \\ 后面不能是这个字符；改用单引号",
                "no such character can follow \\ in double quotes; use single quotes"};
  return Term{"读到这里读不下去", "it makes no sense from here on"};
}

}  // namespace

Diagnostic explain_yaml_error(std::string_view yaml, std::size_t offset, std::string_view words,
                              Position start) {
  if (const auto quote = find_unclosed_quote(yaml)) {
    return finding("yaml-unclosed-quote", {start.file, static_cast<std::uint32_t>(start.offset + *quote)},
                   {std::string(1, yaml[*quote])});
  }
  const Line here = line_holding(yaml, offset);
  if (here.start > 0) {
    if (auto mistake = mistake_of_line(line_holding(yaml, here.start - 1), start)) return *std::move(mistake);
  }
  if (auto mistake = mistake_of_line(here, start)) return *std::move(mistake);
  if (auto bracket = explain_unclosed_bracket(yaml, start)) return *std::move(bracket);
  const std::size_t clamped = std::min(offset, yaml.size());
  return finding("yaml-syntax", {start.file, static_cast<std::uint32_t>(start.offset + clamped)},
                 {in_plain_words(words, here.text.substr(0, clamped - std::min(clamped, here.start)))});
}

std::optional<Diagnostic> explain_unclosed_bracket(std::string_view yaml, Position start) {
  const auto bracket = find_unclosed_bracket(yaml);
  if (!bracket) return std::nullopt;
  const std::string written(1, yaml[*bracket]);
  return finding(
      "yaml-syntax", {start.file, static_cast<std::uint32_t>(start.offset + *bracket)},
      {Term{"括号 " + written + " 只有一半", "the bracket " + written + " opened here is never closed"}});
}

std::optional<Diagnostic> explain_lone_key(std::string_view key, Position at) {
  return mistake_of_line({0, line_at(key, 0)}, at);
}

}  // namespace gongshi
