// The page of a poll: how it was made and what is not known of that, what may be said of each result, the
// facts to read with it, what was claimed, the poll before it and the one after a look-back.
#include <algorithm>

#include "derive/poll_claims.hpp"
#include "diagnostics/print_diagnostics.hpp"
#include "views/build_pages.hpp"
#include "views/facts.hpp"
#include "views/poll_comparison.hpp"
#include "views/poll_pair.hpp"
#include "views/poll_rows.hpp"
#include "views/poll_totals.hpp"
#include "views/record_frame.hpp"

namespace gongshi {
namespace {

// What a reader must know of a poll, in this order, beside what only a sample needs.
constexpr std::array<std::string_view, 9> kMustKnow = {"conductor",       "relation", "respondents",
                                                       "method",          "period",   "population",
                                                       "population_size", "question", "options"};

bool is_listed(const std::vector<Placed<std::string>>& names, std::string_view key, std::string_view label) {
  return std::any_of(names.begin(), names.end(),
                     [&](const auto& one) { return one.value == key || one.value == label; });
}

class KnownFacts {
 public:
  KnownFacts(const ViewContext& context, const PublishedRecord& published, const Survey& survey,
             std::string_view from)
      : m_context(context), m_published(published), m_survey(survey), m_from(from) {
    for (const std::string_view key : kMustKnow) add_field(key);
    if (survey.method == Method::random_sample || survey.method == Method::representatives)
      add_field("selected_by");
    if (survey.method == Method::random_sample) add_field("design_effect");
    if (!survey.commissioned_by.id.empty()) add_field("commissioned_by");
    add_count("invited", &SurveyResult::invited);
    add_count("valid", &SurveyResult::valid);
  }

  /// {label, by_editor, missing, values: [link]}: `missing` says in words that it is not known.
  ViewList facts() { return std::move(m_facts); }
  /// Labels of what is missing, in a sentence or two.
  [[nodiscard]] std::string unpublished() const {
    if (m_missing.empty() && m_unstated.empty()) return poll_words(m_context, "unpublished_none");
    std::string all;
    if (!m_unstated.empty()) all += poll_words(m_context, "unstated_line", {{"list", m_unstated}});
    if (!m_missing.empty()) all += poll_words(m_context, "unpublished_line", {{"list", m_missing}});
    return all;
  }

 private:
  void add_field(std::string_view key) {
    const Field& field = *m_published.table().find(key);
    ViewList values = key == "period" ? period() : values_of(m_context, m_published, key, m_from);
    add(m_context.label(field), std::move(values), is_unstated(m_published, key),
        is_listed(m_survey.by_editor, field.key, field.label));
  }

  [[nodiscard]] ViewList period() const {
    ViewList values;
    if (!m_survey.period) return values;
    const std::string unknown = poll_words(m_context, "not_published");
    const auto text = [&](const Date& date) { return date.known() ? date.text() : unknown; };
    values.emplace_back(ViewContext::plain(text(m_survey.period->from) + " – " + text(m_survey.period->to)));
    return values;
  }

  // How many people over all results; counts of some results only are no count of the poll.
  void add_count(std::string_view key, std::optional<std::int64_t> SurveyResult::*count) {
    const Field& field = *fields_of(static_cast<const SurveyResult*>(nullptr)).find(key);
    std::int64_t sum = 0;
    std::size_t given = 0;
    for (const SurveyResult& result : m_survey.results) {
      if (!(result.*count)) continue;
      sum += *(result.*count);
      ++given;
    }
    ViewList values;
    if (given > 0) {
      const bool whole = given == m_survey.results.size();
      values.emplace_back(
          ViewContext::plain(whole ? std::to_string(sum) : poll_words(m_context, "some_not_published")));
    }
    const std::string path = "results." + std::string(key);
    add(m_context.label(field), std::move(values), is_listed(m_survey.not_stated, path, path), false);
  }

  void add(std::string label, ViewList values, bool is_unstated, bool by_editor) {
    std::string missing;
    if (values.empty()) {
      missing = is_unstated ? m_context.word("not_stated") : poll_words(m_context, "not_published");
      std::string& list = is_unstated ? m_unstated : m_missing;
      list += (list.empty() ? "" : poll_words(m_context, "list_separator")) + label;
    }
    ViewObject fact;
    fact.set("label", std::move(label))
        .set("by_editor", by_editor)
        .set("missing", std::move(missing))
        .set("values", std::move(values));
    m_facts.emplace_back(std::move(fact));
  }

  const ViewContext& m_context;
  const PublishedRecord& m_published;
  const Survey& m_survey;
  std::string_view m_from;
  ViewList m_facts;
  std::string m_unstated;  ///< labels of what the source is silent on
  std::string m_missing;   ///< labels of what was not published
};

ViewList claims_view(const ViewContext& context, const Survey& survey, const PollTable& table) {
  ViewList claims;
  for (const Claim& claim : survey.claims) {
    const auto checked = check_claim(survey, table, claim);
    const std::string_view name = !checked           ? "claim_unchecked"
                                  : checked->is_true ? "claim_true"
                                                     : "claim_false";
    const std::vector<std::pair<std::string_view, std::string>> counts = {
        {"x", std::to_string(checked ? checked->x : 0)}, {"n", std::to_string(checked ? checked->n : 0)}};
    ViewObject one;
    one.set("rate", claim.rate.text + " %")
        .set("text", claim.text)
        .set("verdict", poll_words(context, name, counts));
    claims.emplace_back(std::move(one));
  }
  return claims;
}

// An aspect's results with the number of people asked that the poll gives for the same unit.
std::vector<SurveyResult> aspect_results(const Survey& survey, const Aspect& aspect) {
  std::vector<SurveyResult> results = aspect.results;
  for (SurveyResult& result : results) {
    const auto same = result.unit.given() ? find_result(survey, result.unit.id) : std::nullopt;
    if (!result.invited && same) result.invited = survey.results[*same].invited;
  }
  return results;
}

// Those of the rows that stand on this page; a shorter table than others has none on the last pages.
ViewList rows_within(ViewList rows, RowRange range) {
  const std::size_t first = std::min(range.first, rows.size());
  const std::size_t last = std::min(range.last, rows.size());
  return {std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(first)),
          std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(last))};
}

ViewList aspects_view(const ViewContext& context, RecordKey self, const Survey& survey, std::string_view from,
                      RowRange range) {
  ViewList aspects;
  for (std::size_t i = 0; i < survey.aspects.size(); ++i) {
    const Aspect& aspect = survey.aspects[i];
    if (aspect.results.empty()) continue;
    const std::vector<SurveyResult> told = aspect_results(survey, aspect);
    const ShownResults results{self, survey, told, shown_aspect(context.site(), self.index, i)};
    ViewList rows = rows_within(poll_rows(context, results, {from, false}, {}), range);
    if (rows.empty()) continue;
    ViewObject one;
    one.set("title", aspect.title).set("rows", std::move(rows));
    aspects.emplace_back(std::move(one));
  }
  return aspects;
}

// {name: link, earlier: link, sentences: [text]} for each result on this page that an earlier poll has too.
ViewList comparisons_view(const ViewContext& context, const Poll& poll, std::string_view from,
                          RowRange range) {
  std::vector<std::pair<Wave, Wave>> pairs;
  int compared = 0;
  for (std::size_t i = 0; i < poll.table.rows.size(); ++i) {
    const Wave later{&poll, i};
    const auto earlier = earlier_wave(later, context.polls().polls);
    if (!earlier) continue;
    pairs.emplace_back(*earlier, later);
    if (bars_between(*earlier, later).empty()) ++compared;
  }
  ViewList comparisons;
  for (const auto& [earlier, later] : pairs) {
    if (later.index < range.first || later.index >= range.last) continue;
    ViewList sentences;
    for (std::string& sentence : comparison_of(context, earlier, later, compared))
      sentences.emplace_back(std::move(sentence));
    const auto index = context.site().records().find_index<Survey>(earlier.survey().id);
    ViewObject one;
    one.set("name", link_of_result(context, later.result(), from))
        .set("earlier", context.link({Kind::survey, *index}, from))
        .set("sentences", std::move(sentences));
    comparisons.emplace_back(std::move(one));
  }
  return comparisons;
}

ViewList pairs_view(const ViewContext& context, RecordKey self, std::string_view from) {
  ViewList pairs;
  for (const RecordKey& key : context.site().named_by(self)) {
    if (key.kind == Kind::lookback && !context.site().record(key).common().withdrawn)
      pairs.emplace_back(poll_pair(context, key, from));
  }
  return pairs;
}

// The poll as this audience may see it; without figures where there is none to tell.
Poll told_poll(const ViewContext& context, const Survey& survey) {
  const Poll* poll = find_poll(context.polls(), survey.id);
  return poll == nullptr ? Poll{&survey, {}} : *poll;
}

std::vector<PollWarning> warnings_of(const ViewContext& context, const Poll& poll) {
  return find_poll(context.polls(), poll.survey->id) == nullptr ? std::vector<PollWarning>()
                                                                : poll_warnings(poll, context.polls());
}

// What stands on the page `number` of those that the results go on over: `rows`, `aspects`, `comparisons`.
void set_results(const ViewContext& context, RecordKey self, std::size_t number, ViewObject& view) {
  const Survey& survey = *context.site().records().all<Survey>()[self.index];
  const Paging paging = survey_paging(context, self);
  const std::string from = page_path(paging, number);
  const RowRange range = rows_on(paging, number);
  const Poll told = told_poll(context, survey);
  const ShownResults results{self, survey, survey.results, told.table};
  view.set("rows", rows_within(poll_rows(context, results, {from}, warnings_of(context, told)), range))
      .set("place", place_text(context, paging, number))
      .set_list("has_steps", "steps", step_links(context, paging, number))
      .set_list("has_aspects", "aspects",
                told.table.rows.empty() ? ViewList() : aspects_view(context, self, survey, from, range))
      .set_list("has_comparisons", "comparisons", comparisons_view(context, told, from, range));
}

}  // namespace

Paging survey_paging(const ViewContext& context, RecordKey self) {
  const Survey& survey = *context.site().records().all<Survey>()[self.index];
  const PollTable table = told_poll(context, survey).table;
  std::size_t rows = table.rows.size() + table.rests.size();
  for (std::size_t i = 0; i < survey.aspects.size(); ++i) {
    const PollTable aspect = shown_aspect(context.site(), self.index, i);
    rows = std::max(rows, aspect.rows.size() + aspect.rests.size());
  }
  return {record_path(Kind::survey, survey.id), "results", survey.withdrawn ? 0 : rows, 25};
}

PageView survey_results_page(const ViewContext& context, RecordKey self, std::size_t number) {
  const std::string title = context.title(self);
  PageView page;
  page.template_name = "pages/poll";
  page.title = context.sentence(
      "paging.title",
      {{"page", title}, {"caption", poll_words(context, "results")}, {"number", std::to_string(number)}});
  page.description = page.title;
  page.column = Kind::survey;
  page.view.set("title", page.title)
      .set("back", context.link(self, page_path(survey_paging(context, self), number)));
  set_results(context, self, number, page.view);
  return page;
}

PageView survey_page(const ViewContext& context, const PublishedRecord& published) {
  const RecordKey self = published.key();
  const Survey& survey = *context.site().records().all<Survey>()[self.index];
  const std::string path = record_path(Kind::survey, survey.id);
  PageView page = record_frame(context, published, "pages/survey");
  page.is_posted = true;
  page.view.set("is_told", find_poll(context.polls(), survey.id) != nullptr);
  const Poll told = told_poll(context, survey);
  const ShownResults results{self, survey, survey.results, told.table};
  ViewList facts = poll_facts(context, results);
  for (const PollWarning& warning : warnings_of(context, told)) {
    if (warning.results.empty())
      facts.emplace_back(
          word(warning.code.message().text.in(context.language()), warning.arguments, context.language()));
  }
  std::string composition = composition_warning(context, told);
  if (!composition.empty()) facts.emplace_back(std::move(composition));
  KnownFacts known(context, published, survey, path);
  page.view.set("line", opening_line(context, survey))
      .set("unpublished", known.unpublished())
      .set("known", known.facts())
      .set("csv", context.offers(OutputName::csv) && !told.table.rows.empty()
                      ? relative_address(path, csv_path("surveys-results"))
                      : std::string())
      .set("rounding", is_rounding_seen(results));
  page.view.set_list("has_facts", "facts", std::move(facts));
  page.view.set_list("has_claims", "claims", claims_view(context, survey, told.table));
  page.view.set_list("has_pairs", "pairs", pairs_view(context, self, path));
  set_results(context, self, 1, page.view);
  return page;
}

}  // namespace gongshi
