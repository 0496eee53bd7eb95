// What other records say of a record, as the tables of its page: from opinion to outcome, and who names it.
#pragma once

#include <vector>

#include "views/long_table.hpp"

namespace gongshi {

/// All of them, those without rows too. A record that is named by no one and leads nowhere has none.
std::vector<LongTable> related_tables(const ViewContext& context, RecordKey self);

/// The tables of records that name this one, as far as no table of its own has told of them: [table].
ViewList named_by_tables(const ViewContext& context, const std::vector<LongTable>& tables);

}  // namespace gongshi
