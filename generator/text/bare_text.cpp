#include "text/bare_text.hpp"

#include <algorithm>
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

/// What the marks of Chinese sentences fold to, full width ones included, less what is dropped: every
/// sentence has some, and asking ICU each time costs more than all the rest. Null for any other character.
const std::string* folded_mark(char32_t code) {
  constexpr std::size_t kBlock = 256;  // U+3000 and U+FF00
  static const auto kFolded = [] {
    std::array<std::string, 2 * kBlock> table;
    for (std::size_t i = 0; i < kBlock; ++i) {
      append_folded(table[i], static_cast<char32_t>(0x3000 + i));
      append_folded(table[kBlock + i], static_cast<char32_t>(0xFF00 + i));
    }
    for (std::string& folded : table) std::erase_if(folded, is_dropped);
    return table;
  }();
  const char32_t block = code & ~char32_t{0xFF};
  if (block != 0x3000 && block != 0xFF00) return nullptr;
  return &kFolded[(block == 0x3000 ? 0 : kBlock) + (code & 0xFFU)];
}

/// A buffer that is as large as the text from the start: almost every character folds to one of its size.
class BareWriter {
 public:
  explicit BareWriter(std::size_t expected) : m_out(expected + kRoom, '\0') {}

  /// Writes what the character or the escapes at `at` stand for; what follows is at the value given back.
  std::size_t write(std::string_view text, std::size_t at) {
    const std::size_t plain_end = write_plain(text, at);
    if (plain_end != at) return plain_end;
    return write_one(text, at);
  }

  /// The same for no more than one character, or for escapes that belong together.
  std::size_t write_one(std::string_view text, std::size_t at) {
    if (begins_escape(text[at])) {
      const std::size_t end = write_escapes(text, at);
      if (end != at) return end;
    }
    return write_character(text, at);
  }

  [[nodiscard]] std::size_t size() const { return m_size; }
  [[nodiscard]] bool seen_no_character() const { return m_odd >= 0x80; }
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
  // The same for what stands for itself, bytes that no character begins with among them, which compressed
  // data is full of; what begins an escape or a longer character has to be looked at.
  static constexpr char kLookedAt = '\x7F';
  static constexpr std::array<char, 256> kPlain = [] {
    std::array<char, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) {
      const char c = static_cast<char>(byte);
      const bool begins_character = byte >= 0xC2 && byte < 0xF5;
      table[byte] = begins_escape(c) || begins_character ? kLookedAt : byte < 0x80 ? kAscii[byte] : c;
    }
    return table;
  }();

  static bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
  }

  // Of the blocks that nothing folds.
  static bool is_han(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead >= 0xE5 && lead <= 0xE9 && continues(text, at + 1) && continues(text, at + 2);
  }

  static bool is_dropped_backslash(std::string_view text, std::size_t at) {
    return text[at] == '\\' && (at + 1 == text.size() || text[at + 1] != 'u');
  }

  // Nearly all of every text: ASCII, and Han, which nothing folds. Kept in registers, since this is most of
  // what a search for withheld values costs.
  std::size_t write_plain(std::string_view text, std::size_t at) {
    char* out = m_out.data() + m_size;
    unsigned odd = m_odd;
    while (at < text.size()) {
      const auto byte = static_cast<unsigned char>(text[at]);
      const char plain = kPlain[byte];
      if (plain != kLookedAt) {
        *out = plain;
        out += plain == kDropped ? 0 : 1;
        odd |= byte |
               static_cast<unsigned char>(byte - 1);  // its highest bit is set by NUL and what is not ASCII
        ++at;
      } else if (is_han(text, at)) {
        out = std::copy_n(text.data() + at, 3, out);
        at += 3;
      } else if (is_dropped_backslash(text, at)) {
        ++at;
      } else if (byte >= 0x80 && !continues(text, at + 1)) {
        *out++ = text[at++];
        odd = 0x80;
      } else {
        break;
      }
    }
    m_size = static_cast<std::size_t>(out - m_out.data());
    m_odd = odd;
    return at;
  }

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
      if (lead == 0) m_odd = 0x80;
      m_out[m_size] = kAscii[lead];
      m_size += kAscii[lead] == kDropped ? 0 : 1;
      return at + 1;
    }
    const std::size_t length = sound_length(text.substr(at));
    if (length == 0) {
      m_odd = 0x80;
      m_out[m_size++] = c;
      return at + 1;
    }
    write_folded(character_at(text, at).code, length);
    return at + length;
  }

  void write_folded(char32_t code, std::size_t length) {
    const std::string* const mark = folded_mark(code);
    if (mark != nullptr) return append(*mark, length);
    std::string folded;
    append_folded(folded, code);
    std::erase_if(folded, is_dropped);
    append(folded, length);
  }

  void append(const std::string& folded, std::size_t length) {
    if (folded.size() > length) m_out.resize(m_out.size() + folded.size());
    std::copy(folded.begin(), folded.end(), m_out.data() + m_size);
    m_size += folded.size();
  }

  std::string m_out;
  std::size_t m_size = 0;
  unsigned m_odd = 0;  // 0x80 and more once there was a byte that belongs to no character, or NUL
};

}  // namespace

std::string bare_text(std::string_view bytes, std::vector<std::size_t>* places) {
  BareWriter out(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    at = places == nullptr ? out.write(bytes, at) : out.write_one(bytes, at);
    if (places != nullptr) places->resize(out.size(), from);
  }
  return out.take();
}

BareReading read_bare(std::string_view bytes) {
  BareWriter out(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) at = out.write(bytes, at);
  const bool is_text = !out.seen_no_character();
  return {out.take(), is_text};
}

bool may_be_in_utf8_text(std::string_view bytes) {
  constexpr std::size_t kLongest = 4;
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
  std::size_t at = 0;
  while (at < bytes.size() && at < kLongest - 1 && continues(bytes[at])) ++at;
  while (at < bytes.size()) {
    if (bytes[at] == '\0') return false;
    // What is cut off at the end may go on as it should.
    std::string rest(bytes.substr(at, kLongest));
    rest.resize(kLongest, '\x80');
    const std::size_t length = sound_length(rest);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace gongshi
