// Spreads independent pieces of work over threads. The result is the same for any number of them,
// since each piece writes to a place of its own.
#pragma once

#include <cstddef>
#include <functional>

namespace gongshi {

/// How many threads `jobs` means: 0 is one a core.
unsigned threads_of(unsigned jobs);

/// Calls `work(i)` for each i below `count` on up to `jobs` threads. An exception
/// stops the rest and is thrown again here: the one of the lowest index that failed.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace gongshi
