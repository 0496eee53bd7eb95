#include "derive/deadlines.hpp"

#include <algorithm>

namespace gongshi {
namespace {

std::int64_t days_between(const Date& from, const Date& to) {
  return (to.last_day() - from.last_day()).count();
}

std::vector<const Extension*> by_date(const Item& item, Date as_of) {
  std::vector<const Extension*> sorted;
  for (const Extension& extension : item.extensions) {
    if (!extension.date.known() || extension.date.first_day() <= as_of.last_day())
      sorted.push_back(&extension);
  }
  // One without a date is older than all, as in the state of the item.
  const auto day = [](const Extension* e) {
    return e->date.known() ? e->date.last_day() : std::chrono::sys_days::min();
  };
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](const Extension* a, const Extension* b) { return day(a) < day(b); });
  return sorted;
}

}  // namespace

DeadlineHistory deadlines_of(const Item& item, Date as_of) {
  DeadlineHistory history;
  history.original = history.current = item.deadline;
  for (const Extension* extension : by_date(item, as_of)) {
    DeadlineChange change{extension, false, history.current, std::nullopt};
    change.granted = extension->state.value_or(ExtensionState::granted) == ExtensionState::granted;
    if (change.granted) {
      ++history.granted;
      if (change.before.known() && extension->to.known())
        change.days_added = days_between(change.before, extension->to);
      history.current = extension->to;
    }
    history.changes.push_back(change);
  }
  if (history.original.known() && history.current.known())
    history.days_added = days_between(history.original, history.current);
  return history;
}

void DeadlineTotals::add(const DeadlineHistory& history) {
  with_deadline += history.current.known() ? 1 : 0;
  extended += history.granted > 0 ? 1 : 0;
  extensions += history.granted;
  days_added += history.days_added;
}

void add_deadlines(const Item& item, Date as_of, DeadlineTables& tables) {
  const DeadlineHistory history = deadlines_of(item, as_of);
  tables.all.add(history);
  tables.by_unit[item.unit.id].add(history);
  tables.by_class[item.item_class.index].add(history);
}

}  // namespace gongshi
