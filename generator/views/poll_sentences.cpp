#include "views/poll_sentences.hpp"

#include <algorithm>

namespace gongshi {
namespace {

using Values = std::vector<std::pair<std::string_view, std::string>>;

std::string number(std::int64_t n) { return std::to_string(n); }

std::string joined(const ViewContext& context, const std::vector<std::string>& words,
                   std::string_view between) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : poll_words(context, between)) + word;
  return all.empty() ? poll_words(context, "not_published") : all;
}

std::vector<std::string> quoted(const ViewContext& context, const std::vector<Placed<std::string>>& words) {
  std::vector<std::string> all;
  all.reserve(words.size());
  for (const auto& word : words) all.push_back(poll_words(context, "quote", {{"word", word.value}}));
  return all;
}

std::string unit_title(const ViewContext& context, const Reference& unit) {
  const auto index = context.site().records().find_index<Unit>(unit.id);
  return index ? context.title({Kind::unit, *index}) : unit.id;
}

std::string source_words(const ViewContext& context, const Survey& survey) {
  if (!survey.source || !survey.source->document.given()) return poll_words(context, "reported_from");
  const std::string& document = survey.source->document.id;
  for (const RecordKey& key : records_named(context.site().records(), document)) {
    if (key.kind == Kind::bulletin || key.kind == Kind::page)
      return poll_words(context, "quote", {{"word", context.title(key)}});
  }
  return document;
}

// Builds the sentences of one row.
class RowSentences {
 public:
  RowSentences(const ViewContext& context, const ShownResults& results, const PollRow& row)
      : m_context(context),
        m_shown(results),
        m_survey(results.survey),
        m_row(row),
        m_result(results.results[row.results.front()]) {}

  std::vector<std::string> make() {
    if (m_row.level < 2 || m_row.marker == PollMarker::withheld) {
      say_withheld();
    } else if (has_rate(m_row)) {
      say_counted();
    } else if (m_row.valid == 0) {
      say("no_answers");
    } else {
      say_reported();
    }
    return std::move(m_sentences);
  }

 private:
  void say(std::string_view name, const Values& values = {}) {
    m_sentences.push_back(poll_words(m_context, name, values));
  }

  void say_withheld() {
    std::size_t grouped = 0;
    for (const PollRow& rest : m_shown.table.rests) {
      if (std::find(rest.results.begin(), rest.results.end(), m_row.results.front()) != rest.results.end())
        grouped = rest.results.size();
    }
    const bool by_cells = m_survey.small_cell && m_survey.small_cell->mode == SmallCellMode::cells;
    say(by_cells ? "withheld_cells" : "withheld_base",
        {{"t", number(m_context.site().limits().small_cell)}, {"m", std::to_string(grouped)}});
  }

  // What all sentences about counts may name.
  [[nodiscard]] Values values() const {
    const std::int64_t n = *m_row.valid;
    const std::int64_t x = *m_row.positive;
    const int d = rate_digits(n);
    Values values = {{"n", number(n)}, {"x", number(x)}, {"positive", positive_words(m_context, m_survey)}};
    const std::string percent = decimal_text(rate(x, n, d), d);
    for (const std::string_view share : {"share", "share_of_answers"})
      values.emplace_back(share, n < kPercentBase ? "" : poll_words(m_context, share, {{"r", percent}}));
    if (const auto invited = invited_of(m_shown.results, m_row)) {
      values.emplace_back("I", number(*invited));
      values.emplace_back("absent", number(*invited - n));
      values.emplace_back("most", number(x + *invited - n));
      if (*invited > 0) {
        const int turnout_digits = rate_digits(*invited);
        values.emplace_back("rr", decimal_text(rate(n, *invited, turnout_digits), turnout_digits));
        values.emplace_back("mlo", decimal_text(rate_down(x, *invited, d + 1), d + 1));
        values.emplace_back("mhi", decimal_text(rate_up(x + *invited - n, *invited, d + 1), d + 1));
      }
    }
    return values;
  }

  void say_counted() {
    const Turnout turnout = turnout_of(m_shown.results, m_row);
    const bool asks_all = m_survey.method == Method::census || m_survey.method == Method::random_sample;
    if (turnout == Turnout::thin && asks_all) {
      say("self_selected", values());
      say("caveat_thin");
      return;
    }
    if (!m_survey.method.given()) return say("no_method", values());
    switch (m_survey.method.value()) {
      case Method::census:
        return say_census(turnout);
      case Method::random_sample:
        say_sample();
        return say_caveats(turnout);
      case Method::representatives:
        return say_representatives();
      case Method::self_selected:
        return say("self_selected", values());
      case Method::intercept:
        return say("intercept", values());
      case Method::vote:
        return say("vote", values());
    }
  }

  void say_census(Turnout turnout) {
    const auto invited = invited_of(m_shown.results, m_row);
    if (turnout == Turnout::unknown) {
      say("census_unknown", values());
    } else if (*invited == *m_row.valid) {
      say("census_all", values());
    } else {
      say(*m_row.valid < kPercentBase ? "census_part_few" : "census_part", values());
    }
    say_caveats(turnout);
  }

  void say_caveats(Turnout turnout) {
    if (turnout == Turnout::unknown) say("caveat_unknown");
    if (turnout == Turnout::partial || turnout == Turnout::low) say("caveat_partial");
    if (turnout == Turnout::low) say("caveat_low");
  }

  void say_sample() {
    Values values = this->values();
    const auto invited = invited_of(m_shown.results, m_row);
    const auto people = [&](std::int64_t n) {
      return poll_words(m_context, "people_count", {{"n", number(n)}});
    };
    const auto& population = m_survey.population_size;
    values.emplace_back("total", population ? people(*population) : poll_words(m_context, "number_unknown"));
    values.emplace_back("asked", invited ? people(*invited) : poll_words(m_context, "asked_unknown"));
    const auto turnout =
        std::find_if(values.begin(), values.end(), [](const auto& one) { return one.first == "rr"; });
    const std::string rr =
        turnout == values.end() ? poll_words(m_context, "turnout_unknown") : turnout->second + " %";
    values.emplace_back("turnout", rr);
    values.emplace_back("interval", interval());
    say("sample", values);
  }

  [[nodiscard]] std::string interval() const {
    const auto written = interval_of(m_survey, m_shown.results, m_row, rate_digits(*m_row.valid) + 1);
    if (!written) return poll_words(m_context, "sample_no_interval");
    Values values = {{"lo", written->low}, {"hi", written->high}};
    const std::string simple =
        m_survey.design_effect.text.empty() ? poll_words(m_context, "sample_simple") : std::string();
    if (!written->people) return poll_words(m_context, "sample_interval", values) + simple;
    values.emplace_back("N", number(*m_survey.population_size));
    values.emplace_back("klo", number(written->people->low));
    values.emplace_back("khi", number(written->people->high));
    return poll_words(m_context, "sample_people", values) + simple;
  }

  void say_representatives() {
    Values values = this->values();
    const auto invited = invited_of(m_shown.results, m_row);
    values.emplace_back("delegates",
                        poll_words(m_context, invited ? "delegates" : "delegates_unknown", values));
    values.emplace_back("selected_by", m_survey.selected_by.empty() ? poll_words(m_context, "not_published")
                                                                    : m_survey.selected_by);
    say("representatives", values);
  }

  void say_reported() {
    const auto participants = m_result.participants ? m_result.participants : m_result.valid;
    const std::string people = participants ? number(*participants) : poll_words(m_context, "not_published");
    if (!m_result.reported_rate.text.empty()) {
      const bool at_least = m_result.bound == Bound::at_least;
      const std::string_view label = at_least                    ? "reported_label_at_least"
                                     : m_survey.positive.empty() ? "reported_label_plain"
                                                                 : "reported_label";
      say("reported",
          {{"source", source_words(m_context, m_survey)},
           {"n", people},
           {"label", poll_words(m_context, label, {{"positive", positive_words(m_context, m_survey)}})},
           {"c", m_result.reported_rate.text}});
      if (participants && *participants > 0 && !at_least) say_range(*participants);
    } else if (!m_result.reported.empty()) {
      std::vector<std::string> shares;
      shares.reserve(m_result.reported.size());
      for (const auto& share : m_result.reported)
        shares.push_back(share.key.value + " " + share.value.text + " %");
      say("reported_shares", {{"source", source_words(m_context, m_survey)},
                              {"n", people},
                              {"shares", joined(m_context, shares, "list_separator")}});
    } else if (m_result.score) {
      say("score", {{"value", m_result.score->value.text}, {"of", m_result.score->of.text}});
    } else {
      say("missing");
    }
  }

  // How many people can be behind a reported rate.
  void say_range(std::int64_t n) {
    const auto reported = scaled(m_result.reported_rate);
    const auto range = reported ? people_behind(*reported, n) : std::nullopt;
    const CountRange people = range.value_or(CountRange{0, n});
    if (range) {
      say(people.low == people.high ? "reported_exact" : "reported_range",
          {{"a", number(people.low)},
           {"b", number(people.high)},
           {"rest_low", number(n - people.high)},
           {"rest_high", number(n - people.low)}});
    }
    if (m_result.covers.value_or(1) <= 1) return;
    say("reported_covers", {{"m", number(*m_result.covers)}});
    if (range) say_hidden(n - people.low);
  }

  // With `others` who were not positive in all, a unit of up to this size may lie below the threshold.
  void say_hidden(std::int64_t others) {
    const std::int64_t threshold = m_context.site().limits().satisfaction;
    const bool is_satisfaction = m_survey.measures.value_or(Measured::satisfaction) == Measured::satisfaction;
    if (!is_satisfaction || others == 0 || threshold >= 100) return;
    say("reported_hides",
        {{"size", number((100 * others - 1) / (100 - threshold))}, {"threshold", number(threshold)}});
  }

  const ViewContext& m_context;
  const ShownResults& m_shown;
  const Survey& m_survey;
  const PollRow& m_row;
  const SurveyResult& m_result;
  std::vector<std::string> m_sentences;
};

}  // namespace

std::string poll_words(const ViewContext& context, std::string_view name, const Values& values) {
  return context.sentence("survey_page." + std::string(name), values);
}

std::string positive_words(const ViewContext& context, const Survey& survey) {
  if (survey.positive.empty()) return poll_words(context, "positive_option");
  return joined(context, quoted(context, survey.positive), "or");
}

std::string counted_rate(const ViewContext& context, const PollRow& row) {
  std::string counts = number(*row.positive) + "/" + number(*row.valid);
  if (*row.valid < kPercentBase) return counts;
  return poll_words(context, "counted_rate",
                    {{"counts", counts}, {"rate", rate_words(*row.positive, *row.valid)}});
}

std::string name_of_result(const ViewContext& context, const SurveyResult& result) {
  return result.unit.given() ? unit_title(context, result.unit) : result.object;
}

std::string opening_line(const ViewContext& context, const Survey& survey) {
  const std::string unknown = poll_words(context, "not_published");
  const auto or_unknown = [&](const std::string& text) { return text.empty() ? unknown : text; };
  std::vector<std::string> conductors;
  conductors.reserve(survey.conductor.size());
  for (const auto& conductor : survey.conductor) conductors.push_back(unit_title(context, conductor));
  const Period* period = survey.period.get();
  std::string line = poll_words(
      context, "line",
      {{"by", joined(context, conductors, "list_separator")},
       {"rel", survey.relation.given() ? context.label(choices(Relation{})[survey.relation.index]) : unknown},
       {"from", or_unknown(period == nullptr ? "" : period->from.text())},
       {"to", or_unknown(period == nullptr ? "" : period->to.text())},
       {"question",
        survey.question.empty() ? unknown : poll_words(context, "quote", {{"word", survey.question}})},
       {"options", joined(context, quoted(context, survey.options), "list_separator")},
       {"positive", survey.positive.empty() ? unknown : positive_words(context, survey)}});
  if (!survey.excluded.empty())
    line += poll_words(context, "excluded",
                       {{"excluded", joined(context, quoted(context, survey.excluded), "or")}});
  return line;
}

std::vector<std::string> sentences_of(const ViewContext& context, const ShownResults& results,
                                      const PollRow& row) {
  return RowSentences(context, results, row).make();
}

}  // namespace gongshi
