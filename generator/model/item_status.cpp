// An item's state is read off its rounds. Each round is a claim of completion and the verdicts on it;
// a refusal or a reopening after the claim opens the next one, and lasts until a newer claim.
//
//   not-started   nothing below is there
//   under-way     started, a progress entry, a measure done or with a stage, or a claim of a part
//   claimed       the unit reports all of it done
//   returned      an acceptance or inspection refused that claim
//   accepted      an acceptance passed that claim
//   in-notice     the notice after the acceptance has begun and not ended
//   notice-over   it has ended
//   closed        closed, and not reopened since
//   reopened      reopened after closing
//
// What is dated after the as-of day has not happened yet. A date known only to its month or year has
// happened once that month or year has begun. An event whose date the source does not state has
// happened.
#include "model/item_status.hpp"

#include <algorithm>
#include <optional>

#include "model/walk_fields.hpp"

namespace gongshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

bool happened(const Date& date, sys_days as_of) { return !date.known() || date.first_day() <= as_of; }

/// Is `a` surely later than `b`? Not if either is unknown.
bool later(const Date& a, const Date& b) { return a.known() && b.known() && a.last_day() > b.last_day(); }

template <class Event>
const Event* last_happened(const std::vector<Event>& events, sys_days as_of) {
  const Event* last = nullptr;
  for (const Event& event : events) {
    if (happened(event.date, as_of) && (last == nullptr || !later(last->date, event.date))) last = &event;
  }
  return last;
}

bool is_full(const CompletionClaim& claim) {
  return claim.extent.value_or(ClaimExtent::full) == ClaimExtent::full;
}
bool is_granted(const Extension& extension) {
  return extension.state.value_or(ExtensionState::granted) == ExtensionState::granted;
}

class StateReader {
 public:
  StateReader(const Item& item, sys_days as_of) : m_item(item), m_as_of(as_of) {
    for (const CompletionClaim& claim : item.claimed) {
      if (!happened(claim.date, as_of)) continue;
      m_last_claim = &claim;
      if (is_full(claim)) m_full_claim = &claim;
    }
  }

  [[nodiscard]] ItemStatus status() const {
    const Closing* closing = last_happened(m_item.closed, m_as_of);
    const Reopening* reopening = last_happened(m_item.reopened, m_as_of);
    if (reopening != nullptr && !superseded(reopening->date) &&
        (closing == nullptr || !later(closing->date, reopening->date))) {
      return ItemStatus::reopened;
    }
    if (closing != nullptr && (reopening == nullptr || later(closing->date, reopening->date)))
      return ItemStatus::closed;
    if (m_full_claim != nullptr && is_refused()) return ItemStatus::returned;
    if (const Acceptance* acceptance = passing_acceptance()) return notice_status(*acceptance);
    if (m_full_claim != nullptr) return ItemStatus::claimed;
    return is_under_way() ? ItemStatus::under_way : ItemStatus::not_started;
  }

  [[nodiscard]] bool last_claim_is_partial() const {
    return m_last_claim != nullptr && !is_full(*m_last_claim);
  }

 private:
  // Is there a full claim newer than this day?
  [[nodiscard]] bool superseded(const Date& date) const {
    return m_full_claim != nullptr && later(m_full_claim->date, date);
  }

  // A refusal without a date counts against the latest claim.
  [[nodiscard]] bool refuses_claim(const Date& date) const {
    if (!date.known()) return true;
    return happened(date, m_as_of) && !superseded(date) && !later(m_full_claim->date, date);
  }

  [[nodiscard]] bool is_refused() const {
    const auto returned = [&](const Acceptance& a) {
      return a.result == AcceptanceResult::returned && refuses_claim(a.date);
    };
    const auto failed = [&](const Inspection& i) {
      return i.result == InspectionResult::returned && refuses_claim(i.date);
    };
    return std::any_of(m_item.acceptance.begin(), m_item.acceptance.end(), returned) ||
           std::any_of(m_item.inspections.begin(), m_item.inspections.end(), failed);
  }

  [[nodiscard]] const Acceptance* passing_acceptance() const {
    const Acceptance* passing = nullptr;
    for (const Acceptance& a : m_item.acceptance) {
      if (!happened(a.date, m_as_of) || !(a.result == AcceptanceResult::accepted)) continue;
      if (m_full_claim != nullptr && later(m_full_claim->date, a.date)) continue;
      passing = &a;
    }
    return passing;
  }

  // A notice without an end stays open.
  [[nodiscard]] ItemStatus notice_status(const Acceptance& acceptance) const {
    const Notice* current = nullptr;
    for (const Notice& notice : m_item.notice) {
      if (happened(notice.from, m_as_of) && !later(acceptance.date, notice.from)) current = &notice;
    }
    if (current == nullptr) return ItemStatus::accepted;
    const bool over = current->to.known() && m_as_of > current->to.last_day();
    return over ? ItemStatus::notice_over : ItemStatus::in_notice;
  }

  [[nodiscard]] bool is_under_way() const {
    if (m_last_claim != nullptr) return true;
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
  const CompletionClaim* m_last_claim = nullptr;
  const CompletionClaim* m_full_claim = nullptr;
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

bool is_overdue(const Item& item, const ItemState& state, const EventSpan& events, sys_days as_of,
                const Limits& limits) {
  if (is_settled(state.status)) return false;
  if (state.current_deadline.known() && as_of > state.current_deadline.last_day()) return true;
  if (!(item.item_class == ItemClass::immediate) || state.status != ItemStatus::not_started) return false;
  std::optional<sys_days> entered = events.first;
  if (item.raised && item.raised->date.known()) entered = item.raised->date.last_day();
  // Counted inclusively: the day it enters is day 1.
  return entered && as_of > *entered + days(limits.start_days - 1);
}

bool is_open_objection(const Feedback& feedback) {
  if (!(feedback.kind == FeedbackKind::objection) || feedback.withdrawn) return false;
  if (!(feedback.status == FeedbackStatus::answered)) return true;
  return feedback.satisfied == std::optional(false) && !feedback.rechecked;
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

ItemState state_of(const Item& item, Date as_of_date, const Limits& limits,
                   std::span<const Feedback* const> about) {
  const sys_days as_of = as_of_date.last_day();
  const StateReader reader(item, as_of);
  const EventSpan events = events_of(item, as_of);
  ItemState state;
  state.status = reader.status();
  state.original_deadline = item.deadline;
  state.current_deadline = item.deadline;
  bool extended = false;
  for (const Extension& extension : item.extensions) {
    if (!is_granted(extension) || !happened(extension.date, as_of)) continue;
    state.current_deadline = extension.to;
    extended = true;
  }
  const auto raise = [&](ItemFlag flag, bool up) {
    if (up) state.flags.push_back(flag);
  };
  raise(ItemFlag::overdue, is_overdue(item, state, events, as_of, limits));
  raise(ItemFlag::stale,
        state.status != ItemStatus::closed && events.last && as_of > *events.last + days(limits.stale_days));
  raise(ItemFlag::disputed,
        std::any_of(about.begin(), about.end(), [](const Feedback* f) { return is_open_objection(*f); }));
  raise(ItemFlag::extended, extended);
  raise(ItemFlag::partial, reader.last_claim_is_partial());
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
