// The page of a stage: when and what for, how its corrections stand, and what belongs to it.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/record_frame.hpp"
#include "views/related_tables.hpp"
#include "views/status_chart.hpp"

namespace gongshi {

std::string phase_span(const ViewContext& context, const Phase& phase) {
  if (!phase.from.known() && !phase.to.known()) return context.word("home.no_dates");
  if (!phase.to.known()) return context.sentence("home.since", {{"from", phase.from.text()}});
  if (!phase.from.known()) return context.sentence("home.until", {{"to", phase.to.text()}});
  return phase.from.text() + context.word("home.to") + phase.to.text();
}

PageView phase_page(const ViewContext& context, const PublishedRecord& record) {
  const Phase& phase = *context.site().records().all<Phase>()[record.key().index];
  if (phase.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::phase, phase.id);
  PageView page = record_frame(context, record, "pages/phase");
  page.view.set("state", phase.state.given() ? choices(PhaseState{})[phase.state.index].key : "planned")
      .set("state_label",
           phase.state.given() ? context.label(choices(PhaseState{})[phase.state.index]) : std::string())
      .set("span", phase_span(context, phase))
      .set("aim", phase.aim)
      .set("report",
           ViewContext::link_to(report_title(context, record.key().index), from, report_path(phase.id)))
      .set("about", fact_group(context, record, from, unsaid(record, {"from", "to", "state", "aim"}, {})))
      .set("status",
           status_chart(context, tally_of(context.site(), namers(context, record.key(), Kind::item)), from));
  return page;
}

}  // namespace gongshi
