#include "derive/poll_warnings.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/find_record.hpp"

namespace gongshi {
namespace {

using std::chrono::days;

// From how many people, or units, on a coincidence is worth telling.
constexpr std::int64_t kManyAgree = 30;
constexpr std::int64_t kManyAsked = 50;
constexpr std::size_t kManyUnits = 5;
constexpr std::size_t kMostUnitsCompared = 50;
constexpr std::int64_t kHighRate = 95;
constexpr std::int64_t kVeryHighRate = 98;
constexpr days kShortTime{90};
constexpr days kObjectionsAfter{60};

Term list_of(const std::vector<Placed<std::string>>& words) {
  Term list;
  for (const Placed<std::string>& word : words) {
    list.zh += (list.zh.empty() ? "“" : "、“") + word.value + "”";
    list.en += (list.en.empty() ? "`" : ", `") + word.value + "`";
  }
  if (words.empty()) list = {"正面选项", "a positive option"};
  return list;
}

std::string page_rate(const PollRow& row) {
  const int digits = rate_digits(*row.valid);
  return decimal_text(rate(*row.positive, *row.valid, digits), digits);
}

// One result, its row, and whether the row has a rate.
class PollWarner {
 public:
  PollWarner(const Poll& poll, const PollSurroundings& around)
      : m_survey(*poll.survey), m_poll(poll), m_around(around) {
    for (const PollRow& row : poll.table.rows) {
      if (has_rate(row)) m_counted.push_back(&row);
    }
  }

  std::vector<PollWarning> warnings() {
    for (std::size_t i = 0; i < m_survey.results.size(); ++i) {
      const SurveyResult& result = m_survey.results[i];
      const PollRow& row = m_poll.table.rows[i];
      warn_of_reported(i, result);
      warn_of_row(i, result, row);
      warn_of_self_run(i, result, row);
      if (!has_rate(row)) continue;
      warn_of_turnout(i, result, row);
      warn_of_jump(i);
      warn_of_objections(i, result, row);
    }
    warn_of_threshold();
    warn_of_copies();
    warn_of_all_rows();
    warn_of_linked_work();
    return std::move(m_warnings);
  }

 private:
  void add(Code code, std::vector<std::size_t> results, std::vector<Argument> arguments,
           Position related = {}) {
    m_warnings.push_back({code, std::move(results), std::move(arguments), related});
  }

  // A rate that was not exact, or not of one unit, has no number of people behind it to look for.
  void warn_of_reported(std::size_t i, const SurveyResult& result) {
    const auto reported = scaled(result.reported_rate);
    const std::int64_t n = result.participants.value_or(result.valid.value_or(0));
    if (!reported || n <= 0) return;
    const bool is_one_rate =
        result.bound.value_or(Bound::exact) == Bound::exact && result.covers.value_or(1) <= 1;
    if (is_one_rate && !people_behind(*reported, n))
      add("rate-impossible", {i}, {n, result.reported_rate.text});
  }

  void warn_of_row(std::size_t i, const SurveyResult& result, const PollRow& row) {
    if (has_rate(row)) {
      if (*row.valid >= kManyAgree && *row.positive == *row.valid)
        add("poll-unanimous", {i}, {*row.valid, list_of(m_survey.positive)});
      return;
    }
    const auto reported = scaled(result.reported_rate);
    const std::int64_t n = result.participants.value_or(0);
    if (reported && n >= kManyAgree && people_behind(*reported, n) && people_behind(*reported, n)->low == n)
      add("poll-unanimous", {i}, {n, list_of(m_survey.positive)});
  }

  void warn_of_self_run(std::size_t i, const SurveyResult& result, const PollRow& row) {
    if (!(m_survey.relation == Relation::self) && !m_survey.conductor.empty()) return;
    if (has_rate(row)) {
      if (!is_below(*row.positive, *row.valid, kHighRate)) add("poll-self-run", {i}, {page_rate(row)});
    } else if (verdict_of(m_survey, result, row, kHighRate) == Verdict::met && scaled(result.reported_rate)) {
      add("poll-self-run", {i}, {result.reported_rate.text});
    }
  }

  void warn_of_turnout(std::size_t i, const SurveyResult& result, const PollRow& row) {
    if (!(m_survey.method == Method::census) || !result.invited) return;
    const std::int64_t invited = *result.invited;
    if (invited >= kManyAsked && *row.valid == invited) add("poll-full-turnout", {i}, {invited});
    const std::int64_t threshold = m_around.limits.satisfaction;
    if (m_survey.measures.value_or(Measured::satisfaction) == Measured::satisfaction &&
        !is_below(*row.positive, *row.valid, threshold) && is_below(*row.positive, invited, threshold))
      add("poll-absent-decide", {i}, {invited - *row.valid, threshold});
  }

  void warn_of_jump(std::size_t i) {
    const Wave later{&m_poll, i};
    const auto earlier = earlier_wave(later, m_around.polls);
    if (!earlier || !bars_between(*earlier, later).empty()) return;
    const PollRow& a = earlier->row();
    const PollRow& b = later.row();
    const auto between = m_survey.period->from.first_day() - earlier->survey().period->to.last_day();
    const bool is_steep = is_below(*a.positive, *a.valid, m_around.limits.satisfaction) &&
                          !is_below(*b.positive, *b.valid, kVeryHighRate) && between <= kShortTime;
    __extension__ using Wide = __int128;
    const bool rose = Wide{*b.positive} * *a.valid > Wide{*a.positive} * *b.valid;
    const bool is_thinner = is_below(*b.valid, *a.valid, 80);
    if (!is_steep && !(rose && is_thinner)) return;
    add("poll-jump", {i},
        {earlier->survey().title.text, rate_words(*a.positive, *a.valid), rate_words(*b.positive, *b.valid),
         *a.valid, *b.valid});
  }

  // An objection is about a unit where it names the unit or one of its items.
  [[nodiscard]] bool is_about(const Feedback& feedback, std::string_view unit) const {
    const WrittenName name = split_name(feedback.about.id);
    if (name.id == unit && (name.kind == nullptr || name.kind->kind == Kind::unit)) return true;
    if (name.kind != nullptr && name.kind->kind != Kind::item) return false;
    const auto item = std::lower_bound(m_around.items.begin(), m_around.items.end(), name.id,
                                       [](const Item* one, std::string_view id) { return one->id < id; });
    return item != m_around.items.end() && (*item)->id == name.id && (*item)->unit.id == unit;
  }

  void warn_of_objections(std::size_t i, const SurveyResult& result, const PollRow& row) {
    if (!m_survey.period || !result.unit.given()) return;
    const Period& period = *m_survey.period;
    if (!period.from.known() || !period.to.known()) return;
    std::int64_t objections = 0;
    for (const Feedback* feedback : m_around.feedback) {
      if (!(feedback->kind == FeedbackKind::objection) || !feedback->received.known()) continue;
      const auto day = feedback->received.last_day();
      if (day >= period.from.first_day() && day <= period.to.last_day() + kObjectionsAfter &&
          is_about(*feedback, result.unit.id))
        ++objections;
    }
    const std::int64_t others = *row.valid - *row.positive;
    if (objections > others) add("poll-vs-objections", {i}, {objections, others});
  }

  void warn_of_threshold() {
    if (m_survey.measures.value_or(Measured::satisfaction) != Measured::satisfaction) return;
    const std::int64_t threshold = m_around.limits.satisfaction;
    for (std::size_t i = 0; i < m_survey.results.size(); ++i) {
      const PollRow& row = m_poll.table.rows[i];
      if (verdict_of(m_survey, m_survey.results[i], row, threshold) != Verdict::undecidable) continue;
      const ReportedRate reported = *reported_rate(m_survey, m_survey.results[i]);
      add("threshold-undecidable", {i}, {plain_decimal(reported.value, 9), threshold});
    }
  }

  // Enough options with enough people in them that chance would hardly make two rows the same.
  static bool is_telling(const PollRow& row) {
    const auto filled = std::count_if(row.counts.begin(), row.counts.end(),
                                      [](const auto& count) { return count.value_or(0) >= 5; });
    return row.level == 3 && row.valid.value_or(0) >= kManyAgree && filled >= 3;
  }

  void warn_of_copies() {
    if (m_survey.results.size() > kMostUnitsCompared) return;
    for (std::size_t j = 0; j < m_poll.table.rows.size(); ++j) {
      const PollRow& row = m_poll.table.rows[j];
      if (!is_telling(row)) continue;
      for (std::size_t i = 0; i < j; ++i) {
        if (m_poll.table.rows[i].level == 3 && m_poll.table.rows[i].counts == row.counts)
          add("poll-copied-counts", {j}, {*row.valid}, m_survey.results[i].at);
      }
      const auto earlier = earlier_wave({&m_poll, j}, m_around.polls);
      if (earlier && earlier->row().level == 3 && earlier->row().counts == row.counts)
        add("poll-copied-counts", {j}, {*row.valid}, earlier->result().at);
    }
  }

  // What is about the rates of several units at once.
  void warn_of_all_rows() {
    const std::size_t units = m_counted.size();
    warn_of_same_rate();
    if (units < kManyUnits) return;
    const auto is_round = [](const PollRow* row) { return *row->valid % 10 == 0; };
    const auto count = static_cast<std::int64_t>(units);
    if (std::all_of(m_counted.begin(), m_counted.end(), is_round)) add("poll-round-bases", {}, {count});
    if (is_too_even()) add("poll-too-even", {}, {count});
  }

  void warn_of_same_rate() {
    std::map<std::int64_t, std::set<std::int64_t>> sizes_by_rate;  // in tenths of a percent
    std::map<std::int64_t, std::size_t> units_by_rate;
    for (const PollRow* row : m_counted) {
      const std::int64_t tenths = rate(*row->positive, *row->valid, 1);
      if (tenths == 0 || tenths == 1000) continue;
      sizes_by_rate[tenths].insert(*row->valid);
      ++units_by_rate[tenths];
    }
    for (const auto& [tenths, sizes] : sizes_by_rate) {
      const std::size_t units = units_by_rate[tenths];
      if (sizes.size() >= 3 && 2 * units >= m_counted.size())
        add("poll-same-rate", {}, {static_cast<std::int64_t>(units), decimal_text(tenths, 1)});
    }
  }

  // The spread of the rates against its 0.1 % point, by the formula of Wilson and Hilferty (1931) for the
  // chi-square distribution of one degree of freedom less than there are units.
  [[nodiscard]] bool is_too_even() const {
    double positive = 0;
    double valid = 0;
    for (const PollRow* row : m_counted) {
      positive += static_cast<double>(*row->positive);
      valid += static_cast<double>(*row->valid);
    }
    const double p = positive / valid;
    double spread = 0;
    for (const PollRow* row : m_counted) {
      const auto n = static_cast<double>(*row->valid);
      if (n * (1 - p) < 1 || p <= 0) return false;
      const double apart = static_cast<double>(*row->positive) - n * p;
      spread += apart * apart / (n * p * (1 - p));
    }
    const auto freedom = static_cast<double>(m_counted.size() - 1);
    const double root = 1 - 2 / (9 * freedom) - 3.0902 * std::sqrt(2 / (9 * freedom));
    return root > 0 && spread < freedom * root * root * root;
  }

  // The survey names its items, or an item names the survey as what judged it.
  [[nodiscard]] bool is_linked(const Item& item) const {
    const auto names = [&](const Reference& reference) { return reference.id == item.id; };
    if (std::any_of(m_survey.items.begin(), m_survey.items.end(), names)) return true;
    return item.participation && item.participation->judging.id == m_survey.id;
  }

  void warn_of_linked_work() {
    if (!m_survey.period || !m_survey.period->from.known()) return;
    for (const Item* item : m_around.items) {
      if (!is_linked(*item)) continue;
      Date first;
      for (const CompletionClaim& claim : item->claimed) {
        if (claim.date.known() && (!first.known() || claim.date.last_day() < first.last_day()))
          first = claim.date;
      }
      if (first.known() && m_survey.period->from.first_day() < first.first_day())
        add("poll-before-work", {}, {m_survey.period->from.text(), item->title.text, first.text()});
    }
  }

  const Survey& m_survey;
  const Poll& m_poll;
  const PollSurroundings& m_around;
  std::vector<const PollRow*> m_counted;  ///< rows that have a rate
  std::vector<PollWarning> m_warnings;
};

}  // namespace

const Poll* find_poll(const PollSurroundings& around, std::string_view survey) {
  for (const Poll& poll : around.polls) {
    if (poll.survey->id == survey) return &poll;
  }
  return nullptr;
}

std::vector<PollWarning> poll_warnings(const Poll& poll, const PollSurroundings& around) {
  return PollWarner(poll, around).warnings();
}

}  // namespace gongshi
