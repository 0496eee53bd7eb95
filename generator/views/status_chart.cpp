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

// What is drawn as one part, since it has one colour: statuses that follow each other in kBarOrder.
struct ChartPart {
  BarPart drawn;
  std::string label;  ///< the statuses in it that any item has
};

constexpr std::string_view key_of_part(ItemStatus status) {
  switch (status) {
    case ItemStatus::closed:
      return "closed";
    case ItemStatus::notice_over:
    case ItemStatus::in_notice:
    case ItemStatus::accepted:
      return "accepted";
    case ItemStatus::claimed:
      return "claimed";
    case ItemStatus::returned:
    case ItemStatus::reopened:
      return "returned";
    case ItemStatus::under_way:
      return "under-way";
    case ItemStatus::not_started:
      return "not-started";
  }
  return {};
}

std::vector<ChartPart> chart_parts(const ViewContext& context, const ItemTally& tally) {
  std::vector<ChartPart> parts;
  for (const ItemStatus status : kBarOrder) {
    if (tally.of(status) == 0) continue;
    const std::string_view key = key_of_part(status);
    if (parts.empty() || parts.back().drawn.key != key) parts.push_back({{key, 0}, {}});
    ChartPart& part = parts.back();
    part.drawn.count += static_cast<std::int64_t>(tally.of(status));
    part.label += (part.label.empty() ? "" : context.word("list_separator")) + context.label(word_of(status));
  }
  return parts;
}

std::vector<BarPart> drawn(const std::vector<ChartPart>& parts) {
  std::vector<BarPart> bar;
  bar.reserve(parts.size());
  for (const ChartPart& part : parts) bar.push_back(part.drawn);
  return bar;
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

ViewList legend_view(const std::vector<ChartPart>& parts, const ItemTally& tally) {
  ViewList legend;
  for (const ChartPart& part : parts) {
    ViewObject one;
    one.set("key", part.drawn.key)
        .set("label", part.label)
        .set("count", std::to_string(part.drawn.count))
        .set("share", share_text(part.drawn.count, static_cast<std::int64_t>(tally.total)));
    legend.emplace_back(std::move(one));
  }
  return legend;
}

ViewList status_rows(const ViewContext& context, const ItemTally& tally) {
  ViewList rows;
  for (const ItemStatus status : kBarOrder) {
    const std::size_t count = tally.of(status);
    ViewObject row;
    row.set("key", word_of(status).key)
        .set("label", context.label(word_of(status)))
        .set("count", std::to_string(count))
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
  const std::vector<ChartPart> parts = chart_parts(context, tally);
  ViewObject view;
  view.set("any", tally.total > 0)
      .set("total", std::to_string(tally.total))
      .set("sentence", context.sentence("status_chart.sentence",
                                        {{"total", std::to_string(tally.total)},
                                         {"closed", std::to_string(tally.of(ItemStatus::closed))},
                                         {"open", std::to_string(tally.total - tally.of(ItemStatus::closed))},
                                         {"overdue", std::to_string(tally.of(ItemFlag::overdue))}}))
      .set("bar", stacked_bar(drawn(parts), bar_label(context, tally)))
      .set("legend", legend_view(parts, tally))
      .set("rows", status_rows(context, tally))
      .set("flags", flag_rows(context, tally))
      .set("csv",
           context.offers(OutputName::csv) ? relative_address(from, csv_path("items")) : std::string());
  return view;
}

Html status_bar(const ViewContext& context, const ItemTally& tally, std::size_t scale) {
  return scaled_bar(drawn(chart_parts(context, tally)), bar_label(context, tally),
                    static_cast<std::int64_t>(scale));
}

}  // namespace gongshi
