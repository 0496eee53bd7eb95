// The page of an objective: what was promised, and how the corrections under it stand.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/record_frame.hpp"
#include "views/related_tables.hpp"
#include "views/status_chart.hpp"

namespace gongshi {

PageView objective_page(const ViewContext& context, const PublishedRecord& record) {
  const Objective& objective = *context.site().records().all<Objective>()[record.key().index];
  if (objective.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::objective, objective.id);
  PageView page = record_frame(context, record, "pages/objective");
  page.view.set("text", objective.text)
      .set("about", fact_group(context, record, from, unsaid(record, {"text"}, {"unit"})))
      .set("status",
           status_chart(context, tally_of(context.site(), namers(context, record.key(), Kind::item)), from));
  return page;
}

}  // namespace gongshi
