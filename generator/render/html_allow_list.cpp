#include "render/html_allow_list.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "render/address_policy.hpp"
#include "text/character_set.hpp"

namespace gongshi {
namespace {

using namespace std::string_view_literals;

constexpr CharacterSet kNoText("<>&\"\0"sv);  // nor the text of a value
constexpr std::string_view kEntities[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};

struct AllowedTag {
  std::string_view name;
  std::string_view attributes = {};  // each between blanks
  bool is_void = false;
};
constexpr AllowedTag kTags[] = {
    // what bodies have most of
    {"p"},
    {"li", " id "},
    {"td", " class "},
    {"tr"},
    {"strong"},
    {"em"},
    {"a", " href title rel class id aria-label "},
    {"h2"},
    {"th", " scope class "},
    {"ul"},
    {"code"},
    // the rest
    {"ol", " start "},
    {"h3"},
    {"h4"},
    {"h5"},
    {"h6"},
    {"blockquote"},
    {"pre"},
    {"del"},
    {"table"},
    {"thead"},
    {"tbody"},
    {"div", " class "},
    {"sup", " class "},
    {"section", " class "},
    {"hr", "", true},
    {"br", "", true},
    {"img", " src alt title ", true},
};

constexpr std::string_view kClasses[] = {"align-left",   "align-center", "align-right",  "table-scroll",
                                         "footnote-ref", "footnotes",    "footnote-back"};

template <class Range, class Value>
bool contains(const Range& range, const Value& value) {
  return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

std::string unescaped(std::string_view value) {
  constexpr char kPlain[] = {'&', '<', '>', '"', '\''};
  std::string out;
  for (std::size_t i = 0; i < value.size();) {
    const auto* const entity =
        std::find_if(std::begin(kEntities), std::end(kEntities),
                     [&](std::string_view e) { return value.substr(i).starts_with(e); });
    if (entity == std::end(kEntities)) {
      out.push_back(value[i++]);
    } else {
      out.push_back(kPlain[entity - std::begin(kEntities)]);
      i += entity->size();
    }
  }
  return out;
}

class Checker {
 public:
  explicit Checker(std::string_view html) : m_html(html) {}

  void check() {
    while (m_at < m_html.size()) {
      if (peek() == '<') {
        check_tag();
      } else {
        check_text();
      }
    }
    if (!m_open.empty()) refuse("a tag is not closed");
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw std::logic_error("HTML made from Markdown is not allowed: " + why + " at byte " +
                           std::to_string(m_at));
  }

  [[nodiscard]] char peek() const { return m_at < m_html.size() ? m_html[m_at] : '\0'; }

  bool skip(std::string_view expected) {
    if (!m_html.substr(m_at).starts_with(expected)) return false;
    m_at += expected.size();
    return true;
  }

  std::string_view name() {
    const std::size_t start = m_at;
    while (is_name_character(peek())) ++m_at;
    return m_html.substr(start, m_at - start);
  }

  // Text or a part of a value, up to what is more than a character of it. "<" and '"' are taken care of by
  // the callers.
  void check_text() {
    if (peek() == '>') refuse("a bare >");
    if (peek() == '\0') refuse("a null byte");
    if (peek() != '&') {
      m_at = kNoText.find(m_html, m_at + 1);
      return;
    }
    for (const std::string_view entity : kEntities) {
      if (skip(entity)) return;
    }
    refuse("an unknown entity");
  }

  void check_tag() {
    skip("<");
    if (skip("/")) {
      const std::string_view closed = name();
      if (m_open.empty() || m_open.back() != closed || !skip(">")) refuse("a tag closes what is not open");
      m_open.pop_back();
      return;
    }
    const std::string_view opened = name();
    const auto* const tag =
        std::find_if(std::begin(kTags), std::end(kTags), [&](const auto& t) { return t.name == opened; });
    if (tag == std::end(kTags)) refuse("an unknown tag");
    if (opened == "a" && contains(m_open, opened)) refuse("a link inside a link");
    while (skip(" ")) check_attribute(*tag);
    if (!skip(">")) refuse("a tag without end");
    if (!tag->is_void) m_open.push_back(opened);
  }

  void check_attribute(const AllowedTag& tag) {
    const std::string_view attribute = name();
    if (attribute.empty() ||
        tag.attributes.find(" " + std::string(attribute) + " ") == std::string_view::npos)
      refuse("an unknown attribute");
    if (!skip("=\"")) refuse("an attribute without quotes");
    const std::size_t start = m_at;
    while (peek() != '"') {
      if (peek() == '<') refuse("a bare < in an attribute");
      check_text();
    }
    const std::string value = unescaped(m_html.substr(start, m_at - start));
    skip("\"");
    if (!is_allowed_value(attribute, value)) refuse("a value that is not allowed");
  }

  static bool is_allowed_value(std::string_view attribute, const std::string& value) {
    if (attribute == "href") return is_page_address(value);
    if (attribute == "src") return is_site_address(value);
    if (attribute == "class") return contains(kClasses, value);
    if (attribute == "scope") return value == "col";
    if (attribute == "rel") return value == "external noopener";
    if (attribute == "start") return value.find_first_not_of("0123456789") == std::string::npos;
    if (attribute == "id") return !value.empty() && value.find_first_of(" \t\n") == std::string::npos;
    return true;  // title, alt and aria-label are text
  }

  std::string_view m_html;
  std::size_t m_at = 0;
  std::vector<std::string_view> m_open;
};

}  // namespace

void check_allowed_html(std::string_view html) { Checker(html).check(); }

}  // namespace gongshi
