#include "views/deadline_tables.hpp"

#include "derive/deadlines.hpp"

namespace gongshi {
namespace {

std::vector<std::string> headings_of(const ViewContext& context, std::string_view head) {
  return {context.word(head), context.word("flow.cohort_items"), context.word("flow.extended_items"),
          context.word("flow.extensions"), context.word("flow.days_added")};
}

DeadlineTables totals_of(const PublishedSite& site) {
  const auto& items = site.records().all<Item>();
  DeadlineTables tables;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i]->withdrawn || site.state(i).left != ItemState::Left::no) continue;
    add_deadlines(*items[i], site.as_of(), tables);
  }
  return tables;
}

std::vector<TableCell> cells_of(const DeadlineTotals& totals) {
  return {number_cell(static_cast<std::int64_t>(totals.with_deadline)),
          number_cell(static_cast<std::int64_t>(totals.extended)),
          number_cell(static_cast<std::int64_t>(totals.extensions)), number_cell(totals.days_added)};
}

std::string class_name(const ViewContext& context, std::uint8_t item_class) {
  return item_class == ChoiceIndex::kNone ? context.word("flow.no_class")
                                          : context.label(choices(ItemClass{})[item_class]);
}

}  // namespace

ViewObject unit_head(const ViewContext& context, std::string_view id, std::string_view from) {
  const auto unit = context.site().records().find_index<Unit>(id);
  return entry_view(unit ? context.link({Kind::unit, *unit}, from)
                         : ViewContext::plain(context.word("flow.no_unit")));
}

ViewList deadlines_by_class(const ViewContext& context) {
  const DeadlineTables totals = totals_of(context.site());
  if (totals.all.with_deadline == 0) return {};
  TableView table(context.word("flow.deadlines_by_class"), headings_of(context, "flow.class"));
  table.add(entry_view(ViewContext::plain(context.word("flow.whole_site"))), cells_of(totals.all));
  for (const auto& [item_class, of_class] : totals.by_class)
    table.add(entry_view(ViewContext::plain(class_name(context, item_class))), cells_of(of_class));
  return table.take_if_any();
}

LongTable deadlines_by_unit(const ViewContext& context) {
  const DeadlineTables totals = totals_of(context.site());
  const std::vector<std::pair<std::string, DeadlineTotals>> units(totals.by_unit.begin(),
                                                                  totals.by_unit.end());
  LongTable table = numbered_table(std::string(kFlowPath), "deadlines", units.size());
  table.caption = context.word("flow.deadlines_by_unit");
  table.headings = headings_of(context, "flow.unit");
  table.add_row = [&context, units](std::uint32_t at, std::string_view from, TableView& view) {
    view.add(unit_head(context, units[at].first, from), cells_of(units[at].second));
  };
  return table;
}

}  // namespace gongshi
