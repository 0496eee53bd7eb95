// `_headers`: what a web server should say with each file, in the notation that Netlify and Cloudflare Pages
// read, and that others are easily configured from.
#pragma once

#include <string>
#include <string_view>

namespace gongshi {

inline constexpr std::string_view kHeadersPath = "_headers";

/// The same for every site.
std::string headers_file();

}  // namespace gongshi
