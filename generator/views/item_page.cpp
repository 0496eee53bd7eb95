// The page of an item: what it is, what each voice says of it, what became of its deadline, what happened
// when, and how to object to it. Every round and every change stays visible.
#include "derive/deadlines.hpp"
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/news.hpp"
#include "views/objection.hpp"
#include "views/record_frame.hpp"
#include "views/state_view.hpp"
#include "views/voices.hpp"

namespace gongshi {
namespace {

// What the page says in places of its own.
const std::vector<std::string_view> kToldElsewhere = {"measures", "response", "deadline",   "extensions",
                                                      "progress", "claimed",  "acceptance", "notice",
                                                      "closed",   "reopened", "inspections"};

ViewObject change_row(const ViewContext& context, const DeadlineChange& change, std::string_view from) {
  const Extension& extension = *change.extension;
  const ExtensionState state = extension.state.value_or(ExtensionState::granted);
  ViewObject row;
  row.set("to", extension.to.text())
      .set("date", extension.date.text())
      .set("state", context.label(choices(ExtensionState{})[static_cast<std::size_t>(state)]))
      .set("by", context.links(extension.by, from))
      .set("reason", extension.reason)
      .set("days", change.days_added ? std::to_string(*change.days_added) : std::string());
  return row;
}

// {first, current, not_stated, summary, changes: [{to, date, state, by, reason, days}]}; `first` is empty
// without one.
ViewObject deadline_view(const ViewContext& context, const Item& item, const ItemState& state,
                         bool not_stated, std::string_view from) {
  const DeadlineHistory history = deadlines_of(item, context.site().as_of());
  ViewList changes;
  for (const DeadlineChange& change : history.changes)
    changes.emplace_back(change_row(context, change, from));
  ViewObject view;
  view.set("first", state.original_deadline.text())
      .set("current",
           state.current_deadline == state.original_deadline ? std::string() : state.current_deadline.text())
      .set("not_stated", not_stated)
      .set("summary", history.granted == 0 ? context.word("item_page.not_extended")
                                           : context.sentence("item_page.extensions",
                                                              {{"count", std::to_string(history.granted)},
                                                               {"days", std::to_string(history.days_added)}}))
      .set_list("has_changes", "changes", std::move(changes));
  return view;
}

ViewList evidence_view(const std::vector<Evidence>& evidence, std::string_view from) {
  ViewList all;
  for (const Evidence& one : evidence) {
    const std::string address = !one.url.text.empty() ? one.url.text
                                : one.file.text.empty()
                                    ? std::string()
                                    : relative_address(from, std::string(kAttachmentFolder) + one.file.text);
    ViewObject view;
    view.set("text", one.title).set("is_link", !address.empty()).set("href", address).set("where", one.where);
    all.emplace_back(std::move(view));
  }
  return all;
}

ViewList timeline_view(const ViewContext& context, const Item& item, std::string_view from) {
  ViewList rows;
  for (const Event& event : timeline_of(item, context.site().as_of())) {
    ViewObject row;
    row.set("date", event.date.text())
        .set("what", context.label(choices(Happening{})[static_cast<std::size_t>(event.what)]))
        .set("text", event_text(context, event))
        .set("by", context.links(event.actors, from))
        .set("evidence", evidence_view(event.evidence, from));
    rows.emplace_back(std::move(row));
  }
  return rows;
}

}  // namespace

PageView item_page(const ViewContext& context, const PublishedRecord& record) {
  const std::uint32_t index = record.key().index;
  const Item& item = *context.site().records().all<Item>()[index];
  const std::string from = record_path(Kind::item, item.id);
  const ItemState& state = context.site().state(index);
  if (item.withdrawn) return record_page(context, record);
  PageView page = record_frame(context, record, "pages/item");
  page.is_posted = state.status == ItemStatus::in_notice;
  ViewList timeline = timeline_view(context, item, from);
  ViewList window = facts_among(context, record, from, {"notice"});
  page.view.set("state", state_view(context, state))
      .set("facts", facts_of(context, record, from, kToldElsewhere))
      .set("measures", facts_among(context, record, from, {"measures"}))
      .set("voices", voices_of(context, index, from))
      .set("deadline", deadline_view(context, item, state, is_unstated(record, "deadline"), from))
      .set_list("has_timeline", "timeline", std::move(timeline))
      .set("window_open", state.status == ItemStatus::in_notice)
      .set("window", std::move(window))
      .set("objection", objection_view(context, from, item.id, context.title(record.key())));
  return page;
}

}  // namespace gongshi
