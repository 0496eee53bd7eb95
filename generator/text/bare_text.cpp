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

constexpr bool begins_escape(char c) { return c == '&' || c == '\\' || c == '%'; }

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

/// A buffer that is as large as the text from the start: almost every character folds to one of its size.
class BareWriter {
 public:
  explicit BareWriter(std::size_t expected) : m_out(expected + kRoom, '\0') {}

  /// Writes what the character or the escapes at `at` stand for; what follows is at the value given back.
  std::size_t write(std::string_view text, std::size_t at) {
    if (begins_escape(text[at])) {
      const std::size_t end = write_escapes(text, at);
      if (end != at) return end;
    }
    return write_character(text, at);
  }

  [[nodiscard]] std::size_t size() const { return m_size; }
  std::string take() {
    m_out.resize(m_size);
    return std::move(m_out);
  }

 private:
  static constexpr std::size_t kRoom = 8;
  static constexpr char kDropped = '\0';
  static constexpr std::array<char, 128> kAscii = [] {
    std::array<char, 128> table{};
    for (std::size_t code = 1; code < table.size(); ++code) {
      const char c = static_cast<char>(code);
      table[code] = is_dropped(c) ? kDropped : c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return table;
  }();

  // Escapes in a row belong together: three of %E6%95%B4 are one character.
  std::size_t write_escapes(std::string_view text, std::size_t at) {
    std::string meant;
    while (at < text.size() && begins_escape(text[at])) {
      const Escape escape = escape_at(text.substr(at));
      if (escape.length == 0) break;
      meant += escape.text;
      at += escape.length;
    }
    for (std::size_t i = 0; i < meant.size();) i = write_character(meant, i);
    return at;
  }

  std::size_t write_character(std::string_view text, std::size_t at) {
    const char c = text[at];
    const auto lead = static_cast<unsigned char>(c);
    if (lead < 0x80) {
      m_out[m_size] = kAscii[lead];
      m_size += kAscii[lead] == kDropped ? 0 : 1;
      return at + 1;
    }
    const std::size_t length = sound_length(text.substr(at));
    if (length == 0) {
      m_out[m_size++] = c;
      return at + 1;
    }
    // Most characters are Han, which nothing folds.
    if (length == 3 && lead >= 0xE5 && lead <= 0xE9) {
      for (std::size_t i = 0; i < 3; ++i) m_out[m_size++] = text[at + i];
    } else {
      write_folded(character_at(text, at).code, length);
    }
    return at + length;
  }

  void write_folded(char32_t code, std::size_t length) {
    std::string folded;
    append_folded(folded, code);
    if (folded.size() > length) m_out.resize(m_out.size() + folded.size());
    for (const char byte : folded) {
      if (!is_dropped(byte)) m_out[m_size++] = byte;
    }
  }

  std::string m_out;
  std::size_t m_size = 0;
};

}  // namespace

std::string bare_text(std::string_view bytes, std::vector<std::size_t>* places) {
  BareWriter out(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    at = out.write(bytes, at);
    if (places != nullptr) places->resize(out.size(), from);
  }
  return out.take();
}

}  // namespace gongshi
