// What a body says otherwise than its author sees it: HTML that would vanish, signs that turn into
// emphasis or fail to, a line that becomes a heading, characters that hide.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "render/markdown_event.hpp"

namespace gongshi {

void lint_markdown(const ParsedMarkdown& parsed, Diagnostics& diagnostics);

}  // namespace gongshi
