// The pages of the open data: one of all files, and one a table.
#pragma once

#include "tables/data_set.hpp"
#include "views/page.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// What each table is, its columns with their meaning, and every file with rows, bytes and hash. The jobs may
/// run once all data files are made, and all three must outlive them. `describe` says what the data set is
/// for search engines, as JSON-LD without a `<` in it.
std::vector<PageJob> data_pages(const ViewContext& context, const DataSet& data,
                                std::function<std::string()> describe);

}  // namespace gongshi
