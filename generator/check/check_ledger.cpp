// How items leave the ledger and move in it: nothing that was closed leaves, nothing is lost on the way.
#include <algorithm>
#include <map>
#include <set>

#include "check/checks.hpp"
#include "check/places.hpp"
#include "derive/date_order.hpp"
#include "derive/event_order.hpp"

namespace gongshi {
namespace {

class LedgerCheck {
 public:
  LedgerCheck(const Site& site, Diagnostics& diagnostics) : m_site(site), m_diagnostics(diagnostics) {
    for (const Opinion& opinion : site.records.all<Opinion>()) {
      for (const Ref<Kind::item>& item : opinion.items) m_opinions[item.id].insert(opinion.id);
    }
    for (const Item& item : site.records.all<Item>()) {
      for (const Ref<Kind::opinion>& opinion : item.opinions) m_opinions[item.id].insert(opinion.id);
    }
  }

  void check(const Item& item) {
    if (item.withdrawn) return check_open(item, item.withdrawn->date, *item.withdrawn, "withdrawn");
    if (item.merged_into) {
      check_leaving(item, *item.merged_into, "merged_into");
      check_opinions(item, {item.merged_into->item.id}, item.merged_into->at);
    }
    if (item.split_into) {
      check_leaving(item, *item.split_into, "split_into");
      std::vector<std::string> children;
      for (const Ref<Kind::item>& child : item.split_into->items) children.push_back(child.id);
      check_opinions(item, children, item.split_into->at);
    }
    for (const Move& move : item.moves) check_open(item, move.date, move, "moves");
    check_moves(item);
    check_continued(item);
  }

 private:
  // Closed on the evening before and on the evening of the day: on one day items move before they are
  // closed, and are reopened before they leave.
  void check_open(const Item& item, const Date& date, const Entry& leaving, std::string_view key) {
    if (!date.known()) return;
    const auto closed_on = [&](std::chrono::sys_days day) {
      return state_of(item, date_of(day), {}, {}).status == ItemStatus::closed;
    };
    const auto eve = date.first_day() - std::chrono::days(1);
    if (!closed_on(eve) || !closed_on(date.last_day())) return;
    m_diagnostics.add("closed-item-leaves", leaving.at, {date_of(eve).text(), name_of_key(item, item, key)});
  }

  template <class Leaving>
  void check_leaving(const Item& item, const Leaving& leaving, std::string_view key) {
    check_open(item, leaving.date, leaving, key);
    const auto after = [&](const Date& date, Position at) {
      if (!surely_before(leaving.date, date)) return;
      m_diagnostics.add("event-after-leaving", at,
                        {date.text(), leaving.date.text(), name_of_key(item, item, key)}, leaving.at);
    };
    for (const OrderedEvent& event : events_of(item, {})) after(event.date, event.at);
    for (const Progress& progress : item.progress) after(progress.date, progress.at);
    for (const Measure& measure : item.measures) after(measure.done, measure.at);
  }

  void check_opinions(const Item& item, const std::vector<std::string>& followers, Position at) {
    for (const std::string& opinion : m_opinions[item.id]) {
      const bool kept = std::any_of(followers.begin(), followers.end(), [&](const std::string& follower) {
        return m_opinions[follower].contains(opinion);
      });
      if (!kept) m_diagnostics.add("opinion-lost", at, {opinion});
    }
  }

  // The moves of one field, by date: each begins where the one before ended, and the last one ends at
  // what the record says.
  void check_moves(const Item& item) {
    for (const MovedField field : {MovedField::unit, MovedField::item_class, MovedField::scope}) {
      const Move* before = nullptr;
      for (const Move& move : item.moves) {
        if (!(move.field == field)) continue;
        if (before != nullptr && before->to.given() && move.from.given())
          join(field, before->to, move.from.id, move.from.at);
        before = &move;
      }
      if (before == nullptr || !before->to.given()) continue;
      const std::string_view key = choices(field)[static_cast<std::size_t>(field)].key;
      join(field, before->to, value_now(item, field), place_of(item, key));
    }
  }

  void join(MovedField field, const Reference& to, const std::string& then, Position at) {
    if (then.empty() || normal(field, to.id) == normal(field, then)) return;
    m_diagnostics.add("move-mismatch", to.at, {to.id, then}, at);
  }

  // A class may be written as its key or its label.
  static std::string normal(MovedField field, const std::string& value) {
    if (field != MovedField::item_class) return value;
    for (const ChoiceWord& word : choices(ItemClass{})) {
      if (value == word.label.zh) return std::string(word.key);
    }
    return value;
  }

  static std::string value_now(const Item& item, MovedField field) {
    if (field == MovedField::unit) return item.unit.id;
    if (field == MovedField::scope) return item.scope;
    return item.item_class.given() ? std::string(choices(ItemClass{})[item.item_class.index].key) : "";
  }

  void check_continued(const Item& item) {
    const Item* before = m_site.records.find<Item>(item.continues.id);
    if (before == nullptr || before->withdrawn) return;
    const auto entered = entered_on(item, m_site.as_of);
    const bool closed =
        std::any_of(before->closed.begin(), before->closed.end(),
                    [&](const Closing& closing) { return !entered || may_follow(*entered, closing.date); });
    if (!closed) m_diagnostics.add("continues-open-item", item.continues.at, {item.continues.id});
  }

  const Site& m_site;
  Diagnostics& m_diagnostics;
  std::map<std::string, std::set<std::string>, std::less<>> m_opinions;
};

/// Finds the references of one kind of record that lead back to where they begin.
template <class R>
class CircleCheck {
 public:
  CircleCheck(const Site& site, Diagnostics& diagnostics) : m_site(site), m_diagnostics(diagnostics) {}

  /// `next` adds the references that a record makes.
  template <class Next>
  void check(const Next& next) {
    for (const R& record : m_site.records.all<R>()) {
      std::vector<Reference> first;
      next(record, first);
      for (const Reference& reference : first) {
        if (leads_to(reference.id, record.id, next))
          m_diagnostics.add("goes-in-a-circle", reference.at, {record.id, reference.id});
      }
    }
  }

 private:
  template <class Next>
  bool leads_to(const std::string& from, const std::string& wanted, const Next& next) const {
    std::set<std::string> seen;
    std::vector<std::string> open = {from};
    while (!open.empty()) {
      const std::string id = open.back();
      open.pop_back();
      if (id == wanted) return true;
      const R* record = m_site.records.find<R>(id);
      if (record == nullptr || !seen.insert(id).second) continue;
      std::vector<Reference> further;
      next(*record, further);
      for (const Reference& reference : further) open.push_back(reference.id);
    }
    return false;
  }

  const Site& m_site;
  Diagnostics& m_diagnostics;
};

void check_circles(const Site& site, Diagnostics& diagnostics) {
  CircleCheck<Unit>(site, diagnostics).check([](const Unit& unit, std::vector<Reference>& next) {
    if (unit.parent.given()) next.push_back(unit.parent);
  });
  CircleCheck<Item> items(site, diagnostics);
  items.check([](const Item& item, std::vector<Reference>& next) {
    if (item.continues.given()) next.push_back(item.continues);
  });
  items.check([](const Item& item, std::vector<Reference>& next) {
    if (item.merged_into) next.push_back(item.merged_into->item);
    if (item.split_into)
      next.insert(next.end(), item.split_into->items.begin(), item.split_into->items.end());
  });
}

}  // namespace

void check_ledger(const Site& site, Diagnostics& diagnostics) {
  check_circles(site, diagnostics);
  LedgerCheck check(site, diagnostics);
  for (const Item& item : site.records.all<Item>()) {
    if (!is_misread(fields_of(&item), &item)) check.check(item);
  }
}

}  // namespace gongshi
