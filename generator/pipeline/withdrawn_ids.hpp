// A record that was published as withdrawn stays, and its id is never given to other content: whoever has the
// old address would take the new for the old.
#pragma once

#include <string>
#include <vector>

#include "files/file_system.hpp"
#include "publish/published.hpp"

namespace gongshi {

/// The records of this view that are withdrawn, as `items/zg-1`, in order: what its manifest lists.
std::vector<std::string> withdrawn_records(const PublishedSite& site);

/// Of the records that the manifest of the site standing at `output` (absolute; none need be there) lists as
/// withdrawn: adds `withdrawn-id` for each that is not withdrawn in `site` any more, and `withdrawn-gone` for
/// each that is not there.
void check_withdrawn_ids(FileSystem& files, const std::string& output, const PublishedSite& site,
                         Diagnostics& diagnostics);

}  // namespace gongshi
