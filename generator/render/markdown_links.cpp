#include "render/markdown_links.hpp"

#include "render/address_policy.hpp"
#include "text/html_escape.hpp"

namespace gongshi {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escape_html(value) + "\"";
}

}  // namespace

std::optional<std::string> link_tag(const MarkdownEvent& link, Position at, Diagnostics& diagnostics) {
  if (!is_published_address(link.address)) {
    diagnostics.add("markdown-link", at, {std::string(link.address)});
    return std::nullopt;
  }
  std::string tag = "<a" + attribute("href", encode_address(link.address));
  if (!link.title.empty()) tag += attribute("title", link.title);
  if (is_external_address(link.address)) tag += attribute("rel", "external noopener");
  return tag + ">";
}

std::optional<std::string> image_tag(const MarkdownEvent& image, std::string_view alternative,
                                     std::string_view prefix, Position at, Diagnostics& diagnostics) {
  if (!is_files_path(image.address)) {
    diagnostics.add(
        "markdown-image", at,
        {std::string(image.address), Term{"不在 content/files/ 里", "it is not in content/files/"}});
    return std::nullopt;
  }
  if (alternative.find_first_not_of(" \n") == std::string_view::npos) {
    diagnostics.add("markdown-image", at,
                    {std::string(image.address), Term{"没有说明文字", "it has no text that describes it"}});
    return std::nullopt;
  }
  std::string tag = "<img" + attribute("src", std::string(prefix) + encode_address(image.address));
  tag += attribute("alt", alternative);
  if (!image.title.empty()) tag += attribute("title", image.title);
  return tag + ">";
}

}  // namespace gongshi
