// When what a page tells was last recorded, and how fresh the columns of a government site are. Read off the
// records alone: no clock is asked, and a date that is only planned tells nothing of when it was written.
#pragma once

#include <vector>

#include "publish/published.hpp"

namespace gongshi {

/// Of a bulletin its own date; of any other record the latest day up to the as-of day on which it says that
/// something happened. Not known where it names none.
Date latest_day(const PublishedRecord& record, Date as_of);

/// A column of which inspectors of government sites expect an entry now and then.
struct ColumnAge {
  Kind kind = Kind::bulletin;
  Date latest;            ///< of all its records; known
  std::int64_t most = 0;  ///< calendar days after which it counts as stale
  Date stale_on;          ///< the first day on which it is stale
};

/// Columns that are stale on the as-of day or will be within a quarter of the days they may have, in the
/// order of the kinds. News may be two weeks old, all else half a year, after the indicators by which
/// government sites are inspected (国办秘函〔2019〕19号). A column without any dated record is not told of.
std::vector<ColumnAge> ageing_columns(const PublishedSite& site);

}  // namespace gongshi
