// The state of an item in words: {status, status_label, flags: [{flag, label}], deadline,
// original_deadline} where the original deadline is empty if it still stands.
#pragma once

#include "derive/item_status.hpp"
#include "views/view_context.hpp"

namespace gongshi {

ViewObject state_view(const ViewContext& context, const ItemState& state);

}  // namespace gongshi
