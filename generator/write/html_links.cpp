#include "write/html_links.hpp"

#include <algorithm>
#include <array>

#include "text/html_reader.hpp"

namespace gongshi {
namespace {

bool is_link(std::string_view attribute) {
  constexpr std::array<std::string_view, 4> kLinks = {"href", "src", "action", "poster"};
  return std::any_of(kLinks.begin(), kLinks.end(),
                     [&](auto known) { return same_html_name(attribute, known); });
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
  HtmlReader reader(html);
  HtmlTag tag;
  while (reader.next(tag)) {
    if (tag.is_end) continue;
    for (const HtmlAttribute& attribute : tag.attributes) {
      if (same_html_name(tag.name, "base") && same_html_name(attribute.name, "href")) {
        page = {};
      } else if (is_link(attribute.name)) {
        urls.push_back(attribute.value);
      } else if (same_html_name(attribute.name, "id") ||
                 (same_html_name(attribute.name, "name") && same_html_name(tag.name, "a"))) {
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
