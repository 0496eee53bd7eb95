#include "parse/sheet_date.hpp"

#include <chrono>
#include <cmath>

namespace gongshi {

std::optional<std::string> sheet_date(double number, bool since_1904) {
  using std::chrono::sys_days;
  using std::chrono::year;
  constexpr double kFirst = 61;
  constexpr double kEndOfTime = 2'958'466;
  if (number < (since_1904 ? 0 : kFirst) || number >= kEndOfTime) return std::nullopt;
  const double whole = std::floor(number);
  const sys_days start = since_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / 30);
  const std::chrono::year_month_day day = start + std::chrono::days(static_cast<int>(whole));
  const auto padded = [](unsigned part) { return (part < 10 ? "0" : "") + std::to_string(part); };
  std::string text = std::to_string(static_cast<int>(day.year())) + "-" +
                     padded(static_cast<unsigned>(day.month())) + "-" +
                     padded(static_cast<unsigned>(day.day()));
  const auto minutes = static_cast<unsigned>(std::lround((number - whole) * 1440));
  if (minutes > 0) text += " " + padded(minutes / 60) + ":" + padded(minutes % 60);
  return text;
}

}  // namespace gongshi
