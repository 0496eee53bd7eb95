// The numbers of a poll agree with each other: options, counts, ballots, population, protection.
#include <algorithm>
#include <string>

#include "check/checks.hpp"
#include "check/key_place.hpp"
#include "derive/rates.hpp"
#include "model/type_words.hpp"

namespace gongshi {
namespace {

bool has(const std::vector<Placed<std::string>>& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(), [&](const auto& one) { return one.value == word; });
}

class PollCountsCheck {
 public:
  PollCountsCheck(const Survey& survey, Diagnostics& diagnostics)
      : m_survey(survey), m_diagnostics(diagnostics) {}

  void check() {
    check_options();
    check_design();
    if (m_survey.small_cell && m_survey.small_cell->mode == SmallCellMode::none &&
        m_survey.small_cell->reason.empty())
      m_diagnostics.add("small-cell-reason", m_survey.small_cell->at);
    for (const SurveyResult& result : m_survey.results) check_result(result);
    for (const Aspect& aspect : m_survey.aspects) {
      for (const SurveyResult& result : aspect.results) check_result(result);
    }
  }

 private:
  void check_options() {
    const bool listed = !m_survey.options.empty();
    for (const auto* chosen : {&m_survey.positive, &m_survey.excluded}) {
      for (const Placed<std::string>& word : *chosen) {
        if (listed) check_option(word);
      }
    }
    for (const Placed<std::string>& word : m_survey.excluded) {
      if (has(m_survey.positive, word.value)) m_diagnostics.add("poll-option-overlap", word.at, {word.value});
    }
  }

  void check_option(const Placed<std::string>& word) {
    if (has(m_survey.options, word.value)) return;
    std::vector<std::string_view> names;
    std::string all;
    for (const Placed<std::string>& option : m_survey.options) {
      names.push_back(option.value);
      all += (all.empty() ? "" : ", ") + option.value;
    }
    const Term known =
        all.empty() ? Term{"还没有列出选项，先写上 `选项: [满意, 不满意]` 这样一行",
                           "None are listed yet: add a line such as `options: [content, not content]` first"}
                    : Term{"选项有：" + all, "Options: " + all};
    m_diagnostics.add("poll-option-unknown", word.at, {word.value, nearest_hint(word.value, names), known});
  }

  void check_design() {
    if (const auto effect = scaled(m_survey.design_effect)) {
      std::int64_t one = 1;
      for (int i = 0; i < effect->decimals; ++i) one *= 10;
      if (effect->value < one)
        m_diagnostics.add("design-effect", place_of(m_survey, "design_effect"),
                          {m_survey.design_effect.text});
    }
    if (!(m_survey.method == Method::random_sample) || !m_survey.population_size) return;
    for (const SurveyResult& result : m_survey.results) {
      if (result.valid && *result.valid >= *m_survey.population_size)
        m_diagnostics.add("sample-is-census", place_of(result, "valid"), {*result.valid});
    }
  }

  void check_result(const SurveyResult& result) {
    for (const auto& count : result.counts) check_option(count.key);
    if (!m_survey.options.empty()) {
      for (const auto& share : result.reported) check_option(share.key);
    }
    check_sum(result);
    check_ballots(result);
    check_shares(result);
  }

  void check_sum(const SurveyResult& result) {
    if (result.counts.empty() || !result.valid) return;
    std::int64_t sum = 0;
    for (const auto& count : result.counts) sum += count.value.value_or(0);
    const bool partly = result.rest_not_published.value_or(false);
    if (partly ? sum > *result.valid : sum != *result.valid)
      m_diagnostics.add("poll-counts-sum", place_of(result, "counts"), {sum, *result.valid});
  }

  void check_ballots(const SurveyResult& result) {
    if (result.valid && result.void_ballots && result.returned &&
        *result.valid + *result.void_ballots != *result.returned) {
      m_diagnostics.add("poll-returned-sum", place_of(result, "returned"),
                        {*result.valid, *result.void_ballots, *result.returned});
    }
    // Each number is no more than the next one that is given.
    const std::pair<std::string_view, std::optional<std::int64_t>> chain[] = {
        {"participants", result.participants},
        {"valid", result.valid},
        {"returned", result.returned},
        {"issued", result.issued},
        {"invited", result.invited}};
    const std::pair<std::string_view, std::optional<std::int64_t>>* last = nullptr;
    for (const auto& one : chain) {
      if (!one.second) continue;
      const bool comparable = last != nullptr && !(last->first == "participants" && one.first == "valid");
      if (comparable && *last->second > *one.second)
        m_diagnostics.add("poll-more-than-asked", place_of(result, last->first),
                          {label(last->first), *last->second, label(one.first), *one.second});
      last = &one;
    }
  }

  static Term label(std::string_view key) {
    const Field& field = *fields_of(static_cast<const SurveyResult*>(nullptr)).find(key);
    return {std::string(field.label), std::string(field.key)};
  }

  // Shares are in percent: more than one point from 100 is more than rounding explains.
  void check_shares(const SurveyResult& result) {
    if (result.reported.empty()) return;
    constexpr int kDigits = 9;
    std::int64_t unit = 1;
    for (int i = 0; i < kDigits; ++i) unit *= 10;
    std::int64_t sum = 0;
    for (const auto& share : result.reported) {
      const auto value = scaled(share.value);
      if (!value) return;
      std::int64_t scale = unit;
      for (int i = 0; i < value->decimals; ++i) scale /= 10;
      sum += value->value * scale;
    }
    if (std::abs(sum - 100 * unit) > unit)
      m_diagnostics.add("reported-shares-gap", place_of(result, "reported"), {plain_decimal(sum, kDigits)});
  }

  const Survey& m_survey;
  Diagnostics& m_diagnostics;
};

}  // namespace

void check_poll_counts(const Site& site, Diagnostics& diagnostics) {
  for (const Survey& survey : site.records.all<Survey>()) {
    if (!survey.withdrawn) PollCountsCheck(survey, diagnostics).check();
  }
}

}  // namespace gongshi
