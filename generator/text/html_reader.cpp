#include "text/html_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/character_set.hpp"
#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr CharacterSet kBlanks(" \t\r\n\f");
constexpr CharacterSet kEndsOfTagName(" \t\r\n\f/>");
constexpr CharacterSet kEndsOfAttributeName(" \t\r\n\f/>=");
constexpr CharacterSet kEndsOfBareValue(" \t\r\n\f>");

// Where the first character of the set stands, or the end. It is near: names are short.
std::size_t find_one_of(const CharacterSet& set, std::string_view text, std::size_t at) {
  while (at < text.size() && !set.holds(text[at])) ++at;
  return at;
}

bool is_blank(char c) { return kBlanks.holds(c); }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<char32_t> numeric_character(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return std::nullopt;
  return code;
}

std::optional<char32_t> entity_character(std::string_view name) {
  if (name.starts_with('#')) return numeric_character(name.substr(1));
  constexpr std::pair<std::string_view, char32_t> kNamed[] = {
      {"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}};
  for (const auto& [known, code] : kNamed) {
    if (name == known) return code;
  }
  return std::nullopt;
}

}  // namespace

std::string decode_entities(std::string_view text) {
  constexpr std::size_t kLongest = 10;  // &#x10FFFF;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t mark = std::min(text.find('&', i), text.size());
    out.append(text, i, mark - i);
    i = mark;
    if (i == text.size()) break;
    const std::string_view entity = text.substr(i + 1, kLongest);
    const std::size_t length = entity.find(';');
    const auto code =
        length == std::string_view::npos ? std::nullopt : entity_character(entity.substr(0, length));
    if (code) {
      append_utf8(out, *code);
      i += length + 2;
    } else {
      out.push_back(text[i++]);
    }
  }
  return out;
}

bool HtmlTag::has(std::string_view attribute) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const HtmlAttribute& one) { return same_html_name(one.name, attribute); });
}

bool HtmlReader::next(HtmlTag& tag) {
  tag.name = {};
  tag.is_end = false;
  tag.attributes.clear();
  const std::size_t begin = m_at;
  do {
    m_at = std::min(m_html.find('<', m_at), m_html.size());
    if (!ended()) ++m_at;
  } while (!ended() && !at_tag());
  m_text = m_html.substr(begin, ended() ? std::string_view::npos : m_at - 1 - begin);
  if (ended()) return false;
  const char first = m_html[m_at];
  if (is_letter(first)) {
    read_tag(tag);
    skip_text_of(tag.name);
  } else if (first == '/') {
    ++m_at;
    read_tag(tag);
    tag.is_end = true;
  } else {
    skip_past(rest().starts_with("!--") ? "-->" : ">");
  }
  return true;
}

bool HtmlReader::at_tag() const {
  const char c = m_html[m_at];
  return is_letter(c) || c == '!' || c == '?' || c == '/';
}

// The elements whose text can hold "<a href>" that is none. The end tag comes next.
void HtmlReader::skip_text_of(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kRaw = {"script", "style", "textarea", "title"};
  constexpr std::size_t kShortest = 5;  // and most names are shorter
  if (name.size() < kShortest) return;
  for (const std::string_view raw : kRaw) {
    if (!same_html_name(name, raw)) continue;
    do {
      skip_past("</");
    } while (!ended() && !same_html_name(rest().substr(0, raw.size()), raw));
    if (!ended()) m_at -= 2;
  }
}

void HtmlReader::skip_past(std::string_view mark) {
  const std::size_t found = m_html.find(mark, m_at);
  m_at = found == std::string_view::npos ? m_html.size() : found + mark.size();
}

void HtmlReader::skip_blanks() {
  while (!ended() && (is_blank(m_html[m_at]) || m_html[m_at] == '/')) ++m_at;
}

// What stands before `end`, which is read next.
std::string_view HtmlReader::read_to(std::size_t end) {
  const std::string_view text = m_html.substr(m_at, end - m_at);
  m_at = end;
  return text;
}

std::string_view HtmlReader::read_value() {
  while (!ended() && is_blank(m_html[m_at])) ++m_at;
  if (ended()) return {};
  const char quote = m_html[m_at];
  if (quote != '"' && quote != '\'') return read_to(find_one_of(kEndsOfBareValue, m_html, m_at));
  ++m_at;
  const std::string_view value = read_to(std::min(m_html.find(quote, m_at), m_html.size()));
  if (!ended()) ++m_at;
  return value;
}

void HtmlReader::read_tag(HtmlTag& tag) {
  tag.name = read_to(find_one_of(kEndsOfTagName, m_html, m_at));
  for (skip_blanks(); !ended() && m_html[m_at] != '>'; skip_blanks()) {
    HtmlAttribute attribute{read_to(find_one_of(kEndsOfAttributeName, m_html, m_at)), {}};
    std::size_t after_blanks = m_at;
    while (after_blanks < m_html.size() && is_blank(m_html[after_blanks])) ++after_blanks;
    if (after_blanks < m_html.size() && m_html[after_blanks] == '=') {
      m_at = after_blanks + 1;
      attribute.value = read_value();
    }
    tag.attributes.push_back(attribute);
  }
  if (!ended()) ++m_at;
}

}  // namespace gongshi
