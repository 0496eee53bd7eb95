// From an opinion to what came of it, and back: opinion → correction → measures → rule → later poll. A
// link that could stand on either record is followed from both.
#pragma once

#include <cstdint>
#include <vector>

#include "views/table_view.hpp"

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

/// The entries of these opinions, with what was done with each; of institutions, with their stage; of
/// surveys, with their last day; of a correction's measures, with how far each is.
ViewList opinion_entries(const ViewContext& context, const RecordPlaces& opinions, std::string_view from);
ViewList item_entries(const ViewContext& context, const RecordPlaces& items, std::string_view from);
ViewList institution_entries(const ViewContext& context, const RecordPlaces& institutions,
                             std::string_view from);
ViewList survey_entries(const ViewContext& context, const RecordPlaces& surveys, std::string_view from);
ViewList measure_entries(const ViewContext& context, const Published<Item>& item);

/// The trace on the page of an opinion, item, institution or survey: {table: [table], cause: [link]} with
/// a row a correction; false for other records and where nothing is linked.
ViewValue trace_view(const ViewContext& context, RecordKey self, std::string_view from);

}  // namespace gongshi
