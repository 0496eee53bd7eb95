// The one table of what may follow what in the life of an item. derive/item_status.cpp reads a state off
// the dates; this table says which of the ways there are in order. A test walks every line of it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "derive/item_status.hpp"

namespace gongshi {

enum class ItemEvent : std::uint8_t {
  claim,          ///< the unit reports all of it done
  claim_in_part,  ///< or a part or stage of it
  refuse,         ///< an acceptance or inspection returns it
  accept,
  accept_part,  ///< an acceptance of what was claimed in part
  post,         ///< a notice begins
  post_part,    ///< a notice of what was claimed in part
  run_out,      ///< its last day passes
  close,        ///< as done
  close_otherwise,
  reopen,
};
std::span<const ChoiceWord> choices(ItemEvent);

struct Transition {
  ItemStatus from;
  ItemEvent event;
  ItemStatus to;
};
std::span<const Transition> transitions();

/// The status after `event` in `from`; nothing where the table has no such line.
std::optional<ItemStatus> status_after(ItemStatus from, ItemEvent event);

/// A dated event of an item, with the place to show.
struct OrderedEvent {
  ItemEvent event{};
  Date date;  ///< of a claim alone it may be unknown: then it is older than all
  Position at;
};

/// The events of an item by date; those without one, claims excepted, have no place in an order.
/// `taken_up` are the days on which other items took this one up.
std::vector<OrderedEvent> events_of(const Item& item, const std::vector<OrderedEvent>& taken_up);

struct OrderFault {
  const OrderedEvent* event;
  ItemStatus status;  ///< in which it cannot happen
};

/// The first event that cannot follow what was before it. Events of one day, or of months that overlap,
/// are in order if any order of them is. What closing must rest on is not asked here.
std::optional<OrderFault> fault_of_order(const std::vector<OrderedEvent>& events);

}  // namespace gongshi
