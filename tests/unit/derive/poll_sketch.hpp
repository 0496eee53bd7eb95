// Polls in a few words for the tests of small groups: rows of counts for 满意, 基本满意 and 不满意, totals
// added up by themselves.
#pragma once

#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "derive/small_cells.hpp"

namespace gongshi::testing {

struct SketchedRow {
  std::string unit;
  std::string parent;
  std::vector<std::int64_t> counts;  ///< empty: the sum of its parts, which come before it
};

class PollSketch {
 public:
  explicit PollSketch(const std::vector<SketchedRow>& rows, SmallCellMode mode = SmallCellMode::cells) {
    m_survey.small_cell.make().mode = mode;
    for (const char* option : {"满意", "基本满意", "不满意"}) m_survey.options.push_back({option, {}});
    m_survey.positive = {m_survey.options[0], m_survey.options[1]};
    add(rows);
  }

  void add(const std::vector<SketchedRow>& rows) {
    for (const SketchedRow& row : rows) {
      m_survey.results.push_back(result(row.unit, row.counts.empty() ? sum_below(row.unit) : row.counts));
      if (!row.parent.empty()) m_parents[row.unit] = row.parent;
    }
  }

  Survey& survey() { return m_survey; }
  [[nodiscard]] const UnitParents& parents() const { return m_parents; }
  Limits& limits() { return m_limits; }
  [[nodiscard]] ProtectedPoll protect(const PublicLevels& published = {}) const {
    return gongshi::protect(m_survey, m_parents, m_limits, published);
  }

  /// `A1 B3 D3`: units and their levels.
  [[nodiscard]] std::string levels(const PollTable& table) const {
    std::string all;
    for (std::size_t i = 0; i < table.rows.size(); ++i)
      all += (i == 0 ? "" : " ") + name(i) + std::to_string(table.rows[i].level);
    return all;
  }
  /// `A+B n206 P195`, `A+B n150 P128 120 23 …` of each rest, as far as it is shown.
  [[nodiscard]] std::vector<std::string> rests(const PollTable& table) const {
    std::vector<std::string> all;
    for (const PollRow& rest : table.rests) {
      std::string words;
      for (const std::size_t i : rest.results) words += (words.empty() ? "" : "+") + name(i);
      if (rest.valid) words += " n" + std::to_string(*rest.valid);
      if (rest.positive) words += " P" + std::to_string(*rest.positive);
      for (const auto& count : rest.counts) {
        if (count) words += " " + std::to_string(*count);
      }
      all.push_back(words);
    }
    return all;
  }

  /// The most that an outsider must think possible of a unit, in closed form: the least of what shows
  /// of it and of the rests that it is in. Options by their place, 不满意 being the third.
  [[nodiscard]] std::int64_t most(const PollTable& table, std::string_view unit, std::size_t option) const {
    std::int64_t most = std::int64_t{1} << 40;
    const auto consider = [&](const PollRow& row) {
      if (row.valid) most = std::min(most, *row.valid);
      if (row.valid && row.positive)
        most = std::min(most, option == 2 ? *row.valid - *row.positive : *row.positive);
      if (row.counts[option]) most = std::min(most, *row.counts[option]);
    };
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (name(i) == unit) consider(table.rows[i]);
    }
    for (const PollRow& rest : table.rests) {
      for (const std::size_t i : rest.results) {
        if (name(i) == unit) consider(rest);
      }
    }
    return most;
  }

  SurveyResult result(const std::string& unit, const std::vector<std::int64_t>& counts) const {
    SurveyResult made;
    made.unit.id = unit;
    made.valid = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
    for (std::size_t k = 0; k < counts.size(); ++k) made.counts.push_back({m_survey.options[k], counts[k]});
    return made;
  }

 private:
  [[nodiscard]] std::string name(std::size_t i) const { return m_survey.results[i].unit.id; }

  [[nodiscard]] std::vector<std::int64_t> sum_below(const std::string& unit) const {
    std::vector<std::int64_t> sum(m_survey.options.size());
    for (const SurveyResult& part : m_survey.results) {
      const auto parent = m_parents.find(part.unit.id);
      if (parent == m_parents.end() || parent->second != unit) continue;
      for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += *part.counts[k].value;
    }
    return sum;
  }

  Survey m_survey;
  UnitParents m_parents;
  Limits m_limits;
};

}  // namespace gongshi::testing
