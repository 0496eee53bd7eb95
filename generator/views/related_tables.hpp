// What other records say of a record, as the tables of its page: from opinion to outcome, and who names it.
#pragma once

#include <vector>

#include "publish/traced_records.hpp"
#include "views/long_table.hpp"

namespace gongshi {

/// All of them, those without rows too. A record that is named by no one and leads nowhere has none.
std::vector<LongTable> related_tables(const ViewContext& context, RecordKey self);

/// Places of the records of this kind that name this one, ascending.
RecordPlaces namers(const ViewContext& context, RecordKey self, Kind kind);
/// Places of the corrections that a plan names, in the order of the plan.
RecordPlaces planned_items(const PublishedSite& site, const Plan& plan);

/// The tables of records that name this one, as far as no table of its own has told of them: [table].
ViewList named_by_tables(const ViewContext& context, const std::vector<LongTable>& tables);

}  // namespace gongshi
