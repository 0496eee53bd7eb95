// The tags of a body's links and images, each behind its own allow-list.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "render/markdown_event.hpp"

namespace gongshi {

/// The opening tag of a link, or nothing and a finding if the page must not hold its address.
std::optional<std::string> link_tag(const MarkdownEvent& link, Position at, Diagnostics& diagnostics);

/// The tag of an image, or nothing and a finding if it is no file of content/files/ or lacks words for
/// those who do not see it. `prefix` leads from the page to where files/ is.
std::optional<std::string> image_tag(const MarkdownEvent& image, std::string_view alternative,
                                     std::string_view prefix, Position at, Diagnostics& diagnostics);

}  // namespace gongshi
