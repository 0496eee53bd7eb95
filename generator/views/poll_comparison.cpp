#include "views/poll_comparison.hpp"

#include <algorithm>
#include <cmath>

namespace gongshi {
namespace {

// Percentage points with their sign, of a difference of shares.
std::string points(double share, int digits) {
  const auto units = std::llround(share * 100 * std::pow(10, digits));
  return (units > 0 ? "+" : "") + decimal_text(units, digits);
}

double share_of(const PollRow& row) {
  return static_cast<double>(*row.positive) / static_cast<double>(*row.valid);
}

CensusWave census_of(const Wave& wave) {
  return {*wave.row().positive, *wave.row().valid, invited_of(wave.survey().results, wave.row()).value_or(0)};
}

std::string compared(const ViewContext& context, const Wave& earlier, const Wave& later, int comparisons) {
  const PollRow& a = earlier.row();
  const PollRow& b = later.row();
  if (std::min(*a.valid, *b.valid) < kPercentBase)
    return poll_words(context, "too_few_to_compare",
                      {{"a", counted_rate(context, a)}, {"b", counted_rate(context, b)}});
  const int digits = std::max(rate_digits(*a.valid), rate_digits(*b.valid));
  const std::string r1 = counted_rate(context, a);
  const std::string r2 = counted_rate(context, b);
  const std::string apart = points(share_of(b) - share_of(a), digits);
  if (later.survey().method == Method::census) {
    const Change change = census_change(census_of(earlier), census_of(later));
    const std::string_view name = change == Change::up     ? "census_up"
                                  : change == Change::down ? "census_down"
                                                           : "census_open";
    return poll_words(context, name, {{"r1", r1}, {"r2", r2}, {"d", apart}});
  }
  const auto first = sample_of(earlier.survey(), earlier.survey().results, a);
  const auto second = sample_of(later.survey(), later.survey().results, b);
  if (!first || !second) return poll_words(context, "side_by_side", {{"a", r1}, {"b", r2}});
  const SampleChange change = sample_change(earlier, later, *first, *second, comparisons);
  return poll_words(
      context, "sample_change",
      {{"r1", r1},
       {"r2", r2},
       {"d", apart},
       {"low", points(change.interval.low, digits + 1)},
       {"high", points(change.interval.high, digits + 1)},
       {"verdict", poll_words(context, change.change == Change::open ? "cannot_say" : "can_say")}});
}

// Of two rates that were only reported: whether they differ by more than rounding.
std::string reported(const ViewContext& context, const Wave& earlier, const Wave& later) {
  if (has_rate(earlier.row()) || has_rate(later.row()) || earlier.row().level < 2 || later.row().level < 2)
    return {};
  const auto a = reported_rate(earlier.survey(), earlier.result());
  const auto b = reported_rate(later.survey(), later.result());
  if (!a || !b) return {};
  return poll_words(context, reported_apart(*a, *b) ? "reported_apart" : "reported_same",
                    {{"a", plain_decimal(a->value, 9)}, {"b", plain_decimal(b->value, 9)}});
}

std::string why_not(const ViewContext& context, const std::vector<WaveBar>& bars) {
  std::string differ;
  for (const WaveBar bar : bars) {
    differ += (differ.empty() ? "" : poll_words(context, "list_separator")) +
              context.label(choices(WaveBar{})[static_cast<std::size_t>(bar)]);
  }
  return poll_words(context, "not_compared", {{"differ", differ}});
}

bool is_same_conductor(const Survey& a, const Survey& b) {
  return std::equal(a.conductor.begin(), a.conductor.end(), b.conductor.begin(), b.conductor.end(),
                    [](const Reference& one, const Reference& other) { return one.id == other.id; });
}

}  // namespace

std::vector<std::string> comparison_of(const ViewContext& context, const Wave& earlier, const Wave& later,
                                       int comparisons) {
  std::vector<std::string> sentences;
  const std::vector<WaveBar> bars = bars_between(earlier, later);
  if (bars.empty()) {
    sentences.push_back(compared(context, earlier, later, comparisons));
  } else {
    sentences.push_back(why_not(context, bars));
    const bool only_counts = std::all_of(bars.begin(), bars.end(), [](WaveBar bar) {
      return bar == WaveBar::counts || bar == WaveBar::turnout;
    });
    std::string rates = only_counts ? reported(context, earlier, later) : std::string();
    if (!rates.empty()) sentences.push_back(std::move(rates));
  }
  if (!is_same_conductor(earlier.survey(), later.survey()))
    sentences.push_back(poll_words(context, "conductor_changed"));
  return sentences;
}

std::string composition_warning(const ViewContext& context, const Poll& poll) {
  if (!(poll.survey->method == Method::census)) return {};
  std::vector<UnitWaves> units;
  const Survey* before = nullptr;
  for (std::size_t i = 0; i < poll.table.rows.size(); ++i) {
    const Wave later{&poll, i};
    const auto earlier = earlier_wave(later, context.polls().polls);
    if (!earlier || !bars_between(*earlier, later).empty()) continue;
    if (before != nullptr && before != &earlier->survey()) return {};  // no one earlier total to compare with
    before = &earlier->survey();
    units.push_back(
        {*earlier->row().positive, *earlier->row().valid, *later.row().positive, *later.row().valid});
  }
  if (units.size() < 2) return {};
  const PooledChange change = pooled_change(units);
  if (!change.is_composition) return {};
  return poll_words(context, "composition",
                    {{"m", std::to_string(units.size())},
                     {"d", points(change.change, 2)},
                     {"within", points(change.within, 2)},
                     {"composition", points(change.composition, 2)}});
}

}  // namespace gongshi
