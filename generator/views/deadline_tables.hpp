// How often deadlines were moved, and by how much, per class and per unit: an office that always extends is
// never late.
#pragma once

#include "views/view_context.hpp"

namespace gongshi {

/// Tables for the page at `from`, by class and by unit; none where no item of the ledger has a deadline.
ViewList deadline_tables(const ViewContext& context, std::string_view from);

}  // namespace gongshi
