// The three voices on an item, apart and never merged: what the unit reports, what the inspector found, what
// the public says. Every round stays, with its date.
#pragma once

#include "views/view_context.hpp"

namespace gongshi {

/// For the page at `from` of the item at this place of its list:
///   [{key: unit | inspector | public, entries: [{date, not_stated, verdict, tone, by: [link], text, link,
///   notes: [text]}]}]
/// in order of date; `verdict` is what was said in a word, `tone` its key for the stylesheet, `link` the
/// feedback's own page or false. A voice that has not spoken has no entries.
ViewList voices_of(const ViewContext& context, std::uint32_t item, std::string_view from);

}  // namespace gongshi
