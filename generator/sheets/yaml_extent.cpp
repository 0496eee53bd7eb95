#include "sheets/yaml_extent.hpp"

#include <algorithm>

namespace gongshi {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n";

std::size_t blanks_before(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string_view::npos ? line.size() : first;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(kBlanks) == std::string_view::npos; }

}  // namespace

bool YamlExtent::in_brackets(const Document::Node& node) const {
  const char first = node.position().offset < m_yaml.size() ? m_yaml[node.position().offset] : '\0';
  return (node.kind() == Document::Kind::mapping && first == '{') ||
         (node.kind() == Document::Kind::list && first == '[');
}

std::size_t YamlExtent::start_of_line(std::size_t offset) const {
  const std::size_t newline = offset == 0 ? std::string_view::npos : m_yaml.rfind('\n', offset - 1);
  if (newline != std::string_view::npos) return newline + 1;
  return m_yaml.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

std::size_t YamlExtent::next_line(std::size_t offset) const {
  const std::size_t newline = m_yaml.find('\n', offset);
  return newline == std::string_view::npos ? m_yaml.size() : newline + 1;
}

std::string_view YamlExtent::line_at(std::size_t start) const {
  return m_yaml.substr(start, next_line(start) - start);
}

std::size_t YamlExtent::column_of(const Document::Node& node) const {
  const std::size_t offset = node.position().offset;
  return offset - start_of_line(offset);
}

std::optional<std::size_t> YamlExtent::end_of(const Document::Node& node, std::size_t indent,
                                              bool within_brackets) const {
  const std::size_t start = node.position().offset;
  if (node.kind() == Document::Kind::null) return std::nullopt;
  if (node.kind() == Document::Kind::scalar) return end_of_scalar(start, indent, within_brackets);
  if (in_brackets(node)) return end_of_brackets(start);
  Document::Node last = node.first();
  if (!last.valid()) return std::nullopt;
  while (last.next().valid()) last = last.next();
  return end_of(last, column_of(node), false);
}

std::size_t YamlExtent::end_of_scalar(std::size_t start, std::size_t indent, bool within_brackets) const {
  if (start >= m_yaml.size()) return m_yaml.size();
  const char first = m_yaml[start];
  if (first == '"' || first == '\'') return end_of_quoted(start);
  if (!within_brackets && (first == '|' || first == '>')) return end_of_block_text(start, indent);
  return end_of_plain(start, indent, within_brackets);
}

std::size_t YamlExtent::end_of_quoted(std::size_t start) const {
  const char quote = m_yaml[start];
  for (std::size_t at = start + 1; at < m_yaml.size(); ++at) {
    if (quote == '"' && m_yaml[at] == '\\') {
      ++at;
    } else if (m_yaml[at] == quote) {
      if (quote == '"' || at + 1 >= m_yaml.size() || m_yaml[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return m_yaml.size();
}

std::size_t YamlExtent::end_of_brackets(std::size_t start) const {
  std::size_t open = 0;
  for (std::size_t at = start; at < m_yaml.size(); ++at) {
    const char c = m_yaml[at];
    const char before = at > start ? m_yaml[at - 1] : ' ';
    const bool opens_value =
        before == ' ' || before == '[' || before == '{' || before == ',' || before == '\n';
    if ((c == '"' || c == '\'') && opens_value) {
      at = end_of_quoted(at) - 1;
    } else if (c == '#' && (before == ' ' || before == '\n')) {
      at = next_line(at) - 1;
    } else if (c == '[' || c == '{') {
      ++open;
    } else if ((c == ']' || c == '}') && --open == 0) {
      return at + 1;
    }
  }
  return m_yaml.size();
}

// All further lines that are further in, up to the last that is not blank.
std::size_t YamlExtent::end_of_block_text(std::size_t start, std::size_t indent) const {
  std::size_t end = next_line(start);
  for (std::size_t line = end; line < m_yaml.size(); line = next_line(line)) {
    if (is_blank(line_at(line))) continue;
    if (blanks_before(line_at(line)) <= indent) break;
    end = next_line(line);
  }
  while (end > start && (m_yaml[end - 1] == '\n' || m_yaml[end - 1] == '\r')) --end;
  return end;
}

std::size_t YamlExtent::end_of_plain_line(std::size_t start, bool within_brackets) const {
  std::size_t end = start;
  while (end < m_yaml.size() && m_yaml[end] != '\n') {
    const char c = m_yaml[end];
    if (c == '#' && end > start && (m_yaml[end - 1] == ' ' || m_yaml[end - 1] == '\t')) break;
    if (within_brackets && std::string_view(",[]{}").find(c) != std::string_view::npos) break;
    ++end;
  }
  while (end > start && kBlanks.find(m_yaml[end - 1]) != std::string_view::npos) --end;
  return end;
}

// Goes on in lines that are further in, until one is a comment or, in brackets, until the value ends.
std::size_t YamlExtent::end_of_plain(std::size_t start, std::size_t indent, bool within_brackets) const {
  std::size_t end = end_of_plain_line(start, within_brackets);
  for (std::size_t line = next_line(end); line < m_yaml.size(); line = next_line(line)) {
    if (!is_blank(m_yaml.substr(end, line - end))) break;  // a comment or the value's end stands behind it
    if (is_blank(line_at(line))) continue;
    const std::size_t first = line + blanks_before(line_at(line));
    if (m_yaml[first] == '#' || (!within_brackets && first - line <= indent)) break;
    const std::size_t line_end = end_of_plain_line(first, within_brackets);
    if (line_end == first) break;
    end = line_end;
  }
  return end;
}

}  // namespace gongshi
