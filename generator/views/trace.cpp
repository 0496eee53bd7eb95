#include "views/trace.hpp"

namespace gongshi {
namespace {

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

void add_item_row(const ViewContext& context, std::uint32_t index, std::string_view from, TableView& table) {
  const PublishedSite& site = context.site();
  table.add(entry_of(context, {Kind::item, index}, from),
            {linked_cell(context, opinion_entries(context, opinions_of_item(site, index), from)),
             linked_cell(context, measure_entries(context, site.records().all<Item>()[index])),
             linked_cell(context, institution_entries(context, institutions_of_item(site, index), from)),
             linked_cell(context, survey_entries(context, surveys_of_item(site, index), from))});
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

TableCell linked_cell(const ViewContext& context, ViewList entries) {
  if (entries.empty()) return text_cell(context.word("trace.none"));
  TableCell cell;
  cell.entries = std::move(entries);
  return cell;
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

LongTable trace_table(const ViewContext& context, RecordKey self, std::string path) {
  LongTable table;
  table.path = std::move(path);
  table.section = "trace";
  table.caption = context.word("trace.caption");
  table.headings = trace_headings(context);
  for (const std::uint32_t item : items_traced(context.site(), self)) {
    if (self.kind != Kind::item || is_linked(context.site(), item)) table.rows.push_back(item);
  }
  table.kind = Kind::item;
  table.add_row = [&context](std::uint32_t item, std::string_view from, TableView& view) {
    add_item_row(context, item, from, view);
  };
  return table;
}

ViewValue trace_view(const ViewContext& context, RecordKey self, const std::vector<LongTable>& tables) {
  const Record& record = context.site().record(self).common();
  if (record.withdrawn) return false;
  ViewList cause = cause_link(context, self, record_path(self.kind, record.id));
  ViewList table = table_start(context, tables, "trace");
  if (table.empty() && cause.empty()) return false;
  ViewObject view;
  view.set("table", std::move(table)).set("cause", std::move(cause));
  return view;
}

}  // namespace gongshi
