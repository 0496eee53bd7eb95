// The page of the open data.
#pragma once

#include "tables/data_set.hpp"
#include "views/page.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// What each table is, its columns with their meaning, and every file with rows, bytes and hash. To be made
/// once all data files are. `json_ld` describes the data set for search engines and has no `<` in it.
PageView data_page(const ViewContext& context, const DataSet& data, const std::string& json_ld);

}  // namespace gongshi
