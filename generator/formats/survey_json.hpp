// The results of a poll in its JSON table, with what follows from their counts.
#pragma once

#include <vector>

#include "publish/canonical_json.hpp"
#include "publish/published.hpp"

namespace gongshi {

/// Members that take the place of `results` and `aspects` of the survey at this place of its list: the same
/// with the derived columns of each result.
std::vector<ExtraMember> survey_members(const PublishedSite& site, std::size_t index);

}  // namespace gongshi
