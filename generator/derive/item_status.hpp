// The status of an item, derived from what happened and never typed, and the flags beside it.
// The one documented function: design of the ledger in the comments of item_status.cpp.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "model/feedback.hpp"
#include "model/item.hpp"
#include "model/limits.hpp"

namespace gongshi {

enum class ItemStatus : std::uint8_t {
  not_started,
  under_way,
  claimed,
  accepted,
  in_notice,
  notice_over,
  closed,
  returned,
  reopened,
};
std::span<const ChoiceWord> choices(ItemStatus);

enum class ItemFlag : std::uint8_t { overdue, stale, disputed, extended, partial };
std::span<const ChoiceWord> choices(ItemFlag);

struct ItemState {
  ItemStatus status = ItemStatus::not_started;
  std::vector<ItemFlag> flags;  ///< in the order of ItemFlag
  Date original_deadline;
  Date current_deadline;  ///< after granted extensions; not known where there is no deadline
  /// Overdue, but the unit reported it done by the current deadline: it waits for its acceptance.
  bool reported_in_time = false;
  /// How it left the ledger without being closed, if it did: then it counts in no status.
  enum class Left : std::uint8_t { no, merged, split, withdrawn } left = Left::no;

  [[nodiscard]] bool has(ItemFlag flag) const {
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
  }
};

/// What other records say of an item, as far as the reader may know of them.
struct Surroundings {
  std::vector<const Feedback*> feedback;  ///< about this item
  /// Days on which items that continue this one entered the ledger: then it counts as reopened. Not
  /// known where such an item has no date.
  std::vector<Date> taken_up;
};

/// State of `item` as of a day.
ItemState state_of(const Item& item, Date as_of, const Limits& limits, const Surroundings& around);

/// The day on which an item entered the ledger: raised.date, else its earliest event. Nothing if it
/// has none by the as-of day.
std::optional<Date> entered_on(const Item& item, Date as_of);

}  // namespace gongshi
