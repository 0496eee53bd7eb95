// Every opinion that is told one by one, and where it stands; those without an outcome first. What is
// told is set against what was counted.
#include <map>

#include "views/build_pages.hpp"
#include "views/trace.hpp"

namespace gongshi {
namespace {

bool is_pending(const Opinion& opinion) {
  return !opinion.disposition.given() || opinion.disposition == Disposition::pending;
}

// Taken up, at least in part, or planned: there should be a correction.
bool promises_correction(const Opinion& opinion) {
  return opinion.disposition == Disposition::adopted || opinion.disposition == Disposition::partly ||
         opinion.disposition == Disposition::planned;
}

std::vector<std::string> headings(const ViewContext& context) {
  return {context.word("trace.opinion"), context.word("trace.reason"), context.word("trace.items"),
          context.word("trace.institutions"), context.word("trace.surveys")};
}

// Why it was not taken up, and whether those who spoke got an answer.
TableCell answer_cell(const ViewContext& context, const Opinion& opinion) {
  TableCell cell;
  if (!opinion.reason.empty()) cell.entries.emplace_back(entry_view(ViewContext::plain(opinion.reason)));
  if (opinion.replied_on.known()) {
    cell.entries.emplace_back(entry_view(
        ViewContext::plain(context.sentence("trace.replied", {{"date", opinion.replied_on.text()}}))));
  }
  return cell.entries.empty() ? text_cell(context.word("trace.no_reply")) : cell;
}

void add_opinion(const ViewContext& context, std::uint32_t place, std::string_view from, TableView& table) {
  const PublishedSite& site = context.site();
  const RecordPlaces items = items_of_opinion(site, place);
  RecordPlaces institutions;
  RecordPlaces surveys;
  for (const std::uint32_t item : items) {
    for (const std::uint32_t one : institutions_of_item(site, item)) institutions.push_back(one);
    for (const std::uint32_t one : surveys_of_item(site, item)) surveys.push_back(one);
  }
  table.add(*opinion_entries(context, {place}, from).front().as<ViewObject>(),
            {answer_cell(context, *site.records().all<Opinion>()[place]),
             linked_cell(context, item_entries(context, items, from)),
             linked_cell(context, institution_entries(context, each_once(std::move(institutions)), from)),
             linked_cell(context, survey_entries(context, each_once(std::move(surveys)), from))});
}

LongTable empty_table(const ViewContext& context, std::string section, std::string_view caption) {
  LongTable table{
      std::string(kTracePath), std::move(section), context.word(caption), headings(context), {}, {}};
  table.add_row = [&context](std::uint32_t place, std::string_view from, TableView& view) {
    add_opinion(context, place, from, view);
  };
  return table;
}

// How many opinions are told one by one, by consultation; under the empty id those of none.
std::map<std::string, std::size_t> told_by_consultation(const PublishedSite& site) {
  std::map<std::string, std::size_t> told;
  for (const Published<Opinion>& opinion : site.records().all<Opinion>()) {
    if (!opinion->withdrawn) ++told[opinion->consultation.id];
  }
  return told;
}

// What each consultation counted beside what of it is told one by one: [{link, text}].
ViewList totals(const ViewContext& context, std::map<std::string, std::size_t>& told_of) {
  ViewList lines;
  const auto& consultations = context.site().records().all<Consultation>();
  for (std::uint32_t i = 0; i < consultations.size(); ++i) {
    const Consultation& consultation = *consultations[i];
    if (consultation.withdrawn) continue;
    ViewObject line;
    line.set("link", context.link({Kind::consultation, i}, kTracePath))
        .set("text", told_sentence(context, consultation, told_of[consultation.id]));
    lines.emplace_back(std::move(line));
  }
  return lines;
}

}  // namespace

std::string told_sentence(const ViewContext& context, const Consultation& consultation, std::size_t told) {
  const std::string number = std::to_string(told);
  if (!consultation.total) return context.sentence("trace.told_of_unknown", {{"told", number}});
  return context.sentence(
      consultation.approximate == std::optional(true) ? "trace.told_of_about" : "trace.told_of",
      {{"told", number}, {"total", std::to_string(*consultation.total)}});
}

LongTables trace_tables(const ViewContext& context) {
  LongTable pending = empty_table(context, "pending", "trace.pending_caption");
  LongTable unmatched = empty_table(context, "unmatched", "trace.unmatched_caption");
  LongTable rest = empty_table(context, "rest", "trace.rest_caption");
  const auto& opinions = context.site().records().all<Opinion>();
  for (std::uint32_t i = 0; i < opinions.size(); ++i) {
    if (opinions[i]->withdrawn) continue;
    LongTable& table = is_pending(*opinions[i]) ? pending
                       : promises_correction(*opinions[i]) && items_of_opinion(context.site(), i).empty()
                           ? unmatched
                           : rest;
    table.rows.push_back(i);
  }
  return share({std::move(pending), std::move(unmatched), std::move(rest)});
}

PageView trace_page(const ViewContext& context, const LongTables& tables) {
  std::map<std::string, std::size_t> told_of = told_by_consultation(context.site());
  std::size_t told = 0;
  for (const LongTable& table : *tables) told += table.rows.size();
  PageView page;
  page.template_name = "pages/trace";
  page.title = context.word("trace.title");
  page.description = context.word("trace.description");
  page.view.set("title", page.title)
      .set("told", std::to_string(told))
      .set("totals", totals(context, told_of))
      .set("apart", told_of.contains("") ? std::to_string(told_of[""]) : std::string())
      .set("pending", table_start(context, *tables, "pending"))
      .set("unmatched", table_start(context, *tables, "unmatched"))
      .set("rest", table_start(context, *tables, "rest"));
  return page;
}

}  // namespace gongshi
