#include "write/html_links.hpp"

#include <algorithm>
#include <array>

#include "text/html_reader.hpp"
#include "text/packed.hpp"

namespace gongshi {
namespace {

bool is_link(std::string_view attribute) {
  static constexpr std::array<std::string_view, 4> kLinks = {"href", "src", "action", "poster"};
  return std::any_of(kLinks.begin(), kLinks.end(),
                     [&](auto known) { return same_html_name(attribute, known); });
}

}  // namespace

PageLinks find_links(std::string_view html, std::string_view page) {
  PageLinks found;
  found.relative_to = page;
  HtmlReader reader(html);
  HtmlTag tag;
  while (reader.next(tag)) {
    if (tag.is_end) continue;
    for (const HtmlAttribute& attribute : tag.attributes) {
      if (is_link(attribute.name)) {
        if (same_html_name(attribute.name, "href") && same_html_name(tag.name, "base")) {
          found.relative_to = {};
        } else {
          found.urls.push_back(attribute.value);
        }
      } else if (same_html_name(attribute.name, "id") ||
                 (same_html_name(attribute.name, "name") && same_html_name(tag.name, "a"))) {
        found.anchors.push_back(decode_entities(attribute.value));
      }
    }
  }
  return found;
}

std::string pack_anchors(std::vector<std::string> anchors) {
  std::sort(anchors.begin(), anchors.end());
  anchors.erase(std::unique(anchors.begin(), anchors.end()), anchors.end());
  std::string bytes;
  append_packed(bytes, std::uint64_t{anchors.size()});
  for (const std::string& anchor : anchors) append_packed(bytes, anchor);
  return bytes;
}

std::vector<std::string_view> unpack_anchors(std::string_view packed) {
  std::vector<std::string_view> anchors;
  PackedReader bytes(packed);
  for (std::uint64_t left = bytes.number(); left > 0 && !bytes.broken(); --left)
    anchors.push_back(bytes.text());
  return anchors;
}

}  // namespace gongshi
