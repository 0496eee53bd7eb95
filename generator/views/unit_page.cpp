// The page of a unit: how its corrections stand and how many are late, what it owes, how it was polled, and
// what others say of it.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/plan_matrix.hpp"
#include "views/record_frame.hpp"
#include "views/related_tables.hpp"
#include "views/status_chart.hpp"
#include "views/unit_tables.hpp"

namespace gongshi {
PageView unit_page(const ViewContext& context, const PublishedRecord& record) {
  const Unit& unit = *context.site().records().all<Unit>()[record.key().index];
  if (unit.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::unit, unit.id);
  const std::vector<LongTable> tables = related_tables(context, record.key());
  const ItemTally tally = tally_of(context.site(), own_items(context.site(), record.key().index));
  PageView page = record_frame(context, record, "pages/unit");
  page.is_posted = true;
  page.view
      .set("about", fact_group(context, record, from,
                               {"type", "size", "parent", "head", "phone", "website", "aliases"}))
      .set("status", status_chart(context, tally, from))
      .set("own", table_start(context, tables, "own"))
      .set("list", tally.total == 0 ? std::string() : relative_address(from, item_list_path("unit", unit.id)))
      .set("plan", plan_row(context, unit.id, from))
      .set("polls", table_start(context, tables, "polls"))
      .set("answers", table_start(context, tables, "answers"))
      .set("owes", table_start(context, tables, "owes"))
      .set("shared", table_start(context, tables, "shared"));
  return page;
}

PageView unit_index_page(const ViewContext& context, const LongTables& tables) {
  PageView page = index_page(context, Kind::unit, tables);
  page.template_name = "pages/units";
  return page;
}

}  // namespace gongshi
