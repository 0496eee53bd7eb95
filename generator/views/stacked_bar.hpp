// A bar whose parts add up to a whole, drawn as SVG while the site is built. It says nothing that the
// sentence, the legend or the table beside it does not say in words and numbers, so that nothing is told by
// colour alone; colours are classes of the stylesheet.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "views/view_value.hpp"

namespace gongshi {

struct BarPart {
  std::string_view key;  ///< class of the part, `part-<key>` in the stylesheet
  std::int64_t count = 0;
};

/// `label` tells the figures in words, for whoever does not see the bar. Edges stand at cumulative counts,
/// so that no rounding moves them; parts of nothing are left out. Nothing at all where the sum is zero.
Html stacked_bar(const std::vector<BarPart>& parts, const std::string& label);

/// The same, but only as long as the sum's share of `scale`, for bars side by side.
Html scaled_bar(const std::vector<BarPart>& parts, const std::string& label, std::int64_t scale);

/// Answers of a poll on both sides of a middle line that is the same in every such bar: the first `positive`
/// parts to its left, the others to its right, half as long as their share.
Html diverging_bar(const std::vector<BarPart>& parts, std::size_t positive, const std::string& label);

/// Share of `count` in `whole` in percent with one decimal, half up: `12.5 %`. `whole` is above zero.
std::string share_text(std::int64_t count, std::int64_t whole);

}  // namespace gongshi
