// The sheets of an xlsx workbook. What they hold is read as it is stored; nothing is reckoned.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "parse/sheet.hpp"

namespace gongshi {

/// All sheets in the workbook's order, or why it cannot be read.
std::variant<std::vector<Sheet>, Term> read_xlsx(std::string_view bytes);

}  // namespace gongshi
