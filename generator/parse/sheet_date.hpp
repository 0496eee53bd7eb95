// Days as spreadsheets count them.
#pragma once

#include <optional>
#include <string>

namespace gongshi {

/// The day with this number as YYYY-MM-DD, with HH:MM behind it if there is a time of day. They are counted
/// from the end of 1899, or from the start of 1904. Nothing where spreadsheets have no day: the first way has
/// a 29th of February 1900, so that no two programs agree on the days before.
std::optional<std::string> sheet_date(double number, bool since_1904);

}  // namespace gongshi
