// A projection that withholds nothing: linked instead of publish/shown_survey.cpp into a program of its own,
// which the gate must stop (tests/cells/leak.py).
#include "publish/shown_survey.hpp"

namespace gongshi {

ShownSurvey shown_survey(const Survey& survey, const std::function<bool(const std::string& unit)>&,
                         const UnitParents& parents, const Limits& limits) {
  ShownSurvey made;
  made.record = survey;
  made.poll = protect(survey, parents, limits);
  return made;
}

}  // namespace gongshi
