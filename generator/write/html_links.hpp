// Links and anchors of a page of ours.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "write/site_link.hpp"

namespace gongshi {

struct PageLinks {
  std::vector<SiteLink> links;  ///< href, src, action and poster that stay in the site; sorted, each once
  std::vector<std::string> anchors;  ///< every id, and the name of an <a>; in order
};

/// `page` is the page's output path. On a page with <base href>, of which ours have one form (the
/// site's own address), links are relative to the site's folder.
PageLinks find_links(std::string_view html, std::string_view page);

}  // namespace gongshi
