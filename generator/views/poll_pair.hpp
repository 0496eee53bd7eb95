// A look-back with the poll that called for it and the second poll, side by side.
#pragma once

#include "views/view_context.hpp"

namespace gongshi {

/// {lookback: link, name: link, polls: [{heading, link, line, rows: [row]}], sentences: [text]} for
/// the page at `from`; `polls` holds one poll where no second one is named. A row is as poll_rows makes it.
ViewObject poll_pair(const ViewContext& context, RecordKey key, std::string_view from);

}  // namespace gongshi
