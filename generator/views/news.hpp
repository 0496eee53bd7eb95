// What changed lately, over all items: the newest events of the ledger; and what an event says.
#pragma once

#include "derive/timeline.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// At most `most` events, newest first, for the page at `from`: [{date, what, link, text}]. Items that left
/// the ledger and withdrawn ones are left out.
ViewList latest_news(const ViewContext& context, std::string_view from, std::size_t most);

/// What an event says, in the record's words; a bare date of it with a word on what the date is.
std::string event_text(const ViewContext& context, const Event& event);

}  // namespace gongshi
