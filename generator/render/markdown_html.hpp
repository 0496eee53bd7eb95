// Writes the events of a body as HTML. Links, images and references to records are judged here, where
// they are about to become part of a page.
#pragma once

#include <string>

#include "diagnostics/diagnostic.hpp"
#include "render/markdown.hpp"
#include "render/markdown_event.hpp"

namespace gongshi {

std::string write_markdown_html(const ParsedMarkdown& parsed, const MarkdownContext& context,
                                Diagnostics& diagnostics);

}  // namespace gongshi
