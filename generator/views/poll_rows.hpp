// The rows of a poll's table for a page: numerator, denominator, rate, method, interval, what may be said,
// and the facts that are to be read with it.
#pragma once

#include "views/poll_sentences.hpp"

namespace gongshi {

/// How a table of results is told.
struct RowStyle {
  std::string_view from;  ///< the page it stands on
  /// Aspects are not held against the threshold.
  bool against_threshold = true;
};

/// {name: link, sentences: [text], positive, valid, rate_value, rate_text, method, interval, threshold,
///  marker, missing, has_counts, counts: [{option, key, count, share}], bar (HTML), warnings: [text]}
/// `rate_value` is the rate as files have it, `rate_text` as a page does, empty below a base of twenty;
/// `missing` says in words why there are no figures. The bar has its middle between the positive options and
/// the others; `key` is the class of an option's part in it, empty for one out of the base.
ViewList poll_rows(const ViewContext& context, const ShownResults& results, const RowStyle& style,
                   const std::vector<PollWarning>& warnings);

/// The row of the result at this place of the poll, without what is to be read with it.
ViewObject poll_row(const ViewContext& context, const ShownResults& results, const RowStyle& style,
                    std::size_t result);

/// Is the option one of these, such as those that count as positive?
bool lists(const std::vector<Placed<std::string>>& words, const std::string& word);

/// Do the rounded shares of a row not add up to 100?
bool is_rounding_seen(const ShownResults& results);

/// {text, href, is_link} of the unit or object that a result is of.
ViewObject link_of_result(const ViewContext& context, const SurveyResult& result, std::string_view from);

}  // namespace gongshi
