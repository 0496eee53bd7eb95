// How the ledger of corrections fills and empties: what happened to each item, day by day, and the
// figures of any period for any part of the ledger. Over every period (a, b] of whole days
//
//   opening + new + reopened + split in + moved in
//     - closed - merged - split - withdrawn - moved out = closing          (design 4)
//
// for the whole site, each unit, each class and each unit by class; opening(p + 1) = closing(p).
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "derive/item_status.hpp"

namespace gongshi {

/// The terms between opening and closing, those that add first.
enum class FlowTerm : std::uint8_t {
  fresh,
  reopened,
  split_in,
  moved_in,
  closed,
  merged_out,
  split_out,
  withdrawn,
  moved_out,
};
std::span<const ChoiceWord> choices(FlowTerm);
inline constexpr std::size_t kFlowTerms = 9;
constexpr bool adds(FlowTerm term) { return term <= FlowTerm::moved_in; }

enum class LedgerState : std::uint8_t { absent, open, closed, gone };

/// Where an item is on a day. `seen` tells whether its scope of that day is seen by the audience.
struct LedgerPlace {
  LedgerState state = LedgerState::absent;
  bool seen = false;
  std::string_view unit;  ///< empty if not known; lives as long as the item
  Choice<ItemClass> item_class;
};

/// One thing that happened, and where the item is after it. A move is written as moved_in.
struct LedgerStep {
  std::chrono::sys_days day;
  FlowTerm term = FlowTerm::fresh;
  LedgerPlace after;
};

/// All that happened to an item up to the as-of day, in order of day; on one day in the order new, moved,
/// split, merged, withdrawn, closed, reopened. Empty for an item without any date, which is counted apart.
using ItemHistory = std::vector<LedgerStep>;

/// What other records say of an item's coming and going.
struct LedgerTies {
  std::vector<Date> taken_up;     ///< as in Surroundings: it counts as reopened then
  std::optional<Date> split_off;  ///< day on which another item was split into this one: it enters then
};

/// The history of `item` as an audience may know it: `sees` tells whether a scope is seen. What is dated
/// after `as_of` has not happened; a date known to its month or year counts as its last day, or the
/// as-of day if that is earlier; any event without a date as the as-of day, a claim without one as the
/// oldest of all. What is dated before the item entered happened the day it entered. An item is closed
/// in its history exactly while `state_of` says so: a refusal or a new claim after a closing counts as
/// a reopening, a closing while a refusal stands as none.
ItemHistory history_of(const Item& item, Date as_of, const LedgerTies& ties,
                       const std::function<bool(std::string_view scope)>& sees);

/// A part of the ledger: the whole site, one unit, one class, or one unit's items of one class.
struct FlowSlice {
  std::optional<std::string_view> unit;    ///< an empty one: items whose unit is not known
  std::optional<std::uint8_t> item_class;  ///< index among the classes; ChoiceIndex::kNone: not known
  friend auto operator<=>(const FlowSlice&, const FlowSlice&) = default;
};

struct FlowFigures {
  std::int64_t opening = 0;  ///< open items at the end of the day before
  std::array<std::int64_t, kFlowTerms> terms{};
  std::int64_t closing = 0;  ///< open items at the end of the last day
  std::int64_t closed_items =
      0;  ///< distinct items among those closed: closed twice is two closures, one item
  std::int64_t closed_stock = 0;  ///< items that are closed at the end of the last day

  [[nodiscard]] std::int64_t operator[](FlowTerm term) const { return terms[static_cast<std::size_t>(term)]; }
  /// Opening with all terms.
  [[nodiscard]] std::int64_t reckoned() const;
  [[nodiscard]] bool is_empty() const;
};

/// The figures of each period between two of the `cuts`, which ascend: the first is (cuts[0], cuts[1]].
/// Slices in which nothing ever was are left out.
using FlowTable = std::map<FlowSlice, std::vector<FlowFigures>>;
FlowTable flows(std::span<const ItemHistory> histories, std::span<const std::chrono::sys_days> cuts);

/// The figures of one period (after, until] for one slice.
FlowFigures flow(std::span<const ItemHistory> histories, std::chrono::sys_days after,
                 std::chrono::sys_days until, const FlowSlice& slice);

/// What became of the items whose original deadline lies in a period: a cohort that is fixed for ever.
struct DeadlineCohort {
  std::int64_t items = 0;
  std::int64_t closed_in_time = 0;
  std::int64_t closed_late = 0;
  std::int64_t late_within_extension = 0;  ///< a part of closed_late
  std::int64_t open_overdue = 0;           ///< open after the original deadline, extended or not
  std::int64_t open_not_due = 0;           ///< the original deadline is still ahead
  std::int64_t left = 0;                   ///< merged, split or withdrawn

  /// Adds an item with a deadline, given its state and history as of `as_of`.
  void add(const ItemState& state, const ItemHistory& history, Date as_of);
};

}  // namespace gongshi
