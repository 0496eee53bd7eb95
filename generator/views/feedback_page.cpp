// The page of what somebody outside said of a record: what was said, what was answered and how fast, and
// whether that was enough.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/record_frame.hpp"

namespace gongshi {
namespace {

// How long the answer took, or how long it is waited for; empty where the days are not known.
std::string time_text(const ViewContext& context, const Feedback& feedback) {
  if (!feedback.received.whole()) return {};
  const bool answered = feedback.status == FeedbackStatus::answered;
  if (answered && !feedback.replied_on.whole()) return {};
  const Date last = answered ? feedback.replied_on : context.site().as_of();
  const auto days = (last.last_day() - feedback.received.last_day()).count();
  return context.sentence(answered ? "feedback_page.took" : "feedback_page.waits",
                          {{"days", std::to_string(days)}});
}

}  // namespace

PageView feedback_page(const ViewContext& context, const PublishedRecord& record) {
  const Feedback& feedback = *context.site().records().all<Feedback>()[record.key().index];
  if (feedback.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::feedback, feedback.id);
  PageView page = record_frame(context, record, "pages/feedback");
  page.view.set("summary", feedback.summary)
      .set("facts",
           facts_among(context, record, from,
                       unsaid(record, {"summary"}, {"about", "kind", "received", "status", "repeats"})))
      .set("reply", feedback.reply)
      .set("time", time_text(context, feedback))
      .set("answered",
           fact_group(context, record, from,
                      unsaid(record, {"reply"}, {"replied_on", "outcome", "satisfied", "rechecked"})));
  return page;
}

}  // namespace gongshi
