// A span of days, both ends included.
#pragma once

#include "model/record.hpp"

namespace gongshi {

/// Either end may be open.
struct Period : Entry {
  Date from;
  PlannedDate to;
};
const FieldTable& fields_of(const Period*);

}  // namespace gongshi
