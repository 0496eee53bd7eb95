#include "text/yaml_text.hpp"

#include <algorithm>

namespace gongshi {
namespace {

constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`";

bool is_null_word(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool can_be_plain(std::string_view text, bool in_brackets) {
  if (text.empty() || is_null_word(text)) return false;
  if (text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  const bool dash = text.front() == '-' || text.front() == '?' || text.front() == ':';
  if (kIndicators.find(text.front()) != std::string_view::npos &&
      (!dash || in_brackets || text.size() == 1 || text[1] == ' '))
    return false;
  if (text.starts_with("---") || text.starts_with("...")) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (in_brackets && text.find_first_of(",[]{}:") != std::string_view::npos) return false;
  return std::none_of(text.begin(), text.end(), is_control);
}

}  // namespace

std::string yaml_scalar(std::string_view text, bool in_brackets) {
  return can_be_plain(text, in_brackets) ? std::string(text) : yaml_quoted(text);
}

std::string yaml_quoted(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (is_control(c)) {
      const auto byte = static_cast<unsigned char>(c);
      out += "\\x";
      out += kHex[byte >> 4U];
      out += kHex[byte & 0xFU];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string yaml_block(std::string_view text, std::size_t indent, std::string_view line_end) {
  const auto strange = [](char c) { return is_control(c) && c != '\n'; };
  if (text.empty() || text.front() == ' ' || text.front() == '\n' ||
      std::any_of(text.begin(), text.end(), strange))
    return {};
  if (text.find(" \n") != std::string_view::npos || text.back() == ' ') return {};
  const bool ended = text.back() == '\n';
  if (text.ends_with("\n\n")) return {};
  std::string out(ended ? "|" : "|-");
  if (ended) text.remove_suffix(1);
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    out += line_end;
    if (end > start) out += std::string(indent, ' ') + std::string(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

}  // namespace gongshi
