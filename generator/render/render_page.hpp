// One page job becomes the bytes of one file.
#pragma once

#include <optional>
#include <string>

#include "render/markdown.hpp"
#include "render/template_set.hpp"
#include "views/build_pages.hpp"

namespace gongshi {

/// The finished file of `job`, or nothing if its template or a body in it has errors, which are
/// added. `links` resolves [[id]] for the page. Safe to call from several threads.
std::optional<std::string> render_page(const ViewContext& context, const TemplateSet& templates,
                                       const PageJob& job, const RecordLinks& links,
                                       Diagnostics& diagnostics);

}  // namespace gongshi
