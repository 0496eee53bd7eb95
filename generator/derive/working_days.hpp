// Working days: Monday to Friday, corrected by the days off and make-up workdays of `holidays` records.
#pragma once

#include <set>
#include <vector>

#include "model/holiday.hpp"

namespace gongshi {

class WorkingDays {
 public:
  void add(const Holiday& holiday);

  [[nodiscard]] bool is_working(std::chrono::sys_days day) const;
  /// Working days from `first` to `last`, both counted; 0 if `last` is before `first`. Of more than
  /// twenty years only the first twenty are counted.
  [[nodiscard]] std::int64_t count(std::chrono::sys_days first, std::chrono::sys_days last) const;
  /// Is there no record that names a day of this year? Then it was counted without holidays.
  [[nodiscard]] bool lacks(int year) const { return !m_years.contains(year); }

 private:
  std::set<std::chrono::sys_days> m_days_off;
  std::set<std::chrono::sys_days> m_workdays;
  std::set<int> m_years;
};

/// Of all holidays records of `lists`, which holds them as `all<Holiday>()`.
template <class Lists>
WorkingDays working_days_of(const Lists& lists) {
  WorkingDays days;
  for (const auto& holiday : lists.template all<Holiday>()) {
    if (!holiday->withdrawn) days.add(*holiday);
  }
  return days;
}

}  // namespace gongshi
