#include "render/html_context.hpp"

namespace gongshi {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

void keep_tail(std::string& tail, char c, std::size_t length) {
  tail.push_back(lower(c));
  if (tail.size() > length) tail.erase(0, tail.size() - length);
}

}  // namespace

void HtmlContext::feed(std::string_view markup) {
  for (const char c : markup) step(c);
}

void HtmlContext::step(char c) {
  switch (m_state) {
    case State::text:
      if (c == '<') m_state = State::opening;
      return;
    case State::opening:
      m_closing_tag = c == '/';
      m_tag.clear();
      if (c == '!' || c == '?') {
        m_tail.clear();
        m_state = State::declaration;
      } else if (m_closing_tag || is_letter(c)) {
        if (!m_closing_tag) m_tag.push_back(lower(c));
        m_state = State::tag_name;
      } else {
        m_state = c == '<' ? State::opening : State::text;
      }
      return;
    case State::declaration:
      if (m_tail.size() < 2) m_tail.push_back(c);  // <!-- is a comment, <!doctype and <?xml are not
      if (c == '>') m_state = State::text;
      if (m_tail == "--") {
        m_tail.clear();
        m_state = State::comment;
      }
      return;
    case State::comment:
      keep_tail(m_tail, c, 3);
      if (m_tail == "-->") m_state = State::text;
      return;
    case State::raw_text: {
      const std::string end = "</" + m_tag;
      keep_tail(m_tail, c, end.size());
      if (m_tail != end) return;
      m_closing_tag = true;
      m_state = State::in_tag;
      return;
    }
    default:
      step_in_tag(c);
  }
}

void HtmlContext::step_in_tag(char c) {
  if (c == '>' && m_state != State::quoted) return end_tag();
  switch (m_state) {
    case State::tag_name:
      if (is_blank(c) || c == '/') {
        if (!m_tag.empty() || is_blank(c)) m_state = State::in_tag;
      } else {
        m_tag.push_back(lower(c));
      }
      return;
    case State::in_tag:
      if (is_blank(c) || c == '/') return;
      if (c == '=' && !m_attribute.empty()) {
        m_state = State::before_value;
        return;
      }
      m_attribute.assign(1, lower(c));
      m_state = State::attribute_name;
      return;
    case State::attribute_name:
      if (c == '=') {
        m_state = State::before_value;
      } else if (is_blank(c) || c == '/') {
        m_state = State::in_tag;
      } else {
        m_attribute.push_back(lower(c));
      }
      return;
    default:
      step_in_value(c);
  }
}

void HtmlContext::step_in_value(char c) {
  switch (m_state) {
    case State::before_value:
      if (is_blank(c)) return;
      m_value.clear();
      m_quote = c;
      m_state = c == '"' || c == '\'' ? State::quoted : State::unquoted;
      return;
    case State::quoted:
      if (c != m_quote) {
        m_value.push_back(c);
        return;
      }
      break;
    default:  // an unquoted value
      if (!is_blank(c)) return;
  }
  m_state = State::in_tag;
  m_attribute.clear();
}

void HtmlContext::end_tag() {
  const bool holds_raw_text = !m_closing_tag && (m_tag == "script" || m_tag == "style");
  m_tail.clear();
  m_attribute.clear();
  m_state = holds_raw_text ? State::raw_text : State::text;
}

HtmlContext::Place HtmlContext::place() const {
  switch (m_state) {
    case State::text:
      return Place::text;
    case State::quoted:
      return Place::quoted_value;
    case State::before_value:
    case State::unquoted:
      return Place::unquoted_value;
    case State::declaration:
    case State::comment:
      return Place::comment;
    case State::raw_text:
      return Place::raw_text;
    default:
      return Place::tag;
  }
}

bool HtmlContext::matches(const HtmlContext& other) const {
  if (place() != other.place()) return false;
  if (place() == Place::quoted_value) return m_attribute == other.m_attribute && m_quote == other.m_quote;
  if (place() == Place::tag || place() == Place::raw_text) return m_tag == other.m_tag;
  return true;
}

}  // namespace gongshi
