// What happened to an item, in order of date: the one list that the item's timeline and the news of the
// site are read off. What is dated after the as-of day has not happened.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model/item.hpp"

namespace gongshi {

enum class Happening : std::uint8_t {
  raised,
  responded,
  started,
  progressed,
  measure_done,
  claimed,
  accepted,
  returned,
  inspected,
  noticed,
  closed,
  reopened,
  extension_asked,
  extended,
  extension_refused,
  moved,
  revised,
  merged,
  split,
};
std::span<const ChoiceWord> choices(Happening);

struct Event {
  Happening what = Happening::raised;
  Date date;
  std::string text;                     ///< in the record's words; may be empty
  std::vector<Ref<Kind::unit>> actors;  ///< who did it, as far as named
  std::vector<Evidence> evidence;       ///< proof given with it
};

/// All dated events of `item` up to `as_of`, oldest first; of one day in the order of Happening.
std::vector<Event> timeline_of(const Item& item, Date as_of);

}  // namespace gongshi
