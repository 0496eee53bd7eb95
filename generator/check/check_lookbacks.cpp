// A look-back is about a result that is there, and a second poll is a later one.
#include "check/checks.hpp"
#include "check/key_place.hpp"
#include "derive/poll_waves.hpp"

namespace gongshi {
namespace {

void check_unit(const Site& site, const Lookback& lookback, const Reference& survey,
                Diagnostics& diagnostics) {
  const auto* found = site.records.find<Survey>(survey.id);
  if (found == nullptr || (*found)->withdrawn || find_result(**found, lookback.unit.id)) return;
  diagnostics.add("lookback-unit", survey.at, {lookback.unit.id, survey.id});
}

void check_order(const Site& site, const Lookback& lookback, Diagnostics& diagnostics) {
  const auto* first = site.records.find<Survey>(lookback.survey.id);
  const auto* second = site.records.find<Survey>(lookback.resurvey.id);
  if (first == nullptr || second == nullptr || !(*first)->period || !(*second)->period) return;
  const Date ended = (*first)->period->to;
  const Date began = (*second)->period->from;
  if (!ended.known() || !began.known() || began.last_day() > ended.first_day()) return;
  diagnostics.add("lookback-resurvey", lookback.resurvey.at, {began.text(), ended.text()});
}

}  // namespace

void check_lookbacks(const Site& site, Diagnostics& diagnostics) {
  for (const Lookback& lookback : site.records.all<Lookback>()) {
    if (lookback.withdrawn || !lookback.unit.given()) continue;
    check_unit(site, lookback, lookback.survey, diagnostics);
    if (!lookback.resurvey.given()) continue;
    check_unit(site, lookback, lookback.resurvey, diagnostics);
    check_order(site, lookback, diagnostics);
  }
}

}  // namespace gongshi
