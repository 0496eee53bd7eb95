// The flow figures of a published site as rows of one table: what pages and data files say is read off
// the same rows. Only items of this view are counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "derive/flow.hpp"
#include "publish/published.hpp"

namespace gongshi {

enum class FlowSliceKind : std::uint8_t { site, unit, item_class, unit_and_class };
std::span<const ChoiceWord> choices(FlowSliceKind);

/// `all` reaches from the first event to the as-of day, a month at most to it, a phase as far as it is
/// dated.
enum class FlowPeriodKind : std::uint8_t { all, phase, month };
std::span<const ChoiceWord> choices(FlowPeriodKind);

using FlowCount = std::optional<std::int64_t>;

/// The figures of one slice over one period, both ends included. All counts are given.
struct FlowRow : Entry {
  Choice<FlowSliceKind> slice;
  Ref<Kind::unit> unit;          ///< of a slice by unit: empty where the items' unit is not published
  Choice<ItemClass> item_class;  ///< likewise
  Choice<FlowPeriodKind> period;
  Ref<Kind::phase> phase;
  Date from;
  Date to;
  FlowCount opening;
  FlowCount fresh;
  FlowCount reopened;
  FlowCount split_in;
  FlowCount moved_in;
  FlowCount closed;
  FlowCount merged_out;
  FlowCount split_out;
  FlowCount withdrawn;
  FlowCount moved_out;
  FlowCount closing;
  FlowCount closed_items;
  FlowCount closed_stock;
};
const FieldTable& fields_of(const FlowRow*);

/// The history of each item, in the order of their list. They live as long as `site`.
std::vector<ItemHistory> histories_of(const PublishedSite& site);

/// All rows: the whole time, the phases that have a beginning in the order of their list, then the months
/// up to the as-of day, at most 240 of them; within a period the site, its classes, and each unit with
/// its classes. Rows in which every count is 0 are left out, but for those of the whole site. None
/// where no item has a date.
std::vector<FlowRow> flow_rows(const PublishedSite& site);

}  // namespace gongshi
