// All tables as one spreadsheet: notes, dictionary, and a sheet a table. The one place that includes
// libxlsxwriter.
#pragma once

#include <string>

#include "formats/data_notes.hpp"

namespace gongshi {

/// The bytes of an xlsx file: numbers and whole dates are such, fixed values are told in words, text is
/// never a formula. Same data, same bytes. Throws std::runtime_error if the library or the system refuses.
///
/// A cell holds 32,767 UTF-16 units and a sheet 1,048,575 rows; what is beyond is cut, says so, and is whole
/// in the other files.
std::string workbook(const ViewContext& context, const DataSet& data);

}  // namespace gongshi
