// A day of the calendar, or only its month or year where no more is known.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

/// Shown as written, compared by its last day: 2026-05 counts as 2026-05-31.
struct Date {
  std::int16_t year = 0;   ///< 1 to 9999; 0 when there is no date
  std::uint8_t month = 0;  ///< 1 to 12; 0 when only the year is known
  std::uint8_t day = 0;    ///< 1 to 31; 0 when only the month is known

  [[nodiscard]] bool known() const { return year != 0; }
  [[nodiscard]] bool whole() const { return day != 0; }
  /// The day itself, or the last or first day of the month or year. The date must be known.
  [[nodiscard]] std::chrono::sys_days last_day() const;
  [[nodiscard]] std::chrono::sys_days first_day() const;
  /// YYYY-MM-DD, YYYY-MM or YYYY; empty when there is no date.
  [[nodiscard]] std::string text() const;

  friend bool operator==(const Date&, const Date&) = default;
};

/// A day that is planned and may lie ahead: a deadline, the end of a period. A plain Date is an event.
struct PlannedDate : Date {};

/// Reads YYYY-MM-DD, YYYY-MM or YYYY in ASCII digits; nothing if it is none or no day of the calendar.
std::optional<Date> parse_date(std::string_view text);

/// The whole date of a day.
Date date_of(std::chrono::sys_days day);

}  // namespace gongshi
