// The page of an opinion, in the order in which it is answered for: what people said, where it went, what
// became of it, and what they were told.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/record_frame.hpp"

namespace gongshi {
namespace {

ViewValue verdict_view(const ViewContext& context, const Opinion& opinion, bool by_editor) {
  if (!opinion.disposition.given()) return false;
  const ChoiceWord& word = choices(Disposition{})[opinion.disposition.index];
  ViewObject view;
  view.set("key", word.key)
      .set("label", context.label(word))
      .set("text", opinion.reason)
      .set("by_editor", by_editor);
  return view;
}

}  // namespace

PageView opinion_page(const ViewContext& context, const PublishedRecord& record) {
  const Opinion& opinion = *context.site().records().all<Opinion>()[record.key().index];
  if (opinion.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::opinion, opinion.id);
  std::vector<std::string_view> became = unsaid(record, {"reason", "items"}, {});
  if (is_unstated(record, "disposition")) became.emplace_back("disposition");
  PageView page = record_frame(context, record, "pages/opinion");
  page.view.set("summary", opinion.summary)
      .set("said", fact_group(context, record, from,
                              unsaid(record, {"summary"},
                                     {"category", "consultation", "channel", "received", "voices"})))
      .set("went", fact_group(context, record, from, {"unit", "assigned"}))
      .set("verdict", verdict_view(context, opinion, is_by_editor(record, "disposition")))
      .set("became", fact_group(context, record, from, became))
      .set("reply", opinion.reply)
      .set("no_reply", opinion.reply.empty() && !opinion.replied_on.known() && !is_unstated(record, "reply"))
      .set("answered", fact_group(context, record, from, unsaid(record, {"reply"}, {"replied_on"})));
  return page;
}

}  // namespace gongshi
