// Units against what each must have: a plan, measures, time limits, and supervision of the effect. Who
// has published none of them is seen as readily as who has.
#include "views/plan_matrix.hpp"

#include <algorithm>
#include <map>

#include "views/build_pages.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

/// What one unit has published.
struct UnitRow {
  RecordPlaces plans;
  std::int64_t items = 0;
  std::int64_t items_with_limit = 0;  ///< a deadline of their own
  std::int64_t measures = 0;
  std::int64_t measures_with_limit = 0;
  std::int64_t inspections = 0;
  std::int64_t acceptances = 0;
  std::int64_t items_supervised = 0;  ///< inspected or judged at least once
};

// Bodies that guide or inspect have no plan of their own to make.
bool must_plan(const Unit& unit) {
  return unit.type == UnitType::party_group || unit.type == UnitType::office ||
         unit.type == UnitType::affiliated_unit || unit.type == UnitType::branch ||
         unit.type == UnitType::group;
}

void count_item(const Item& item, UnitRow& row) {
  ++row.items;
  if (item.deadline.known()) ++row.items_with_limit;
  row.measures += static_cast<std::int64_t>(item.measures.size());
  row.measures_with_limit += std::count_if(item.measures.begin(), item.measures.end(),
                                           [](const Measure& measure) { return measure.due.known(); });
  row.inspections += static_cast<std::int64_t>(item.inspections.size());
  row.acceptances += static_cast<std::int64_t>(item.acceptance.size());
  if (!item.inspections.empty() || !item.acceptance.empty()) ++row.items_supervised;
}

/// By unit; under the empty id what belongs to none that is published.
std::map<std::string, UnitRow> rows_of(const PublishedSite& site) {
  std::map<std::string, UnitRow> rows;
  for (const Published<Unit>& unit : site.records().all<Unit>()) {
    if (must_plan(*unit) && !unit->withdrawn) rows[unit->id];
  }
  const auto& plans = site.records().all<Plan>();
  for (std::uint32_t i = 0; i < plans.size(); ++i) rows[plans[i]->unit.id].plans.push_back(i);
  const auto& items = site.records().all<Item>();
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (site.state(i).left == ItemState::Left::no) count_item(*items[i], rows[items[i]->unit.id]);
  }
  return rows;
}

TableCell plan_cell(const ViewContext& context, const RecordPlaces& plans, std::string_view from) {
  if (plans.empty()) return text_cell(context.word("plans.no_plan"));
  TableCell cell;
  for (const std::uint32_t place : plans) {
    const Date& adopted = context.site().records().all<Plan>()[place]->adopted;
    cell.entries.emplace_back(entry_of(context, {Kind::plan, place}, from, adopted.text()));
  }
  return cell;
}

std::vector<TableCell> cells_of(const ViewContext& context, const UnitRow& row, std::string_view from) {
  const auto number = [](std::int64_t n) { return std::to_string(n); };
  const auto words = [&](bool any, std::string_view key, std::string_view none) {
    return text_cell(any ? context.sentence(key, {{"items", number(row.items)},
                                                  {"items_with_limit", number(row.items_with_limit)},
                                                  {"measures", number(row.measures)},
                                                  {"measures_with_limit", number(row.measures_with_limit)},
                                                  {"inspections", number(row.inspections)},
                                                  {"acceptances", number(row.acceptances)},
                                                  {"items_supervised", number(row.items_supervised)}})
                         : context.word(none));
  };
  return {plan_cell(context, row.plans, from),
          words(row.items > 0, "plans.measures_cell", "plans.no_measures"),
          words(row.items_with_limit + row.measures_with_limit > 0, "plans.limits_cell", "plans.no_limits"),
          words(row.items_supervised > 0, "plans.supervision_cell", "plans.no_supervision")};
}

std::vector<std::string> headings_of(const ViewContext& context) {
  return {context.word("plans.unit"), context.word("plans.plan"), context.word("plans.measures"),
          context.word("plans.limits"), context.word("plans.supervision")};
}

// What names the unit as its own.
UnitRow row_of(const PublishedSite& site, std::uint32_t unit) {
  const std::string& id = site.records().all<Unit>()[unit]->id;
  UnitRow row;
  for (const RecordKey& key : site.named_by({Kind::unit, unit})) {
    if (key.kind == Kind::plan && site.records().all<Plan>()[key.index]->unit.id == id)
      row.plans.push_back(key.index);
    if (key.kind != Kind::item || site.state(key.index).left != ItemState::Left::no) continue;
    const Item& item = *site.records().all<Item>()[key.index];
    if (item.unit.id == id) count_item(item, row);
  }
  return row;
}

}  // namespace

ViewList plan_row(const ViewContext& context, const std::string& unit, std::string_view from) {
  const auto place = context.site().records().find_index<Unit>(unit);
  if (!place) return {};
  TableView table(context.word("plans.row_caption"), headings_of(context));
  table.add(entry_of(context, {Kind::unit, *place}, from),
            cells_of(context, row_of(context.site(), *place), from));
  return table.take_if_any();
}

PageView plan_matrix_page(const ViewContext& context) {
  const std::string path = index_path(Kind::plan);
  TableView table(context.word("plans.caption"), headings_of(context));
  std::size_t units = 0;
  std::size_t with_plan = 0;
  for (const auto& [id, row] : rows_of(context.site())) {
    const auto unit = context.site().records().find_index<Unit>(id);
    table.add(unit ? entry_of(context, {Kind::unit, *unit}, path)
                   : entry_view(ViewContext::plain(context.word("plans.no_unit"))),
              cells_of(context, row, path));
    if (!unit) continue;
    ++units;
    if (!row.plans.empty()) ++with_plan;
  }
  PageView page;
  page.template_name = "pages/plans";
  page.title = context.word("kinds.plans");
  page.description =
      context.sentence("index.description",
                       {{"kind", page.title}, {"count", std::to_string(context.site().count(Kind::plan))}});
  page.view.set("title", page.title)
      .set("units", std::to_string(units))
      .set("with_plan", std::to_string(with_plan))
      .set("table", table.take_if_any())
      .set("json", context.offers(OutputName::json) ? relative_address(path, table_json_path(Kind::plan))
                                                    : std::string());
  return page;
}

}  // namespace gongshi
