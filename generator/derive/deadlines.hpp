// What became of a deadline: the first one, the one that holds, and every change between them. Summed up
// per unit and per class, since an office that always extends is never late.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "derive/item_status.hpp"

namespace gongshi {

/// A change that was asked for, with what it made of the deadline.
struct DeadlineChange {
  const Extension* extension = nullptr;  ///< its date, approver, reason and state
  bool granted = false;
  Date before;                             ///< deadline that held until then; may be unknown
  std::optional<std::int64_t> days_added;  ///< calendar days from `before`; nothing if not granted or unknown
};

struct DeadlineHistory {
  Date original;
  Date current;                         ///< as ItemState::current_deadline
  std::vector<DeadlineChange> changes;  ///< by date; what is dated after the as-of day is left out
  std::size_t granted = 0;
  std::int64_t days_added = 0;  ///< from the original to the current deadline, as far as known
};

DeadlineHistory deadlines_of(const Item& item, Date as_of);

struct DeadlineTotals {
  std::size_t with_deadline = 0;  ///< items that have one
  std::size_t extended = 0;       ///< items with a granted extension
  std::size_t extensions = 0;     ///< granted ones, of all items
  std::int64_t days_added = 0;

  void add(const DeadlineHistory& history);
};

struct DeadlineTables {
  DeadlineTotals all;
  std::map<std::string, DeadlineTotals, std::less<>> by_unit;  ///< by id; "" where no unit is stated
  std::map<std::uint8_t, DeadlineTotals> by_class;  ///< by ItemClass; ChoiceIndex::kNone where none is
};

/// Adds an item that is in the ledger: none that was merged, split or withdrawn.
void add_deadlines(const Item& item, Date as_of, DeadlineTables& tables);

}  // namespace gongshi
