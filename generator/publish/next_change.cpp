#include "publish/next_change.hpp"

#include <set>

#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

// A state changes on a date of the record, the day after one, or a limit's number of days after one.
std::set<sys_days> candidate_days(const Item& item, const std::vector<const Feedback*>& about,
                                  const Limits& limits, sys_days as_of) {
  std::set<sys_days> candidates;
  const auto add = [&](sys_days day) {
    if (day > as_of) candidates.insert(day);
  };
  const VisitValue add_date = [&](const Field&, const ValueType& type, const void* value) {
    if (type.shape != Shape::date) return;
    const Date& date = *static_cast<const Date*>(value);
    add(date.first_day());
    add(date.last_day() + days(1));
    add(date.last_day() + days(limits.stale_days));
    add(date.last_day() + days(limits.start_days));
  };
  walk_values(fields_of(&item), &item, add_date);
  for (const Feedback* feedback : about) walk_values(fields_of(feedback), feedback, add_date);
  return candidates;
}

// What is open past its original deadline is counted so, extended or not.
bool misses_deadline(const ItemState& then, sys_days day) {
  return then.left == ItemState::Left::no && then.status != ItemStatus::closed &&
         then.original_deadline.known() && day == then.original_deadline.last_day() + days(1);
}

}  // namespace

std::optional<Date> next_change(const PublishedSite& site) {
  const auto& items = site.records().all<Item>();
  std::optional<sys_days> first;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const Surroundings around = surroundings_of(site, i);
    for (const sys_days day :
         candidate_days(*items[i], around.feedback, site.limits(), site.as_of().last_day())) {
      if (first && day >= *first) break;
      const ItemState then = state_of(*items[i], date_of(day), site.limits(), around);
      const ItemState& now = site.state(i);
      if (then.status != now.status || then.flags != now.flags || misses_deadline(then, day)) first = day;
    }
  }
  return first ? std::optional(date_of(*first)) : std::nullopt;
}

}  // namespace gongshi
