// The first page: one sentence with numbers, then what stands behind it. Counts of different things
// stand apart and are never added up.
#include <array>

#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/poll_totals.hpp"
#include "views/state_view.hpp"

namespace gongshi {
namespace {

struct Tally {
  std::size_t total = 0;  ///< items in the ledger; merged, split and withdrawn ones have left it
  std::size_t left = 0;
  std::array<std::size_t, 9> by_status{};
  std::array<std::size_t, 5> by_flag{};
};

Tally count_items(const PublishedSite& site) {
  Tally tally;
  const std::size_t items = site.count(Kind::item);
  for (std::size_t i = 0; i < items; ++i) {
    const ItemState& state = site.state(i);
    if (state.left != ItemState::Left::no) {
      ++tally.left;
      continue;
    }
    ++tally.total;
    ++tally.by_status[static_cast<std::size_t>(state.status)];
    for (const ItemFlag flag : state.flags) ++tally.by_flag[static_cast<std::size_t>(flag)];
  }
  return tally;
}

template <std::size_t N>
ViewList counted(const ViewContext& context, std::span<const ChoiceWord> words,
                 const std::array<std::size_t, N>& counts) {
  ViewList rows;
  for (std::size_t i = 0; i < words.size(); ++i) {
    ViewObject row;
    row.set("key", words[i].key)
        .set("label", context.label(words[i]))
        .set("count", std::to_string(counts[i]));
    rows.emplace_back(std::move(row));
  }
  return rows;
}

// Items that carry a flag, so that what is overdue or disputed is listed and not only counted.
ViewList items_with(const ViewContext& context, ItemFlag flag) {
  ViewList rows;
  const auto items = static_cast<std::uint32_t>(context.site().count(Kind::item));
  for (std::uint32_t i = 0; i < items; ++i) {
    const ItemState& state = context.site().state(i);
    if (state.left != ItemState::Left::no || !state.has(flag)) continue;
    ViewObject row;
    row.set("link", context.link({Kind::item, i}, kHomePath)).set("state", state_view(context, state));
    rows.emplace_back(std::move(row));
  }
  return rows;
}

// The records of a kind with the facts that the first page tells of them.
ViewList records_with(const ViewContext& context, Kind kind, const std::vector<std::string_view>& without) {
  ViewList rows;
  const auto count = static_cast<std::uint32_t>(context.site().count(kind));
  for (std::uint32_t i = 0; i < count; ++i) {
    const PublishedRecord record = context.site().record({kind, i});
    if (record.common().withdrawn) continue;
    ViewObject row;
    row.set("link", context.link(record.key(), kHomePath))
        .set("facts", facts_of(context, record, kHomePath, without));
    rows.emplace_back(std::move(row));
  }
  return rows;
}

ViewList kind_list(const ViewContext& context) {
  ViewList kinds;
  for (const KindName& kind : kKinds) {
    const std::size_t count = context.site().count(kind.kind);
    if (count == 0) continue;
    ViewObject one;
    one.set("label", context.word("kinds." + std::string(kind.plural)))
        .set("href", relative_address(kHomePath, index_path(kind.kind)))
        .set("count", std::to_string(count));
    kinds.emplace_back(std::move(one));
  }
  return kinds;
}

}  // namespace

PageView home_page(const ViewContext& context) {
  const Tally tally = count_items(context.site());
  const auto number = [](std::size_t n) { return std::to_string(n); };
  const std::size_t closed = tally.by_status[static_cast<std::size_t>(ItemStatus::closed)];
  const std::size_t overdue = tally.by_flag[static_cast<std::size_t>(ItemFlag::overdue)];
  PageView page;
  page.template_name = "pages/home";
  page.title = context.sentence(
      "home.headline",
      {{"total", number(tally.total)}, {"closed", number(closed)}, {"overdue", number(overdue)}});
  page.description = page.title;
  ViewList phases = records_with(context, Kind::phase, {"order"});
  ViewList consultations =
      records_with(context, Kind::consultation, {"areas", "categories", "sorted", "phase"});
  ViewList surveys =
      records_with(context, Kind::survey, {"phase", "positive", "options", "question", "items", "aspects"});
  page.view.set("title", page.title)
      .set("total", number(tally.total))
      .set("left", tally.left == 0 ? std::string() : number(tally.left))
      .set("statuses", counted(context, choices(ItemStatus{}), tally.by_status))
      .set("flags", counted(context, choices(ItemFlag{}), tally.by_flag))
      .set("overdue", items_with(context, ItemFlag::overdue))
      .set("disputed", items_with(context, ItemFlag::disputed))
      .set("has_phases", !phases.empty())
      .set("phases", std::move(phases))
      .set("has_consultations", !consultations.empty())
      .set("consultations", std::move(consultations))
      .set("has_surveys", !surveys.empty())
      .set("surveys", std::move(surveys))
      .set("poll_headline", poll_headline(context, kHomePath))
      .set("kinds", kind_list(context));
  return page;
}

}  // namespace gongshi
