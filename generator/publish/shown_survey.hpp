// A survey without the figures that would single out a small group, before it is projected like any record.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "derive/small_cells.hpp"

namespace gongshi {

struct ShownSurvey {
  Survey record;
  ProtectedPoll poll;        ///< places of results are those in `record`
  std::size_t withheld = 0;  ///< fields that were taken out
  std::set<std::string, std::less<>> units_without_verdict;
  [[nodiscard]] bool verdict_withheld(std::string_view unit) const {
    return units_without_verdict.contains(unit);
  }
};

/// Results of units that `sees_unit` denies are no part of it, and protection is worked out from the others
/// alone, so that nothing withheld shows through it. A result loses every figure beyond its level: at 0 how
/// many were asked as well; a claim goes with the result that it is about, and one about more than a result
/// as soon as a result is not shown with its rate. Of a withdrawn survey there is no figure.
ShownSurvey shown_survey(const Survey& survey, const std::function<bool(const std::string& unit)>& sees_unit,
                         const UnitParents& parents, const Limits& limits);

}  // namespace gongshi
