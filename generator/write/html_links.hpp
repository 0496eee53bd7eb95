// Links and anchors of a page of ours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

/// What a page links to, as it says it. It holds views of the page and of its path, which must outlive it.
struct PageLinks {
  std::vector<std::string_view> urls;  ///< href, src, action and poster, entities and all; in order
  std::vector<std::string> anchors;    ///< every id, and the name of an <a>; in order
  std::string_view relative_to;        ///< the page for resolve_link(): its path, or nothing if it has a base
};

/// `page` is the page's output path. On a page with <base href>, of which ours have one form (the
/// site's own address), links are relative to the site's folder.
PageLinks find_links(std::string_view html, std::string_view page);

/// The anchors, sorted and each once, as bytes that are never empty.
std::string pack_anchors(std::vector<std::string> anchors);
/// Views of what pack_anchors() wrote; of other bytes something else.
std::vector<std::string_view> unpack_anchors(std::string_view packed);

}  // namespace gongshi
