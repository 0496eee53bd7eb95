// Records of one kind as a table: the index of the kind, and wherever records of a kind are listed together.
#pragma once

#include <string>
#include <vector>

#include "views/long_table.hpp"

namespace gongshi {

/// The records at these places, with the columns by which their kind is listed: as a section of the page at
/// `path`. On the page of a record, columns are left out that would name that record in every row: `of` is
/// its kind.
LongTable kind_table(const ViewContext& context, Kind kind, std::string path, std::string section,
                     std::vector<std::uint32_t> rows, std::optional<Kind> of = {});

}  // namespace gongshi
