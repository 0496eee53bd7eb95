#include "text/bare_text.hpp"

#include <array>
#include <charconv>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr bool is_dropped(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == '"' || c == '\'' || c == '\\' || c == '_' || c == '~';
}

constexpr std::array<bool, 256> kStopsPlainRun = [] {
  std::array<bool, 256> stops{};
  for (const char c : {'&', '\\', '%'}) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}();

/// What an escape stands for, and how many bytes it takes; 0 where there is none.
struct Escape {
  std::string text;
  std::size_t length = 0;
};

std::size_t read_number(std::string_view digits, int base, unsigned& value) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return error == std::errc() ? static_cast<std::size_t>(end - digits.data()) : 0;
}

void append_code(Escape& escape, unsigned code) {
  if (code != 0 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF)) append_utf8(escape.text, code);
}

Escape entity_at(std::string_view rest) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kNamed = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
  for (const auto& [name, character] : kNamed) {
    if (rest.starts_with(name)) return {std::string(1, character), name.size()};
  }
  Escape escape;
  if (!rest.starts_with("&#")) return escape;
  const bool hex = rest.substr(2).starts_with("x") || rest.substr(2).starts_with("X");
  const std::size_t begin = hex ? 3 : 2;
  unsigned code = 0;
  const std::size_t digits = read_number(rest.substr(begin, 8), hex ? 16 : 10, code);
  if (digits == 0) return escape;
  append_code(escape, code);
  escape.length = begin + digits;
  if (rest.substr(escape.length).starts_with(";")) ++escape.length;
  return escape;
}

Escape backslash_at(std::string_view rest) {
  Escape escape;
  unsigned code = 0;
  if (!rest.starts_with("\\u") || read_number(rest.substr(2, 4), 16, code) != 4) return escape;
  escape.length = 6;
  unsigned low = 0;
  if (code >= 0xD800 && code < 0xDC00 && rest.substr(6).starts_with("\\u") &&
      read_number(rest.substr(8, 4), 16, low) == 4 && low >= 0xDC00 && low < 0xE000) {
    code = 0x10000 + ((code - 0xD800) << 10U) + (low - 0xDC00);
    escape.length = 12;
  }
  append_code(escape, code);
  return escape;
}

Escape percent_at(std::string_view rest) {
  unsigned byte = 0;
  if (rest.size() < 3 || read_number(rest.substr(1, 2), 16, byte) != 2) return {};
  return {std::string(1, static_cast<char>(byte)), 3};
}

Escape escape_at(std::string_view rest) {
  if (rest.front() == '&') return entity_at(rest);
  if (rest.front() == '\\') return backslash_at(rest);
  return percent_at(rest);
}

/// `bytes` without escapes; where each byte came from, if that is wanted.
std::string without_escapes(std::string_view bytes, std::vector<std::size_t>* places) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t end = at;
    while (end < bytes.size() && !kStopsPlainRun[static_cast<unsigned char>(bytes[end])]) ++end;
    out.append(bytes.substr(at, end - at));
    for (; places != nullptr && at < end; ++at) places->push_back(at);
    at = end;
    if (at == bytes.size()) break;
    Escape escape = escape_at(bytes.substr(at));
    if (escape.length == 0) escape = {std::string(1, bytes[at]), 1};
    out += escape.text;
    if (places != nullptr) places->insert(places->end(), escape.text.size(), at);
    at += escape.length;
  }
  return out;
}

// Length of the well-formed character that begins here, or 0.
std::size_t sound_length(std::string_view rest) {
  const auto lead = static_cast<unsigned char>(rest.front());
  std::size_t length = 1;
  if (lead >= 0x80) length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || length > rest.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(rest[i]) & 0xC0U) != 0x80) return 0;
  }
  return length;
}

void append_bare(std::string& out, std::string_view text, std::size_t& at) {
  const char c = text[at];
  const auto lead = static_cast<unsigned char>(c);
  if (lead < 0x80) {
    if (!is_dropped(c)) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    ++at;
    return;
  }
  const std::size_t length = sound_length(text.substr(at));
  if (length == 0) {
    out.push_back(c);
    ++at;
    return;
  }
  // Most characters are Han, which nothing folds.
  if (length == 3 && lead >= 0xE5 && lead <= 0xE9) {
    out.append(text.substr(at, 3));
  } else {
    std::string folded;
    append_folded(folded, character_at(text, at).code);
    for (const char byte : folded) {
      if (!is_dropped(byte)) out.push_back(byte);
    }
  }
  at += length;
}

}  // namespace

std::string bare_text(std::string_view bytes, std::vector<std::size_t>* places) {
  std::vector<std::size_t> origins;
  const bool escaped = bytes.find_first_of("&\\%") != std::string_view::npos;
  const std::string unescaped =
      escaped ? without_escapes(bytes, places == nullptr ? nullptr : &origins) : std::string();
  const std::string_view text = escaped ? std::string_view(unescaped) : bytes;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    append_bare(out, text, at);
    if (places != nullptr) places->resize(out.size(), escaped ? origins[from] : from);
  }
  return out;
}

}  // namespace gongshi
