#include "search/page_text.hpp"

#include <algorithm>

#include "text/html_reader.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kWithinLines[] = {"a",     "b",    "bdi",    "cite", "code", "em",   "i",
                                             "small", "span", "strong", "sub",  "sup",  "time", "mark"};

bool is_within_lines(std::string_view name) {
  return std::any_of(std::begin(kWithinLines), std::end(kWithinLines),
                     [&](std::string_view known) { return same_html_name(name, known); });
}

class Lines {
 public:
  void add(std::string_view markup) {
    const std::string text = decode_entities(markup);
    std::size_t word = 0;  // where it begins
    for (std::size_t offset = 0; offset < text.size();) {
      const Character c = character_at(text, offset);
      if (is_white_space(c.code)) {
        add_word({text.data() + word, offset - word});
        m_blank = true;
        word = offset + c.length;
      }
      offset += c.length;
    }
    add_word({text.data() + word, text.size() - word});
  }

  // The line is over; it goes to `lines`, if there is anything in it.
  void end(std::string& lines) {
    m_blank = false;
    if (m_line.empty()) return;
    lines += is_nfc(m_line) ? m_line : to_nfc(m_line);
    lines.push_back('\n');
    m_line.clear();
  }

 private:
  void add_word(std::string_view word) {
    if (word.empty()) return;
    if (m_blank && !m_line.empty()) m_line.push_back(' ');
    m_blank = false;
    m_line += word;
  }

  std::string m_line;
  bool m_blank = false;  // before the next word
};

// Keeps count of an element that is left out, through elements of the same name within it.
class LeftOut {
 public:
  [[nodiscard]] bool is_within() const { return m_depth > 0; }

  // True if the tag belongs to what is left out.
  bool takes(const HtmlTag& tag) {
    if (m_depth == 0) {
      if (tag.is_end || !tag.has("data-unsearched")) return false;
      m_name = tag.name;
    }
    if (tag.name == m_name) m_depth += tag.is_end ? -1 : 1;
    return true;
  }

 private:
  std::string_view m_name;
  int m_depth = 0;
};

}  // namespace

PageText page_text(std::string_view html) {
  PageText text;
  Lines lines;
  LeftOut left_out;
  bool in_main = false;
  bool behind_span = false;
  std::string* into = &text.head;
  HtmlReader reader(html);
  HtmlTag tag;
  while (reader.next(tag)) {
    if (in_main && !left_out.is_within()) lines.add(reader.text());
    const bool is_span = same_html_name(tag.name, "span");
    const bool is_next_span = behind_span && is_span && !tag.is_end && reader.text().empty();
    behind_span = is_span && tag.is_end;
    if (left_out.takes(tag) || (is_within_lines(tag.name) && !is_next_span)) continue;
    lines.end(*into);
    if (same_html_name(tag.name, "main")) in_main = !tag.is_end;
    if (!in_main || !same_html_name(tag.name, "h1")) continue;
    into = tag.is_end ? &text.body : &text.title;
  }
  if (text.title.ends_with('\n')) text.title.pop_back();
  std::replace(text.title.begin(), text.title.end(), '\n', ' ');
  return text;
}

}  // namespace gongshi
