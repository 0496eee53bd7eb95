// What a page may load, for browsers to hold it to: nothing but what the site itself brings. Said in the
// page, which also works from a folder, and by the server (`_headers`).
#pragma once

#include <string_view>

namespace gongshi {

/// Content Security Policy, level 3.
inline constexpr std::string_view kContentPolicy =
    "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "base-uri 'self'; form-action 'self'";

}  // namespace gongshi
