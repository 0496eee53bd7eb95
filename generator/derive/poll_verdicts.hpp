// Of which results that are not shown singly it may still be told whether they are below the threshold.
#pragma once

#include "derive/poll_cells.hpp"

namespace gongshi {

/// A verdict is a bound on the other answers: not below means at most (100 - threshold) percent of them,
/// rounded down; below means more. It may be told of a result that shows how many answered if that bound,
/// with the rest that the result belongs to, pins nobody's number below the smallest that may be shown.
/// By base, a group's size alone decides.
std::vector<bool> tellable_verdicts(const PollCells& cells, const CellLevels& made, SmallCellMode mode,
                                    const Limits& limits);

}  // namespace gongshi
