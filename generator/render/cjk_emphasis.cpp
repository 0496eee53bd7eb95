#include "render/cjk_emphasis.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "text/character_set.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kMark = "\xEE\x80\x80";  // U+E000
constexpr std::u32string_view kOpening = U"“‘（《〈「『【〔〖([{<";
constexpr std::u32string_view kClosing = U"”’）》〉」』】〕〗)]}>，。、；：！？,.;:!?…—·％%";

bool is_one_of(char32_t code, std::u32string_view set) { return set.find(code) != std::u32string_view::npos; }
bool is_digit(char32_t code) { return code >= '0' && code <= '9'; }

enum class Neighbour { edge, letter, punctuation };

// A cell of a table ends at | as a paragraph does at its last character.
Neighbour neighbour(char32_t code) {
  if (code == 0 || code == ' ' || code == '\t' || code == '\n' || code == '\r' || code == 0x3000 ||
      code == '|')
    return Neighbour::edge;
  return is_letter_or_digit(code) ? Neighbour::letter : Neighbour::punctuation;
}

constexpr CharacterSet kSigns("\\`*~|\n");  // with which step() has more to do than to take them over

std::size_t run_length(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find_first_not_of(text[offset], offset);
  return (end == std::string_view::npos ? text.size() : end) - offset;
}

bool is_blank_or_quote(std::string_view line) {
  return line.find_first_not_of(" \t\r>") == std::string_view::npos;
}

// Does the line begin something of its own, so that no emphasis reaches it from above?
bool begins_block(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t>");
  if (start == std::string_view::npos) return true;
  line.remove_prefix(start);
  if (line.starts_with("```") || line.starts_with("~~~") || line.starts_with('#')) return true;
  if (line.starts_with("- ") || line.starts_with("+ ") || line.starts_with("* ")) return true;
  const std::size_t digits = line.find_first_not_of("0123456789");
  return digits != 0 && digits != std::string_view::npos && (line[digits] == '.' || line[digits] == ')');
}

class Marker {
 public:
  explicit Marker(std::string_view body) : m_body(body) { find_backtick_runs(); }

  MarkedText mark() {
    start_line();
    while (m_offset < m_body.size()) step();
    return std::move(m_marked);
  }

 private:
  void find_backtick_runs() {
    for (std::size_t at = m_body.find('`'); at != std::string_view::npos;) {
      const std::size_t length = run_length(m_body, at);
      m_backticks[length].push_back(at);
      at = m_body.find('`', at + length);
    }
  }

  void start_line() {
    const std::string_view line = m_body.substr(m_offset, m_body.find('\n', m_offset) - m_offset);
    if (begins_block(line)) m_open = {};
    if (m_offset < m_paragraph_end) return;
    m_paragraph_end = m_offset;
    while (m_paragraph_end < m_body.size()) {
      const std::size_t end = std::min(m_body.find('\n', m_paragraph_end), m_body.size());
      if (is_blank_or_quote(m_body.substr(m_paragraph_end, end - m_paragraph_end))) break;
      m_paragraph_end = end + 1;
    }
  }

  void step() {
    const Character c = character_at(m_body, m_offset);
    if (c.code == '\\' && is_escapable(m_offset + 1)) {
      take(2, static_cast<char32_t>(m_body[m_offset + 1]));
    } else if (c.code == '`') {
      take(code_span_length(), '`');
    } else if (c.code == '*' || c.code == '~') {
      take_run(run_length(m_body, m_offset));
    } else if (c.code == '|' || c.code == '\n') {
      take(1, c.code);
      if (c.code == '|') m_open = {};
      if (c.code == '\n') start_line();
    } else {
      take_plain();
    }
  }

  // What says nothing of emphasis, up to the next sign that may.
  void take_plain() {
    const std::size_t end = kSigns.find(m_body, m_offset + 1);
    std::size_t last = end - 1;
    while (last > m_offset && (static_cast<unsigned char>(m_body[last]) & 0xC0U) == 0x80U) --last;
    take(end - m_offset, character_at(m_body, last).code);
  }

  [[nodiscard]] bool is_escapable(std::size_t offset) const {
    constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    return offset < m_body.size() && kPunctuation.find(m_body[offset]) != std::string_view::npos;
  }

  // Length of the code span that begins here, or of the run of backticks if it is none.
  [[nodiscard]] std::size_t code_span_length() const {
    const std::size_t length = run_length(m_body, m_offset);
    const auto same = m_backticks.find(length);
    if (same == m_backticks.end()) return length;  // the rest of a run whose first one is escaped
    const auto closing = std::upper_bound(same->second.begin(), same->second.end(), m_offset);
    const bool is_span = closing != same->second.end() && *closing < m_paragraph_end;
    return is_span ? *closing + length - m_offset : length;
  }

  void take_run(std::size_t length) {
    const char sign = m_body[m_offset];
    Side side = Side::none;
    if (sign == '*' || length == 2) {
      bool& open = m_open[sign == '~' ? 0 : std::min<std::size_t>(length, m_open.size() - 1)];
      side = decide(m_before, character_at(m_body, m_offset + length).code, open);
    }
    if (side == Side::before) put_mark();
    take(length, static_cast<char32_t>(sign));
    if (side == Side::after) put_mark();
  }

  enum class Side { none, before, after };

  // Which side of a run needs the mark; keeps `open`, whether a run of this length waits for its end.
  static Side decide(char32_t before, char32_t after, bool& open) {
    const Neighbour left = neighbour(before);
    const Neighbour right = neighbour(after);
    const bool ascii_only = before < 0x80 && after < 0x80;
    if (left == Neighbour::edge || right == Neighbour::edge) {
      open = left == Neighbour::edge && right != Neighbour::edge;
      return Side::none;
    }
    if (left == right) {
      if (!is_digit(before) || !is_digit(after)) open = !open;
      return Side::none;
    }
    if (left == Neighbour::punctuation) {  // opens by itself
      const bool closes = open && !is_one_of(before, kOpening);
      open = !closes;
      return closes && !ascii_only ? Side::before : Side::none;
    }
    if (open) {  // closes by itself
      open = false;
      return Side::none;
    }
    open = !is_one_of(after, kClosing);
    return open && !ascii_only ? Side::after : Side::none;
  }

  void put_mark() {
    m_marked.marks.push_back(m_marked.text.size());
    m_marked.text += kMark;
  }

  void take(std::size_t length, char32_t last) {
    m_marked.text += m_body.substr(m_offset, length);
    m_offset += length;
    m_before = last;
  }

  std::string_view m_body;
  std::map<std::size_t, std::vector<std::size_t>> m_backticks;  // offsets of runs, by their length
  std::size_t m_offset = 0;
  std::size_t m_paragraph_end = 0;
  char32_t m_before = 0;
  std::array<bool, 4> m_open{};  // by length of the run; 0 is ~~
  MarkedText m_marked;
};

}  // namespace

std::size_t MarkedText::original_offset(std::size_t offset) const {
  const auto before = std::lower_bound(marks.begin(), marks.end(), offset) - marks.begin();
  return offset - static_cast<std::size_t>(before) * kMark.size();
}

MarkedText mark_cjk_emphasis(std::string_view body) { return Marker(body).mark(); }

std::string without_marks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(kMark, at), text.size());
    out += text.substr(at, next - at);
    at = next + kMark.size();
  }
  return out;
}

}  // namespace gongshi
