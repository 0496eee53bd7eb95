// Protection and audit, which share no code, on random polls: what is protected passes, and a group that is
// small in itself does not pass once its row is shown.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "derive/small_cells.hpp"
#include "gate/cell_audit.hpp"
#include "text/json.hpp"

namespace gongshi {
namespace {

class RandomPoll {
 public:
  explicit RandomPoll(unsigned seed) : m_random(seed) {
    m_survey.id = "s";
    m_survey.small_cell.make().mode = chance(50) ? SmallCellMode::cells : SmallCellMode::base;
    const std::size_t options = 2 + pick(4);
    for (std::size_t k = 0; k < options; ++k) m_survey.options.push_back({std::string(1, "abcdef"[k]), {}});
    if (chance(90)) m_survey.positive.assign(m_survey.options.begin(), m_survey.options.begin() + 1);
    if (chance(40)) m_survey.positive.push_back(m_survey.options[1]);
    if (options > 2 && chance(40)) m_survey.excluded.push_back(m_survey.options.back());
    grow("u", 1 + pick(4));
    m_survey.results = results();
    if (chance(30)) m_survey.aspects.emplace_back().results = results();
  }

  [[nodiscard]] ProtectedPoll protect() const { return gongshi::protect(m_survey, m_parents, m_limits); }
  [[nodiscard]] const Survey& survey() const { return m_survey; }

  [[nodiscard]] std::string units_json() const {
    JsonWriter json;
    json.begin_array();
    for (const auto& [unit, parent] : m_parents) {
      json.begin_object();
      json.key("id");
      json.text(unit);
      json.key("parent");
      json.text(parent);
      json.end_object();
    }
    json.end_array();
    return json.take();
  }

  [[nodiscard]] std::string surveys_json(const ProtectedPoll& poll) const {
    JsonWriter json;
    json.begin_array();
    json.begin_object();
    json.key("id");
    json.text(m_survey.id);
    write_list(json, "options", m_survey.options);
    write_list(json, "positive", m_survey.positive);
    write_list(json, "excluded", m_survey.excluded);
    json.key("small_cell");
    json.begin_object();
    json.key("mode");
    json.text(m_survey.small_cell->mode == SmallCellMode::cells ? "cells" : "base");
    json.end_object();
    json.key("results");
    write_rows(json, m_survey.results, poll.results);
    json.key("aspects");
    json.begin_array();
    for (std::size_t i = 0; i < poll.aspects.size(); ++i) {
      json.begin_object();
      json.key("results");
      write_rows(json, m_survey.aspects[i].results, poll.aspects[i]);
      json.end_object();
    }
    json.end_array();
    json.end_object();
    json.end_array();
    return json.take();
  }

 private:
  std::size_t pick(std::size_t below) { return m_random() % below; }
  bool chance(std::size_t percent) { return pick(100) < percent; }

  void grow(const std::string& unit, std::size_t depth) {
    m_units.push_back(unit);
    if (depth == 1) return;
    for (const char* part : {"a", "b", "c", "d"}) {
      if (chance(20)) continue;
      m_parents[unit + part] = unit;
      grow(unit + part, depth - 1);
    }
  }

  // A unit's people are its own and those of the units below it, whose names begin with its own.
  std::vector<SurveyResult> results() {
    std::vector<std::vector<std::int64_t>> own;
    for (const std::string& unit : m_units) {
      const bool inner = std::any_of(m_parents.begin(), m_parents.end(),
                                     [&](const auto& part) { return part.second == unit; });
      own.push_back(counts(inner && chance(70)));
    }
    std::vector<SurveyResult> made;
    for (const std::string& unit : m_units) {
      if (chance(12)) continue;
      SurveyResult& result = made.emplace_back();
      result.unit.id = unit;
      std::vector<std::int64_t> sum(m_survey.options.size());
      for (std::size_t other = 0; other < m_units.size(); ++other) {
        if (!m_units[other].starts_with(unit)) continue;
        for (std::size_t k = 0; k < sum.size(); ++k) sum[k] += own[other][k];
      }
      result.valid = 0;
      for (std::size_t k = 0; k < sum.size(); ++k) {
        result.counts.push_back({m_survey.options[k], sum[k]});
        *result.valid += sum[k];
      }
    }
    return made;
  }

  std::vector<std::int64_t> counts(bool nobody) {
    std::vector<std::int64_t> made;
    const bool small = chance(15);
    for (std::size_t k = 0; k < m_survey.options.size(); ++k) {
      made.push_back(nobody       ? 0
                     : small      ? static_cast<std::int64_t>(pick(2))
                     : chance(30) ? static_cast<std::int64_t>(pick(7))
                                  : static_cast<std::int64_t>(5 + pick(60)));
    }
    return made;
  }

  static void write_list(JsonWriter& json, std::string_view key,
                         const std::vector<Placed<std::string>>& words) {
    json.key(key);
    json.begin_array();
    for (const auto& word : words) json.text(word.value);
    json.end_array();
  }

  static void write_rows(JsonWriter& json, const std::vector<SurveyResult>& results, const PollTable& table) {
    json.begin_array();
    for (std::size_t i = 0; i < results.size(); ++i) {
      const std::uint8_t level = table.rows[i].level;
      json.begin_object();
      json.key("unit");
      json.text(results[i].unit.id);
      if (level > 0) {
        json.key("valid");
        json.number(*results[i].valid);
      }
      if (level > 1 && table.rows[i].positive) {
        json.key("satisfied");
        json.number(*table.rows[i].positive);
      }
      if (level > 2) {
        json.key("counts");
        json.begin_object();
        for (const auto& count : results[i].counts) {
          json.key(count.key.value);
          json.number(*count.value);
        }
        json.end_object();
      }
      json.end_object();
    }
    json.end_array();
  }

  std::mt19937 m_random;
  Survey m_survey;
  UnitParents m_parents;
  Limits m_limits;
  std::vector<std::string> m_units;
};

std::size_t findings(const RandomPoll& poll, const ProtectedPoll& made) {
  Diagnostics diagnostics;
  audit_cells(poll.surveys_json(made), poll.units_json(), Limits().small_cell, diagnostics);
  return diagnostics.sorted().size();
}

TEST(ProtectedPolls, PassTheAudit) {
  std::size_t hidden[4] = {};
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    const RandomPoll poll(seed);
    const ProtectedPoll made = poll.protect();
    ASSERT_EQ(findings(poll, made), 0U) << "seed " << seed << "\n"
                                        << poll.surveys_json(made) << "\n"
                                        << poll.units_json();
    for (const PollRow& row : made.results.rows) ++hidden[row.level];
  }
  for (const std::size_t rows : hidden) EXPECT_GT(rows, 1000U);
}

TEST(ProtectedPolls, AndFailItWithASmallGroupShown) {
  std::size_t shown = 0;
  for (unsigned seed = 1; seed <= 1000; ++seed) {
    const RandomPoll poll(seed);
    const ProtectedPoll made = poll.protect();
    for (std::size_t i = 0; i < made.results.rows.size(); ++i) {
      const std::int64_t valid = *poll.survey().results[i].valid;
      if (valid < 1 || valid >= Limits().small_cell) continue;
      ProtectedPoll leaking = made;
      leaking.results.rows[i].level = 3;
      EXPECT_GT(findings(poll, leaking), 0U) << "seed " << seed;
      ++shown;
    }
  }
  EXPECT_GT(shown, 100U);
}

}  // namespace
}  // namespace gongshi
