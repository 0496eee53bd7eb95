#include "views/shown_polls.hpp"

namespace gongshi {

PollTable shown_table(const PublishedSite& site, std::size_t survey) {
  const Survey& poll = *site.records().all<Survey>()[survey];
  return poll_table(poll, poll.results);
}

PollTable shown_aspect(const PublishedSite& site, std::size_t survey, std::size_t aspect) {
  const Survey& poll = *site.records().all<Survey>()[survey];
  return poll_table(poll, poll.aspects[aspect].results);
}

PollSurroundings shown_polls(const PublishedSite& site) {
  return poll_surroundings(site.records(), site.limits(),
                           [&](std::size_t survey) { return shown_table(site, survey); });
}

}  // namespace gongshi
