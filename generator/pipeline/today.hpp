// Today's date in a time zone: the one place that asks the clock.
#pragma once

#include <optional>
#include <string>

#include "model/date.hpp"

namespace gongshi {

/// Today in the time zone of this name, or nothing if the system does not know it.
std::optional<Date> today_in(const std::string& time_zone);

/// Now, as YYYY-MM-DDTHH:MM:SSZ, for the lock that other builds read.
std::string now_utc();

}  // namespace gongshi
