// What a preview puts around the theme's pages: that they are not published, for whom they are, what is
// wrong, and the script that waits for a change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "preview/preview_site.hpp"

namespace gongshi {

/// Addresses of the preview itself begin so; no audience is called like that.
inline constexpr std::string_view kPreviewFolder = "/.gongshi/";

struct PreviewFrame {
  std::string audience;                ///< for whom the page is
  std::string path;                    ///< of the page in that site
  std::vector<std::string> audiences;  ///< that can be switched to
  std::string findings;                ///< text, empty if all is well
  bool stale = false;                  ///< the page is older than its sources
  PreviewState state;
  std::string token;  ///< which the channel of changes demands
};

/// Where a page of an audience's site is: "/unit%3Aa/items/zg-1.html".
std::string preview_address(std::string_view audience, std::string_view path);

/// `page` with the frame before the end of its body.
std::string framed_page(std::string page, const PreviewFrame& frame);

/// A page of nothing but the frame, for when there is no site to show yet.
std::string bare_page(const PreviewFrame& frame);

/// The frame's own style and script.
std::string_view preview_style();
std::string_view preview_script();

}  // namespace gongshi
