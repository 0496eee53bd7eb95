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

class TracePage {
 public:
  explicit TracePage(const ViewContext& context)
      : m_context(context),
        m_site(context.site()),
        m_pending(context.word("trace.pending_caption"), headings(context)),
        m_unmatched(context.word("trace.unmatched_caption"), headings(context)),
        m_rest(context.word("trace.rest_caption"), headings(context)) {}

  ViewObject view() {
    const auto& opinions = m_site.records().all<Opinion>();
    for (std::uint32_t i = 0; i < opinions.size(); ++i) {
      if (opinions[i]->withdrawn) continue;
      ++m_told;
      ++m_told_of[opinions[i]->consultation.id];
      add(i, *opinions[i]);
    }
    ViewObject view;
    view.set("told", std::to_string(m_told))
        .set("totals", totals())
        .set("apart", m_told_of.contains("") ? std::to_string(m_told_of[""]) : std::string())
        .set("pending", m_pending.take_if_any())
        .set("unmatched", m_unmatched.take_if_any())
        .set("rest", m_rest.take_if_any());
    return view;
  }

 private:
  void add(std::uint32_t index, const Opinion& opinion) {
    const RecordPlaces items = items_of_opinion(m_site, index);
    RecordPlaces institutions;
    RecordPlaces surveys;
    for (const std::uint32_t item : items) {
      for (const std::uint32_t place : institutions_of_item(m_site, item)) institutions.push_back(place);
      for (const std::uint32_t place : surveys_of_item(m_site, item)) surveys.push_back(place);
    }
    TableView& table = is_pending(opinion)                             ? m_pending
                       : promises_correction(opinion) && items.empty() ? m_unmatched
                                                                       : m_rest;
    table.add(*opinion_entries(m_context, {index}, kTracePath).front().as<ViewObject>(),
              {answer_cell(opinion), cell(item_entries(m_context, items, kTracePath)),
               cell(institution_entries(m_context, each_once(std::move(institutions)), kTracePath)),
               cell(survey_entries(m_context, each_once(std::move(surveys)), kTracePath))});
  }

  // Why it was not taken up, and whether those who spoke got an answer.
  [[nodiscard]] TableCell answer_cell(const Opinion& opinion) const {
    TableCell cell;
    if (!opinion.reason.empty()) cell.entries.emplace_back(entry_view(ViewContext::plain(opinion.reason)));
    if (opinion.replied_on.known()) {
      cell.entries.emplace_back(entry_view(
          ViewContext::plain(m_context.sentence("trace.replied", {{"date", opinion.replied_on.text()}}))));
    }
    return cell.entries.empty() ? text_cell(m_context.word("trace.no_reply")) : cell;
  }

  [[nodiscard]] TableCell cell(ViewList entries) const {
    if (entries.empty()) return text_cell(m_context.word("trace.none"));
    TableCell cell;
    cell.entries = std::move(entries);
    return cell;
  }

  // What each consultation counted beside what of it is told one by one: [{link, text}].
  ViewList totals() {
    ViewList lines;
    const auto& consultations = m_site.records().all<Consultation>();
    for (std::uint32_t i = 0; i < consultations.size(); ++i) {
      const Consultation& consultation = *consultations[i];
      if (consultation.withdrawn) continue;
      const std::string told = std::to_string(m_told_of[consultation.id]);
      ViewObject line;
      line.set("link", m_context.link({Kind::consultation, i}, kTracePath));
      if (!consultation.total) {
        line.set("text", m_context.sentence("trace.told_of_unknown", {{"told", told}}));
      } else {
        line.set("text",
                 m_context.sentence(consultation.approximate == std::optional(true) ? "trace.told_of_about"
                                                                                    : "trace.told_of",
                                    {{"told", told}, {"total", std::to_string(*consultation.total)}}));
      }
      lines.emplace_back(std::move(line));
    }
    return lines;
  }

  const ViewContext& m_context;
  const PublishedSite& m_site;
  TableView m_pending;
  TableView m_unmatched;
  TableView m_rest;
  std::size_t m_told = 0;
  std::map<std::string, std::size_t> m_told_of;  ///< by consultation; empty id: of none
};

}  // namespace

PageView trace_page(const ViewContext& context) {
  PageView page;
  page.template_name = "pages/trace";
  page.title = context.word("trace.title");
  page.description = context.word("trace.description");
  page.view = TracePage(context).view();
  page.view.set("title", page.title);
  return page;
}

}  // namespace gongshi
