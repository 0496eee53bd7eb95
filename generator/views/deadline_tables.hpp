// How often and how far deadlines were moved, by class and by unit: an office that always extends is never
// late.
#pragma once

#include "views/long_table.hpp"

namespace gongshi {

/// The whole site, then each class; an empty list if no item has a deadline.
ViewList deadlines_by_class(const ViewContext& context);
/// A row a unit, for the page of the flow.
LongTable deadlines_by_unit(const ViewContext& context);

/// The unit as the head of a row, or the words for none.
ViewObject unit_head(const ViewContext& context, std::string_view id, std::string_view from);

}  // namespace gongshi
