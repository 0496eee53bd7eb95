// What the page of a record of any kind has: its title, its text, its withdrawal, what names it, where it
// comes from, its hash. Pages of single kinds add what they alone say.
#pragma once

#include "views/page.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// A page with the members that parts/record_head and parts/record_end need: kind, kind_label, id, title,
/// withdrawn, has_body, body, trace, has_named_by, named_by, source, has_waivers, waivers, sha256, json,
/// index.
PageView record_frame(const ViewContext& context, const PublishedRecord& published,
                      std::string template_name);

}  // namespace gongshi
