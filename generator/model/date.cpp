#include "model/date.hpp"

#include <array>
#include <charconv>
#include <limits>

namespace gongshi {
namespace {

using std::chrono::month_day_last;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;

std::optional<unsigned> digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

void append_padded(std::string& out, unsigned value, std::size_t width) {
  std::array<char, std::numeric_limits<unsigned>::digits10 + 1> plain{};
  const auto* const end = std::to_chars(plain.begin(), plain.end(), value).ptr;
  const auto size = static_cast<std::size_t>(end - plain.begin());
  out.append(width > size ? width - size : 0, '0').append(plain.data(), size);
}

}  // namespace

sys_days Date::last_day() const {
  const std::chrono::year y{year};
  const std::chrono::month m{month == 0 ? 12U : month};
  if (day != 0) return year_month_day{y, m, std::chrono::day{day}};
  return year_month_day_last{y, month_day_last{m}};
}

sys_days Date::first_day() const {
  return year_month_day{std::chrono::year{year}, std::chrono::month{month == 0 ? 1U : month},
                        std::chrono::day{day == 0 ? 1U : day}};
}

std::string Date::text() const {
  std::string out;
  if (!known()) return out;
  append_padded(out, static_cast<unsigned>(year), 4);
  if (month == 0) return out;
  out.push_back('-');
  append_padded(out, month, 2);
  if (day == 0) return out;
  out.push_back('-');
  append_padded(out, day, 2);
  return out;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  if (!year || *year == 0) return std::nullopt;
  Date date{static_cast<std::int16_t>(*year), 0, 0};
  if (text.size() == 4) return date;
  const auto month = digits(text.substr(5, 2));
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  date.month = static_cast<std::uint8_t>(*month);
  if (text.size() == 7) return date;
  const auto day = digits(text.substr(8, 2));
  if (text[7] != '-' || !day) return std::nullopt;
  date.day = static_cast<std::uint8_t>(*day);
  const year_month_day whole{std::chrono::year{date.year}, std::chrono::month{date.month},
                             std::chrono::day{*day}};
  return whole.ok() ? std::optional(date) : std::nullopt;
}

Date date_of(sys_days day) {
  const year_month_day date{day};
  return {static_cast<std::int16_t>(static_cast<int>(date.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

}  // namespace gongshi
