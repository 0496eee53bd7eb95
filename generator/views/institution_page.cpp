// The page of a rule: where it stands among the stages a rule can pass, the cause it cures, and the
// corrections it answers.
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/record_frame.hpp"

namespace gongshi {
namespace {

// {list: [{label, current}]}. A rule need not pass every stage, so that only the one it stands at is marked;
// `repealed` is one only of what was repealed.
ViewValue steps_view(const ViewContext& context, Choice<InstitutionStage> stage) {
  if (!stage.given()) return false;
  ViewList list;
  for (const ChoiceWord& word : choices(InstitutionStage{})) {
    const auto at = static_cast<InstitutionStage>(&word - choices(InstitutionStage{}).data());
    if (at == InstitutionStage::repealed && !(stage == at)) continue;
    ViewObject step;
    step.set("label", context.label(word)).set("current", stage == at);
    list.emplace_back(std::move(step));
  }
  ViewObject view;
  view.set("list", std::move(list));
  return view;
}

// {link, text}: the cause, and what cures it.
ViewValue cure_view(const ViewContext& context, Choice<Cause> cause, std::string_view from) {
  if (!cause.given()) return false;
  const ChoiceWord& word = choices(Cause{})[cause.index];
  ViewObject view;
  view.set("link", ViewContext::link_to(context.label(word), from, cause_path(word.key)))
      .set("text", context.word("causes.cure." + std::string(word.key)));
  return view;
}

}  // namespace

PageView institution_page(const ViewContext& context, const PublishedRecord& record) {
  const Institution& institution = *context.site().records().all<Institution>()[record.key().index];
  if (institution.withdrawn) return record_page(context, record);
  const std::string from = record_path(Kind::institution, institution.id);
  PageView page = record_frame(context, record, "pages/institution");
  page.view.set("steps", steps_view(context, institution.stage))
      .set("about",
           fact_group(context, record, from,
                      unsaid(record, {"stage", "cause", "items"}, {"number", "action", "origin", "date"})))
      .set("cure", cure_view(context, institution.cause, from));
  return page;
}

}  // namespace gongshi
