#include "publish/flow_rows.hpp"

#include <algorithm>

#include "model/field_types.hpp"

namespace gongshi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// Twenty years: what is older is in the opening of the first month, and in the row of the whole time.
constexpr std::size_t kMostMonths = 240;

std::optional<Date> day_it_was_split_off(const PublishedSite& site, std::uint32_t item) {
  const auto& items = site.records().all<Item>();
  for (const RecordKey& key : site.named_by({Kind::item, item})) {
    if (key.kind != Kind::item || !items[key.index]->split_into) continue;
    const Split& split = *items[key.index]->split_into;
    const bool names = std::any_of(split.items.begin(), split.items.end(),
                                   [&](const auto& child) { return child.id == items[item]->id; });
    if (names) return split.date;
  }
  return std::nullopt;
}

sys_days first_day_of(const std::vector<ItemHistory>& histories, sys_days as_of) {
  sys_days first = as_of;
  for (const ItemHistory& history : histories) {
    if (!history.empty()) first = std::min(first, history.front().day);
  }
  return first;
}

// The last day before each month from that of `first` to that of `as_of`, then the as-of day.
std::vector<sys_days> month_cuts(sys_days first, sys_days as_of) {
  using namespace std::chrono;
  const year_month_day from{first};
  const year_month_day to{as_of};
  const year_month last = to.year() / to.month();
  year_month month = from.year() / from.month();
  month = std::max(month, last - months(static_cast<int>(kMostMonths) - 1));
  std::vector<sys_days> cuts;
  for (; month <= last; month += months(1)) cuts.push_back(sys_days{month / 1} - days(1));
  cuts.push_back(as_of);
  return cuts;
}

FlowRow row_of(const FlowSlice& slice, const FlowFigures& figures) {
  FlowRow row;
  row.slice = slice.unit         ? slice.item_class ? FlowSliceKind::unit_and_class : FlowSliceKind::unit
              : slice.item_class ? FlowSliceKind::item_class
                                 : FlowSliceKind::site;
  if (slice.unit) row.unit.id = *slice.unit;
  if (slice.item_class) row.item_class.index = *slice.item_class;
  row.opening = figures.opening;
  row.fresh = figures[FlowTerm::fresh];
  row.reopened = figures[FlowTerm::reopened];
  row.split_in = figures[FlowTerm::split_in];
  row.moved_in = figures[FlowTerm::moved_in];
  row.closed = figures[FlowTerm::closed];
  row.merged_out = figures[FlowTerm::merged_out];
  row.split_out = figures[FlowTerm::split_out];
  row.withdrawn = figures[FlowTerm::withdrawn];
  row.moved_out = figures[FlowTerm::moved_out];
  row.closing = figures.closing;
  row.closed_items = figures.closed_items;
  row.closed_stock = figures.closed_stock;
  return row;
}

class RowWriter {
 public:
  explicit RowWriter(const PublishedSite& site)
      : m_site(site), m_histories(histories_of(site)), m_as_of(site.as_of().last_day()) {}

  std::vector<FlowRow> write() {
    if (std::all_of(m_histories.begin(), m_histories.end(), [](const ItemHistory& h) { return h.empty(); }))
      return {};
    const sys_days first = first_day_of(m_histories, m_as_of);
    add(FlowPeriodKind::all, {}, {first - days(1), m_as_of});
    for (const Published<Phase>& phase : m_site.records().all<Phase>()) add_phase(*phase);
    add(FlowPeriodKind::month, {}, month_cuts(first, m_as_of));
    return std::move(m_rows);
  }

 private:
  void add_phase(const Phase& phase) {
    if (!phase.from.known() || phase.from.first_day() > m_as_of) return;
    const sys_days to = phase.to.known() ? std::min(phase.to.last_day(), m_as_of) : m_as_of;
    if (to >= phase.from.first_day())
      add(FlowPeriodKind::phase, phase.id, {phase.from.first_day() - days(1), to});
  }

  void add(FlowPeriodKind kind, const std::string& phase, const std::vector<sys_days>& cuts) {
    FlowTable table = flows(m_histories, cuts);
    table[{}].resize(cuts.size() - 1);
    for (std::size_t p = 0; p + 1 < cuts.size(); ++p) {
      for (const auto& [slice, figures] : table) {
        if (figures[p].is_empty() && slice != FlowSlice{}) continue;
        FlowRow row = row_of(slice, figures[p]);
        row.period = kind;
        row.phase.id = phase;
        row.from = date_of(cuts[p] + days(1));
        row.to = date_of(cuts[p + 1]);
        m_rows.push_back(std::move(row));
      }
    }
  }

  const PublishedSite& m_site;
  std::vector<ItemHistory> m_histories;
  sys_days m_as_of;
  std::vector<FlowRow> m_rows;
};

}  // namespace

std::span<const ChoiceWord> choices(FlowSliceKind) {
  static constexpr ChoiceWord kWords[] = {
      {"site", {"全部", "site"}},
      {"unit", {"单位", "unit"}},
      {"class", {"整改分类", "class"}},
      {"unit-class", {"单位和整改分类", "unit and class"}},
  };
  return kWords;
}

std::span<const ChoiceWord> choices(FlowPeriodKind) {
  static constexpr ChoiceWord kWords[] = {
      {"all", {"全部时间", "whole time"}}, {"phase", {"阶段", "phase"}}, {"month", {"月", "month"}}};
  return kWords;
}

const FieldTable& fields_of(const FlowRow*) {
  // clang-format off
  static const FieldTable table = describe<FlowRow>("flow", {"事项增减", "flow"}, {
      field<&FlowRow::slice>("slice", "统计口径", shown, {"按什么统计", "part of the ledger that the row counts"}),
      field<&FlowRow::unit>("unit", "单位", shown, {"哪个单位；按单位统计而空着的，是没有公开单位的事项", "unit; empty in a row by unit: items whose unit is not published"}),
      field<&FlowRow::item_class>("class", "整改分类", shown, {"哪一类；按分类统计而空着的，是没有分类的事项", "class; empty in a row by class: items without one"}),
      field<&FlowRow::period>("period", "期间种类", shown, {"全部时间、阶段或月", "whole time, a phase or a month"}),
      field<&FlowRow::phase>("phase", "阶段", shown, {"哪个阶段", "which phase"}),
      field<&FlowRow::from>("from", "起", shown, {"期间的第一天", "first day of the period"}),
      field<&FlowRow::to>("to", "止", shown, {"期间的最后一天", "last day of the period"}),
      field<&FlowRow::opening>("opening", "期初未销号", shown, {"前一天结束时未销号的事项", "open at the end of the day before"}),
      field<&FlowRow::fresh>("new", "新增", shown, {"期间新增", "entered in the period"}),
      field<&FlowRow::reopened>("reopened", "重新整改", shown, {"销号后重新整改的次数", "reopened after a closing"}),
      field<&FlowRow::split_in>("split_in", "拆分转入", shown, {"由别的事项拆分而来", "split off another"}),
      field<&FlowRow::moved_in>("moved_in", "调整转入", shown, {"调整单位、分类或公开范围转入", "moved in by a change of unit, class or scope"}),
      field<&FlowRow::closed>("closed", "销号", shown, {"销号的次数", "closures"}),
      field<&FlowRow::merged_out>("merged_out", "合并", shown, {"并入别的事项", "merged into another"}),
      field<&FlowRow::split_out>("split_out", "拆分转出", shown, {"拆分成别的事项", "split into others"}),
      field<&FlowRow::withdrawn>("withdrawn", "撤回", shown, {"撤回", "withdrawn"}),
      field<&FlowRow::moved_out>("moved_out", "调整转出", shown, {"调整单位、分类或公开范围转出", "moved out by a change of unit, class or scope"}),
      field<&FlowRow::closing>("closing", "期末未销号", shown, {"最后一天结束时未销号的事项", "open at the end of the last day"}),
      field<&FlowRow::closed_items>("closed_items", "销号事项", shown, {"期间销过号的事项，一项只数一次", "distinct items closed in the period"}),
      field<&FlowRow::closed_stock>("closed_stock", "期末已销号", shown, {"最后一天结束时已销号的事项", "closed at the end of the last day"}),
  });
  // clang-format on
  return table;
}

std::vector<ItemHistory> histories_of(const PublishedSite& site) {
  const auto& items = site.records().all<Item>();
  std::vector<ItemHistory> histories;
  histories.reserve(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    const Item& item = *items[i];
    const LedgerTies ties{surroundings_of(site, i).taken_up, day_it_was_split_off(site, i)};
    histories.push_back(history_of(item, site.as_of(), ties, [&](std::string_view scope) {
      return site.audience().sees(scope, item.unit.id);
    }));
  }
  return histories;
}

std::vector<FlowRow> flow_rows(const PublishedSite& site) { return RowWriter(site).write(); }

}  // namespace gongshi
