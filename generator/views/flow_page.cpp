// How the ledger filled and emptied: every term of the sum for the whole site, by phase, month, class and
// unit, and what became of the items by their original deadline. The rows are those of data/flows.json.
#include <algorithm>
#include <map>

#include "publish/flow_rows.hpp"
#include "views/build_pages.hpp"
#include "views/deadline_tables.hpp"
#include "views/table_view.hpp"

namespace gongshi {
namespace {

/// As many months as a page can be read with; all are in the data.
constexpr std::size_t kMonthsShown = 24;

constexpr FlowCount FlowRow::*kCounts[] = {&FlowRow::opening,    &FlowRow::fresh,     &FlowRow::reopened,
                                           &FlowRow::split_in,   &FlowRow::moved_in,  &FlowRow::closed,
                                           &FlowRow::merged_out, &FlowRow::split_out, &FlowRow::withdrawn,
                                           &FlowRow::moved_out,  &FlowRow::closing};
constexpr std::string_view kCountKeys[] = {"opening",   "new",       "reopened",   "split_in",
                                           "moved_in",  "closed",    "merged_out", "split_out",
                                           "withdrawn", "moved_out", "closing"};

TableView flow_table(const ViewContext& context, std::string_view caption, std::string_view head) {
  std::vector<std::string> headings = {context.word(head)};
  const FieldTable& table = fields_of(static_cast<const FlowRow*>(nullptr));
  for (const std::string_view key : kCountKeys) headings.push_back(context.label(*table.find(key)));
  return {context.word(caption), std::move(headings)};
}

std::vector<TableCell> cells_of(const FlowRow& row) {
  std::vector<TableCell> cells;
  for (const auto count : kCounts) cells.push_back(number_cell(*(row.*count)));
  return cells;
}

ViewObject unit_head(const ViewContext& context, const std::string& id) {
  const auto unit = context.site().records().find_index<Unit>(id);
  if (!unit) return entry_view(ViewContext::plain(context.word("flow.no_unit")));
  return entry_view(context.link({Kind::unit, *unit}, kFlowPath));
}

ViewObject class_head(const ViewContext& context, Choice<ItemClass> item_class) {
  return entry_view(ViewContext::plain(item_class.given()
                                           ? context.label(choices(ItemClass{})[item_class.index])
                                           : context.word("flow.no_class")));
}

std::string span_of(const FlowRow& row) { return row.from.text() + "–" + row.to.text(); }

struct FlowTables {
  explicit FlowTables(const ViewContext& context)
      : phases(flow_table(context, "flow.phases_caption", "flow.period")),
        months(flow_table(context, "flow.months_caption", "flow.period")),
        classes(flow_table(context, "flow.classes_caption", "flow.class")),
        units(flow_table(context, "flow.units_caption", "flow.unit")) {}
  TableView phases;  ///< the whole time, then each phase
  TableView months;
  TableView classes;
  TableView units;
};

FlowTables tables_of(const ViewContext& context, const std::vector<FlowRow>& rows) {
  FlowTables tables(context);
  const auto is_month = [](const FlowRow& row) {
    return row.slice == FlowSliceKind::site && row.period == FlowPeriodKind::month;
  };
  auto months_left = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), is_month));
  for (const FlowRow& row : rows) {
    const auto plain_head = [&](std::string text) {
      return entry_view(ViewContext::plain(std::move(text)), span_of(row));
    };
    if (is_month(row)) {
      // A month that is not over says how far it goes.
      const bool whole = Date{row.from.year, row.from.month, 0}.last_day() == row.to.last_day();
      if (months_left-- <= kMonthsShown)
        tables.months.add(entry_view(ViewContext::plain(row.from.text().substr(0, 7)),
                                     whole ? std::string() : span_of(row)),
                          cells_of(row));
    } else if (row.slice == FlowSliceKind::site && row.period == FlowPeriodKind::all) {
      tables.phases.add(plain_head(context.word("flow.whole_time")), cells_of(row));
    } else if (row.slice == FlowSliceKind::site) {
      const RecordKey phase{Kind::phase, *context.site().records().find_index<Phase>(row.phase.id)};
      tables.phases.add(entry_view(context.link(phase, kFlowPath), span_of(row)), cells_of(row));
    } else if (row.period == FlowPeriodKind::all && row.slice == FlowSliceKind::item_class) {
      tables.classes.add(class_head(context, row.item_class), cells_of(row));
    } else if (row.period == FlowPeriodKind::all && row.slice == FlowSliceKind::unit) {
      tables.units.add(unit_head(context, row.unit.id), cells_of(row));
    }
  }
  return tables;
}

/// The items with a deadline, as a whole and by unit.
struct Cohorts {
  DeadlineCohort whole;
  std::map<std::string_view, DeadlineCohort> by_unit;
  std::size_t without_deadline = 0;
};

Cohorts cohorts_of(const PublishedSite& site, const std::vector<ItemHistory>& histories) {
  Cohorts cohorts;
  const auto& items = site.records().all<Item>();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ItemState& state = site.state(i);
    if (!state.original_deadline.known()) {
      ++cohorts.without_deadline;
      continue;
    }
    cohorts.whole.add(state, histories[i], site.as_of());
    cohorts.by_unit[items[i]->unit.id].add(state, histories[i], site.as_of());
  }
  return cohorts;
}

ViewList cohort_table(const ViewContext& context, const Cohorts& cohorts) {
  TableView table(
      context.word("flow.cohort_caption"),
      {context.word("flow.unit"), context.word("flow.cohort_items"), context.word("flow.closed_in_time"),
       context.word("flow.closed_late"), context.word("flow.within_extension"),
       context.word("flow.open_overdue"), context.word("flow.open_not_due"), context.word("flow.left")});
  const auto add = [&](ViewObject head, const DeadlineCohort& cohort) {
    table.add(std::move(head),
              {number_cell(cohort.items), number_cell(cohort.closed_in_time), number_cell(cohort.closed_late),
               number_cell(cohort.late_within_extension), number_cell(cohort.open_overdue),
               number_cell(cohort.open_not_due), number_cell(cohort.left)});
  };
  if (cohorts.whole.items == 0) return {};
  add(entry_view(ViewContext::plain(context.word("flow.whole_site"))), cohorts.whole);
  for (const auto& [unit, cohort] : cohorts.by_unit) add(unit_head(context, std::string(unit)), cohort);
  return table.take_if_any();
}

ViewObject flow_view(const ViewContext& context, const FlowRow& whole, FlowTables tables) {
  const auto number = [](std::int64_t n) { return std::to_string(n); };
  ViewObject view;
  view.set("as_of", context.site().as_of().text())
      .set("entered", number(*whole.fresh + *whole.split_in + *whole.moved_in - *whole.moved_out))
      .set("open", number(*whole.closing))
      .set("closed", number(*whole.closed_stock))
      .set("left", number(*whole.merged_out + *whole.split_out + *whole.withdrawn))
      .set("closures", number(*whole.closed))
      .set("closed_items", number(*whole.closed_items))
      .set("phases", tables.phases.take())
      .set("months", tables.months.take())
      .set("classes", tables.classes.take())
      .set("units", tables.units.take());
  return view;
}

std::string count_or_nothing(std::size_t count) { return count == 0 ? std::string() : std::to_string(count); }

}  // namespace

PageView flow_page(const ViewContext& context) {
  const PublishedSite& site = context.site();
  const std::vector<FlowRow> rows = flow_rows(site);
  const std::vector<ItemHistory> histories = histories_of(site);
  const Cohorts cohorts = cohorts_of(site, histories);
  const auto undated =
      std::count_if(histories.begin(), histories.end(), [](const auto& h) { return h.empty(); });
  FlowTables tables = tables_of(context, rows);
  ViewList flow;
  if (!rows.empty()) flow.emplace_back(flow_view(context, rows.front(), std::move(tables)));
  PageView page;
  page.template_name = "pages/flow";
  page.title = context.word("flow.title");
  page.description = context.word("flow.description");
  page.view.set("title", page.title)
      .set("flow", std::move(flow))
      .set("undated", count_or_nothing(static_cast<std::size_t>(undated)))
      .set("cohort", cohort_table(context, cohorts))
      .set("deadlines", deadline_tables(context, kFlowPath))
      .set("without_deadline", count_or_nothing(cohorts.without_deadline))
      .set("json",
           context.offers(OutputName::json) ? relative_address(kFlowPath, kFlowsJsonPath) : std::string());
  return page;
}

}  // namespace gongshi
