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

ViewList aspects_view(const ViewContext& context, RecordKey self, const Survey& survey,
                      std::string_view from) {
  ViewList aspects;
  for (std::size_t i = 0; i < survey.aspects.size(); ++i) {
    const Aspect& aspect = survey.aspects[i];
    if (aspect.results.empty()) continue;
    const std::vector<SurveyResult> told = aspect_results(survey, aspect);
    const ShownResults results{self, survey, told, shown_aspect(context.site(), self.index, i)};
    ViewObject one;
    one.set("title", aspect.title).set("rows", poll_rows(context, results, {from, false}, {}));
    aspects.emplace_back(std::move(one));
  }
  return aspects;
}

// {name: link, earlier: link, sentences: [text]} for each result that an earlier poll has too.
ViewList comparisons_view(const ViewContext& context, const Poll& poll, std::string_view from) {
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

}  // namespace

PageView survey_page(const ViewContext& context, const PublishedRecord& published) {
  const RecordKey self = published.key();
  const Survey& survey = *context.site().records().all<Survey>()[self.index];
  const std::string path = record_path(Kind::survey, survey.id);
  PageView page = record_frame(context, published, "pages/survey");
  const Poll* poll = find_poll(context.polls(), survey.id);
  page.view.set("is_told", poll != nullptr);
  const Poll nothing{&survey, {}};
  const Poll& told = poll == nullptr ? nothing : *poll;
  const std::vector<PollWarning> warnings =
      poll == nullptr ? std::vector<PollWarning>() : poll_warnings(told, context.polls());
  const ShownResults results{self, survey, survey.results, told.table};
  ViewList facts = poll_facts(context, results);
  for (const PollWarning& warning : warnings) {
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
      .set("rows", poll_rows(context, results, {path}, warnings))
      .set("rounding", is_rounding_seen(results));
  page.view.set_list("has_facts", "facts", std::move(facts));
  page.view.set_list("has_aspects", "aspects",
                     poll == nullptr ? ViewList() : aspects_view(context, self, survey, path));
  page.view.set_list("has_claims", "claims", claims_view(context, survey, told.table));
  page.view.set_list("has_comparisons", "comparisons", comparisons_view(context, told, path));
  page.view.set_list("has_pairs", "pairs", pairs_view(context, self, path));
  return page;
}

}  // namespace gongshi
