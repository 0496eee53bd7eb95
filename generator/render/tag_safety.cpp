#include "render/tag_safety.hpp"

#include <algorithm>

namespace gongshi {
namespace {

using Place = HtmlContext::Place;

constexpr std::string_view kAddressAttributes[] = {"href",   "src",        "action",    "formaction",
                                                   "cite",   "data",       "poster",    "ping",
                                                   "srcset", "background", "xlink:href"};

// What a value's literal beginning says of the address: still open, harmless, or forbidden.
enum class Beginning { open, decided, forbidden };

Beginning beginning_of(std::string_view value) {
  const std::size_t mark = value.find_first_of(":/?#");
  if (mark == std::string_view::npos) return Beginning::open;
  if (value[mark] != ':') return Beginning::decided;
  const std::string_view scheme = value.substr(0, mark);
  const bool allowed = scheme == "https" || scheme == "http" || scheme == "mailto" || scheme == "tel";
  return allowed ? Beginning::decided : Beginning::forbidden;
}

bool holds_address(const HtmlContext& context) {
  return context.place() == Place::quoted_value &&
         std::find(std::begin(kAddressAttributes), std::end(kAddressAttributes), context.attribute()) !=
             std::end(kAddressAttributes);
}

Term fault_of(Place place) {
  switch (place) {
    case Place::unquoted_value:
      return {"属性值要加引号", "an attribute's value needs quotes"};
    case Place::tag:
      return {"值只能放在文字里或带引号的属性里", "a value can stand in text or a quoted attribute only"};
    case Place::comment:
      return {"HTML 注释里不能有值", "an HTML comment can hold no value"};
    case Place::raw_text:
      return {"script 和 style 里不能有文字值", "script and style can hold no text"};
    default:
      return {"属性里不能有 HTML", "an attribute can hold no HTML"};
  }
}

}  // namespace

std::optional<Term> TagSafety::fault_of_text() const {
  const Place place = m_context.place();
  if (place == Place::text) return std::nullopt;
  if (place != Place::quoted_value) return fault_of(place);
  const std::string& attribute = m_context.attribute();
  if (attribute.starts_with("on") || attribute == "style")
    return Term{"on… 和 style 属性里不能有值", "on… and style attributes can hold no value"};
  if (holds_address(m_context) && beginning_of(m_context.value()) == Beginning::forbidden)
    return Term{"不接受这种网址", "this kind of address is not accepted"};
  return std::nullopt;
}

std::optional<Term> TagSafety::fault_of_html() const {
  const Place place = m_context.place();
  if (place == Place::text || place == Place::raw_text) return std::nullopt;
  return fault_of(place);
}

bool TagSafety::is_address() const {
  return holds_address(m_context) && beginning_of(m_context.value()) == Beginning::open;
}

std::optional<Term> TagSafety::end_section() {
  const HtmlContext begun = std::move(m_sections.back());
  m_sections.pop_back();
  const bool matches = m_context.matches(begun);
  m_context = begun;  // what the section wrote may be left out
  if (matches) return std::nullopt;
  return Term{"区段的开头和结尾要在 HTML 的同一处",
              "a section begins and ends at the same kind of place in the HTML"};
}

}  // namespace gongshi
