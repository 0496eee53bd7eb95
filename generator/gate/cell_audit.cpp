#include "gate/cell_audit.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "gate/written_poll.hpp"

namespace gongshi {
namespace {

using Count = std::optional<std::int64_t>;

/// Unit and the unit that it says it is part of.
using Parents = std::map<std::string, std::string, std::less<>>;

class TableAudit {
 public:
  TableAudit(const WrittenPoll& poll, std::string survey, std::int64_t small_cell, Diagnostics& diagnostics)
      : m_poll(poll),
        m_survey(std::move(survey)),
        m_small_cell(small_cell),
        m_parts(poll.rows.size()),
        m_diagnostics(diagnostics) {}

  void run(const Parents& parents) {
    find_totals(parents);
    for (std::size_t row = 0; row < m_poll.rows.size(); ++row) {
      judge_row(m_poll.rows[row]);
      if (!m_parts[row].empty()) judge_rest(row);
    }
  }

 private:
  // A result is part of the nearest unit above that has one, unless what both show says otherwise.
  void find_totals(const Parents& parents) {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t row = 0; row < m_poll.rows.size(); ++row) {
      if (!m_poll.rows[row].unit.empty()) places.emplace(m_poll.rows[row].unit, row);
    }
    std::vector<Count> totals;
    std::vector<std::pair<std::size_t, std::size_t>> deepest_first;
    for (std::size_t row = 0; row < m_poll.rows.size(); ++row) {
      std::size_t depth = 0;
      Count total;
      for (auto up = parents.find(m_poll.rows[row].unit); up != parents.end() && depth <= parents.size();
           up = parents.find(up->second)) {
        ++depth;
        const auto place = places.find(up->second);
        if (!total && place != places.end()) total = static_cast<std::int64_t>(place->second);
      }
      totals.push_back(depth > parents.size() ? std::nullopt : total);
      deepest_first.emplace_back(depth, row);
      if (totals.back()) m_parts[static_cast<std::size_t>(*totals.back())].push_back(row);
    }
    std::stable_sort(deepest_first.begin(), deepest_first.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [depth, row] : deepest_first) {
      if (!is_contradicted(row)) continue;
      const std::vector<std::size_t> parts = std::move(m_parts[row]);
      m_parts[row].clear();
      if (!totals[row]) continue;
      auto& above = m_parts[static_cast<std::size_t>(*totals[row])];
      above.insert(above.end(), parts.begin(), parts.end());
    }
  }

  [[nodiscard]] bool is_contradicted(std::size_t total) const {
    for (std::size_t k = 0; k < m_poll.columns.size(); ++k) {
      const Count& whole = m_poll.rows[total].values[k];
      std::int64_t sum = 0;
      for (const std::size_t part : m_parts[total]) sum += m_poll.rows[part].values[k].value_or(0);
      if (whole && *whole < sum) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_small(const std::vector<Count>& values, std::size_t k) const {
    return m_poll.columns[k].guarded && values[k] && *values[k] >= 1 && *values[k] < m_small_cell;
  }

  // With nobody positive, the answer of everybody is known.
  [[nodiscard]] bool is_unanimous(const std::vector<Count>& values) const {
    return m_poll.columns[kSatisfied].guarded && m_small_cell > 1 && values[kSatisfied] == 0 &&
           values[kUnsatisfied].value_or(0) > 0;
  }

  void judge_row(const WrittenRow& row) {
    const Term itself{"该行自身", "the row itself"};
    for (std::size_t k = 0; k < m_poll.columns.size(); ++k) {
      if (is_small(row.values, k)) report(row.name, m_poll.columns[k].name, itself);
    }
    if (is_unanimous(row.values)) report(row.name, m_poll.columns[kSatisfied].name, itself);
    if (!row.values[kValid] && row.at_most && *row.at_most >= 1 && *row.at_most < m_small_cell)
      report(row.name, m_poll.columns[kValid].name, itself);
    if (row.rate_pins)
      report(row.name, m_poll.columns[kUnsatisfied].name, {"公布的比率", "its reported rate"});
  }

  // What the total leaves over, column by column, once each part that shows the column is subtracted.
  void judge_rest(std::size_t total) {
    std::vector<Count> rest = m_poll.rows[total].values;
    std::vector<std::vector<std::string>> hidden(rest.size());
    for (std::size_t k = 0; k < rest.size(); ++k) {
      if (rest[k]) subtract_shown(total, k, *rest[k], hidden[k]);
    }
    const bool same_group = hidden[kSatisfied] == hidden[kUnsatisfied];
    for (std::size_t k = 0; k < rest.size(); ++k) {
      const bool unanimous = k == kSatisfied && same_group && is_unanimous(rest);
      if (is_small(rest, k) || unanimous) report_rest(total, k, hidden[k]);
    }
  }

  void report_rest(std::size_t total, std::size_t k, const std::vector<std::string>& hidden) {
    std::string names;
    for (const std::string& name : hidden) names += (names.empty() ? "" : "、") + name;
    const std::string& whole = m_poll.rows[total].name;
    report(names.empty() ? whole : names, m_poll.columns[k].name,
           {"“" + whole + "”减去已列出的各部分", "\"" + whole + "\" less its parts that are shown"});
  }

  void subtract_shown(std::size_t above, std::size_t k, std::int64_t& rest,
                      std::vector<std::string>& hidden) const {
    for (const std::size_t part : m_parts[above]) {
      if (const Count& shown = m_poll.rows[part].values[k]) {
        rest -= *shown;
      } else if (m_parts[part].empty()) {
        hidden.push_back(m_poll.rows[part].name);
      } else {
        subtract_shown(part, k, rest, hidden);
      }
    }
  }

  void report(const std::string& row, const Term& column, Term source) {
    m_diagnostics.add_at_place("cell-derivable", "data/surveys.json",
                               {m_survey, row, column, std::move(source)});
  }

  const WrittenPoll& m_poll;
  std::string m_survey;
  std::int64_t m_small_cell;
  std::vector<std::vector<std::size_t>> m_parts;
  Diagnostics& m_diagnostics;
};

JsonValue parsed(std::string_view json) {
  auto value = parse_json(json);
  if (!value) throw std::logic_error("a written table is no JSON");
  return *std::move(value);
}

}  // namespace

bool audit_cells(std::string_view surveys_json, std::string_view units_json, std::int64_t small_cell,
                 Diagnostics& diagnostics) {
  const JsonValue units = parsed(units_json);
  const JsonValue surveys = parsed(surveys_json);
  Parents parents;
  for (const JsonValue& unit : units.elements) {
    if (const std::string& parent = unit.member("parent").text; !parent.empty())
      parents.emplace(unit.member("id").text, parent);
  }
  Diagnostics found;
  for (const JsonValue& survey : surveys.elements) {
    const std::string& mode = survey.member("small_cell").member("mode").text;
    if (mode == "none") continue;
    const auto audit = [&](const JsonValue& results) {
      const WrittenPoll poll = written_poll(survey, results, mode == "cells", small_cell);
      TableAudit(poll, survey.member("id").text, small_cell, found).run(parents);
    };
    audit(survey.member("results"));
    for (const JsonValue& aspect : survey.member("aspects").elements) audit(aspect.member("results"));
  }
  for (const Diagnostic& finding : found.sorted()) diagnostics.add(finding);
  return !found.has_errors();
}

}  // namespace gongshi
