// The page of a plan: what its unit has published of plan, measures, limits and supervision, and how the
// corrections in it stand.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/plan_matrix.hpp"
#include "views/record_frame.hpp"
#include "views/related_tables.hpp"
#include "views/status_chart.hpp"

namespace gongshi {

PageView plan_page(const ViewContext& context, const PublishedRecord& record) {
  const Plan& plan = *context.site().records().all<Plan>()[record.key().index];
  if (plan.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::plan, plan.id);
  const std::vector<LongTable> tables = related_tables(context, record.key());
  PageView page = record_frame(context, record, "pages/plan");
  page.view.set("text", plan.text)
      .set("about", fact_group(context, record, from,
                               unsaid(record, {"text", "items"}, {"unit", "phase", "heard_from", "adopted"})))
      .set("row", plan_row(context, plan.unit.id, from))
      .set("status",
           status_chart(context, tally_of(context.site(), planned_items(context.site(), plan)), from))
      .set("items", table_start(context, tables, "planned"));
  return page;
}

}  // namespace gongshi
