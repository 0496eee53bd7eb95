#include "write/html_links.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/utf8.hpp"

namespace gongshi {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";

bool is_blank(char c) { return kBlanks.find(c) != std::string_view::npos; }

// Names are compared whatever their case, and never copied: a page is mostly names.
bool same_name(std::string_view name, std::string_view lower_case) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; };
  return std::equal(name.begin(), name.end(), lower_case.begin(), lower_case.end(), same);
}

// As written, entities and all.
struct Attribute {
  std::string_view name;
  std::string_view value;
};

struct Tag {
  std::string_view name;
  std::vector<Attribute> attributes;
};

// Gives the start tags of a page, one after the other.
class TagReader {
 public:
  explicit TagReader(std::string_view html) : m_html(html) {}

  /// False at the end of the page; `tag` is overwritten.
  bool next(Tag& tag) {
    for (;;) {
      skip_past("<");
      if (ended()) return false;
      if (rest().starts_with("!--")) {
        skip_past("-->");
      } else if (at_letter()) {
        read_tag(tag);
        skip_text_of(tag.name);
        return true;
      } else if (std::string_view("!?/").find(rest().front()) != std::string_view::npos) {
        skip_past(">");
      }
    }
  }

 private:
  [[nodiscard]] std::string_view rest() const { return m_html.substr(m_at); }
  [[nodiscard]] bool ended() const { return m_at >= m_html.size(); }
  [[nodiscard]] bool at_letter() const {
    const char c = m_html[m_at];
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  // The elements whose text can hold "<a href>" that is none.
  void skip_text_of(std::string_view name) {
    constexpr std::array<std::string_view, 4> kRaw = {"script", "style", "textarea", "title"};
    for (const std::string_view raw : kRaw) {
      if (!same_name(name, raw)) continue;
      do {
        skip_past("</");
      } while (!ended() && !same_name(rest().substr(0, raw.size()), raw));
    }
  }

  void skip_past(std::string_view mark) {
    const std::size_t found = m_html.find(mark, m_at);
    m_at = found == std::string_view::npos ? m_html.size() : found + mark.size();
  }

  void skip_blanks() {
    while (!ended() && (is_blank(m_html[m_at]) || m_html[m_at] == '/')) ++m_at;
  }

  std::string_view read_until(std::string_view ends) {
    const std::size_t end = std::min(m_html.find_first_of(ends, m_at), m_html.size());
    const std::string_view text = m_html.substr(m_at, end - m_at);
    m_at = end;
    return text;
  }

  std::string_view read_value() {
    while (!ended() && is_blank(m_html[m_at])) ++m_at;
    if (ended()) return {};
    const char quote = m_html[m_at];
    if (quote != '"' && quote != '\'') return read_until(" \t\r\n\f>");
    ++m_at;
    const std::string_view value = read_until({&quote, 1});
    if (!ended()) ++m_at;
    return value;
  }

  void read_tag(Tag& tag) {
    tag.name = read_until(" \t\r\n\f/>");
    tag.attributes.clear();
    for (skip_blanks(); !ended() && m_html[m_at] != '>'; skip_blanks()) {
      Attribute attribute{read_until(" \t\r\n\f/>="), {}};
      const std::size_t after_blanks = std::min(m_html.find_first_not_of(kBlanks, m_at), m_html.size());
      if (after_blanks < m_html.size() && m_html[after_blanks] == '=') {
        m_at = after_blanks + 1;
        attribute.value = read_value();
      }
      tag.attributes.push_back(attribute);
    }
    if (!ended()) ++m_at;
  }

  std::string_view m_html;
  std::size_t m_at = 0;
};

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

// The entities that this program and cmark-gfm write; any other stays as it is.
std::optional<char32_t> entity_character(std::string_view name) {
  if (name.starts_with('#')) return numeric_character(name.substr(1));
  constexpr std::pair<std::string_view, char32_t> kNamed[] = {
      {"amp", U'&'}, {"lt", U'<'}, {"gt", U'>'}, {"quot", U'"'}, {"apos", U'\''}};
  for (const auto& [known, code] : kNamed) {
    if (name == known) return code;
  }
  return std::nullopt;
}

std::string decode_entities(std::string_view text) {
  constexpr std::size_t kLongest = 10;  // &#x10FFFF;
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view entity = text[i] == '&' ? text.substr(i + 1, kLongest) : std::string_view();
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

bool is_link(std::string_view attribute) {
  constexpr std::array<std::string_view, 4> kLinks = {"href", "src", "action", "poster"};
  return std::any_of(kLinks.begin(), kLinks.end(), [&](auto known) { return same_name(attribute, known); });
}

template <class Value>
void sort_each_once(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

PageLinks find_links(std::string_view html, std::string_view page) {
  PageLinks found;
  std::vector<std::string_view> urls;
  TagReader reader(html);
  Tag tag;
  while (reader.next(tag)) {
    for (const Attribute& attribute : tag.attributes) {
      if (same_name(tag.name, "base") && same_name(attribute.name, "href")) {
        page = {};
      } else if (is_link(attribute.name)) {
        urls.push_back(attribute.value);
      } else if (same_name(attribute.name, "id") ||
                 (same_name(attribute.name, "name") && same_name(tag.name, "a"))) {
        found.anchors.push_back(decode_entities(attribute.value));
      }
    }
  }
  sort_each_once(urls);  // before they are resolved: most links of a page are its navigation, twice
  for (const std::string_view url : urls) {
    if (auto link = resolve_link(decode_entities(url), page)) found.links.push_back(std::move(*link));
  }
  sort_each_once(found.links);
  return found;
}

}  // namespace gongshi
