// What a poll says was published before exists among its results, and can still be protected.
#include "check/checks.hpp"
#include "derive/small_cells.hpp"

namespace gongshi {
namespace {

std::string_view name_of(const SurveyResult& result) {
  return result.unit.given() ? std::string_view(result.unit.id) : std::string_view(result.object);
}

const Placed<std::string>* said_public(const Survey& survey, std::string_view name) {
  for (const Placed<std::string>& one : survey.small_cell->published) {
    if (one.value == name) return &one;
  }
  return nullptr;
}

void check_survey(const Survey& survey, const UnitParents& parents, const Limits& limits,
                  Diagnostics& diagnostics) {
  for (const Placed<std::string>& one : survey.small_cell->published) {
    const bool known = std::any_of(survey.results.begin(), survey.results.end(),
                                   [&](const SurveyResult& result) { return name_of(result) == one.value; });
    if (!known) diagnostics.add("cell-published-unknown", one.at, {one.value});
  }
  for (const std::size_t index : protect(survey, parents, limits).unprotected) {
    const std::string_view name = name_of(survey.results[index]);
    const Placed<std::string>* said = said_public(survey, name);
    diagnostics.add("cell-already-public", said == nullptr ? survey.small_cell->at : said->at,
                    {std::string(name)});
  }
}

}  // namespace

void check_small_cells(const Site& site, Diagnostics& diagnostics) {
  UnitParents parents;
  for (const Unit& unit : site.records.all<Unit>()) {
    if (!unit.withdrawn && unit.parent.given()) parents.emplace(unit.id, unit.parent.id);
  }
  const Limits limits = limits_of(site.config);
  for (const Survey& survey : site.records.all<Survey>()) {
    if (survey.withdrawn || !survey.small_cell || survey.small_cell->published.empty()) continue;
    check_survey(survey, parents, limits, diagnostics);
  }
}

}  // namespace gongshi
