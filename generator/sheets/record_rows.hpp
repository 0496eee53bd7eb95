// Which rows of a sheet are records: not the totals and signatures at the foot, and none that is merged or
// hidden.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "parse/sheet.hpp"
#include "sheets/find_table.hpp"

namespace gongshi {

/// The rows of `table` that hold records, in order. What is left out, and what must not be, is a finding.
std::vector<std::uint32_t> record_rows(const Sheet& sheet, std::uint32_t file, const FoundTable& table,
                                       Diagnostics& diagnostics);

}  // namespace gongshi
