#include "views/poll_totals.hpp"

#include <algorithm>

#include "views/poll_rows.hpp"

namespace gongshi {
namespace {

// The rows that have a rate, as one; nothing where none has.
std::optional<PollRow> pooled(const PollTable& table) {
  PollRow all;
  all.valid = 0;
  all.positive = 0;
  for (const PollRow& row : table.rows) {
    if (!has_rate(row)) continue;
    all.results.push_back(row.results.front());
    *all.valid += *row.valid;
    *all.positive += *row.positive;
  }
  return all.results.empty() ? std::nullopt : std::optional(std::move(all));
}

// Mean of the rows' rates in units of 10^-digits percent, from eight decimals each.
std::int64_t mean_rate(const PollTable& table, int digits) {
  constexpr int kDigits = 8;
  std::int64_t sum = 0;
  std::int64_t rows = 0;
  for (const PollRow& row : table.rows) {
    if (!has_rate(row)) continue;
    sum += rate(*row.positive, *row.valid, kDigits);
    ++rows;
  }
  std::int64_t unit = 1;
  for (int i = digits; i < kDigits; ++i) unit *= 10;
  return (2 * sum + rows * unit) / (2 * rows * unit);
}

void add_options(const ViewContext& context, const ShownResults& results, ViewList& facts) {
  const Survey& survey = results.survey;
  const auto positive = static_cast<std::int64_t>(survey.positive.size());
  const auto others = static_cast<std::int64_t>(survey.options.size()) - positive -
                      static_cast<std::int64_t>(survey.excluded.size());
  if (!survey.options.empty() && positive > others)
    facts.emplace_back(
        poll_words(context, "tilted", {{"a", std::to_string(positive)}, {"b", std::to_string(others)}}));
  for (const PollRow& row : results.table.rows) {
    if (row.level < 3 || !has_rate(row)) continue;
    for (std::size_t i = 1; i < row.counts.size(); ++i) {
      const std::string& option = survey.options[i].value;
      if (!lists(survey.positive, option) || 2 * row.counts[i].value_or(0) <= *row.positive) continue;
      facts.emplace_back(poll_words(context, "second_positive",
                                    {{"name", name_of_result(context, results.results[row.results.front()])},
                                     {"x", std::to_string(*row.positive)},
                                     {"k", std::to_string(*row.counts[i])},
                                     {"option", option}}));
    }
  }
}

// Units, or objects: how many have a rate, and the total where everybody was asked.
void add_total(const ViewContext& context, const ShownResults& results, ViewList& facts) {
  const auto all = pooled(results.table);
  if (results.table.rows.size() < 2 || !results.table.rests.empty() || !all) return;
  const std::vector<std::pair<std::string_view, std::string>> known = {
      {"all", std::to_string(results.table.rows.size())}, {"known", std::to_string(all->results.size())}};
  if (!(results.survey.method == Method::census)) {
    facts.emplace_back(poll_words(context, "no_total", known));
    return;
  }
  auto values = known;
  values.emplace_back("rate", counted_rate(context, *all));
  const bool is_satisfaction =
      results.survey.measures.value_or(Measured::satisfaction) == Measured::satisfaction;
  facts.emplace_back(poll_words(context, is_satisfaction ? "pooled_satisfaction" : "pooled", values));
  const std::int64_t mean = mean_rate(results.table, 1);
  if (std::abs(mean - rate(*all->positive, *all->valid, 1)) >= 10)
    facts.emplace_back(poll_words(context, "mean", {{"mean", decimal_text(mean, 1)}}));
}

bool may_head(const ViewContext& context, const Poll& poll, const PollRow& row) {
  const Survey& survey = *poll.survey;
  const bool is_asked = survey.method == Method::census || survey.method == Method::random_sample;
  const bool is_outside = survey.respondents == Respondents::members ||
                          survey.respondents == Respondents::service_users ||
                          survey.respondents == Respondents::the_public;
  const Turnout turnout = turnout_of(survey.results, row);
  return survey.measures.value_or(Measured::satisfaction) == Measured::satisfaction && is_asked &&
         is_outside && (turnout == Turnout::good || turnout == Turnout::partial) && survey.period &&
         survey.period->to.known() && *row.valid >= context.site().limits().headline_base;
}

}  // namespace

ViewList poll_facts(const ViewContext& context, const ShownResults& results) {
  ViewList facts;
  add_options(context, results, facts);
  add_total(context, results, facts);
  return facts;
}

std::optional<HeadlinePoll> headline_poll(const ViewContext& context) {
  std::optional<HeadlinePoll> best;
  for (const Poll& poll : context.polls().polls) {
    const bool is_whole = poll.table.rows.size() == 1 ||
                          (poll.survey->method == Method::census && poll.table.rests.empty() &&
                           std::all_of(poll.table.rows.begin(), poll.table.rows.end(), has_rate));
    const auto all = is_whole ? pooled(poll.table) : std::nullopt;
    if (!all || !may_head(context, poll, *all)) continue;
    if (best && poll.survey->period->to.last_day() < best->poll->survey->period->to.last_day()) continue;
    best = HeadlinePoll{&poll, *all};
  }
  return best;
}

ViewList polls_in_brief(const ViewContext& context, std::string_view from, std::size_t most) {
  ViewList brief;
  if (context.site().count(Kind::survey) > most) return brief;
  const std::optional<HeadlinePoll> head = headline_poll(context);
  for (const Poll& poll : context.polls().polls) {
    if (poll.survey->withdrawn || (head && head->poll == &poll)) continue;
    const Survey& survey = *poll.survey;
    const RecordKey key{Kind::survey, *context.site().records().find_index<Survey>(survey.id)};
    const ShownResults results{key, survey, survey.results, poll.table};
    ViewList sentences;
    if (poll.table.rows.size() == 1)
      sentences.emplace_back(sentences_of(context, results, poll.table.rows.front()).front());
    else
      sentences = poll_facts(context, results);
    ViewObject one;
    one.set("link", context.link(key, from)).set("sentences", std::move(sentences));
    brief.emplace_back(std::move(one));
  }
  return brief;
}

ViewObject poll_headline(const ViewContext& context, std::string_view from) {
  const std::optional<HeadlinePoll> best = headline_poll(context);
  ViewObject headline;
  if (!best) {
    const std::int64_t base = context.site().limits().headline_base;
    headline.set("is_rate", false)
        .set("text", poll_words(context, "no_headline", {{"base", std::to_string(base)}}))
        .set("link", ViewContext::plain(""));
    return headline;
  }
  const Survey& survey = *best->poll->survey;
  const RecordKey key{Kind::survey, *context.site().records().find_index<Survey>(survey.id)};
  const ShownResults results{key, survey, survey.results, best->poll->table};
  std::string text;
  for (const std::string& sentence : sentences_of(context, results, best->figure))
    text += (text.empty() ? "" : " ") + sentence;
  headline.set("is_rate", true).set("text", std::move(text)).set("link", context.link(key, from));
  return headline;
}

}  // namespace gongshi
