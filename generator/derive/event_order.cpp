#include "derive/event_order.hpp"

#include <set>

#include "derive/date_order.hpp"

namespace gongshi {
namespace {

using enum ItemStatus;

bool is_open_to_claims(ItemStatus status) { return status_after(status, ItemEvent::claim).has_value(); }

struct Standing {
  ItemStatus status = not_started;
  bool claimed = false;
  bool in_part = false;
  // NOLINTNEXTLINE(readability-implicit-bool-conversion): of the compiler's own making
  friend auto operator<=>(const Standing&, const Standing&) = default;
};

// The event as the table calls it, given what was claimed last.
ItemEvent in_table(ItemEvent event, const Standing& now) {
  if (!now.in_part) return event;
  if (event == ItemEvent::accept) return ItemEvent::accept_part;
  return event == ItemEvent::post ? ItemEvent::post_part : event;
}

class Walk {
 public:
  explicit Walk(const std::vector<OrderedEvent>& events) : m_events(events) {
    for (const OrderedEvent& e : events) m_ends_otherwise |= e.event == ItemEvent::close_otherwise;
  }

  /// Is some order of the events that the dates allow in order?
  bool fits(const Standing& now, std::uint32_t done) {
    if (done + 1 == std::uint32_t{1} << m_events.size()) return true;
    if (!m_seen.insert({now, done}).second) return false;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
      if (!may_be_next(i, done)) continue;
      const auto next = step(now, m_events[i].event);
      if (next && fits(*next, done | std::uint32_t{1} << i)) return true;
    }
    return false;
  }

  std::optional<OrderFault> first_fault() const {
    Standing now;
    for (const OrderedEvent& event : m_events) {
      const auto next = step(now, event.event);
      if (!next) return OrderFault{&event, now.status};
      now = *next;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] bool may_be_next(std::size_t i, std::uint32_t done) const {
    if ((done >> i & 1U) != 0) return false;
    for (std::size_t k = 0; k < m_events.size(); ++k) {
      if ((done >> k & 1U) != 0 || k == i) continue;
      const bool first = !m_events[k].date.known() && m_events[i].date.known();
      if (first || surely_before(m_events[k].date, m_events[i].date)) return false;
    }
    return true;
  }

  [[nodiscard]] std::optional<Standing> step(const Standing& now, ItemEvent event) const {
    // A refusal of what nobody claimed says nothing of a status.
    if (event == ItemEvent::refuse && !now.claimed) return now;
    // What is to be closed otherwise than done is put on notice without having been accepted.
    if (event == ItemEvent::post && m_ends_otherwise && is_open_to_claims(now.status)) return now;
    Standing next = now;
    const auto to = status_after(now.status, in_table(event, now));
    const bool closing = event == ItemEvent::close || event == ItemEvent::close_otherwise;
    if (!to && !(closing && now.status != closed && now.status != returned)) return std::nullopt;
    next.status = to.value_or(closed);
    if (event == ItemEvent::claim || event == ItemEvent::claim_in_part) {
      next.claimed = true;
      next.in_part = event == ItemEvent::claim_in_part;
    }
    if (event == ItemEvent::reopen) next.claimed = next.in_part = false;
    return next;
  }

  const std::vector<OrderedEvent>& m_events;
  bool m_ends_otherwise = false;
  std::set<std::pair<Standing, std::uint32_t>> m_seen;
};

void add_events(const Item& item, std::vector<OrderedEvent>& events) {
  const auto add = [&](ItemEvent event, const Date& date, Position at) {
    const bool claim = event == ItemEvent::claim || event == ItemEvent::claim_in_part;
    if (date.known() || claim) events.push_back({event, date, at});
  };
  for (const CompletionClaim& claim : item.claimed) {
    const bool full = claim.extent.value_or(ClaimExtent::full) == ClaimExtent::full;
    add(full ? ItemEvent::claim : ItemEvent::claim_in_part, claim.date, claim.at);
  }
  for (const Acceptance& acceptance : item.acceptance) {
    const bool accepted = acceptance.result == AcceptanceResult::accepted;
    add(accepted ? ItemEvent::accept : ItemEvent::refuse, acceptance.date, acceptance.at);
  }
  for (const Inspection& inspection : item.inspections) {
    if (inspection.result == InspectionResult::returned)
      add(ItemEvent::refuse, inspection.date, inspection.at);
  }
  for (const Notice& notice : item.notice) add(ItemEvent::post, notice.from, notice.at);
  for (const Closing& closing : item.closed) {
    const bool done = closing.as.value_or(ClosedAs::done) == ClosedAs::done;
    add(done ? ItemEvent::close : ItemEvent::close_otherwise, closing.date, closing.at);
  }
  for (const Reopening& reopening : item.reopened) add(ItemEvent::reopen, reopening.date, reopening.at);
}

}  // namespace

std::span<const ChoiceWord> choices(ItemEvent) {
  static constexpr ChoiceWord kWords[] = {
      {"claim", {"单位自报", "claim"}},
      {"claim-in-part", {"部分自报", "claim of a part"}},
      {"refuse", {"退回", "refusal"}},
      {"accept", {"验收通过", "acceptance"}},
      {"accept-part", {"部分验收", "acceptance of a part"}},
      {"post", {"公示", "notice"}},
      {"post-part", {"部分公示", "notice of a part"}},
      {"run-out", {"公示期满", "end of the notice"}},
      {"close", {"销号", "closing"}},
      {"close-otherwise", {"其他销号", "closing as anything but done"}},
      {"reopen", {"重新打开", "reopening"}},
  };
  return kWords;
}

std::span<const Transition> transitions() {
  using enum ItemEvent;
  static constexpr Transition kTable[] = {
      {not_started, claim, claimed},
      {under_way, claim, claimed},
      {claimed, claim, claimed},
      {returned, claim, claimed},
      {reopened, claim, claimed},
      {not_started, claim_in_part, under_way},
      {under_way, claim_in_part, under_way},
      {claimed, claim_in_part, under_way},
      {returned, claim_in_part, under_way},
      {reopened, claim_in_part, under_way},
      {under_way, refuse, returned},
      {claimed, refuse, returned},
      {accepted, refuse, returned},
      {in_notice, refuse, returned},
      {notice_over, refuse, returned},
      {returned, refuse, returned},
      {not_started, accept, accepted},
      {under_way, accept, accepted},
      {claimed, accept, accepted},
      {accepted, accept, accepted},
      {in_notice, accept, in_notice},
      {notice_over, accept, notice_over},
      {under_way, accept_part, under_way},
      {accepted, post, in_notice},
      {in_notice, post, in_notice},
      {notice_over, post, in_notice},
      {under_way, post_part, under_way},
      {in_notice, run_out, notice_over},
      {notice_over, close, closed},
      {notice_over, close_otherwise, closed},
      {not_started, close_otherwise, closed},
      {under_way, close_otherwise, closed},
      {claimed, close_otherwise, closed},
      {closed, reopen, reopened},
  };
  return kTable;
}

std::optional<ItemStatus> status_after(ItemStatus from, ItemEvent event) {
  for (const Transition& line : transitions()) {
    if (line.from == from && line.event == event) return line.to;
  }
  return std::nullopt;
}

std::vector<OrderedEvent> events_of(const Item& item, const std::vector<OrderedEvent>& taken_up) {
  std::vector<OrderedEvent> events = taken_up;
  add_events(item, events);
  const auto key = [](const OrderedEvent& e) {
    return std::pair(e.date.known() ? e.date.last_day() : std::chrono::sys_days::min(), e.event);
  };
  std::stable_sort(events.begin(), events.end(),
                   [&](const OrderedEvent& a, const OrderedEvent& b) { return key(a) < key(b); });
  return events;
}

std::optional<OrderFault> fault_of_order(const std::vector<OrderedEvent>& events) {
  constexpr std::size_t kMost = 24;  // beyond it orders of overlapping months are no longer tried
  Walk walk(events);
  if (events.size() <= kMost && walk.fits({}, 0)) return std::nullopt;
  return walk.first_fault();
}

}  // namespace gongshi
