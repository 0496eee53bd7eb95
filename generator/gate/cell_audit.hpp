// The last look at small groups before a site is published: reads the data files as they were written,
// like any outsider, and works out what follows from them. It shares nothing with the code that withholds.
#pragma once

#include <cstdint>
#include <string_view>

#include "diagnostics/diagnostic.hpp"

namespace gongshi {

/// Reads `surveys_json` and `units_json`, the bytes of data/surveys.json and data/units.json, and adds
/// `cell-derivable` for each number of 1 to `small_cell` - 1 people that a result shows, or that a total
/// leaves over once all shown parts of it are subtracted; never the number itself. In closed form: a hidden
/// cell can be as large as the smallest of those differences that it is part of, so that if none of them
/// is small, no cell is pinned. A poll that asks for no protection is passed over. Returns whether nothing
/// was found; bytes that are no JSON are a bug of the caller: std::logic_error.
bool audit_cells(std::string_view surveys_json, std::string_view units_json, std::int64_t small_cell,
                 Diagnostics& diagnostics);

}  // namespace gongshi
