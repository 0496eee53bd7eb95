// What changed lately, over all items: the newest events of the ledger.
#pragma once

#include "views/view_context.hpp"

namespace gongshi {

/// At most `most` events, newest first, for the page at `from`: [{date, what, link, text}]. Items that left
/// the ledger and withdrawn ones are left out.
ViewList latest_news(const ViewContext& context, std::string_view from, std::size_t most);

}  // namespace gongshi
