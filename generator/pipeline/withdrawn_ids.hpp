// The id of a record that was published as withdrawn is never given to other content: whoever has the old
// address would take the new for the old.
#pragma once

#include <string>

#include "files/file_system.hpp"
#include "publish/published.hpp"

namespace gongshi {

/// Adds `withdrawn-id` for each record of `site` that the site standing at `output` (absolute; none need be
/// there) lists as withdrawn in its data/<kinds>.json, and that is not withdrawn any more.
void check_withdrawn_ids(FileSystem& files, const std::string& output, const PublishedSite& site,
                         Diagnostics& diagnostics);

}  // namespace gongshi
