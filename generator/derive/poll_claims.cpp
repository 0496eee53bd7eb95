#include "derive/poll_claims.hpp"

#include <algorithm>

#include "derive/poll_waves.hpp"

namespace gongshi {
namespace {

struct Counted {
  std::int64_t x = 0;
  std::int64_t n = 0;
  std::int64_t invited = 0;  ///< 0 where it is not known of all
  std::vector<std::int64_t> counts;
};

// The rows that the claim is about, summed; nothing where one of them has no rate.
std::optional<Counted> counted(const Survey& survey, const std::vector<const PollRow*>& rows) {
  Counted all;
  all.counts.resize(survey.options.size());
  bool all_invited = true;
  for (const PollRow* row : rows) {
    if (!has_rate(*row)) return std::nullopt;
    all.x += *row->positive;
    all.n += *row->valid;
    const auto invited = invited_of(survey.results, *row);
    all_invited = all_invited && invited.has_value();
    all.invited += invited.value_or(0);
    for (std::size_t i = 0; i < all.counts.size(); ++i) all.counts[i] += row->counts[i].value_or(0);
  }
  if (!all_invited) all.invited = 0;
  return rows.empty() ? std::nullopt : std::optional(std::move(all));
}

std::vector<const PollRow*> rows_of(const Survey& survey, const PollTable& table, const Claim& claim) {
  std::vector<const PollRow*> rows;
  for (const PollRow& row : table.rows) {
    if (!claim.unit.given() || survey.results[row.results.front()].unit.id == claim.unit.id)
      rows.push_back(&row);
  }
  return rows;
}

// Is the mean of the rows' rates the claim, to its decimals?
bool is_mean(const std::vector<const PollRow*>& rows, Scaled claimed) {
  if (rows.size() < 2) return false;
  constexpr int kDigits = 9;
  std::int64_t sum = 0;
  for (const PollRow* row : rows) sum += rate(*row->positive, *row->valid, kDigits);
  std::int64_t unit = 1;
  for (int i = claimed.decimals; i < kDigits; ++i) unit *= 10;
  const std::int64_t mean = sum / static_cast<std::int64_t>(rows.size());
  return std::abs(mean - claimed.value * unit) <= unit / 2;
}

}  // namespace

std::optional<ClaimCheck> check_claim(const Survey& survey, const PollTable& table, const Claim& claim) {
  const auto claimed = scaled(claim.rate);
  const std::vector<const PollRow*> rows = rows_of(survey, table, claim);
  const auto all = counted(survey, rows);
  if (!claimed || !all) return std::nullopt;
  ClaimCheck check{all->x, all->n, bears_out(claim_word(claim), *claimed, all->x, all->n), {}};
  if (check.is_true) return check;
  const auto add_if = [&](bool gives, const char* zh, const char* en) {
    if (gives) check.would_give.push_back({zh, en});
  };
  const auto gives = [&](std::int64_t x, std::int64_t n) {
    return n > 0 && x <= n && bears_out(ClaimWord::exact, *claimed, x, n);
  };
  add_if(rate_down(all->x, all->n, claimed->decimals) == claimed->value, "截尾而不是四舍五入",
         "cutting off instead of rounding");
  add_if(gives(all->x, all->invited), "以应参加人数为分母", "dividing by the people asked");
  add_if(!all->counts.empty() && gives(all->counts.front(), all->n), "只算第一个选项",
         "the first option alone");
  for (std::size_t i = 0; i < all->counts.size(); ++i) {
    const std::string& option = survey.options[i].value;
    const auto is_option = [&](const Placed<std::string>& positive) { return positive.value == option; };
    if (std::any_of(survey.positive.begin(), survey.positive.end(), is_option) || all->counts[i] == 0)
      continue;
    // The only option left beside the positive ones always gives 100: no explanation.
    if (all->x < all->n - all->counts[i] && gives(all->x, all->n - all->counts[i]))
      check.would_give.push_back(
          {"去掉选“" + option + "”的人", "leaving out those who chose `" + option + "`"});
  }
  add_if(is_mean(rows, *claimed), "各单位比率的简单平均", "the plain mean of the units' rates");
  return check;
}

}  // namespace gongshi
