#include "gate/written_poll.hpp"

#include <algorithm>
#include <array>

namespace gongshi {
namespace {

using Count = std::optional<std::int64_t>;

// Of the options of a group; nothing if one is not known or there is none.
Count sum_of(const std::vector<Count>& counts, const std::vector<std::size_t>& groups, std::size_t group) {
  Count sum;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (groups[i] != group) continue;
    if (!counts[i]) return std::nullopt;
    sum = sum.value_or(0) + *counts[i];
  }
  return sum;
}

Count smaller(const Count& one, const Count& other) {
  return one && other ? std::min(one, other) : one ? one : other;
}

Count difference(const Count& whole, const Count& part) {
  return whole && part ? Count(*whole - *part) : std::nullopt;
}

class Reading {
 public:
  Reading(const JsonValue& survey, const JsonValue& results, bool by_cells, std::int64_t small_cell)
      : m_survey(survey),
        m_results(results),
        m_by_cells(by_cells),
        m_small_cell(small_cell),
        m_rated(!survey.member("positive").elements.empty()),
        m_excludes(!survey.member("excluded").elements.empty()) {}

  WrittenPoll read() {
    read_options();
    name_columns();
    for (const JsonValue& result : m_results.elements) m_poll.rows.push_back(read_row(result));
    return std::move(m_poll);
  }

 private:
  void add_option(const std::string& option) {
    if (std::find(m_options.begin(), m_options.end(), option) != m_options.end()) return;
    const auto among = [&](std::string_view key) {
      const auto& list = m_survey.member(key).elements;
      return std::any_of(list.begin(), list.end(), [&](const auto& one) { return one.text == option; });
    };
    m_options.push_back(option);
    m_groups.push_back(among("excluded") ? kUnrated : among("positive") ? kSatisfied : kUnsatisfied);
  }

  void read_options() {
    for (const JsonValue& option : m_survey.member("options").elements) add_option(option.text);
    for (const JsonValue& result : m_results.elements) {
      for (const std::string& option : result.member("counts").keys) add_option(option);
    }
  }

  void name_columns() {
    m_poll.columns = {{{"有效", "valid"}, true},
                      {{"基数", "base"}, !m_by_cells && m_excludes},
                      {{"正面", "positive"}, m_by_cells && m_rated},
                      {{"非正面", "not positive"}, m_by_cells && m_rated},
                      {{"不计入", "excluded"}, m_by_cells && m_excludes}};
    for (const std::string& option : m_options) m_poll.columns.push_back({{option, option}, m_by_cells});
  }

  WrittenRow read_row(const JsonValue& result) {
    WrittenRow row;
    row.unit = result.member("unit").text;
    row.name = row.unit.empty() ? result.member("object").text : row.unit;
    if (row.name.empty()) row.name = "#" + std::to_string(m_poll.rows.size() + 1);
    row.at_most = smaller(result.member("returned").count(),
                          smaller(result.member("issued").count(), result.member("invited").count()));

    std::vector<Count> counts;
    counts.reserve(m_options.size());
    for (const std::string& option : m_options)
      counts.push_back(result.member("counts").member(option).count());
    const Count valid = valid_of(result, counts);
    fill_in(counts, valid);
    row.values.resize(kOptions);
    row.values[kValid] = valid;
    row.values[kUnrated] = sum_of(counts, m_groups, kUnrated);
    if (m_rated) {
      row.values[kSatisfied] = sum_of(counts, m_groups, kSatisfied);
      row.values[kUnsatisfied] = sum_of(counts, m_groups, kUnsatisfied);
      if (!row.values[kSatisfied]) row.values[kSatisfied] = result.member("satisfied").count();
    }
    complete(row.values);
    row.values.insert(row.values.end(), counts.begin(), counts.end());
    row.rate_pins = m_by_cells && rate_pins(result, valid);
    return row;
  }

  [[nodiscard]] Count valid_of(const JsonValue& result, const std::vector<Count>& counts) const {
    if (const Count valid = result.member("valid").count()) return valid;
    const bool complete = !m_options.empty() && !result.member("rest_not_published").flag;
    Count sum = complete ? Count(0) : std::nullopt;
    for (const Count& count : counts) sum = sum && count ? Count(*sum + *count) : std::nullopt;
    if (sum) return sum;
    if (const Count used = difference(result.member("returned").count(), result.member("void").count()))
      return used;
    return result.member("participants").count();
  }

  // One option without a count is what the others leave; several are nobody's if nothing is left.
  static void fill_in(std::vector<Count>& counts, const Count& valid) {
    if (!valid) return;
    std::int64_t left = *valid;
    for (const Count& count : counts) left -= count.value_or(0);
    const auto missing = std::count(counts.begin(), counts.end(), std::nullopt);
    for (Count& count : counts) {
      if (!count && (missing == 1 || left == 0)) count = left;
    }
  }

  // Valid is rated and unrated, rated is satisfied and unsatisfied: of each three, two give the third.
  void complete(std::vector<Count>& values) const {
    if (!m_excludes) values[kUnrated] = 0;
    values[kRated] = difference(values[kValid], values[kUnrated]);
    if (!values[kRated] && values[kSatisfied] && values[kUnsatisfied])
      values[kRated] = *values[kSatisfied] + *values[kUnsatisfied];
    if (!values[kUnrated]) values[kUnrated] = difference(values[kValid], values[kRated]);
    if (!m_rated) return;
    if (!values[kUnsatisfied]) values[kUnsatisfied] = difference(values[kRated], values[kSatisfied]);
    if (!values[kSatisfied]) values[kSatisfied] = difference(values[kRated], values[kUnsatisfied]);
  }

  // Does "99 % of 128" leave only small numbers of people, on either side? A rate C/10^d is that of x
  // people if 2·|100·10^d·x - C·n| <= n. One that was announced elsewhere is no news.
  [[nodiscard]] bool rate_pins(const JsonValue& result, const Count& people) const {
    constexpr std::int64_t kMostPeople = 1'000'000'000;
    constexpr std::size_t kMostDigits = 7;
    std::string digits = result.member("reported_rate").text;
    if (!people || *people == 0 || *people > kMostPeople || digits.empty()) return false;
    if (!m_survey.member("announced").member("where").text.empty()) return false;
    std::int64_t unit = 100;
    const std::size_t point = digits.find('.');
    if (point != std::string::npos) {
      for (std::size_t i = point + 1; i < digits.size(); ++i) unit *= 10;
      digits.erase(point, 1);
    }
    if (digits.size() > kMostDigits) return false;
    const std::int64_t claimed = std::stoll(digits);
    const auto leaves_small_only = [&](std::int64_t rate) {
      const auto fits = [&](std::int64_t x) { return 2 * std::abs(unit * x - rate * *people) <= *people; };
      bool any_small = false;
      for (std::int64_t x = 1; x < m_small_cell && x <= *people; ++x) any_small = any_small || fits(x);
      return any_small && !fits(0) && !fits(m_small_cell);
    };
    return leaves_small_only(claimed) || leaves_small_only(unit - claimed);
  }

  const JsonValue& m_survey;
  const JsonValue& m_results;
  bool m_by_cells;
  std::int64_t m_small_cell;
  bool m_rated;
  bool m_excludes;
  std::vector<std::string> m_options;
  std::vector<std::size_t> m_groups;
  WrittenPoll m_poll;
};

}  // namespace

WrittenPoll written_poll(const JsonValue& survey, const JsonValue& results, bool by_cells,
                         std::int64_t small_cell) {
  return Reading(survey, results, by_cells, small_cell).read();
}

}  // namespace gongshi
