#include "views/status_chart.hpp"

#include <numeric>

#include "views/stacked_bar.hpp"

namespace gongshi {
namespace {

// From what is over to what has not begun, so that the bar fills from the left.
constexpr ItemStatus kBarOrder[] = {ItemStatus::closed,   ItemStatus::notice_over, ItemStatus::in_notice,
                                    ItemStatus::accepted, ItemStatus::claimed,     ItemStatus::returned,
                                    ItemStatus::reopened, ItemStatus::under_way,   ItemStatus::not_started};

const ChoiceWord& word_of(ItemStatus status) { return choices(status)[static_cast<std::size_t>(status)]; }

bool closed_as_done(const Item& item) {
  return !item.closed.empty() && item.closed.back().as.value_or(ClosedAs::done) == ClosedAs::done;
}

void count(const Item& item, const ItemState& state, ItemTally& tally) {
  if (state.left != ItemState::Left::no) {
    ++tally.left;
    return;
  }
  ++tally.total;
  if (state.current_deadline.known()) ++tally.with_deadline;
  if (state.status == ItemStatus::closed && closed_as_done(item)) ++tally.done;
  ++tally.by_status[static_cast<std::size_t>(state.status)];
  for (const ItemFlag flag : state.flags) ++tally.by_flag[static_cast<std::size_t>(flag)];
}

std::vector<BarPart> parts_of(const ItemTally& tally) {
  std::vector<BarPart> parts;
  for (const ItemStatus status : kBarOrder)
    parts.push_back({word_of(status).key, static_cast<std::int64_t>(tally.of(status))});
  return parts;
}

// Every status that any item has, with its count.
std::string bar_label(const ViewContext& context, const ItemTally& tally) {
  std::string label;
  for (const ItemStatus status : kBarOrder) {
    if (tally.of(status) == 0) continue;
    label += (label.empty() ? "" : context.word("list_separator")) + context.label(word_of(status)) + " " +
             std::to_string(tally.of(status));
  }
  return label;
}

ViewList status_rows(const ViewContext& context, const ItemTally& tally) {
  ViewList rows;
  for (const ItemStatus status : kBarOrder) {
    const std::size_t count = tally.of(status);
    ViewObject row;
    row.set("key", word_of(status).key)
        .set("label", context.label(word_of(status)))
        .set("count", std::to_string(count))
        .set("any", count > 0)
        .set("share", tally.total == 0 ? std::string()
                                       : share_text(static_cast<std::int64_t>(count),
                                                    static_cast<std::int64_t>(tally.total)));
    rows.emplace_back(std::move(row));
  }
  return rows;
}

ViewList flag_rows(const ViewContext& context, const ItemTally& tally) {
  ViewList rows;
  for (const ChoiceWord& word : choices(ItemFlag{})) {
    const auto at = static_cast<std::size_t>(&word - choices(ItemFlag{}).data());
    ViewObject row;
    row.set("label", context.label(word)).set("count", std::to_string(tally.by_flag[at]));
    rows.emplace_back(std::move(row));
  }
  return rows;
}

}  // namespace

ItemTally tally_of(const PublishedSite& site, const std::vector<std::uint32_t>& items) {
  ItemTally tally;
  for (const std::uint32_t i : items) count(*site.records().all<Item>()[i], site.state(i), tally);
  return tally;
}

ItemTally tally_of(const PublishedSite& site) {
  std::vector<std::uint32_t> all(site.count(Kind::item));
  std::iota(all.begin(), all.end(), 0);
  return tally_of(site, all);
}

ViewObject status_chart(const ViewContext& context, const ItemTally& tally, std::string_view from) {
  ViewObject view;
  view.set("any", tally.total > 0)
      .set("total", std::to_string(tally.total))
      .set("sentence", context.sentence("status_chart.sentence",
                                        {{"total", std::to_string(tally.total)},
                                         {"closed", std::to_string(tally.of(ItemStatus::closed))},
                                         {"overdue", std::to_string(tally.of(ItemFlag::overdue))}}))
      .set("bar", stacked_bar(parts_of(tally), bar_label(context, tally)))
      .set("rows", status_rows(context, tally))
      .set("flags", flag_rows(context, tally))
      .set("csv",
           context.offers(OutputName::csv) ? relative_address(from, csv_path("items")) : std::string());
  return view;
}

Html status_bar(const ViewContext& context, const ItemTally& tally, std::size_t scale) {
  return scaled_bar(parts_of(tally), bar_label(context, tally), static_cast<std::int64_t>(scale));
}

}  // namespace gongshi
