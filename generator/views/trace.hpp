// From an opinion to what came of it, and back, as pages tell it: opinion → correction → measures → rule →
// later poll.
#pragma once

#include "publish/traced_records.hpp"
#include "views/long_table.hpp"
#include "views/table_view.hpp"

namespace gongshi {

/// The entries of these opinions, with what was done with each; of institutions, with their stage; of
/// surveys, with their last day; of a correction's measures, with how far each is.
ViewList opinion_entries(const ViewContext& context, const RecordPlaces& opinions, std::string_view from);
ViewList item_entries(const ViewContext& context, const RecordPlaces& items, std::string_view from);
ViewList institution_entries(const ViewContext& context, const RecordPlaces& institutions,
                             std::string_view from);
ViewList survey_entries(const ViewContext& context, const RecordPlaces& surveys, std::string_view from);
ViewList measure_entries(const ViewContext& context, const Published<Item>& item);

/// A cell of what is linked, or of the word that nothing is.
TableCell linked_cell(const ViewContext& context, ViewList entries);

/// How many opinions of this consultation are told one by one, beside how many there were.
std::string told_sentence(const ViewContext& context, const Consultation& consultation, std::size_t told);

/// The trace on the page at `path` of an opinion, item, institution or survey, with a row a correction;
/// without rows for other records and where nothing is linked.
LongTable trace_table(const ViewContext& context, RecordKey self, std::string path);

/// {table: [table], cause: [link]} of the trace among the record's tables, or false where there is none.
ViewValue trace_view(const ViewContext& context, RecordKey self, const std::vector<LongTable>& tables);

}  // namespace gongshi
