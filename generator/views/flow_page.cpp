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

std::vector<std::string> headings_of(const ViewContext& context, std::string_view head) {
  std::vector<std::string> headings = {context.word(head)};
  const FieldTable& table = fields_of(static_cast<const FlowRow*>(nullptr));
  for (const std::string_view key : kCountKeys) headings.push_back(context.label(*table.find(key)));
  return headings;
}

TableView flow_table(const ViewContext& context, std::string_view caption, std::string_view head) {
  return {context.word(caption), headings_of(context, head)};
}

std::vector<TableCell> cells_of(const FlowRow& row) {
  std::vector<TableCell> cells;
  for (const auto count : kCounts) cells.push_back(number_cell(*(row.*count)));
  return cells;
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
        classes(flow_table(context, "flow.classes_caption", "flow.class")) {}
  TableView phases;  ///< the whole time, then each phase
  TableView months;
  TableView classes;
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

std::vector<TableCell> cells_of(const DeadlineCohort& cohort) {
  return {number_cell(cohort.items),        number_cell(cohort.closed_in_time),
          number_cell(cohort.closed_late),  number_cell(cohort.late_within_extension),
          number_cell(cohort.open_overdue), number_cell(cohort.open_not_due),
          number_cell(cohort.left)};
}

// The whole site, then each unit.
LongTable cohort_table(const ViewContext& context, const Cohorts& cohorts) {
  std::vector<std::pair<std::string, DeadlineCohort>> rows;
  if (cohorts.whole.items > 0) rows.emplace_back(std::string(), cohorts.whole);
  for (const auto& [unit, cohort] : cohorts.by_unit) rows.emplace_back(unit, cohort);
  LongTable table = numbered_table(std::string(kFlowPath), "cohort", rows.size());
  table.caption = context.word("flow.cohort_caption");
  for (const std::string_view heading : {"unit", "cohort_items", "closed_in_time", "closed_late",
                                         "within_extension", "open_overdue", "open_not_due", "left"})
    table.headings.push_back(context.word("flow." + std::string(heading)));
  table.add_row = [&context, rows = std::move(rows)](std::uint32_t at, std::string_view from,
                                                     TableView& view) {
    view.add(at == 0 ? entry_view(ViewContext::plain(context.word("flow.whole_site")))
                     : unit_head(context, rows[at].first, from),
             cells_of(rows[at].second));
  };
  return table;
}

LongTable unit_table(const ViewContext& context, const std::vector<FlowRow>& rows) {
  std::vector<FlowRow> units;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(units), [](const FlowRow& row) {
    return row.period == FlowPeriodKind::all && row.slice == FlowSliceKind::unit;
  });
  LongTable table = numbered_table(std::string(kFlowPath), "units", units.size());
  table.caption = context.word("flow.units_caption");
  table.headings = headings_of(context, "flow.unit");
  table.add_row = [&context, units = std::move(units)](std::uint32_t at, std::string_view from,
                                                       TableView& view) {
    view.add(unit_head(context, units[at].unit.id, from), cells_of(units[at]));
  };
  return table;
}

ViewObject flow_view(const ViewContext& context, const FlowRow& whole, FlowTables tables, ViewList units) {
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
      .set("units", std::move(units));
  return view;
}

std::string count_or_nothing(std::size_t count) { return count == 0 ? std::string() : std::to_string(count); }

}  // namespace

LongTables flow_tables(const ViewContext& context) {
  return share({unit_table(context, flow_rows(context.site())),
                cohort_table(context, cohorts_of(context.site(), histories_of(context.site()))),
                deadlines_by_unit(context)});
}

PageView flow_page(const ViewContext& context, const LongTables& tables) {
  const PublishedSite& site = context.site();
  const std::vector<FlowRow> rows = flow_rows(site);
  const std::vector<ItemHistory> histories = histories_of(site);
  const auto undated =
      std::count_if(histories.begin(), histories.end(), [](const auto& h) { return h.empty(); });
  ViewList flow;
  if (!rows.empty())
    flow.emplace_back(
        flow_view(context, rows.front(), tables_of(context, rows), table_start(context, *tables, "units")));
  ViewList deadlines = deadlines_by_class(context);
  for (ViewValue& table : table_start(context, *tables, "deadlines")) deadlines.push_back(std::move(table));
  PageView page;
  page.template_name = "pages/flow";
  page.title = context.word("flow.title");
  page.description = context.word("flow.description");
  page.view.set("title", page.title)
      .set("flow", std::move(flow))
      .set("undated", count_or_nothing(static_cast<std::size_t>(undated)))
      .set("cohort", table_start(context, *tables, "cohort"))
      .set("deadlines", std::move(deadlines))
      .set("without_deadline", count_or_nothing(cohorts_of(site, histories).without_deadline))
      .set("json",
           context.offers(OutputName::json) ? relative_address(kFlowPath, kFlowsJsonPath) : std::string());
  return page;
}

}  // namespace gongshi
