// Which records follow from which: opinion → correction → rule → later poll. A link that could stand on
// either record is followed from both.
#pragma once

#include <cstdint>
#include <vector>

#include "publish/published.hpp"

namespace gongshi {

/// Places of records in the list of their kind, ascending, each once.
using RecordPlaces = std::vector<std::uint32_t>;

RecordPlaces each_once(RecordPlaces places);

RecordPlaces items_of_opinion(const PublishedSite& site, std::uint32_t opinion);
RecordPlaces opinions_of_item(const PublishedSite& site, std::uint32_t item);
RecordPlaces institutions_of_item(const PublishedSite& site, std::uint32_t item);
RecordPlaces items_of_institution(const PublishedSite& site, std::uint32_t institution);
/// The polls that judge the correction.
RecordPlaces surveys_of_item(const PublishedSite& site, std::uint32_t item);
RecordPlaces items_of_survey(const PublishedSite& site, std::uint32_t survey);

}  // namespace gongshi
