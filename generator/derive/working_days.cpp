#include "derive/working_days.hpp"

namespace gongshi {

using std::chrono::days;
using std::chrono::sys_days;

void WorkingDays::add(const Holiday& holiday) {
  const auto note = [&](const std::vector<Placed<PlannedDate>>& dates, std::set<sys_days>& into) {
    for (const Placed<PlannedDate>& date : dates) {
      if (!date.value.whole()) continue;
      into.insert(date.value.first_day());
      m_years.insert(date.value.year);
    }
  };
  note(holiday.days_off, m_days_off);
  note(holiday.workdays, m_workdays);
}

bool WorkingDays::is_working(sys_days day) const {
  if (m_days_off.contains(day)) return false;
  const unsigned weekday = std::chrono::weekday(day).iso_encoding();  // 1 is Monday
  return weekday <= 5 || m_workdays.contains(day);
}

std::int64_t WorkingDays::count(sys_days first, sys_days last) const {
  constexpr days kLongest(20 * 366);
  if (last - first > kLongest) last = first + kLongest;
  std::int64_t counted = 0;
  for (sys_days day = first; day <= last; day += days(1)) counted += is_working(day) ? 1 : 0;
  return counted;
}

}  // namespace gongshi
