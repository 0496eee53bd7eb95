// What may be said of a result of a poll, in whole sentences: by its method, by how many answered, by what
// was published of it. The wording is the theme's (strings, `survey_page`); which sentence holds is decided
// here and nowhere else.
#pragma once

#include <string>
#include <vector>

#include "derive/poll_figures.hpp"
#include "views/view_context.hpp"

namespace gongshi {

/// A poll's results as one table: the main one, or that of an aspect.
struct ShownResults {
  RecordKey self;
  const Survey& survey;
  const std::vector<SurveyResult>& results;
  PollTable table;
};

/// Who asked whom what, and how the rate is reckoned; what is unknown says so.
std::string opening_line(const ViewContext& context, const Survey& survey);

/// The sentences about one row, or a rest, of the table.
std::vector<std::string> sentences_of(const ViewContext& context, const ShownResults& results,
                                      const PollRow& row);

/// The positive options, as `“a” or “b”`.
std::string positive_words(const ViewContext& context, const Survey& survey);

/// `224/231 (97.0 %)`, below a base of twenty `15/16`.
std::string counted_rate(const ViewContext& context, const PollRow& row);

/// Title of the unit or object that a result is of.
std::string name_of_result(const ViewContext& context, const SurveyResult& result);

/// The words for `survey_page.` + `name`.
std::string poll_words(const ViewContext& context, std::string_view name,
                       const std::vector<std::pair<std::string_view, std::string>>& values = {});

}  // namespace gongshi
