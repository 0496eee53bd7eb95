#include "derive/cell_levels.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace gongshi {
namespace {

// A cover is sought over the sets of bad columns; with more than this the total itself is hidden.
constexpr std::size_t kMostBadColumns = 10;

/// Rows that could be hidden so that the rest is large enough in some of its bad columns.
struct Cover {
  std::vector<std::size_t> path;
  std::size_t columns = 0;  ///< a bit for each bad column that it makes large enough
  std::int64_t cost = 0;
};

class Protector {
 public:
  Protector(const std::vector<CellRow>& rows, const CellRules& rules) : m_rows(rows), m_rules(rules) {}

  CellLevels run() {
    order_rows();
    start_levels();
    for (std::vector<std::uint8_t> before; before != m_made.levels;) {
      before = m_made.levels;
      settle_totals();
      m_made.unprotected.clear();
      for (std::uint8_t c = 0; c < m_rules.classes; ++c) {
        for (const std::size_t total : m_bottom_up) {
          if (!m_parts[total].empty() && level(total) > c) protect_rest(total, c);
        }
      }
    }
    for (std::size_t total = 0; total < m_rows.size(); ++total) add_rests(total);
    return std::move(m_made);
  }

 private:
  [[nodiscard]] std::uint8_t level(std::size_t row) const { return m_made.levels[row]; }

  void order_rows() {
    std::vector<std::size_t> depth(m_rows.size());
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      m_bottom_up.push_back(row);
      m_totals.push_back(m_rows[row].total);
      for (auto at = m_rows[row].total; at; at = m_rows[*at].total) ++depth[row];
    }
    std::stable_sort(m_bottom_up.begin(), m_bottom_up.end(),
                     [&](std::size_t a, std::size_t b) { return depth[a] > depth[b]; });
  }

  void list_parts() {
    m_parts.assign(m_rows.size(), {});
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
      if (m_totals[row]) m_parts[*m_totals[row]].push_back(row);
    }
  }

  // By what is shown: the more is hidden, the more rows may be taken for totals.
  void settle_totals() {
    for (std::size_t row = 0; row < m_rows.size(); ++row) m_totals[row] = m_rows[row].total;
    list_parts();
    for (const std::size_t total : m_bottom_up) {
      if (m_parts[total].empty() || covers_parts(total)) continue;
      for (const std::size_t part : m_parts[total]) m_totals[part] = m_totals[total];
      list_parts();
    }
  }

  [[nodiscard]] bool covers_parts(std::size_t total) const {
    for (std::size_t k = 0; k < m_rules.columns.size(); ++k) {
      std::int64_t sum = 0;
      for (const std::size_t part : m_parts[total]) sum += shown(part, k).value_or(0);
      const auto whole = shown(total, k);
      if (whole && *whole < sum) return false;
    }
    return true;
  }

  [[nodiscard]] std::optional<std::int64_t> shown(std::size_t row, std::size_t column) const {
    return m_rules.columns[column].level_class < level(row) ? m_rows[row].values[column] : std::nullopt;
  }

  // The coarsest class that is bad or not known is the first that a row does not show.
  void start_levels() {
    for (const CellRow& row : m_rows) {
      std::uint8_t start = 0;
      while (start < m_rules.classes && is_known(row, start) && bad_columns(row.values, start).empty())
        ++start;
      if (start == m_rules.classes) start = kWholeRow;
      m_made.levels.push_back(std::max(std::min(start, row.at_most), row.published));
    }
  }

  [[nodiscard]] bool is_known(const CellRow& row, std::uint8_t c) const {
    for (std::size_t k = 0; k < m_rules.columns.size(); ++k) {
      const CellColumn& column = m_rules.columns[k];
      if (column.level_class == c && column.guarded && !row.values[k]) return false;
    }
    return true;
  }

  [[nodiscard]] std::vector<std::size_t> bad_columns(const std::vector<std::optional<std::int64_t>>& values,
                                                     std::uint8_t c) const {
    std::vector<std::size_t> bad;
    for (std::size_t k = 0; k < m_rules.columns.size(); ++k) {
      const CellColumn& column = m_rules.columns[k];
      if (column.level_class != c || !column.guarded || !values[k]) continue;
      const bool small = *values[k] >= 1 && *values[k] < m_rules.threshold;
      if (small || (*values[k] == 0 && is_unanimous(k, values))) bad.push_back(k);
    }
    return bad;
  }

  [[nodiscard]] bool is_unanimous(std::size_t k,
                                  const std::vector<std::optional<std::int64_t>>& values) const {
    return m_rules.threshold > 1 && m_rules.positive == k && m_rules.negative &&
           values[*m_rules.negative].value_or(0) > 0;
  }

  // What is left of the total in the columns up to class c when all rows below it that show class c are
  // subtracted.
  [[nodiscard]] CellRest rest_of(std::size_t total, std::uint8_t c) const {
    CellRest rest{total, static_cast<std::uint8_t>(c + 1), {}, m_rows[total].values};
    if (m_rules.classes == 1) rest.level = kWholeRow;
    for (std::size_t k = 0; k < rest.values.size(); ++k) {
      if (m_rules.columns[k].level_class > c) rest.values[k].reset();
    }
    subtract_shown(total, c, rest);
    std::sort(rest.rows.begin(), rest.rows.end());
    return rest;
  }

  void subtract_shown(std::size_t above, std::uint8_t c, CellRest& rest) const {
    for (const std::size_t part : m_parts[above]) {
      if (level(part) > c) {
        for (std::size_t k = 0; k < rest.values.size(); ++k) {
          const auto& shown = m_rows[part].values[k];
          if (rest.values[k] && shown) *rest.values[k] -= *shown;
          if (!shown) rest.values[k].reset();
        }
      } else if (m_parts[part].empty()) {
        rest.rows.push_back(part);
      } else {
        subtract_shown(part, c, rest);
      }
    }
  }

  void protect_rest(std::size_t total, std::uint8_t c) {
    const CellRest rest = rest_of(total, c);
    const std::vector<std::size_t> bad = bad_columns(rest.values, c);
    if (bad.empty()) return;
    if (bad.size() <= kMostBadColumns && hide_cheapest(covers_of(total, c, bad), bad.size(), c)) return;
    if (m_rows[total].published > c) {
      m_made.unprotected.push_back(total);
    } else {
      m_made.levels[total] = c;
    }
  }

  std::vector<Cover> covers_of(std::size_t total, std::uint8_t c, const std::vector<std::size_t>& bad) const {
    std::vector<Cover> covers;
    const auto offer = [&](Cover cover, const std::vector<std::optional<std::int64_t>>& values) {
      for (std::size_t bit = 0; bit < bad.size(); ++bit) {
        if (values[bad[bit]].value_or(0) > 0) cover.columns |= std::size_t{1} << bit;
      }
      if (cover.columns != 0) covers.push_back(std::move(cover));
    };
    const std::function<void(std::size_t, const Cover&)> walk = [&](std::size_t above,
                                                                    const Cover& to_above) {
      for (const std::size_t part : m_parts[above]) {
        const bool shown = level(part) > c;
        if (shown && m_rows[part].published > c) continue;
        Cover cover = to_above;
        if (shown) {
          cover.path.push_back(part);
          cover.cost += cost_of(part, c);
          offer(cover, m_parts[part].empty() ? m_rows[part].values : rest_of(part, c).values);
        }
        walk(part, cover);
      }
    };
    walk(total, {});
    return covers;
  }

  [[nodiscard]] std::int64_t cost_of(std::size_t row, std::uint8_t c) const {
    constexpr std::int64_t kLargestWeight = 1'000'000'000;
    constexpr std::int64_t kTotal = 10;
    constexpr std::int64_t kLow = 1000;
    const std::int64_t people = std::min(m_rows[row].values.front().value_or(0), kLargestWeight);
    return people * (level(row) - c) * (m_parts[row].empty() ? 1 : kTotal) *
           (m_rows[row].below_threshold ? kLow : 1);
  }

  // Cheapest set of covers for all bad columns, found over the subsets of them; of equals the first.
  bool hide_cheapest(const std::vector<Cover>& covers, std::size_t bad_columns, std::uint8_t c) {
    struct Best {
      std::int64_t cost = std::numeric_limits<std::int64_t>::max();
      std::vector<std::size_t> covers;
    };
    std::vector<Best> best(std::size_t{1} << bad_columns);
    best.front().cost = 0;
    for (std::size_t i = 0; i < covers.size(); ++i) {
      for (std::size_t have = 0; have < best.size(); ++have) {
        if (best[have].cost == std::numeric_limits<std::int64_t>::max()) continue;
        Best& reached = best[have | covers[i].columns];
        const std::int64_t cost = best[have].cost + covers[i].cost;
        if (cost >= reached.cost) continue;
        std::vector<std::size_t> chosen = best[have].covers;
        chosen.push_back(i);
        reached = {cost, std::move(chosen)};
      }
    }
    if (best.back().cost == std::numeric_limits<std::int64_t>::max()) return false;
    for (const std::size_t i : best.back().covers) {
      for (const std::size_t row : covers[i].path) m_made.levels[row] = std::min(level(row), c);
    }
    return true;
  }

  void add_rests(std::size_t total) {
    if (m_parts[total].empty()) return;
    for (std::uint8_t c = 0; c < m_rules.classes && level(total) > c; ++c) {
      CellRest rest = rest_of(total, c);
      if (rest.rows.empty()) continue;
      std::vector<CellRest>& rests = m_made.rests;
      if (!rests.empty() && rests.back().total == total && rests.back().rows == rest.rows) rests.pop_back();
      rests.push_back(std::move(rest));
    }
  }

  const std::vector<CellRow>& m_rows;
  const CellRules& m_rules;
  std::vector<std::size_t> m_bottom_up;
  std::vector<std::optional<std::size_t>> m_totals;
  std::vector<std::vector<std::size_t>> m_parts;
  CellLevels m_made;
};

}  // namespace

CellLevels protect_cells(const std::vector<CellRow>& rows, const CellRules& rules) {
  return Protector(rows, rules).run();
}

}  // namespace gongshi
