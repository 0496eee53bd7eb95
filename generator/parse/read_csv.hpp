// A CSV file as a sheet.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "diagnostics/diagnostic.hpp"
#include "parse/sheet.hpp"

namespace gongshi {

/// UTF-8, with or without a byte order mark, or GB18030; separated by commas, semicolons or tabs, whichever
/// the first line has most of. All cells are text, without the apostrophe that export puts
/// before what a spreadsheet would run. Gives the sheet, or why it cannot be read.
std::variant<Sheet, Term> read_csv(std::string_view bytes, std::string name);

}  // namespace gongshi
