#include "derive/closing_rounds.hpp"

#include "derive/date_order.hpp"

namespace gongshi {
namespace {

// The newest reopening before the closing, and whether one came after it. On one day an item is closed
// first and reopened then.
Date round_start(const Item& item, ClosingRound& round) {
  Date start;
  for (const Reopening& reopening : item.reopened) {
    if (!reopening.date.known()) continue;
    if (reopening.date.last_day() >= round.closing->date.last_day()) {
      round.in_force = false;
    } else if (!start.known() || reopening.date.last_day() > start.last_day()) {
      start = reopening.date;
    }
  }
  return start;
}

ClosingRound round_of(const Item& item, const Closing& closing) {
  ClosingRound round{&closing};
  if (!closing.date.known()) return round;
  const Date start = round_start(item, round);
  const auto belongs = [&](const Date& date, const Date& newest) {
    return date.known() && may_follow(closing.date, date) && may_follow(date, start) &&
           (!newest.known() || date.last_day() >= newest.last_day());
  };
  for (const Acceptance& acceptance : item.acceptance) {
    const bool counts = acceptance.result == AcceptanceResult::accepted && !acceptance.by.empty();
    if (counts && belongs(acceptance.date, round.acceptance == nullptr ? Date() : round.acceptance->date))
      round.acceptance = &acceptance;
  }
  for (const Notice& notice : item.notice) {
    if (belongs(notice.from, round.notice == nullptr ? Date() : round.notice->from)) round.notice = &notice;
  }
  return round;
}

}  // namespace

std::vector<ClosingRound> closing_rounds(const Item& item) {
  std::vector<ClosingRound> rounds;
  for (const Closing& closing : item.closed) rounds.push_back(round_of(item, closing));
  return rounds;
}

}  // namespace gongshi
