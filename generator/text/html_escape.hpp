// The single escaper for HTML text, quoted HTML attributes and XML.
#pragma once

#include <string>
#include <string_view>

namespace gongshi {

/// Appends `text` to `out` with & < > " ' written as entities that HTML and XML both know.
void append_escaped(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

/// Percent-encodes everything but RFC 3986 unreserved characters and '/', so that any file name of
/// ours can stand in an href.
std::string percent_encode_path(std::string_view path);
void append_percent_encoded(std::string& out, std::string_view path);

}  // namespace gongshi
