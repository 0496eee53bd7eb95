// The workbook that was imported, given back with its bad cells marked and explained.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "sheets/import_plan.hpp"

namespace gongshi {

/// The bytes of an xlsx file: first a list of the findings that are in cells, then each sheet with what its
/// cells hold, as text. A cell with an error stands out, and each finding is a note beside its cell.
std::string marked_workbook(const std::vector<ImportedSheet>& sheets, const std::vector<Diagnostic>& findings,
                            Language language);

}  // namespace gongshi
