#include "views/shown_polls.hpp"

namespace gongshi {

PollTable shown_table(const PublishedSite& site, std::size_t survey) { return site.poll(survey); }

PollTable shown_aspect(const PublishedSite& site, std::size_t survey, std::size_t aspect) {
  return site.poll(survey, aspect);
}

PollSurroundings shown_polls(const PublishedSite& site) {
  return poll_surroundings(site.records(), site.limits(),
                           [&](std::size_t survey) { return shown_table(site, survey); });
}

}  // namespace gongshi
