// Bodies in Markdown to HTML that is safe to publish. markdown.cpp is the only file that includes
// cmark-gfm, of which nothing is trusted: what goes in is measured first, and what comes out is
// written by our own code and checked once more.
//
// Accepted is CommonMark with tables, ~~deletion~~ and footnotes. Headings begin at level 2, since the
// page's title is level 1. [[id]] links a record. No HTML, no bare addresses, no images from elsewhere.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "views/view_value.hpp"

namespace gongshi {

/// What [[id]] becomes. Without an address it is plain text, as for a record that is withheld.
struct LinkTarget {
  std::string href;
  std::string text;
};

/// Resolves the id between [[ and ]]. It reports problems itself; nothing leaves the id as plain text.
using RecordLinks = std::function<std::optional<LinkTarget>(std::string_view id, Position at, Diagnostics&)>;

struct MarkdownContext {
  RecordLinks record_links;  ///< without it [[id]] stays as it is written
  std::string files_prefix;  ///< stands before files/… in the address of an image, such as "../"
  std::string id_prefix;     ///< stands before footnote ids, where a page has several bodies
  std::string back_to_text;  ///< what the link from a footnote back to the text is called
};

/// Makes the parser's extensions known. Called once, in main, before any thread starts.
void register_markdown();

/// The body as HTML. What must not be published is reported and left out; a body that the parser must
/// not be given yields nothing. Safe to call from several threads.
std::string render_markdown(const Markdown& body, const MarkdownContext& context, Diagnostics& diagnostics);

}  // namespace gongshi
