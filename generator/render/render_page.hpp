// One page job becomes the bytes of one file: first what it says, then how that reads in the theme.
#pragma once

#include <optional>
#include <string>

#include "render/markdown.hpp"
#include "render/template_set.hpp"
#include "views/build_pages.hpp"

namespace gongshi {

/// All that a page says. Its bytes are made of this, the theme, and the records that its bodies refer to.
struct ComposedPage {
  PageView page;
  std::optional<ViewObject> frame;  ///< the layout's; none around what is no HTML
};

ComposedPage compose_page(const ViewContext& context, const PageJob& job);

/// The finished file of `job`, or nothing if its template or a body in it has errors, which are
/// added. `links` resolves [[id]] for the page. Safe to call from several threads.
std::optional<std::string> render_page(const ViewContext& context, const TemplateSet& templates,
                                       const PageJob& job, ComposedPage composed, const RecordLinks& links,
                                       Diagnostics& diagnostics);

}  // namespace gongshi
