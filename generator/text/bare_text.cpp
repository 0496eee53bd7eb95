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

std::string fold(char32_t code) {
  std::string folded;
  append_folded(folded, code);
  std::erase_if(folded, is_dropped);
  return folded;
}

/// What the letters below U+0800 and the marks of Chinese sentences fold to, full width ones included. Every
/// sentence has some of them, and compressed data what looks like them; to ask ICU each time would cost more
/// than all the rest.
class FoldedCharacters {
 public:
  struct Folded {
    std::array<char, 3> bytes{};
    std::uint8_t size = kLonger;
  };

  FoldedCharacters() {
    for (char32_t code = 0; code < kLetters; ++code) put(m_all[code], code, 2);
    for (std::size_t i = 0; i < kBlocks.size() * kInBlock; ++i)
      put(m_all[kLetters + i], kBlocks[i / kInBlock] + static_cast<char32_t>(i % kInBlock), 3);
  }

  /// Null if it is none of them, or longer folded than it is.
  [[nodiscard]] const Folded* find(char32_t code) const {
    if (code < kLetters) return known(m_all[code]);
    for (std::size_t block = 0; block < kBlocks.size(); ++block) {
      if (code - kBlocks[block] < kInBlock)
        return known(m_all[kLetters + block * kInBlock + (code - kBlocks[block])]);
    }
    return nullptr;
  }

 private:
  static constexpr std::uint8_t kLonger = 0xFF;
  static constexpr std::size_t kLetters = 0x800;
  static constexpr std::size_t kInBlock = 0x100;
  static constexpr std::array<char32_t, 3> kBlocks = {0x2000, 0x3000, 0xFF00};

  static void put(Folded& entry, char32_t code, std::size_t length) {
    const std::string folded = fold(code);
    if (folded.size() > length) return;
    std::copy(folded.begin(), folded.end(), entry.bytes.begin());
    entry.size = static_cast<std::uint8_t>(folded.size());
  }
  static const Folded* known(const Folded& entry) { return entry.size == kLonger ? nullptr : &entry; }

  std::array<Folded, kLetters + kBlocks.size() * kInBlock> m_all;
};

constexpr bool begins_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xC2 && byte < 0xF5;
}

// Of a character of the blocks of Han, which nothing folds.
constexpr bool begins_han(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xE4 && byte < 0xEA;
}

// Of those that are in no text.
constexpr bool is_control(char c) { return c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r'; }

/// Writes over what is in `room`, as large as the text from the start: almost every character folds to one of
/// its size.
class BareWriter {
 public:
  BareWriter(std::string& room, std::size_t expected) : m_out(room), m_needed(expected + kRoom) {
    make_room();
  }

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

 private:
  static constexpr std::size_t kRoom = 8;
  // What a byte by itself stands for, in the lowest byte, and what is to be done with it.
  static constexpr std::uint16_t kKept = 0x100;
  static constexpr std::uint16_t kLookedAt = 0x200;  // begins an escape or a character that may fold
  static constexpr std::array<std::uint16_t, 256> kBytes = [] {
    std::array<std::uint16_t, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
      const char c = static_cast<char>(i);
      const bool upper = c >= 'A' && c <= 'Z';
      std::uint16_t entry = static_cast<unsigned char>(upper ? static_cast<char>(c + ('a' - 'A')) : c);
      if (begins_escape(c) || (begins_character(c) && !begins_han(c))) entry |= kLookedAt;
      if (i != 0 && !is_dropped(c)) entry |= kKept;
      table[i] = entry;
    }
    return table;
  }();
  static std::uint16_t entry_of(char c) { return kBytes[static_cast<unsigned char>(c)]; }

  static bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
  }

  // Most of what would begin an escape is none, by the byte behind it.
  static bool may_be_escape(std::string_view text, std::size_t at) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (text[at] == '\\') return next == 'u';
    if (text[at] == '&') return next == '#' || (next >= 'a' && next <= 'z');
    return (next >= '0' && next <= '9') || (next >= 'A' && next <= 'F') || (next >= 'a' && next <= 'f');
  }

  // Bytes that stand for themselves, which is most of every text: bytes that no character begins with among
  // them, which compressed data is full of. Kept in registers, since this is most of what a search for
  // withheld values costs.
  struct Progress {
    const char* from;
    char* out;
  };
  static Progress write_bytes(Progress done, const char* end) {
    constexpr std::size_t kAtOnce = 4;
    while (static_cast<std::size_t>(end - done.from) >= kAtOnce) {
      std::array<unsigned, kAtOnce> entries{};
      unsigned all = 0;
      for (std::size_t i = 0; i < kAtOnce; ++i) all |= entries[i] = entry_of(done.from[i]);
      if ((all & kLookedAt) != 0) break;
      for (const unsigned entry : entries) {
        *done.out = static_cast<char>(entry);
        done.out += entry / kKept;
      }
      done.from += kAtOnce;
    }
    for (; done.from != end; ++done.from) {
      const unsigned entry = entry_of(*done.from);
      if ((entry & kLookedAt) != 0) break;
      *done.out = static_cast<char>(entry);
      done.out += entry / kKept;
    }
    return done;
  }

  // Nearly all of every text: such bytes, and what is known to fold.
  std::size_t write_plain(std::string_view text, std::size_t at) {
    Progress done{text.data() + at, m_out.data() + m_size};
    const char* const end = text.data() + text.size();
    for (done = write_bytes(done, end); done.from != end; done = write_bytes(done, end)) {
      at = static_cast<std::size_t>(done.from - text.data());
      if (begins_escape(text[at]) ? !may_be_escape(text, at) : !continues(text, at + 1)) {
        *done.out = text[at];
        done.out += is_dropped(text[at]) ? 0 : 1;
        ++done.from;
      } else if (const FoldedCharacters::Folded* folded = find_folded(text, at); folded != nullptr) {
        std::copy(folded->bytes.begin(), folded->bytes.end(), done.out);  // of which no more may be meant
        done.out += folded->size;
        done.from += static_cast<unsigned char>(text[at]) < 0xE0 ? 2 : 3;
      } else {
        break;
      }
    }
    m_size = static_cast<std::size_t>(done.out - m_out.data());
    return static_cast<std::size_t>(done.from - text.data());
  }

  // Null where there is no character that is known.
  static const FoldedCharacters::Folded* find_folded(std::string_view text, std::size_t at) {
    static const FoldedCharacters folded;
    const auto lead = static_cast<unsigned char>(text[at]);
    if (!begins_character(text[at]) || lead >= 0xF0 || !continues(text, at + 1)) return nullptr;
    const auto bits = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]) & 0x3FU; };
    if (lead < 0xE0) return folded.find(((lead & 0x1FU) << 6U) | bits(1));
    if (!continues(text, at + 2)) return nullptr;
    return folded.find(((lead & 0x0FU) << 12U) | (bits(1) << 6U) | bits(2));
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
      const std::uint16_t entry = entry_of(c);
      m_out[m_size] = static_cast<char>(entry);
      m_size += (entry & kKept) != 0 ? 1 : 0;
      return at + 1;
    }
    const std::size_t length = sound_length(text.substr(at));
    if (length == 0) {
      m_out[m_size++] = c;
      return at + 1;
    }
    write_folded(character_at(text, at).code, length);
    return at + length;
  }

  void write_folded(char32_t code, std::size_t length) {
    const std::string folded = fold(code);
    if (folded.size() > length) {
      m_needed += folded.size();
      make_room();
    }
    std::copy(folded.begin(), folded.end(), m_out.data() + m_size);
    m_size += folded.size();
  }

  void make_room() {
    if (m_out.size() < m_needed) m_out.resize(m_needed);
  }

  std::string& m_out;
  std::size_t m_needed;  // of it, if all that follows is as long as it was
  std::size_t m_size = 0;
};

}  // namespace

std::string bare_text(std::string_view bytes, std::vector<std::size_t>* places) {
  std::string text;
  BareWriter out(text, bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t from = at;
    at = places == nullptr ? out.write(bytes, at) : out.write_one(bytes, at);
    if (places != nullptr) places->resize(out.size(), from);
  }
  text.resize(out.size());
  return text;
}

std::string_view bare_text(std::string_view bytes, std::string& room) {
  BareWriter out(room, bytes.size());
  for (std::size_t at = 0; at < bytes.size();) at = out.write(bytes, at);
  return std::string_view(room).substr(0, out.size());
}

// Each byte by itself, and without a branch, so that a compiler takes sixteen at a time.
bool is_utf8_text(std::string_view bytes) {
  constexpr std::size_t kBefore = 3;  // bytes that tell whether one is to go on with a character
  const auto is_wrong = [](const char* at) {
    const auto byte = static_cast<unsigned char>(at[0]);
    const auto first_before = static_cast<unsigned char>(at[-1]);
    const auto second_before = static_cast<unsigned char>(at[-2]);
    const auto third_before = static_cast<unsigned char>(at[-3]);
    const bool goes_on = (byte & 0xC0U) == 0x80;
    const bool is_to = first_before >= 0xC0 || second_before >= 0xE0 || third_before >= 0xF0;
    return goes_on != is_to || is_control(at[0]) || byte == 0xC0 || byte == 0xC1 || byte >= 0xF5;
  };
  const auto are_wrong = [&](std::string_view text) {
    unsigned char wrong = 0;
    for (std::size_t i = kBefore; i < text.size(); ++i)
      wrong = static_cast<unsigned char>(wrong | (is_wrong(text.data() + i) ? 1U : 0U));
    return wrong != 0;
  };
  // What stands before the first and behind the last byte goes on with nothing.
  const std::string blanks(kBefore, ' ');
  const std::string first = blanks + std::string(bytes.substr(0, kBefore));
  const std::string last = blanks + std::string(bytes.substr(bytes.size() - std::min(bytes.size(), kBefore)));
  return !are_wrong(first) && !are_wrong(bytes) && !are_wrong(last.substr(last.size() - kBefore) + blanks);
}

bool may_be_in_utf8_text(std::string_view bytes) {
  constexpr std::size_t kLongest = 4;
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
  std::size_t at = 0;
  while (at < bytes.size() && at < kLongest - 1 && continues(bytes[at])) ++at;
  while (at < bytes.size()) {
    if (is_control(bytes[at])) return false;
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
