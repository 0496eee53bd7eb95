// An item's state is read off its rounds. Each round is a claim of completion and the verdicts on it;
// what is older than the newest claim, or than a reopening, belongs to a round that is over.
//
//   not-started   nothing below is there
//   under-way     started, a progress entry, a measure done or with a stage, or a claim of a part
//   claimed       the unit reports all of it done
//   returned      an acceptance or inspection refused it on or after the day of the newest claim
//   accepted      an acceptance passed it in this round
//   in-notice     the notice of this round has begun and not ended; one without an end stays open
//   notice-over   it has ended
//   closed        closed in this round, as whatever
//   reopened      reopened, or taken up by another item, and not claimed since
//
// Of a refusal and a reopening the later one speaks; on one day an item is claimed, refused, closed and
// reopened in this order. What is dated after the as-of day has not happened yet. A date known only to
// its month or year has happened once that month or year has begun, and is compared by its last day. A
// claim without a date is older than all, any other event without one newer than all.
#include "derive/item_status.hpp"

#include <algorithm>
#include <optional>

#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr sys_days kNever = sys_days::min();
constexpr sys_days kLatest = sys_days::max();

bool happened(const Date& date, sys_days as_of) { return !date.known() || date.first_day() <= as_of; }
sys_days day_of(const Date& date, sys_days if_unknown) { return date.known() ? date.last_day() : if_unknown; }

bool is_full(const CompletionClaim& claim) {
  return claim.extent.value_or(ClaimExtent::full) == ClaimExtent::full;
}

class StateReader {
 public:
  StateReader(const Item& item, sys_days as_of, const Surroundings& around) : m_item(item), m_as_of(as_of) {
    find_claim();
    for (const Reopening& reopening : item.reopened) note(reopening.date, m_reopened);
    for (const Date& date : around.taken_up) note(date, m_reopened);
    for (const Acceptance& acceptance : item.acceptance) {
      if (acceptance.result == AcceptanceResult::returned) note(acceptance.date, m_refused);
    }
    for (const Inspection& inspection : item.inspections) {
      if (inspection.result == InspectionResult::returned) note(inspection.date, m_refused);
    }
    for (const Closing& closing : item.closed) note(closing.date, m_closed);
  }

  [[nodiscard]] ItemStatus status() const {
    const bool reopened = m_reopened != kNever && m_claimed <= m_reopened && m_closed <= m_reopened;
    const bool refused = m_claim != nullptr && m_refused != kNever && m_claimed <= m_refused;
    if (refused && !(reopened && m_reopened >= m_refused)) return ItemStatus::returned;
    if (reopened) return ItemStatus::reopened;
    if (m_closed != kNever && m_closed >= round_start()) return ItemStatus::closed;
    const bool in_part = m_claim != nullptr && !is_full(*m_claim);
    if (!in_part && is_accepted()) return notice_status();
    if (m_claim != nullptr && !in_part) return ItemStatus::claimed;
    return in_part || is_under_way() ? ItemStatus::under_way : ItemStatus::not_started;
  }

  /// A claim in full that awaits its verdict, made by `deadline`.
  [[nodiscard]] bool claimed_by(const Date& deadline) const {
    return m_claim != nullptr && m_claim->date.known() && deadline.known() &&
           m_claimed <= deadline.last_day();
  }

  [[nodiscard]] bool newest_claim_is_in_part() const { return m_claim != nullptr && !is_full(*m_claim); }

 private:
  // The newest claim; of two on one day the one further down.
  void find_claim() {
    for (const CompletionClaim& claim : m_item.claimed) {
      if (!happened(claim.date, m_as_of)) continue;
      const sys_days day = day_of(claim.date, kNever);
      if (m_claim != nullptr && day < m_claimed) continue;
      m_claim = &claim;
      m_claimed = day;
    }
  }

  void note(const Date& date, sys_days& newest) const {
    if (happened(date, m_as_of)) newest = std::max(newest, day_of(date, kLatest));
  }

  [[nodiscard]] sys_days round_start() const { return std::max(m_claimed, m_reopened); }

  [[nodiscard]] bool is_accepted() const {
    return std::any_of(m_item.acceptance.begin(), m_item.acceptance.end(), [&](const Acceptance& acceptance) {
      return acceptance.result == AcceptanceResult::accepted && happened(acceptance.date, m_as_of) &&
             day_of(acceptance.date, kLatest) >= round_start();
    });
  }

  [[nodiscard]] ItemStatus notice_status() const {
    const Notice* current = nullptr;
    for (const Notice& notice : m_item.notice) {
      const bool begun = happened(notice.from, m_as_of) && day_of(notice.from, kLatest) >= round_start();
      if (begun && (current == nullptr || notice.from.last_day() >= current->from.last_day()))
        current = &notice;
    }
    if (current == nullptr) return ItemStatus::accepted;
    return m_as_of <= day_of(current->to, kLatest) ? ItemStatus::in_notice : ItemStatus::notice_over;
  }

  [[nodiscard]] bool is_under_way() const {
    if (m_item.started.known() && happened(m_item.started, m_as_of)) return true;
    const auto moved = [&](const Measure& m) {
      return m.stage.given() || (m.done.known() && happened(m.done, m_as_of));
    };
    const auto made = [&](const Progress& p) { return happened(p.date, m_as_of); };
    return std::any_of(m_item.measures.begin(), m_item.measures.end(), moved) ||
           std::any_of(m_item.progress.begin(), m_item.progress.end(), made);
  }

  const Item& m_item;
  sys_days m_as_of;
  const CompletionClaim* m_claim = nullptr;
  sys_days m_claimed = kNever;
  sys_days m_reopened = kNever;
  sys_days m_refused = kNever;
  sys_days m_closed = kNever;
};

/// First and last day on which something is recorded to have happened, up to the as-of day.
struct EventSpan {
  std::optional<sys_days> first;
  std::optional<sys_days> last;
};

EventSpan events_of(const Item& item, sys_days as_of) {
  EventSpan span;
  walk_values(fields_of(&item), &item, [&](const Field&, const ValueType& type, const void* value) {
    if (type.shape != Shape::date || type.planned) return;
    const Date& date = *static_cast<const Date*>(value);
    if (!happened(date, as_of)) return;
    const sys_days day = std::min(date.last_day(), as_of);
    if (!span.first || day < *span.first) span.first = day;
    if (!span.last || day > *span.last) span.last = day;
  });
  return span;
}

bool is_settled(ItemStatus status) {
  return status == ItemStatus::accepted || status == ItemStatus::in_notice ||
         status == ItemStatus::notice_over || status == ItemStatus::closed;
}

// The day on which an item entered the ledger, if any is known.
std::optional<sys_days> entry_of(const Item& item, const EventSpan& events, sys_days as_of) {
  // A month that is not over yet counts by the as-of day: else what began in it would lie ahead.
  if (item.raised && item.raised->date.known()) return std::min(item.raised->date.last_day(), as_of);
  return events.first;
}

bool is_overdue(const Item& item, const ItemState& state, const EventSpan& events, sys_days as_of,
                const Limits& limits) {
  if (is_settled(state.status)) return false;
  if (state.current_deadline.known() && as_of > state.current_deadline.last_day()) return true;
  if (!(item.item_class == ItemClass::immediate) || state.status != ItemStatus::not_started) return false;
  const std::optional<sys_days> entered = entry_of(item, events, as_of);
  // Counted inclusively: the day it enters is day 1.
  return entered && as_of > *entered + days(limits.start_days - 1);
}

// The newest extension that was granted; of two on one day the one further down.
const Extension* newest_grant(const Item& item, sys_days as_of) {
  const Extension* newest = nullptr;
  for (const Extension& extension : item.extensions) {
    const bool granted = extension.state.value_or(ExtensionState::granted) == ExtensionState::granted;
    if (!granted || !happened(extension.date, as_of)) continue;
    if (newest == nullptr || day_of(extension.date, kNever) >= day_of(newest->date, kNever))
      newest = &extension;
  }
  return newest;
}

bool is_open_objection(const Feedback& feedback, sys_days as_of) {
  if (!(feedback.kind == FeedbackKind::objection) || feedback.withdrawn) return false;
  if (!happened(feedback.received, as_of)) return false;
  if (!(feedback.status == FeedbackStatus::answered) || !happened(feedback.replied_on, as_of)) return true;
  const bool rechecked = feedback.rechecked && happened(feedback.rechecked->date, as_of);
  return feedback.satisfied == std::optional(false) && !rechecked;
}

}  // namespace

std::span<const ChoiceWord> choices(ItemStatus) {
  static constexpr ChoiceWord kWords[] = {
      {"not-started", {"未启动", "not started"}},
      {"under-way", {"整改中", "under way"}},
      {"claimed", {"单位已报完成", "reported done"}},
      {"accepted", {"验收通过", "accepted"}},
      {"in-notice", {"公示中", "in notice"}},
      {"notice-over", {"公示期满", "notice over"}},
      {"closed", {"已销号", "closed"}},
      {"returned", {"退回整改", "returned"}},
      {"reopened", {"重新整改", "reopened"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(ItemFlag) {
  static constexpr ChoiceWord kWords[] = {
      {"overdue", {"逾期", "overdue"}},     {"stale", {"久无进展", "no recent entry"}},
      {"disputed", {"有异议", "disputed"}}, {"extended", {"已延期", "extended"}},
      {"partial", {"部分完成", "partial"}},
  };
  return kWords;
}

std::optional<Date> entered_on(const Item& item, Date as_of) {
  const auto day = entry_of(item, events_of(item, as_of.last_day()), as_of.last_day());
  return day ? std::optional(date_of(*day)) : std::nullopt;
}

ItemState state_of(const Item& item, Date as_of_date, const Limits& limits, const Surroundings& around) {
  const sys_days as_of = as_of_date.last_day();
  const StateReader reader(item, as_of, around);
  const EventSpan events = events_of(item, as_of);
  ItemState state;
  state.status = reader.status();
  state.original_deadline = item.deadline;
  state.current_deadline = item.deadline;
  const Extension* extension = newest_grant(item, as_of);
  if (extension != nullptr) state.current_deadline = extension->to;
  const auto raise = [&](ItemFlag flag, bool up) {
    if (up) state.flags.push_back(flag);
  };
  raise(ItemFlag::overdue, is_overdue(item, state, events, as_of, limits));
  state.reported_in_time = state.has(ItemFlag::overdue) && state.status == ItemStatus::claimed &&
                           reader.claimed_by(state.current_deadline);
  raise(ItemFlag::stale, state.status != ItemStatus::closed && events.last &&
                             as_of > *events.last + days(limits.stale_days - 1));
  raise(ItemFlag::disputed, std::any_of(around.feedback.begin(), around.feedback.end(),
                                        [&](const Feedback* f) { return is_open_objection(*f, as_of); }));
  raise(ItemFlag::extended, extension != nullptr);
  raise(ItemFlag::partial, reader.newest_claim_is_in_part() && state.status != ItemStatus::reopened);
  if (item.withdrawn) {
    state.left = ItemState::Left::withdrawn;
  } else if (item.merged_into) {
    state.left = ItemState::Left::merged;
  } else if (item.split_into) {
    state.left = ItemState::Left::split;
  }
  return state;
}

}  // namespace gongshi
