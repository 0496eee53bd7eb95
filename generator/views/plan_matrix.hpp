// What a unit has published of what it must have: a plan, measures, time limits, supervision of the effect.
#pragma once

#include "views/table_view.hpp"

namespace gongshi {

/// The row of this unit in the matrix of plans, as a table for the page at `from`: [table].
ViewList plan_row(const ViewContext& context, const std::string& unit, std::string_view from);

}  // namespace gongshi
