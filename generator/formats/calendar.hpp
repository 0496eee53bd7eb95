// Deadlines, days in which objections are heard, and the next release, as a calendar to subscribe to (RFC
// 5545). The one place that includes libical.
#pragma once

#include <string>

#include "views/view_context.hpp"

namespace gongshi {

/// calendar.ics: whole-day events with ids that stay, whatever else changes; a deadline that is moved keeps
/// its id and gets the next number. Of closed items there is no deadline. Needs a base_url.
std::string calendar(const ViewContext& context);

}  // namespace gongshi
