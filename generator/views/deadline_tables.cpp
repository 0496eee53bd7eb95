#include "views/deadline_tables.hpp"

#include "derive/deadlines.hpp"
#include "views/table_view.hpp"

namespace gongshi {
namespace {

TableView table_by(const ViewContext& context, std::string_view caption, std::string_view head) {
  return {context.word(caption),
          {context.word(head), context.word("flow.cohort_items"), context.word("flow.extended_items"),
           context.word("flow.extensions"), context.word("flow.days_added")}};
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

ViewObject unit_head(const ViewContext& context, const std::string& id, std::string_view from) {
  const auto unit = context.site().records().find_index<Unit>(id);
  return entry_view(unit ? context.link({Kind::unit, *unit}, from)
                         : ViewContext::plain(context.word("flow.no_unit")));
}

}  // namespace

ViewList deadline_tables(const ViewContext& context, std::string_view from) {
  const PublishedSite& site = context.site();
  const auto& items = site.records().all<Item>();
  DeadlineTables tables;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i]->withdrawn || site.state(i).left != ItemState::Left::no) continue;
    add_deadlines(*items[i], site.as_of(), tables);
  }
  if (tables.all.with_deadline == 0) return {};
  TableView classes = table_by(context, "flow.deadlines_by_class", "flow.class");
  classes.add(entry_view(ViewContext::plain(context.word("flow.whole_site"))), cells_of(tables.all));
  for (const auto& [item_class, totals] : tables.by_class)
    classes.add(entry_view(ViewContext::plain(class_name(context, item_class))), cells_of(totals));
  TableView units = table_by(context, "flow.deadlines_by_unit", "flow.unit");
  for (const auto& [unit, totals] : tables.by_unit)
    units.add(unit_head(context, unit, from), cells_of(totals));
  ViewList all;
  all.emplace_back(classes.take());
  all.emplace_back(units.take());
  return all;
}

}  // namespace gongshi
