#include "views/trace.hpp"

#include <algorithm>

namespace gongshi {
namespace {

// What `self` names in `references`, and the records of kind R that name `self`.
template <class R, class References>
RecordPlaces linked(const PublishedSite& site, RecordKey self, const References& references) {
  RecordPlaces places;
  for (const Reference& reference : references) {
    if (const auto index = site.records().find_index<R>(reference.id)) places.push_back(*index);
  }
  for (const RecordKey& key : site.named_by(self)) {
    if (key.kind == R::kKind) places.push_back(key.index);
  }
  return each_once(std::move(places));
}

// The poll in which people judged the correction, if the item names one: `surveys/cp-1` or `cp-1`.
std::optional<std::uint32_t> judging_survey(const PublishedSite& site, const Item& item) {
  if (!item.participation || !item.participation->judging.given()) return std::nullopt;
  return site.records().find_index<Survey>(split_name(item.participation->judging.id).id);
}

std::string stage_word(const ViewContext& context, const Measure& measure) {
  if (measure.done.known()) return context.sentence("trace.done", {{"date", measure.done.text()}});
  if (measure.stage.given()) return context.label(choices(MeasureStage{})[measure.stage.index]);
  if (measure.due.known()) return context.sentence("trace.due", {{"date", measure.due.text()}});
  return {};
}

std::vector<std::string> trace_headings(const ViewContext& context) {
  return {context.word("trace.item"), context.word("trace.opinions"), context.word("trace.measures"),
          context.word("trace.institutions"), context.word("trace.surveys")};
}

TableCell cell_of(const ViewContext& context, ViewList entries) {
  if (entries.empty()) return text_cell(context.word("trace.none"));
  TableCell cell;
  cell.entries = std::move(entries);
  return cell;
}

void add_item_row(const ViewContext& context, std::uint32_t index, std::string_view from, TableView& table) {
  const PublishedSite& site = context.site();
  table.add(entry_of(context, {Kind::item, index}, from),
            {cell_of(context, opinion_entries(context, opinions_of_item(site, index), from)),
             cell_of(context, measure_entries(context, site.records().all<Item>()[index])),
             cell_of(context, institution_entries(context, institutions_of_item(site, index), from)),
             cell_of(context, survey_entries(context, surveys_of_item(site, index), from))});
}

RecordPlaces items_traced(const PublishedSite& site, RecordKey self) {
  switch (self.kind) {
    case Kind::opinion:
      return items_of_opinion(site, self.index);
    case Kind::item:
      return {self.index};
    case Kind::institution:
      return items_of_institution(site, self.index);
    case Kind::survey:
      return items_of_survey(site, self.index);
    default:
      return {};
  }
}

ViewList cause_link(const ViewContext& context, RecordKey self, std::string_view from) {
  Choice<Cause> cause;
  if (self.kind == Kind::item) cause = context.site().records().all<Item>()[self.index]->cause;
  if (self.kind == Kind::institution) cause = context.site().records().all<Institution>()[self.index]->cause;
  ViewList links;
  if (!cause.given()) return links;
  ViewObject link;
  link.set("text", context.label(choices(Cause{})[cause.index]))
      .set("href", relative_address(from, cause_path(choices(Cause{})[cause.index].key)))
      .set("is_link", true);
  links.emplace_back(std::move(link));
  return links;
}

// An item that nothing leads to and nothing follows from has no trace worth a table.
bool is_linked(const PublishedSite& site, std::uint32_t item) {
  return !opinions_of_item(site, item).empty() || !institutions_of_item(site, item).empty() ||
         !surveys_of_item(site, item).empty();
}

}  // namespace

RecordPlaces each_once(RecordPlaces places) {
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

RecordPlaces items_of_opinion(const PublishedSite& site, std::uint32_t opinion) {
  return linked<Item>(site, {Kind::opinion, opinion}, site.records().all<Opinion>()[opinion]->items);
}
RecordPlaces opinions_of_item(const PublishedSite& site, std::uint32_t item) {
  return linked<Opinion>(site, {Kind::item, item}, site.records().all<Item>()[item]->opinions);
}
RecordPlaces institutions_of_item(const PublishedSite& site, std::uint32_t item) {
  return linked<Institution>(site, {Kind::item, item}, site.records().all<Item>()[item]->institutions);
}
RecordPlaces items_of_institution(const PublishedSite& site, std::uint32_t institution) {
  return linked<Item>(site, {Kind::institution, institution},
                      site.records().all<Institution>()[institution]->items);
}

RecordPlaces surveys_of_item(const PublishedSite& site, std::uint32_t item) {
  RecordPlaces places = linked<Survey>(site, {Kind::item, item}, std::vector<Reference>());
  if (const auto judging = judging_survey(site, *site.records().all<Item>()[item]))
    places.push_back(*judging);
  return each_once(std::move(places));
}

RecordPlaces items_of_survey(const PublishedSite& site, std::uint32_t survey) {
  RecordPlaces places =
      linked<Item>(site, {Kind::survey, survey}, site.records().all<Survey>()[survey]->items);
  const auto& judged = site.records().all<Survey>()[survey]->items;
  // An item may name a poll for another reason than that it was judged in it.
  std::erase_if(places, [&](std::uint32_t place) {
    const Published<Item>& item = site.records().all<Item>()[place];
    return judging_survey(site, *item) != survey &&
           std::none_of(judged.begin(), judged.end(),
                        [&](const auto& named) { return named.id == item->id; });
  });
  return places;
}

ViewList opinion_entries(const ViewContext& context, const RecordPlaces& opinions, std::string_view from) {
  ViewList entries;
  for (const std::uint32_t place : opinions) {
    const Choice<Disposition>& disposition = context.site().records().all<Opinion>()[place]->disposition;
    entries.emplace_back(entry_of(
        context, {Kind::opinion, place}, from,
        disposition.given() ? context.label(choices(Disposition{})[disposition.index]) : std::string()));
  }
  return entries;
}

ViewList item_entries(const ViewContext& context, const RecordPlaces& items, std::string_view from) {
  ViewList entries;
  for (const std::uint32_t place : items) entries.emplace_back(entry_of(context, {Kind::item, place}, from));
  return entries;
}

ViewList institution_entries(const ViewContext& context, const RecordPlaces& institutions,
                             std::string_view from) {
  ViewList entries;
  for (const std::uint32_t place : institutions) {
    const Choice<InstitutionStage>& stage = context.site().records().all<Institution>()[place]->stage;
    entries.emplace_back(
        entry_of(context, {Kind::institution, place}, from,
                 stage.given() ? context.label(choices(InstitutionStage{})[stage.index]) : std::string()));
  }
  return entries;
}

ViewList survey_entries(const ViewContext& context, const RecordPlaces& surveys, std::string_view from) {
  ViewList entries;
  for (const std::uint32_t place : surveys) {
    const Published<Survey>& survey = context.site().records().all<Survey>()[place];
    std::string last;
    if (survey->period)
      last = survey->period->to.known() ? survey->period->to.text() : survey->period->from.text();
    entries.emplace_back(entry_of(context, {Kind::survey, place}, from, std::move(last)));
  }
  return entries;
}

ViewList measure_entries(const ViewContext& context, const Published<Item>& item) {
  ViewList entries;
  for (const Measure& measure : item->measures)
    entries.emplace_back(entry_view(ViewContext::plain(measure.text), stage_word(context, measure)));
  return entries;
}

ViewValue trace_view(const ViewContext& context, RecordKey self, std::string_view from) {
  TableView table(context.word("trace.caption"), trace_headings(context));
  for (const std::uint32_t item : items_traced(context.site(), self)) {
    if (self.kind != Kind::item || is_linked(context.site(), item)) add_item_row(context, item, from, table);
  }
  ViewList cause = cause_link(context, self, from);
  if (table.is_empty() && cause.empty()) return false;
  ViewObject view;
  view.set("table", table.take_if_any()).set("cause", std::move(cause));
  return view;
}

}  // namespace gongshi
