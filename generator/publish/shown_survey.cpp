#include "publish/shown_survey.hpp"

#include <algorithm>
#include <type_traits>

#include "publish/figure_levels.hpp"

namespace gongshi {
namespace {

using SeesUnit = std::function<bool(const std::string& unit)>;

bool is_given(const Decimal& value) { return !value.text.empty(); }
bool is_given(const ChoiceIndex& value) { return value.given(); }
template <class T>
bool is_given(const std::optional<T>& value) {
  return value.has_value();
}
template <class T>
bool is_given(const std::vector<T>& value) {
  return !value.empty();
}
template <class T>
bool is_given(const Box<T>& value) {
  return static_cast<bool>(value);
}

class Withholder {
 public:
  void withhold(std::vector<SurveyResult>& results, const PollTable& table) {
    for (std::size_t i = 0; i < results.size(); ++i) withhold(results[i], table.rows[i].level);
  }

  void withhold_claims(Survey& survey, const PollTable& table, bool all_rates_shown) {
    const auto is_told = [&](const Claim& claim) {
      for (std::size_t i = 0; i < survey.results.size(); ++i) {
        if (claim.unit.given() && survey.results[i].unit.id == claim.unit.id)
          return table.rows[i].level >= kShowsRate;
      }
      return all_rates_shown;
    };
    m_fields += std::erase_if(survey.claims, [&](const Claim& claim) { return !is_told(claim); });
  }

  [[nodiscard]] std::size_t fields() const { return m_fields; }

 private:
  void withhold(SurveyResult& result, std::uint8_t level) {
    if (level < kShowsOptions) drop(result.counts, result.rest_not_published, result.reported, result.score);
    if (level < kShowsRate) drop(result.reported_rate, result.bound);
    if (level < kShowsSize) {
      drop(result.invited, result.issued, result.returned, result.void_ballots, result.valid,
           result.participants);
    }
  }

  template <class... Fields>
  void drop(Fields&... fields) {
    (drop_one(fields), ...);
  }
  template <class Field>
  void drop_one(Field& field) {
    if (!is_given(field)) return;
    field = Field();
    ++m_fields;
  }

  std::size_t m_fields = 0;
};

std::size_t drop_unseen(std::vector<SurveyResult>& results, const SeesUnit& sees_unit) {
  return std::erase_if(
      results, [&](const SurveyResult& result) { return result.unit.given() && !sees_unit(result.unit.id); });
}

bool shows_all_rates(const PollTable& table) {
  return std::all_of(table.rows.begin(), table.rows.end(),
                     [](const PollRow& row) { return row.level >= kShowsRate; });
}

}  // namespace

ShownSurvey shown_survey(const Survey& survey, const SeesUnit& sees_unit, const UnitParents& parents,
                         const Limits& limits) {
  ShownSurvey made;
  made.record = survey;
  if (survey.withdrawn) return made;
  Survey& record = made.record;
  made.withheld = drop_unseen(record.results, sees_unit);
  for (Aspect& aspect : record.aspects) made.withheld += drop_unseen(aspect.results, sees_unit);
  made.withheld += std::erase_if(
      record.claims, [&](const Claim& claim) { return claim.unit.given() && !sees_unit(claim.unit.id); });

  made.poll = protect(record, parents, limits);
  Withholder withholder;
  bool all_rates_shown = shows_all_rates(made.poll.results);
  withholder.withhold(record.results, made.poll.results);
  for (std::size_t i = 0; i < record.aspects.size(); ++i) {
    all_rates_shown = all_rates_shown && shows_all_rates(made.poll.aspects[i]);
    withholder.withhold(record.aspects[i].results, made.poll.aspects[i]);
  }
  withholder.withhold_claims(record, made.poll.results, all_rates_shown);
  made.withheld += withholder.fields();
  for (std::size_t i = 0; i < record.results.size(); ++i) {
    if (!made.poll.verdicts[i]) made.units_without_verdict.insert(record.results[i].unit.id);
  }
  return made;
}

}  // namespace gongshi
