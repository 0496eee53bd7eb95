// The history of an item is read off its record as a row of acts, each of which changes where it is. The
// figures follow from the histories alone: an item that is open in a slice before a step and not after
// it, or the other way round, is one more of the step's term there. Stocks are counted from the spans of
// days in which items are open, not from the terms, so that the sum is a check and not a definition.
#include "derive/flow.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace gongshi {
namespace {

using std::chrono::sys_days;

/// In the order in which they count on one day.
enum class Act : std::uint8_t { move, split, merge, withdraw, claim, refuse, close, reopen };

struct LedgerAct {
  sys_days day;
  Act act = Act::move;
  std::size_t move = 0;  ///< of a move: its place among all moves
};

std::uint8_t class_named(std::string_view word) {
  const std::span<const ChoiceWord> classes = choices(ItemClass{});
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (word == classes[i].key || word == classes[i].label.zh) return static_cast<std::uint8_t>(i);
  }
  return ChoiceIndex::kNone;
}

class HistoryReader {
 public:
  HistoryReader(const Item& item, sys_days as_of, const LedgerTies& ties,
                const std::function<bool(std::string_view)>& sees)
      : m_item(item), m_as_of(as_of), m_ties(ties), m_sees(sees) {}

  ItemHistory read() {
    const std::optional<sys_days> entry = entry_day();
    if (!entry) return {};
    list_moves();
    list_acts();
    m_place = first_place();
    m_place.state = LedgerState::open;
    m_history.push_back({*entry, m_ties.split_off ? FlowTerm::split_in : FlowTerm::fresh, m_place});
    for (const LedgerAct& act : m_acts) apply(act, std::max(act.day, *entry));
    return std::move(m_history);
  }

 private:
  [[nodiscard]] std::optional<sys_days> day_of(const Date& date) const {
    if (!date.known()) return m_as_of;
    if (date.first_day() > m_as_of) return std::nullopt;
    return std::min(date.last_day(), m_as_of);
  }

  [[nodiscard]] std::optional<sys_days> entry_day() const {
    if (m_ties.split_off) return day_of(*m_ties.split_off);
    if (m_item.raised && m_item.raised->date.known()) return day_of(m_item.raised->date);
    const std::optional<Date> first = entered_on(m_item, date_of(m_as_of));
    return first ? day_of(*first) : std::nullopt;
  }

  void add(const Date& date, Act act, std::size_t move = 0) {
    if (const auto day = day_of(date)) m_acts.push_back({*day, act, move});
  }

  // All moves in order, those that have not happened yet too: what was before them tells where it is now.
  void list_moves() {
    for (const Move& move : m_item.moves) m_moves.push_back(&move);
    const auto day = [](const Move* move) {
      return move->date.known() ? move->date.last_day() : sys_days::max();
    };
    std::stable_sort(m_moves.begin(), m_moves.end(),
                     [&](const Move* a, const Move* b) { return day(a) < day(b); });
  }

  void list_acts() {
    for (std::size_t i = 0; i < m_moves.size(); ++i) add(m_moves[i]->date, Act::move, i);
    if (m_item.split_into) add(m_item.split_into->date, Act::split);
    if (m_item.merged_into) add(m_item.merged_into->date, Act::merge);
    if (m_item.withdrawn) add(m_item.withdrawn->date, Act::withdraw);
    for (const CompletionClaim& claim : m_item.claimed) {
      if (claim.date.known()) {
        add(claim.date, Act::claim);
      } else {
        m_acts.push_back({sys_days::min(), Act::claim, 0});
      }
    }
    for (const Acceptance& acceptance : m_item.acceptance) {
      if (acceptance.result == AcceptanceResult::returned) add(acceptance.date, Act::refuse);
    }
    for (const Inspection& inspection : m_item.inspections) {
      if (inspection.result == InspectionResult::returned) add(inspection.date, Act::refuse);
    }
    for (const Closing& closing : m_item.closed) add(closing.date, Act::close);
    for (const Reopening& reopening : m_item.reopened) add(reopening.date, Act::reopen);
    for (const Date& date : m_ties.taken_up) add(date, Act::reopen);
    std::stable_sort(m_acts.begin(), m_acts.end(), [](const LedgerAct& a, const LedgerAct& b) {
      return std::pair(a.day, a.act) < std::pair(b.day, b.act);
    });
  }

  // What a field was after the first `done` moves: what the next move of it came from, or what it is now.
  [[nodiscard]] const Reference* value_after(MovedField field, std::size_t done) const {
    for (std::size_t i = done; i < m_moves.size(); ++i) {
      if (m_moves[i]->field == field) return &m_moves[i]->from;
    }
    return nullptr;
  }

  [[nodiscard]] LedgerPlace place_after(std::size_t done) const {
    LedgerPlace place = m_place;
    const Reference* unit = value_after(MovedField::unit, done);
    const Reference* item_class = value_after(MovedField::item_class, done);
    const Reference* scope = value_after(MovedField::scope, done);
    place.unit = unit != nullptr ? unit->id : m_item.unit.id;
    place.item_class = m_item.item_class;
    if (item_class != nullptr) place.item_class.index = class_named(item_class->id);
    place.seen = scope == nullptr || m_sees(scope->id);
    return place;
  }
  [[nodiscard]] LedgerPlace first_place() const { return place_after(0); }

  void apply(const LedgerAct& act, sys_days day) {
    const bool closed = m_place.state == LedgerState::closed;
    const bool open = m_place.state == LedgerState::open;
    switch (act.act) {
      case Act::move:
        m_place = place_after(act.move + 1);
        return step(day, FlowTerm::moved_in);
      case Act::split:
        return leave(day, FlowTerm::split_out);
      case Act::merge:
        return leave(day, FlowTerm::merged_out);
      case Act::withdraw:
        return leave(day, FlowTerm::withdrawn);
      case Act::claim:
        m_claimed = true;
        m_refused = false;
        return closed ? change(day, FlowTerm::reopened, LedgerState::open) : void();
      case Act::refuse:
        m_refused = m_claimed;
        return m_refused && closed ? change(day, FlowTerm::reopened, LedgerState::open) : void();
      case Act::close:
        return open && !m_refused ? change(day, FlowTerm::closed, LedgerState::closed) : void();
      case Act::reopen:
        return closed ? change(day, FlowTerm::reopened, LedgerState::open) : void();
    }
  }

  void leave(sys_days day, FlowTerm term) {
    if (m_place.state != LedgerState::gone) change(day, term, LedgerState::gone);
  }
  void change(sys_days day, FlowTerm term, LedgerState state) {
    m_place.state = state;
    step(day, term);
  }
  void step(sys_days day, FlowTerm term) { m_history.push_back({day, term, m_place}); }

  const Item& m_item;
  sys_days m_as_of;
  const LedgerTies& m_ties;
  const std::function<bool(std::string_view)>& m_sees;
  std::vector<const Move*> m_moves;
  std::vector<LedgerAct> m_acts;
  bool m_claimed = false;
  bool m_refused = false;
  LedgerPlace m_place;
  ItemHistory m_history;
};

std::array<FlowSlice, 4> slices_of(const LedgerPlace& place) {
  const std::uint8_t item_class = place.item_class.index;
  return {FlowSlice{}, FlowSlice{place.unit, {}}, FlowSlice{{}, item_class},
          FlowSlice{place.unit, item_class}};
}

bool counts(const LedgerPlace& place, LedgerState state) { return place.seen && place.state == state; }

class FlowCounter {
 public:
  explicit FlowCounter(std::span<const sys_days> cuts) : m_cuts(cuts) {}

  void add(const ItemHistory& history) {
    std::set<std::pair<FlowSlice, std::size_t>> closed;
    LedgerPlace before;
    for (const LedgerStep& step : history) {
      add_terms(before, step, closed);
      const std::size_t cut = first_cut_from(step.day);
      add_stock(before, cut, -1);
      add_stock(step.after, cut, 1);
      before = step.after;
    }
  }

  FlowTable take() {
    for (auto& [slice, stocks] : m_stocks) {
      std::vector<FlowFigures>& figures = figures_of(slice);
      std::partial_sum(stocks.open.begin(), stocks.open.end(), stocks.open.begin());
      std::partial_sum(stocks.closed.begin(), stocks.closed.end(), stocks.closed.begin());
      for (std::size_t p = 0; p < figures.size(); ++p) {
        figures[p].opening = stocks.open[p];
        figures[p].closing = stocks.open[p + 1];
        figures[p].closed_stock = stocks.closed[p + 1];
      }
    }
    return std::move(m_table);
  }

 private:
  /// Changes of the stock at each cut; summed up they are the stock.
  struct Stocks {
    std::vector<std::int64_t> open;
    std::vector<std::int64_t> closed;
  };

  // The first cut at whose end a step of this day has happened; the number of cuts if none.
  [[nodiscard]] std::size_t first_cut_from(sys_days day) const {
    return static_cast<std::size_t>(std::lower_bound(m_cuts.begin(), m_cuts.end(), day) - m_cuts.begin());
  }

  std::vector<FlowFigures>& figures_of(const FlowSlice& slice) {
    std::vector<FlowFigures>& figures = m_table[slice];
    figures.resize(m_cuts.size() - 1);
    return figures;
  }

  void add_terms(const LedgerPlace& before, const LedgerStep& step,
                 std::set<std::pair<FlowSlice, std::size_t>>& closed) {
    const std::size_t cut = first_cut_from(step.day);
    if (cut == 0 || cut == m_cuts.size()) return;
    const auto note = [&](const FlowSlice& slice, FlowTerm term) {
      FlowFigures& figures = figures_of(slice)[cut - 1];
      ++figures.terms[static_cast<std::size_t>(term)];
      if (term == FlowTerm::closed && closed.emplace(slice, cut).second) ++figures.closed_items;
    };
    const bool is_move = step.term == FlowTerm::moved_in;
    const auto from = slices_of(before);
    const auto to = slices_of(step.after);
    for (std::size_t i = 0; i < from.size(); ++i) {
      const bool was = counts(before, LedgerState::open);
      const bool is = counts(step.after, LedgerState::open);
      if (was && is && from[i] == to[i]) continue;
      if (was) note(from[i], is_move ? FlowTerm::moved_out : step.term);
      if (is) note(to[i], step.term);
    }
  }

  void add_stock(const LedgerPlace& place, std::size_t cut, std::int64_t change) {
    if (cut == m_cuts.size()) return;
    for (const FlowSlice& slice : slices_of(place)) {
      Stocks& stocks = m_stocks[slice];
      stocks.open.resize(m_cuts.size());
      stocks.closed.resize(m_cuts.size());
      if (counts(place, LedgerState::open)) stocks.open[cut] += change;
      if (counts(place, LedgerState::closed)) stocks.closed[cut] += change;
    }
  }

  std::span<const sys_days> m_cuts;
  FlowTable m_table;
  std::map<FlowSlice, Stocks> m_stocks;
};

// Was the newest closing on or before this day? Not without a date.
bool closed_by(const ItemHistory& history, sys_days day) {
  const auto closing = std::find_if(history.rbegin(), history.rend(),
                                    [](const LedgerStep& step) { return step.term == FlowTerm::closed; });
  return closing != history.rend() && closing->day <= day;
}

}  // namespace

std::span<const ChoiceWord> choices(FlowTerm) {
  static constexpr ChoiceWord kWords[] = {
      {"new", {"新增", "new"}},
      {"reopened", {"重新整改", "reopened"}},
      {"split_in", {"拆分转入", "split in"}},
      {"moved_in", {"调整转入", "moved in"}},
      {"closed", {"销号", "closed"}},
      {"merged_out", {"合并", "merged"}},
      {"split_out", {"拆分转出", "split out"}},
      {"withdrawn", {"撤回", "withdrawn"}},
      {"moved_out", {"调整转出", "moved out"}},
  };
  return kWords;
}

ItemHistory history_of(const Item& item, Date as_of, const LedgerTies& ties,
                       const std::function<bool(std::string_view scope)>& sees) {
  return HistoryReader(item, as_of.last_day(), ties, sees).read();
}

std::int64_t FlowFigures::reckoned() const {
  std::int64_t sum = opening;
  for (std::size_t i = 0; i < terms.size(); ++i) sum += adds(static_cast<FlowTerm>(i)) ? terms[i] : -terms[i];
  return sum;
}

bool FlowFigures::is_empty() const {
  const auto none = [](std::int64_t n) { return n == 0; };
  return opening == 0 && closing == 0 && closed_stock == 0 && std::all_of(terms.begin(), terms.end(), none);
}

FlowTable flows(std::span<const ItemHistory> histories, std::span<const sys_days> cuts) {
  if (cuts.size() < 2) return {};
  FlowCounter counter(cuts);
  for (const ItemHistory& history : histories) counter.add(history);
  return counter.take();
}

FlowFigures flow(std::span<const ItemHistory> histories, sys_days after, sys_days until,
                 const FlowSlice& slice) {
  const std::array<sys_days, 2> cuts = {after, until};
  const FlowTable table = flows(histories, cuts);
  const auto found = table.find(slice);
  return found == table.end() ? FlowFigures{} : found->second.front();
}

void DeadlineCohort::add(const ItemState& state, const ItemHistory& history, Date as_of) {
  ++items;
  const sys_days due = state.original_deadline.last_day();
  if (state.left != ItemState::Left::no) {
    ++left;
  } else if (state.status != ItemStatus::closed) {
    ++(as_of.last_day() > due ? open_overdue : open_not_due);
  } else if (closed_by(history, due)) {
    ++closed_in_time;
  } else {
    ++closed_late;
    if (closed_by(history, state.current_deadline.last_day())) ++late_within_extension;
  }
}

}  // namespace gongshi
