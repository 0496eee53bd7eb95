// The figures of polls as this audience may see them, made once for all pages.
#pragma once

#include "derive/poll_warnings.hpp"
#include "publish/published.hpp"

namespace gongshi {

/// The table of the survey at this place of its list, and of one of its aspects.
PollTable shown_table(const PublishedSite& site, std::size_t survey);
PollTable shown_aspect(const PublishedSite& site, std::size_t survey, std::size_t aspect);

/// All polls with what is known around them.
PollSurroundings shown_polls(const PublishedSite& site);

}  // namespace gongshi
