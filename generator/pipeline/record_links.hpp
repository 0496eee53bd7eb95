// What [[zg-1]] in a body leads to, on the page at hand: the record's page, or plain words where the
// record is withheld from this audience.
#pragma once

#include <string>

#include "model/site.hpp"
#include "render/markdown.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// Links for a body on the page at `from`. `site` is asked only whether a record exists at all.
RecordLinks record_links(const Site& site, const ViewContext& context, const std::string& from);

/// Only tells what leads nowhere, or may mean several records.
RecordLinks checking_links(const Site& site);

}  // namespace gongshi
