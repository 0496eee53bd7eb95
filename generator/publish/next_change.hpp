// The first day on which a page would say something else though nobody changed a record.
#pragma once

#include <optional>

#include "publish/published.hpp"

namespace gongshi {

/// The first day after the as-of day on which the state of an item is another, such as the day after
/// a deadline, or on which an open item has missed its original deadline; nothing if none ever is.
std::optional<Date> next_change(const PublishedSite& site);

}  // namespace gongshi
