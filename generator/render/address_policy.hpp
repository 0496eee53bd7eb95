// Which addresses a published page may hold. One list for bodies in Markdown and for the href and src
// of templates: what is not on it is refused, whatever a browser would make of it.
#pragma once

#include <string>
#include <string_view>

namespace gongshi {

/// https or http with a host and no user name before it, mailto:, tel:, or #… within the page.
bool is_published_address(std::string_view address);

/// A path within the site: no scheme, no //host, no backslash, no invisible character. May be empty.
bool is_site_address(std::string_view address);

/// Either of the two: what the href of a page may hold.
bool is_page_address(std::string_view address);

/// A file of content/files/, written files/…, without a way out of that folder.
bool is_files_path(std::string_view path);

/// Does the address lead out of the site?
bool is_external_address(std::string_view address);

/// Percent-encodes what no URI may hold and leaves the rest as it is; still to be escaped for HTML.
std::string encode_address(std::string_view address);

}  // namespace gongshi
