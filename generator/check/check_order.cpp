// Dates and events follow each other as they can have happened.
#include <algorithm>
#include <map>

#include "check/checks.hpp"
#include "check/places.hpp"
#include "derive/closing_rounds.hpp"
#include "derive/date_order.hpp"
#include "derive/event_order.hpp"

namespace gongshi {
namespace {

class OrderCheck {
 public:
  OrderCheck(const Site& site, Diagnostics& diagnostics) : m_site(site), m_diagnostics(diagnostics) {
    note_taken_up();
  }

  void check(const Item& item) {
    check_item_dates(item);
    check_rounds(item, item.claimed, "claimed", "date");
    check_rounds(item, item.acceptance, "acceptance", "date");
    check_rounds(item, item.notice, "notice", "from");
    check_rounds(item, item.closed, "closed", "date");
    check_rounds(item, item.reopened, "reopened", "date");
    check_events(item);
  }
  void check(const Opinion& opinion) {
    if (opinion.assigned) in_order(opinion, opinion, "received", *opinion.assigned, "date");
    in_order(opinion, opinion, "received", opinion, "replied_on");
  }
  void check(const Feedback& feedback) {
    in_order(feedback, feedback, "received", feedback, "replied_on");
    if (feedback.rechecked) in_order(feedback, feedback, "received", *feedback.rechecked, "date");
  }
  void check(const Consultation& consultation) {
    if (consultation.period) in_order(consultation, *consultation.period, "from", *consultation.period, "to");
  }
  void check(const Bulletin& bulletin) {
    if (bulletin.window) in_order(bulletin, *bulletin.window, "from", *bulletin.window, "to");
  }
  void check(const Phase& phase) { in_order(phase, phase, "from", phase, "to"); }

 private:
  template <class E>
  static const Date& date_in(const E& entry, std::string_view key) {
    return *static_cast<const Date*>(fields_of(&entry).find(key)->in(&entry));
  }

  // `late_key` of `late` is not before `early_key` of `early`.
  template <class R, class A, class B>
  void in_order(const R& record, const A& early, std::string_view early_key, const B& late,
                std::string_view late_key) {
    const Date& first = date_in(early, early_key);
    const Date& second = date_in(late, late_key);
    if (!surely_before(second, first)) return;
    m_diagnostics.add(
        "dates-out-of-order", place_of(late, late_key),
        {path_of(record, late, late_key), second.text(), path_of(record, early, early_key), first.text()},
        place_of(early, early_key));
  }

  // A key with the key of the mapping it is in, such as acceptance.date, as their author calls them.
  template <class R, class E>
  static std::string path_of(const R& record, const E& entry, std::string_view key) {
    std::string name = name_of_key(record, entry, key);
    if constexpr (!std::is_same_v<R, E>) {
      for (const Field& field : fields_of(&record).fields) {
        const ValueType* type = field.type->element != nullptr ? field.type->element : field.type;
        if (type->shape == Shape::mapping && &type->table() == &fields_of(&entry))
          return name_of_key(record, record, field.key) + "." + name;
      }
    }
    return name;
  }

  void check_item_dates(const Item& item) {
    const auto after_raising = [&](const auto& entry, std::string_view key) {
      if (item.raised) in_order(item, *item.raised, "date", entry, key);
    };
    if (item.response) after_raising(*item.response, "date");
    for (const Extension& extension : item.extensions) after_raising(extension, "date");
    for (const CompletionClaim& claim : item.claimed) {
      after_raising(claim, "date");
      if (item.started.known()) in_order(item, item, "started", claim, "date");
    }
    for (const Notice& notice : item.notice) in_order(item, notice, "from", notice, "to");
    for (const ClosingRound& round : closing_rounds(item)) {
      if (round.acceptance == nullptr) continue;
      if (round.notice != nullptr) in_order(item, *round.acceptance, "date", *round.notice, "from");
      const bool done = round.closing->as.value_or(ClosedAs::done) == ClosedAs::done;
      if (!round.in_force || !done) continue;
      for (const Measure& measure : item.measures) in_order(item, measure, "done", *round.acceptance, "date");
    }
  }

  template <class E>
  void check_rounds(const Item& item, const std::vector<E>& rounds, std::string_view list,
                    std::string_view key) {
    for (std::size_t i = 1; i < rounds.size(); ++i) {
      const Date& before = date_in(rounds[i - 1], key);
      const Date& date = date_in(rounds[i], key);
      if (!surely_before(date, before)) continue;
      m_diagnostics.add("rounds-out-of-order", place_of(rounds[i], key),
                        {name_of_key(item, item, list), date.text(), before.text()},
                        place_of(rounds[i - 1], key));
    }
  }

  void check_events(const Item& item) {
    const auto taken_up = m_taken_up.find(item.id);
    const auto events =
        events_of(item, taken_up == m_taken_up.end() ? std::vector<OrderedEvent>() : taken_up->second);
    const auto fault = fault_of_order(events);
    if (fault && !is_told_elsewhere(item, *fault)) report(*fault);
  }

  // A notice without an acceptance, where its closing lacks that or their dates are the wrong way round;
  // and the taking up of an open item, which is told where it is taken up.
  static bool is_told_elsewhere(const Item& item, const OrderFault& fault) {
    if (fault.event->at.file != item.at.file) return true;
    if (fault.event->event != ItemEvent::post) return false;
    const std::vector<ClosingRound> rounds = closing_rounds(item);
    return std::any_of(rounds.begin(), rounds.end(), [&](const ClosingRound& round) {
      const bool ends_here = round.notice != nullptr && round.notice->at == fault.event->at;
      return ends_here &&
             (round.acceptance == nullptr || surely_before(round.notice->from, round.acceptance->date));
    });
  }

  static Term term_of(const ChoiceWord& word) {
    return {std::string(word.label.zh), std::string(word.label.en)};
  }

  void report(const OrderFault& fault) {
    const ItemEvent event = fault.event->event;
    Term before;
    for (const Transition& line : transitions()) {
      if (line.event != event) continue;
      const ChoiceWord& status = choices(ItemStatus{})[static_cast<std::size_t>(line.from)];
      before.zh += (before.zh.empty() ? "" : "、") + std::string(status.label.zh);
      before.en += (before.en.empty() ? "" : ", ") + std::string(status.label.en);
    }
    m_diagnostics.add("event-out-of-order", fault.event->at,
                      {term_of(choices(ItemEvent{})[static_cast<std::size_t>(event)]),
                       term_of(choices(ItemStatus{})[static_cast<std::size_t>(fault.status)]), before});
  }

  // An item that is taken up by another counts as reopened on the day that one enters.
  void note_taken_up() {
    for (const Item& item : m_site.records.all<Item>()) {
      if (!item.continues.given() || item.withdrawn) continue;
      if (const auto day = entered_on(item, m_site.as_of))
        m_taken_up[item.continues.id].push_back({ItemEvent::reopen, *day, item.continues.at});
    }
  }

  const Site& m_site;
  Diagnostics& m_diagnostics;
  std::map<std::string, std::vector<OrderedEvent>, std::less<>> m_taken_up;
};

}  // namespace

void check_order(const Site& site, Diagnostics& diagnostics) {
  OrderCheck check(site, diagnostics);
  site.records.for_each_kind([&]<class R>() {
    if constexpr (requires(const R& record) { check.check(record); }) {
      for (const R& record : site.records.all<R>()) {
        if (!record.withdrawn && !is_misread(fields_of(&record), &record))
          check.check(static_cast<const R&>(record));
      }
    }
  });
}

}  // namespace gongshi
