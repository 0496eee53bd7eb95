#include "text/html_escape.hpp"

#include "text/character_set.hpp"

namespace gongshi {
namespace {

std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

constexpr CharacterSet kWithEntity("&<>\"'");
constexpr CharacterSet kPercentEncoded =
    CharacterSet("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/").complement();

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t written = 0;
  for (std::size_t at = kWithEntity.find(text); at < text.size(); at = kWithEntity.find(text, written)) {
    out.append(text, written, at - written).append(entity_of(text[at]));
    written = at + 1;
  }
  out.append(text, written);
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_escaped(out, text);
  return out;
}

std::string percent_encode_path(std::string_view path) {
  std::string out;
  append_percent_encoded(out, path);
  return out;
}

void append_percent_encoded(std::string& out, std::string_view path) {
  constexpr char kHex[] = "0123456789ABCDEF";
  out.reserve(out.size() + path.size());
  std::size_t written = 0;
  for (std::size_t at = kPercentEncoded.find(path); at < path.size();
       at = kPercentEncoded.find(path, written)) {
    const auto byte = static_cast<unsigned char>(path[at]);
    out.append(path, written, at - written).append({'%', kHex[byte >> 4U], kHex[byte & 0x0FU]});
    written = at + 1;
  }
  out.append(path, written);
}

}  // namespace gongshi
