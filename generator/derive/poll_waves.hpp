// Two polls of one unit: whether they may be compared at all, and what may then be said of a change.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "derive/poll_figures.hpp"

namespace gongshi {

/// A poll and the table of its results.
struct Poll {
  const Survey* survey = nullptr;
  PollTable table;
};

/// A result of a poll, to be set beside one of another.
struct Wave {
  const Poll* poll = nullptr;
  std::size_t index = 0;  ///< place in the results

  [[nodiscard]] const Survey& survey() const { return *poll->survey; }
  [[nodiscard]] const SurveyResult& result() const { return poll->survey->results[index]; }
  [[nodiscard]] const PollRow& row() const { return poll->table.rows[index]; }
};

/// The result of the same unit in the latest of `polls` that ended before this one began; nothing if none.
std::optional<Wave> earlier_wave(const Wave& later, std::span<const Poll> polls);

/// Where the result of `unit` stands in the poll, if it has one.
std::optional<std::size_t> find_result(const Survey& survey, std::string_view unit);

/// What keeps two results from being compared. A wording, method or population that one of them does not
/// state is not known to be the same.
enum class WaveBar : std::uint8_t { question, options, method, population, counts, turnout, withheld };
std::span<const ChoiceWord> choices(WaveBar);
/// None: they may be compared. In the order of WaveBar.
std::vector<WaveBar> bars_between(const Wave& earlier, const Wave& later);

enum class Change : std::uint8_t { open, up, down };

/// x of n of `invited` who were asked.
struct CensusWave {
  std::int64_t x = 0;
  std::int64_t n = 0;
  std::int64_t invited = 0;
};
/// A change only where those who did not answer could not have undone it.
Change census_change(const CensusWave& earlier, const CensusWave& later);

/// Of random samples: a change only where 0 is outside of Newcombe's interval.
struct SampleChange {
  double difference = 0;  ///< as a share
  Interval interval;
  Change change = Change::open;
};
/// `comparisons` made side by side share the 5 %. Populations of which a sample is a large part count.
SampleChange sample_change(const Wave& earlier, const Wave& later, const Sample& first, const Sample& second,
                           int comparisons);

/// Do two reported rates differ by more than their rounding?
bool reported_apart(const ReportedRate& earlier, const ReportedRate& later);

/// One unit in both waves.
struct UnitWaves {
  std::int64_t x1 = 0;
  std::int64_t n1 = 0;
  std::int64_t x2 = 0;
  std::int64_t n2 = 0;
};
/// The change of the pooled rate in two parts, in shares (Kitagawa 1955): within the units, and by their
/// weights having changed. change = within + composition.
struct PooledChange {
  double change = 0;
  double within = 0;
  double composition = 0;
  /// The weights make or turn the change, so it is no change of the units (Simpson's paradox).
  bool is_composition = false;
};
/// Every n is above 0.
PooledChange pooled_change(std::span<const UnitWaves> units);

}  // namespace gongshi
