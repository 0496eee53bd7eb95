// Dates as people write them into spreadsheets.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

/// 2025.6.30, 2025/6/30, 2025年6月30日, 2025-6 … as YYYY-MM-DD or YYYY-MM. Nothing where the year has not
/// four digits, anything else stands beside the date, or the calendar has no such day.
std::optional<std::string> written_date(std::string_view text);

}  // namespace gongshi
