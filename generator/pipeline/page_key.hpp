// What tells whether a page is made of the same as another time.
#pragma once

#include <string>
#include <string_view>

#include "publish/published.hpp"
#include "render/render_page.hpp"

namespace gongshi {

/// SHA-256 of what the page at `path` says. `references` is reference_key(), which goes in where a body
/// refers to records.
std::string page_key(const std::string& path, const ComposedPage& composed, std::string_view references);

/// SHA-256 of what a reference [[id]] in a body can become: the ids of all records, and the titles of those
/// that are published.
std::string reference_key(const Site& site, const PublishedSite& published);

}  // namespace gongshi
